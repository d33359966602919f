/**
 * How well the checker judges the judged sentences: `npx tsx models/narrative/judge.ts [--json] [--set dev|heldOut]`. Prints precision,
 * recall and F1 by kind and in all, and every sentence on which it errs.
 */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { UNSUPPORTED_KINDS } from '../../shared/domain/narrative'
import { checkText } from './checker'
import { ROWS } from './judged/rows'
import type { JudgedSentence, Kind } from './judged/sentence'
import { SETS, SHOPPER } from './judged/sets'

/** Counts of one kind; a sentence has a kind of fault or has it not, however often. */
export interface Score {
  readonly right: number
  readonly falseAlarms: number
  readonly missed: number
  /** 0-1; 1 where there was nothing to get wrong. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** A sentence the checker and the person judge differently. */
export interface Disagreement {
  readonly text: string
  readonly person: readonly Kind[]
  readonly checker: readonly Kind[]
  readonly reasons: readonly string[]
}

/** The scores of a set. */
export interface Judgement {
  readonly sentences: number
  readonly all: Score
  readonly kinds: Readonly<Partial<Record<Kind, Score>>>
  readonly errors: readonly Disagreement[]
}

function score(right: number, falseAlarms: number, missed: number): Score {
  const share = (of: number) => (of === 0 ? 1 : right / of)
  const [precision, recall] = [share(right + falseAlarms), share(right + missed)]
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { right, falseAlarms, missed, precision, recall, f1 }
}

/** Compares the checker with the person over a set. */
export function judge(set: readonly JudgedSentence[]): Judgement {
  const judged = set.map(({ rows, text, faults }) => {
    const found = checkText(text, { products: rows.map((row) => ROWS[row]), shopper: SHOPPER })
    return {
      text,
      person: faults,
      checker: [...new Set(found.map(({ kind }) => kind))],
      reasons: found.map((one) => `${one.kind} "${one.text}": ${one.reason}`),
    }
  })
  const count = (kinds: readonly Kind[]) => {
    const total = (test: (person: boolean, checker: boolean) => boolean) =>
      kinds.reduce(
        (sum, kind) =>
          sum +
          judged.filter(({ person, checker }) => test(person.includes(kind), checker.includes(kind))).length,
        0,
      )
    return score(
      total((a, b) => a && b),
      total((a, b) => !a && b),
      total((a, b) => a && !b),
    )
  }
  return {
    sentences: set.length,
    all: count(UNSUPPORTED_KINDS),
    kinds: Object.fromEntries(UNSUPPORTED_KINDS.map((kind) => [kind, count([kind])])),
    errors: judged.filter(({ person, checker }) => [...person].sort().join() !== [...checker].sort().join()),
  }
}

function printed(name: string, { sentences, all, kinds, errors }: Judgement): string {
  const row = (label: string, one: Score) =>
    `  ${label.padEnd(12)} ${[one.precision, one.recall, one.f1].map((value) => value.toFixed(3)).join('  ')}  (${one.right} right, ${one.falseAlarms} false alarms, ${one.missed} missed)`
  return [
    `${name}: ${sentences} sentences; precision, recall, F1`,
    row('all', all),
    ...Object.entries(kinds).map(([kind, one]) => row(kind, one)),
    ...errors.map(
      ({ text, person, checker, reasons }) =>
        `  - ${text}\n      person: ${person.join(', ') || 'stands'}; checker: ${checker.join(', ') || 'stands'}${reasons.map((reason) => `\n      ${reason}`).join('')}`,
    ),
  ].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, set: { type: 'string' } } })
  const chosen = Object.entries(SETS).filter(([name]) => values.set === undefined || values.set === name)
  if (chosen.length === 0) {
    process.stderr.write(
      `There is no set "${values.set ?? ''}"; say --set ${Object.keys(SETS).join(' or --set ')}\n`,
    )
    process.exitCode = 2
  } else {
    const results = chosen.map(([name, set]) => [name, judge(set)] as const)
    process.stdout.write(
      values.json
        ? `${JSON.stringify(Object.fromEntries(results), undefined, 2)}\n`
        : `${results.map(([name, result]) => printed(name, result)).join('\n\n')}\n`,
    )
  }
}
