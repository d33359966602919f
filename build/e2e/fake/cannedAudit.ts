/** An audit that was never made: figures drawn by a seed around those of the invented shop, with its planted gap, tests and all. */
import { holm } from '../../../models/metrics/holm'
import type { AuditFairnessRequest } from '../../../shared/contract/parts/fairness'
import type {
  Exposure,
  ExposureTable,
  FairnessAudit,
  FairnessContrast,
  FairnessFinding,
  FairnessGap,
  FairnessGroup,
  FairnessMeasure,
  FairnessPair,
  FairnessReport,
} from '../../../shared/domain/fairness'
import {
  GROUP_MEASURES,
  NOT_KNOWN,
  OTHER_EXPOSURE,
  PICK_MEASURES,
  SMALL_GROUP,
  TEXT_MEASURES,
  isProtected,
} from '../../../shared/domain/fairness'
import { findingSentence, headlineOf, nothingSentence } from '../../../shared/domain/fairnessSentences'
import { fairnessWords } from '../../../shared/domain/fairnessWords'
import type { Interval } from '../../../shared/domain/recommendEvaluation'
import { seededRandom } from '../../../shared/util/random'

/** Shoppers that could be tested. */
const SHOPPERS = 3280

/** How many have which value; the rest have none. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ageBand: { '18-24': 511, '25-34': 956, '35-44': 698, '45-54': 509, '55+': 518 },
  gender: { man: 1389, 'non-binary': 93, undisclosed: 247, woman: 1472 },
  incomeBand: { high: 742, low: 957, middle: 1495 },
  region: { Ireland: 214, 'South India': 1208, 'United Kingdom': 398, 'West India': 1381 },
  tenure: { new: 561, returning: 2719 },
}

/** Mean and standard deviation over shoppers, or over texts. */
const USUAL: Readonly<Record<FairnessMeasure, readonly [mean: number, sd: number]>> = {
  ndcg: [0.079, 0.23],
  hr: [0.147, 0.354],
  priceLevel: [-0.115, 0.34],
  priceLift: [-0.021, 0.3],
  historyLevel: [-0.094, 0.3],
  price: [12.02, 0.62],
  premium: [0.264, 0.19],
  discount: [0.061, 0.03],
  popularity: [0.0213, 0.012],
  diversity: [0.618, 0.12],
  miscalibration: [0.71, 0.38],
  popularityLift: [0.14, 0.8],
  coverage: [0.31, 0.25],
  words: [62.4, 13],
  facts: [4.21, 1.3],
  grounded: [0.994, 0.08],
  readingGrade: [6.3, 1.1],
  voice: [0.78, 0.41],
  calls: [0.31, 0.46],
  priceMentions: [0.42, 0.49],
  told: [0.74, 0.44],
}

/** What differs for whom. Income is a matter of taste, age was planted. */
const SHIFTS: Readonly<Record<string, Partial<Record<FairnessMeasure, number>>>> = {
  'ageBand 55+': { priceLevel: -0.068, premium: -0.041, price: -0.06, priceLift: -0.03 },
  'incomeBand low': { priceLevel: -0.19, premium: -0.13, price: -0.21 },
  'incomeBand high': { priceLevel: 0.24, premium: 0.19, price: 0.26 },
}

const Z = 1.96

interface Drawn {
  readonly group: FairnessGroup
  /** Standard errors. */
  readonly errors: Readonly<Partial<Record<FairnessMeasure, number>>>
}

/** An audit as asked for. */
export function cannedAudit(request: AuditFairnessRequest): FairnessAudit {
  const segments = request.segments ?? Object.keys(FIELDS).map((field) => [field])
  const drawn = segments.map((fields, at) => ({ fields, groups: groupsOf(fields, request.texts, at + 1) }))
  const raw = drawn.map(({ fields, groups }) => reportOf(fields, groups))
  const reports = corrected(raw)
  const findings = findingsOf(reports)
  return {
    ...{
      audit: 'audit-1',
      catalogue: request.catalogue ?? 'shelf',
      version: 1,
      invented: true,
      currency: 'INR',
    },
    ...{ strategy: request.strategy, adapters: request.adapters, k: request.k, seed: request.seed },
    rules: request.rules ? ['Monsoon sale'] : [],
    ...(request.texts > 0 ? { model: 'shelftalk-base@3f9a1c07be42' } : {}),
    ...{ shoppers: SHOPPERS, texts: request.texts, draws: 2000, reports, findings },
    headline: headlineOf(findings) ?? nothingSentence({ segments, shoppers: SHOPPERS }),
    notes: [
      'Shoppers with fewer than two products in their history could not be tested; 214 are left out.',
      'Every figure is of the invented shop. Its past pages showed shoppers of 55 and over cheaper things on purpose.',
    ],
    ms: 21_480,
    ...(request.keep ? { run: 'r1' } : {}),
  }
}

