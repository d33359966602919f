/**
 * A fairness audit as one page to hand on: complete in itself, without scripts, the same on screen and on A4 paper. The segment of the first
 * finding is shown in full, every other in a line; what has no room is in the table of `fairnessCsv`.
 */
import type { CurrencyCode } from '../domain/catalogue'
import type {
  FairnessAudit,
  FairnessGap,
  FairnessGroup,
  FairnessMeasure,
  FairnessReport,
} from '../domain/fairness'
import { SMALL_GROUP } from '../domain/fairness'
import { behind, gapP, measuresInOrder, pFigure, placed, stands, tickText } from '../domain/fairnessFigures'
import { FINDING_LEVEL } from '../domain/fairnessSentences'
import { differenceText, fairnessWords, intervalText, segmentWords, valueText } from '../domain/fairnessWords'
import type { PlotRow } from './dotPlotSvg'
import { dotPlotSvg } from './dotPlotSvg'
import { STYLE } from './fairnessStyle'
import { escaped } from './html'

export { fairnessCsv } from './fairnessCsv'

/** What one page has room for. */
const ROOM = { findings: 5, plots: 6, told: 2, groups: 10, gaps: 10, notes: 4 } as const
const PLOT_PX = 226

/** The page, from its doctype on. */
export function fairnessReportHtml(audit: FairnessAudit): string {
  const report = shownOf(audit)
  const title = `Fairness of ${audit.catalogue}, version ${audit.version}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${headHtml(audit, title)}
${findingsHtml(audit)}
${report ? segmentHtml(report, audit.currency) : ''}
${othersHtml(audit, report)}
${footHtml(audit, report)}
</main>
</body>
</html>
`
}

/** The segment in full: that of the first finding, else the first. */
function shownOf({ reports, findings }: FairnessAudit): FairnessReport | undefined {
  return reports.find(({ segment }) => segment === findings[0]?.segment) ?? reports[0]
}

function headHtml(audit: FairnessAudit, title: string): string {
  const invented = audit.invented
    ? '<strong>An invented shop: every figure is of made-up people.</strong> '
    : ''
  return `<header>
<p class="kicker">${escaped(title)}</p>
<h1>${escaped(audit.headline)}</h1>
<p class="facts">${invented}${escaped(factsOf(audit).join(' · '))}</p>
</header>`
}

/** What the figures are about and how they were made. */
function factsOf(audit: FairnessAudit): readonly string[] {
  const { strategy, k, shoppers, texts, model, adapters, rules, seed, draws, run } = audit
  const mix = adapters.map(({ name, scale }) => `${name} × ${scale}`).join(' + ')
  return [
    `${strategy} picks, first ${k}`,
    `${whole(shoppers)} shoppers, the last product of each held out`,
    texts > 0
      ? `${whole(texts)} texts by ${model ?? 'the model'}${mix === '' ? '' : ` with ${mix}`}`
      : 'no texts',
    rules.length > 0 ? `business rules: ${rules.join(', ')}` : 'no business rules',
    `seed ${seed}`,
    `${whole(draws)} bootstrap draws`,
    ...(run === undefined ? [] : [`run ${run}`]),
  ]
}

const whole = (value: number) => value.toLocaleString('en-GB')

function findingsHtml({ findings }: FairnessAudit): string {
  if (findings.length === 0) return ''
  const items = findings
    .slice(0, ROOM.findings)
    .map(
      ({ sentence, n, small, pHolm }) =>
        `<li>${escaped(sentence)} <small>n ${whole(n)}${small ? ', a small group' : ''}, p ${escaped(pFigure(pHolm))}</small></li>`,
    )
  const more = findings.length - ROOM.findings
  return `<section>
<h2>What chance does not explain</h2>
<ul>${items.join('')}${more > 0 ? `<li><small>and ${more} more, in the CSV</small></li>` : ''}</ul>
</section>`
}

function segmentHtml(report: FairnessReport, currency: CurrencyCode): string {
  const measures = measuresInOrder(report)
  const groups = shownGroups(report)
  const left = report.groups.length - groups.length
  const name = capital(segmentWords(report.fields))
  return `<section>
<h2>${escaped(name)}</h2>
<p class="key">◆ differs from all others beyond chance · ● may be chance · ○ hollow: fewer than ${SMALL_GROUP} · whiskers hold 95 of 100 resamples${left > 0 ? ` · the ${groups.length} largest of ${report.groups.length} groups` : ''}</p>
<div class="plots">${plotted(measures)
    .map((metric) => plotHtml(report, groups, metric, currency))
    .join('')}</div>
${gapsHtml(report, measures, currency)}
</section>`
}

/** Measures that are drawn: the first of what shoppers see, and of what they are told where texts were written. */
function plotted(measures: readonly FairnessMeasure[]): readonly FairnessMeasure[] {
  const told = measures.filter((metric) => fairnessWords(metric).over === 'texts').slice(0, ROOM.told)
  const seen = measures.filter((metric) => fairnessWords(metric).over !== 'texts')
  return [...seen.slice(0, ROOM.plots - told.length), ...told]
}

/** The largest groups, in their own order. */
function shownGroups({ groups }: FairnessReport): readonly FairnessGroup[] {
  const largest = [...groups].sort((a, b) => b.n - a.n).slice(0, ROOM.groups)
  return groups.filter((group) => largest.includes(group))
}

