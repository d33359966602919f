/**
 * What the quality gates find in the phrasebook, page by page:
 * `npx tsx datasets/corpus/gates/report.ts [--page NAME] [--expansions 24] [--seed 1] [--json]`.
 *
 * Banned words and marks and faults of grammar fail (exit 1); recurring words and reading ease are told for the author to judge. Grammar is
 * read over a quarter of the expansions, at least one a pattern.
 */
import { parseArgs } from 'node:util'
import type { Finding } from './gates'
import { bannedFindings, grammarFindings } from './gates'
import type { Readability } from './readability'
import { readability } from './readability'
import type { Recurrence } from './repetition'
import { recurringOpenings, recurringRuns } from './repetition'
import { samplePages } from './sample'

/** Recurring words are told from so many patterns on: over all pages, and within one page. */
const LIMITS = { all: { runs: 8, openings: 5 }, page: { runs: 2, openings: 1.5 } }

const { values } = parseArgs({
  options: {
    page: { type: 'string' },
    expansions: { type: 'string', default: '24' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const expansions = Number(values.expansions)
if (!Number.isInteger(expansions) || expansions < 1) throw new Error('--expansions takes a count from 1 on')

const sample = samplePages(expansions, Number(values.seed), values.page)
const limits = values.page === undefined ? LIMITS.all : LIMITS.page
const report = {
  hard: [
    ...bannedFindings(sample),
    ...(await grammarFindings(sample, Math.max(1, Math.round(expansions / 4)))),
  ],
  runs: recurringRuns(sample, limits.runs),
  openings: recurringOpenings(sample, limits.openings),
  readability: readability(sample),
}
process.stdout.write(values.json ? `${JSON.stringify(report, null, 1)}\n` : `${written(report).join('\n')}\n`)
process.exitCode = report.hard.length > 0 ? 1 : 0

function written(found: typeof report): string[] {
  const pages = [...new Set(found.hard.map(({ page }) => page))]
  return [
    `${sample.length} patterns, ${sample.reduce((sum, { sentences }) => sum + sentences.length, 0)} sentences read`,
    ...pages.flatMap((page) => [
      '',
      `${page}.ts`,
      ...found.hard.filter((one) => one.page === page).map(fault),
    ]),
    ...list('Four words in a row, by voice', found.runs.map(recurrence)),
    ...list('Openings of three words, by move and voice', found.openings.map(recurrence)),
    ...list('Reading ease', found.readability.map(ease)),
    '',
    found.hard.length === 0 ? 'No hard gate fails.' : `${found.hard.length} hard faults.`,
  ]
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function fault({ gate, where, problem, sentence }: Finding): string {
  return `  ${gate} [${where}] ${problem}\n      ${sentence}`
}

function recurrence({ words, where, patterns, pages }: Recurrence): string {
  return `  ${patterns.toFixed(1).padStart(5)}  ${where}: ${words}  (${pages.slice(0, 6).join(', ')}${pages.length > 6 ? ', ...' : ''})`
}

function ease(one: Readability): string {
  const share = (part: number) => `${Math.round(part * 100)}%`.padStart(4)
  return (
    `  ${one.voice.padEnd(8)} grade ${one.grade.toFixed(1)}, ${one.words.toFixed(1)} words, easy ${share(one.easy)};` +
    ` short ${share(one.short)}, medium ${share(one.medium)}, long ${share(one.long)}; ${one.patterns} patterns`
  )
}