/** Values of a field with how many have each, those without it last. */
function valuesOf(field: string): readonly (readonly [value: string | null, n: number])[] {
  const known = Object.entries(FIELDS[field] ?? {})
  const missing = SHOPPERS - known.reduce((sum, [, n]) => sum + n, 0)
  return [...known, ...(missing > 0 ? [[null, missing] as const] : [])]
}

function groupsOf(fields: readonly string[], texts: number, seed: number): readonly Drawn[] {
  const [first = '', second] = fields
  const random = seededRandom(seed)
  const cells = valuesOf(first).flatMap(([value, n]) =>
    second === undefined
      ? [{ values: { [first]: value }, n }]
      : valuesOf(second).map(([other, m]) => ({
          values: { [first]: value, [second]: other },
          n: Math.max(2, Math.round((n * m) / SHOPPERS)),
        })),
  )
  const each = Math.floor(texts / cells.length)
  return cells.map(({ values, n }) => drawGroup(values, { n, texts: Math.min(each, n) }, random.next))
}

function drawGroup(
  values: FairnessGroup['values'],
  { n, texts }: { readonly n: number; readonly texts: number },
  next: () => number,
): Drawn {
  const names = [...PICK_MEASURES, ...GROUP_MEASURES, ...(texts > 0 ? TEXT_MEASURES : [])]
  const figures = names.map((metric) => {
    const [mean, sd] = USUAL[metric]
    const error = sd / Math.sqrt((TEXT_MEASURES as readonly string[]).includes(metric) ? texts : n)
    const shift = Object.entries(values).reduce(
      (sum, [field, value]) => sum + (SHIFTS[`${field} ${value ?? ''}`]?.[metric] ?? 0),
      0,
    )
    // Half as much noise as chance would make, so that only what is planted is found.
    const value = mean + shift + error * (next() + next() + next() - 1.5) * 0.6
    return { metric, value, error }
  })
  return {
    group: {
      value: Object.values(values)
        .map((value) => value ?? NOT_KNOWN)
        .join(' × '),
      ...{ values, n, texts, small: n < SMALL_GROUP },
      metrics: Object.fromEntries(figures.map(({ metric, value }) => [metric, value])),
      intervals: Object.fromEntries(
        figures.map(({ metric, value, error }) => [metric, within(metric, around(value, error))]),
      ),
    },
    errors: Object.fromEntries(figures.map(({ metric, error }) => [metric, error])),
  }
}

/** No share is more than all. */
function within(metric: FairnessMeasure, { low, high }: Interval): Interval {
  return fairnessWords(metric).form === 'share'
    ? { low: Math.max(0, low), high: Math.min(1, high) }
    : { low, high }
}

const around = (value: number, error: number): Interval => ({
  low: value - Z * error,
  high: value + Z * error,
})

function reportOf(fields: readonly string[], drawn: readonly Drawn[]): FairnessReport {
  const metrics = Object.keys(drawn[0]?.group.metrics ?? {}) as FairnessMeasure[]
  const groups = drawn.map(({ group }) => group)
  return {
    ...{ segment: fields.join(' × '), fields, groups },
    gaps: metrics.map((metric) => gapOf(metric, drawn)),
    exposures: (['priceTier', 'aisle', 'category', 'brand'] as const).map((by) => exposureOf(by, groups)),
  }
}

