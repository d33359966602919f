/** Every figure of an audit as one table, a row a figure, for a spreadsheet or a notebook. RFC 4180. */
import type { CurrencyCode } from '../domain/catalogue'
import type {
  ExposureShare,
  FairnessAudit,
  FairnessGap,
  FairnessMeasure,
  FairnessReport,
} from '../domain/fairness'
import { behind, gapP } from '../domain/fairnessFigures'
import {
  differenceText,
  differenceUnitText,
  fairnessWords,
  intervalText,
  unitText,
} from '../domain/fairnessWords'
import { metricText } from '../domain/metricWords'
import type { Interval } from '../domain/recommendEvaluation'

/**
 * What a row is: a group's figure, its difference from all other shoppers, its difference from another group, the gap between the lowest and the
 * highest group, its share of places, how that differs from all others', its distance from all others' shares.
 */
type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | boolean | null>>>

const COLUMNS = [
  ...(['catalogue', 'version', 'row', 'segment', 'group', 'other', 'measure', 'class', 'form'] as const),
  ...([
    'n',
    'texts',
    'small',
    'value',
    'low',
    'high',
    'ratio',
    'fourFifths',
    'gini',
    'effect',
    'p',
    'pHolm',
    'unit',
    'told',
  ] as const),
] as const

/** What a group is held against where it is held against everybody else. */
const REST = 'all others'

/** The table. `n` and `small` are of texts where texts are measured, else of shoppers; a gap's p is that of its two ends. Logarithms stay logarithms: `unit` says so, and `told` has the figure as people read it. */
export function fairnessCsv(audit: FairnessAudit): string {
  const about = { catalogue: audit.catalogue, version: audit.version }
  const rows = audit.reports.flatMap((report) => [
    ...figureRows(report, audit.currency),
    ...report.gaps.flatMap((gap) => gapRows(report, gap, audit.currency)),
    ...exposureRows(report),
  ])
  return [COLUMNS.join(','), ...rows.map((row) => lineOf({ ...about, ...row }))].join('\r\n') + '\r\n'
}

const lineOf = (row: Row) => COLUMNS.map((column) => cell(row[column])).join(',')

/** A text that a spreadsheet would take for a formula is kept a text by an apostrophe. */
function cell(value: Row[keyof Row]): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function figureRows({ segment, groups, gaps }: FairnessReport, currency: CurrencyCode): readonly Row[] {
  return groups.flatMap(({ value: group, n, texts, metrics, intervals }) =>
    gaps.map(({ metric }) => ({
      ...{
        row: 'figure',
        segment,
        group,
        measure: metric,
        form: fairnessWords(metric).form,
        texts,
      },
      ...{ ...behind({ n, texts }, metric), value: metrics[metric] ?? null, ...intervals[metric] },
      unit: unitText(metric, currency),
      told: intervalText(metric, metrics[metric], intervals[metric], currency),
    })),
  )
}

/** A difference as people read it, with its interval where it has one. */
function differenceTold(metric: FairnessMeasure, difference: number, interval: Interval | null): string {
  const text = (value: number) => differenceText(metric, value)
  return interval ? `${text(difference)} [${text(interval.low)} to ${text(interval.high)}]` : text(difference)
}

function gapRows(
  { segment, groups }: FairnessReport,
  gap: FairnessGap,
  currency: CurrencyCode,
): readonly Row[] {
  const { metric, lowest, highest, difference, interval, ratio, fourFifths, gini, pairs, contrasts } = gap
  const behindOf = (name: string): Row => {
    const group = groups.find(({ value }) => value === name)
    return group ? { ...behind(group, metric), texts: group.texts } : {}
  }
  const unit = differenceUnitText(metric, currency)
  const about = { segment, measure: metric, form: fairnessWords(metric).form, unit }
  return [
    {
      ...{ ...about, row: 'gap', group: highest, other: lowest, value: difference, ...interval },
      ...{ ratio, fourFifths, gini, pHolm: gapP(gap) ?? null },
      told: differenceTold(metric, difference, interval),
    },
    ...contrasts.map(({ group, difference: value, low, high, relative, effect, p, pHolm }) => ({
      ...{ ...about, row: 'contrast', group, other: REST, value, low, high, effect, p, pHolm },
      ...behindOf(group),
      ratio: relative && relative.value + 1,
      told: differenceTold(metric, value, { low, high }),
    })),
    ...pairs.map(({ a, b, difference: value, low, high, p, pHolm }) => ({
      ...{ ...about, row: 'pair', group: a, other: b, value, low, high, p, pHolm },
      told: differenceTold(metric, value, { low, high }),
    })),
  ]
}

const SHARE = 'share, 0-1'

function shareTold(share: number, { low, high }: Interval): string {
  const text = (value: number) => metricText(value, 'share')
  return `${text(share)} [${text(low)}, ${text(high)}]`
}

function exposureRows({ segment, groups, exposures }: FairnessReport): readonly Row[] {
  return exposures.flatMap(({ by, rows, distances }) => [
    ...rows.flatMap(({ value: of, shares }) =>
      shares.flatMap((share, at): readonly Row[] => {
        const about = {
          segment,
          ...{
            group: groups[at]?.value ?? '',
            measure: by,
            class: of,
            form: 'share',
            n: groups[at]?.n ?? null,
            unit: SHARE,
          },
        }
        return share ? shareRows(share, about) : [{ ...about, row: 'share', value: null }]
      }),
    ),
    ...distances.map((one, at) => ({
      ...{
        row: 'distance',
        segment,
        group: groups[at]?.value ?? '',
        other: REST,
        measure: by,
        form: 'share',
      },
      ...{ value: one?.distance ?? null, low: one?.low ?? null, high: one?.high ?? null, unit: SHARE },
      told: one ? shareTold(one.distance, one) : null,
    })),
  ])
}

function shareRows({ share, low, high, difference }: ExposureShare, about: Row): readonly Row[] {
  const row = { ...about, row: 'share', value: share, low, high, told: shareTold(share, { low, high }) }
  if (!difference) return [row]
  const { value, pHolm, ...interval } = difference
  const unit = `difference, ${SHARE}`
  const told = differenceTold('premium', value, interval)
  return [row, { ...about, row: 'shareContrast', other: REST, value, ...interval, pHolm, unit, told }]
}