function plotHtml(
  report: FairnessReport,
  groups: readonly FairnessGroup[],
  metric: FairnessMeasure,
  currency: CurrencyCode,
): string {
  const { label } = fairnessWords(metric)
  const gap = report.gaps.find((one) => one.metric === metric)
  const rows = groups.map((group) => rowOf(group, metric, { gap, currency }))
  const svg = dotPlotSvg(rows, { label, widthPx: PLOT_PX, tick: tickText(metric, currency) })
  return `<figure><figcaption>${escaped(label)}</figcaption>${svg}</figure>`
}

function rowOf(
  group: FairnessGroup,
  metric: FairnessMeasure,
  { gap, currency }: { readonly gap: FairnessGap | undefined; readonly currency: CurrencyCode },
): PlotRow {
  const [value, interval] = [group.metrics[metric], group.intervals[metric]]
  const { n, small } = behind(group, metric)
  return {
    ...{
      label: group.value,
      note: `n ${whole(n)}`,
      small,
      stands: stands(gap, group.value),
    },
    text: intervalText(metric, value, interval, currency),
    ...(value === null || value === undefined ? {} : { value: placed(metric, value) }),
    ...(interval ? { low: placed(metric, interval.low), high: placed(metric, interval.high) } : {}),
  }
}

function gapsHtml(
  { gaps }: FairnessReport,
  measures: readonly FairnessMeasure[],
  currency: CurrencyCode,
): string {
  const rows = measures
    .slice(0, ROOM.gaps)
    .flatMap((metric) => gaps.filter((gap) => gap.metric === metric))
    .map((gap) => gapHtml(gap, currency))
  return `<table>
<thead><tr><th>Measure</th><th>Lowest</th><th>Highest</th><th>Difference, 95 %</th><th>Ratio</th><th>Worst served</th><th>Gini</th><th>p</th></tr></thead>
<tbody>${rows.join('')}</tbody>
</table>`
}

function gapHtml(gap: FairnessGap, currency: CurrencyCode): string {
  const { metric, min, max, lowest, highest, difference, interval, ratio, fourFifths, worst, gini } = gap
  const range = interval
    ? ` <small>${differenceText(metric, interval.low)} to ${differenceText(metric, interval.high)}</small>`
    : ''
  const line = fourFifths === null ? '' : fourFifths ? ' ✓' : ' ✗ below ⅘'
  const cells = [
    `${escaped(valueText(metric, min, currency))} <small>${escaped(lowest)}</small>`,
    `${escaped(valueText(metric, max, currency))} <small>${escaped(highest)}</small>`,
    `${escaped(differenceText(metric, difference))}${range}`,
    ratio === null ? '–' : `${ratio.toFixed(2)}${line}`,
    escaped(worst ?? '–'),
    gini === null ? '–' : gini.toFixed(3),
    escaped(pFigure(gapP(gap))),
  ]
  return `<tr><th>${escaped(fairnessWords(metric).label)}</th>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`
}

/** Every other segment in a few words. */
function othersHtml({ reports, findings }: FairnessAudit, shown: FairnessReport | undefined): string {
  const others = reports.filter((report) => report !== shown)
  if (others.length === 0) return ''
  const words = others.map(({ segment, fields, groups }) => {
    const found = findings.filter((one) => one.segment === segment).length
    const says = found === 0 ? 'nothing beyond chance' : `${found} beyond chance`
    return `<strong>${escaped(segmentWords(fields))}</strong> (${groups.length} groups): ${says}`
  })
  return `<section><h2>Other segments</h2><p>${words.join('; ')}.</p></section>`
}

/** Notes without which figures are misread come first: of texts, of those that could not be written, of prices that are not known. */
const isOfData = (note: string) => /\btexts?\b|\bplanned\b|\bprices?\b(?! beside)/i.test(note)

/** Definitions of what is shown, how it was tested, and what to keep in mind. */
function footHtml({ notes }: FairnessAudit, report: FairnessReport | undefined): string {
  const shown = report ? plotted(measuresInOrder(report)) : []
  const definitions = shown
    .map(fairnessWords)
    .map(({ label, meaning }) => `<strong>${escaped(label)}.</strong> ${escaped(meaning)}`)
  const method = `A group is held against all other shoppers by the more cautious of Welch's and Student's test, a small one by permutations; p is corrected (Holm 1979) for every test on protected attributes, for every test on others apart, in the table it is of the two groups named, for every pair of a measure, and ${FINDING_LEVEL} is the line. Intervals: percentile bootstrap, Wilson's of shares of yes and no; of a difference in the table one that holds every pair of groups at once. The four-fifths line is that of 29 CFR 1607.4(D), marked where chance does not explain it. A difference is no proof of unfairness, and no difference none of fairness.`
  const told = [...notes].sort((a, b) => Number(isOfData(b)) - Number(isOfData(a))).slice(0, ROOM.notes)
  const left = notes.length - told.length
  const caveats = [
    ...told.map((note) => `<li>${escaped(note)}</li>`),
    ...(left > 0
      ? [
          `<li>${left} more ${left === 1 ? 'note has' : 'notes have'} no room here; the audit itself has all.</li>`,
        ]
      : []),
  ]
  return `<footer>
<h2>Definitions and caveats</h2>
<p>${definitions.join(' ')}</p>
<p>${escaped(method)}</p>
${caveats.length > 0 ? `<ul>${caveats.join('')}</ul>` : ''}
</footer>`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