function gapOf(metric: FairnessMeasure, drawn: readonly Drawn[]): FairnessGap {
  const { better, form, over, scale } = fairnessWords(metric)
  const large = drawn.filter(({ group }) => !group.small)
  const sorted = [...large].sort((a, b) => valueOf(a, metric) - valueOf(b, metric))
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (!lowest || !highest) throw new Error('An audit has groups')
  const [min, max] = [valueOf(lowest, metric), valueOf(highest, metric)]
  const ratio =
    scale === 'log' ? Math.exp(min - max) : scale === 'none' || min < 0 || max <= 0 ? null : min / max
  const of = (one: Drawn) => one.group.value
  const apart = around(max - min, Math.hypot(errorOf(lowest, metric), errorOf(highest, metric)))
  return {
    ...{ metric, min, max, lowest: of(lowest), highest: of(highest), difference: max - min },
    ...{ interval: { ...apart, low: Math.max(0, apart.low) }, ratio },
    fourFifths:
      ratio === null || better !== 'higher' || form !== 'share' || over === 'group'
        ? null
        : fourFifthsOf(lowest, highest, metric),
    worst: better === undefined ? null : of(better === 'higher' ? lowest : highest),
    gini: scale !== 'zero' || ratio === null ? null : giniOf(sorted.map((one) => valueOf(one, metric))),
    pairs: pairsOf(metric, drawn),
    contrasts: drawn.map((one) => contrastOf(metric, one, drawn)),
  }
}

/** Whether the ratio of two shares reaches four fifths beyond chance; null where that cannot be told. */
function fourFifthsOf(lowest: Drawn, highest: Drawn, metric: FairnessMeasure): boolean | null {
  const part = (one: Drawn) => errorOf(one, metric) / valueOf(one, metric)
  const middle = Math.log(valueOf(lowest, metric) / valueOf(highest, metric))
  const { low, high } = around(middle, Math.hypot(part(lowest), part(highest)))
  return low >= Math.log(0.8) ? true : high < Math.log(0.8) ? false : null
}

const valueOf = ({ group }: Drawn, metric: FairnessMeasure) => group.metrics[metric] ?? 0
const errorOf = ({ errors }: Drawn, metric: FairnessMeasure) => errors[metric] ?? 1

function giniOf(ascending: readonly number[]): number {
  const total = ascending.reduce((sum, value) => sum + value, 0)
  const n = ascending.length
  return ascending.reduce((sum, value, at) => sum + (2 * (at + 1) - n - 1) * value, 0) / (n * total)
}

function pairsOf(metric: FairnessMeasure, drawn: readonly Drawn[]): readonly FairnessPair[] {
  const pairs = drawn.flatMap((a, at) =>
    drawn.slice(at + 1).map((b) => {
      const difference = valueOf(a, metric) - valueOf(b, metric)
      const error = Math.hypot(errorOf(a, metric), errorOf(b, metric))
      const tested = { difference, ...around(difference, error), p: twoSided(difference / error) }
      return { a: a.group.value, b: b.group.value, ...tested }
    }),
  )
  const ps = holm(pairs.map(({ p }) => p))
  return pairs.map((pair, at) => ({ ...pair, pHolm: ps[at] ?? 1 }))
}

function contrastOf(metric: FairnessMeasure, one: Drawn, drawn: readonly Drawn[]): FairnessContrast {
  const others = drawn.filter((other) => other !== one)
  const n = others.reduce((sum, { group }) => sum + group.n, 0)
  const rest = others.reduce((sum, other) => sum + valueOf(other, metric) * other.group.n, 0) / n
  const value = valueOf(one, metric)
  const [difference, error] = [value - rest, errorOf(one, metric)]
  const relative = (by: number) => value / rest - 1 + (Z * error * by) / Math.abs(rest)
  return {
    ...{ group: one.group.value, value, rest, difference, ...around(difference, error) },
    relative:
      fairnessWords(metric).scale !== 'zero' || rest <= 0
        ? null
        : { value: relative(0), low: relative(-1), high: relative(1) },
    effect: (GROUP_MEASURES as readonly string[]).includes(metric) ? null : difference / USUAL[metric][1],
    ...{ p: twoSided(difference / error), pHolm: 1 },
  }
}

/** The normal distribution's two tails beyond `z` (Abramowitz and Stegun 26.2.17), to seven digits. */
function twoSided(z: number): number {
  const at = Math.abs(z)
  const t = 1 / (1 + 0.2316419 * at)
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.min(1, 2 * tail * (Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI)))
}

/** The reports with their contrasts corrected for all of the audit. */
function corrected(reports: readonly FairnessReport[]): readonly FairnessReport[] {
  const all = reports.flatMap(({ gaps }) => gaps.flatMap(({ contrasts }) => contrasts))
  const ps = new Map(holm(all.map(({ p }) => p)).map((p, at) => [all[at], p]))
  return reports.map((report) => ({
    ...report,
    gaps: report.gaps.map((gap) => ({
      ...gap,
      contrasts: gap.contrasts.map((one) => ({ ...one, pHolm: ps.get(one) ?? 1 })),
    })),
  }))
}

function findingsOf(reports: readonly FairnessReport[]): readonly FairnessFinding[] {
  const found = reports.flatMap((report) =>
    report.gaps.flatMap(({ metric, contrasts }) =>
      contrasts
        .filter(({ pHolm }) => pHolm < 0.05)
        .map((contrast) => {
          const group = report.groups.find(({ value }) => value === contrast.group)
          return {
            ...{
              ...contrast,
              segment: report.segment,
              metric,
              n: group?.n ?? 0,
              small: group?.small ?? false,
            },
            isProtected: report.fields.some(isProtected),
            sentence: findingSentence(metric, group?.values ?? {}, contrast),
          }
        }),
    ),
  )
  return found.sort(
    (a, b) =>
      Number(b.isProtected) - Number(a.isProtected) || Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0),
  )
}

const CLASSES: Readonly<Record<Exposure, readonly (readonly [value: string, share: number])[]>> = {
  priceTier: [
    ['budget', 0.378],
    ['middle', 0.358],
    ['premium', 0.264],
  ],
  aisle: [
    ['Clothing', 0.21],
    ['Kitchen', 0.17],
    ['Bags', 0.14],
    ['Footwear', 0.12],
    ['Electronics', 0.11],
    ['Garden', 0.08],
    [OTHER_EXPOSURE, 0.17],
  ],
  category: [
    ['Clothing', 0.22],
    ['Home & kitchen', 0.2],
    ['Bags & travel', 0.15],
    ['Outdoor', 0.13],
    ['Electronics', 0.11],
    [OTHER_EXPOSURE, 0.19],
  ],
  brand: [
    ['Fenmoor', 0.07],
    ['Orrin', 0.06],
    ['Tavistock', 0.05],
    ['Lumo', 0.05],
    ['Pinewren', 0.04],
    [OTHER_EXPOSURE, 0.73],
  ],
}

function exposureOf(by: Exposure, groups: readonly FairnessGroup[]): ExposureTable {
  const random = seededRandom(by.length)
  const shift = (group: FairnessGroup, at: number) => {
    const noise = (random.next() - 0.5) * 0.1 * Math.min(1, 10 / Math.sqrt(group.n))
    const planted =
      by === 'priceTier' && group.values['ageBand'] === '55+' ? ([0.045, -0.004, -0.041][at] ?? 0) : 0
    return planted + noise
  }
  const shares = CLASSES[by].map(([, share], at) =>
    groups.map((group) => Math.max(0.004, share + shift(group, at))),
  )
  const totals = groups.map((_, column) => shares.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const errorIn = (share: number, group: FairnessGroup) => Math.sqrt((share * (1 - share)) / (group.n * 6))
  return {
    by,
    rows: CLASSES[by].map(([value, usual], at) => ({
      value,
      shares: groups.map((group, column) => {
        const share = (shares[at]?.[column] ?? 0) / (totals[column] ?? 1)
        const value = share - usual
        const error = errorIn(share, group)
        const pHolm = Math.min(1, CLASSES[by].length * groups.length * twoSided(value / error))
        return { share, ...around(share, error), difference: { value, ...around(value, error), pHolm } }
      }),
      ofCatalogue: by === 'priceTier' ? 1 / 3 : usual * 0.9 + 0.1 / CLASSES[by].length,
    })),
    distances: groups.map(({ value, n }, column) => {
      const distance =
        CLASSES[by].reduce(
          (sum, [, usual], at) => sum + Math.abs((shares[at]?.[column] ?? 0) / (totals[column] ?? 1) - usual),
          0,
        ) / 2
      const error = 0.3 / Math.sqrt(n * 6)
      return { group: value, distance, low: Math.max(0, distance - error), high: distance + error }
    }),
  }
}
