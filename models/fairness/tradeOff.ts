/** The trade-off of exposure parity: what moving one group's lists towards what all others are shown mends, and what it costs. */
import type { Estimate, TradeOff, TradeOffMeasure, TradeOffPoint } from '../../shared/domain/fairness'
import type { Study } from '../evaluate/study'
import { heldOutOf } from '../evaluate/study'
import { middle, resampledMeans } from '../metrics/bootstrap'
import { listMeasures } from '../metrics/ranking'
import type { ParityLists } from './parity'
import { classShares, countClasses, fitFactors, rerankLists, variationDistance } from './parity'

/** What a trade-off is drawn from. */
export interface TradeOffData extends ParityLists {
  readonly study: Study
  /** ln of the price by the typical price of its kind, [items]; NaN where it is not known. */
  readonly levels: Float64Array
  readonly measure: TradeOffMeasure
  /** 1 for the tested shoppers whose lists are re-ranked, [lists]. */
  readonly isGroup: Uint8Array
  /** Points besides 0. */
  readonly steps: number
  readonly seed: number
  /** Samples behind an interval. */
  readonly draws: number
}

/** A trade-off without what only the asker knows. */
export type TradeOffCurve = Pick<TradeOff, 'n' | 'others' | 'points'> & {
  /** Share of places, class by class: the group's own, and all others'. */
  readonly own: Float64Array
  readonly wished: Float64Array
  /** The first k of each of the group's lists at each strength, [n x k]. */
  readonly shown: readonly Int32Array[]
}

/** Lists at one strength. */
interface Step {
  readonly strength: number
  readonly factors: Float64Array
  readonly shares: Float64Array
  readonly shown: Int32Array
}

/**
 * The curve from strength 0 to 1. `onStep` is told how many points are done. At each the group's lists are fitted to shares that lie so far
 * on the way from its own to all others'; intervals are percentile bootstrap over shoppers, the group's and the others' drawn apart, the same
 * samples at every point. Throws RangeError where the group or the others are nobody.
 */
export function tradeOffCurve(
  data: TradeOffData,
  onStep: (done: number) => void = () => undefined,
): TradeOffCurve {
  const { isGroup, classes } = data
  const [rows, others] = [rowsOf(isGroup, 1), rowsOf(isGroup, 0)]
  if (rows.length === 0 || others.length === 0) throw new RangeError('A group and others are needed')
  const none = new Float64Array(classes).fill(1)
  const shownToOthers = rerankLists(data, others, none)
  const own = classShares(data, rerankLists(data, rows, none))
  const wished = classShares(data, shownToOthers)
  const steps: Step[] = []
  for (let at = 0; at <= data.steps; at++) {
    const strength = at / data.steps
    const aim = own.map((share, index) => share + strength * (wished[index]! - share))
    const factors = at === 0 ? none : fitFactors(data, rows, { wished: aim, from: steps[at - 1]!.factors })
    const shown = rerankLists(data, rows, factors)
    steps.push({ strength, factors, shares: classShares(data, shown), shown })
    onStep(at)
  }
  const points = measured(data, { rows, others, shownToOthers, steps })
  return {
    ...{ n: rows.length, others: others.length, own, wished, points },
    shown: steps.map(({ shown }) => shown),
  }
}

function rowsOf(isGroup: Uint8Array, wanted: 0 | 1): Int32Array {
  return Int32Array.from(isGroup.keys()).filter((row) => isGroup[row] === wanted)
}

interface Parts {
  readonly rows: Int32Array
  readonly others: Int32Array
  readonly shownToOthers: Int32Array
  readonly steps: readonly Step[]
}

/** What the group's lists are worth and show at one step, drawn as often as everything else. */
interface Drawn {
  /** Mean over the group, and over each sample of it. */
  readonly ndcg: Sampled
  /** Of the measure to be mended; for shares one for each class. */
  readonly mended: readonly Sampled[]
}

interface Sampled {
  readonly mean: number
  readonly drawn: Float64Array
}

function measured(
  data: TradeOffData,
  { rows, others, shownToOthers, steps }: Parts,
): readonly TradeOffPoint[] {
  const sampled = (of: Int32Array, lists: readonly Int32Array[], seed: number): readonly Drawn[] => {
    const perStep = lists.map((shown) => [ndcgOf(data, of, shown), ...mendedOf(data, shown)])
    const columns = sample(perStep.flat(), { seed, draws: data.draws })
    const width = perStep[0]!.length
    return perStep.map((_, at) => {
      const [ndcg, ...mended] = columns.slice(at * width, (at + 1) * width)
      return { ndcg: ndcg!, mended }
    })
  }
  const theirs = sampled(others, [shownToOthers], data.seed + 1)[0]!
  const ours = sampled(
    rows,
    steps.map(({ shown }) => shown),
    data.seed,
  )
  const first = ours[0]!.ndcg
  const over = (own: Sampled) =>
    combined(
      [own, theirs.ndcg],
      ([a, b]) => (a! * rows.length + b! * others.length) / (rows.length + others.length),
    )
  const all = over(first)
  return steps.map(({ strength, factors, shares }, at) => {
    const { ndcg, mended } = ours[at]!
    return {
      strength,
      factors: [...factors],
      shares: [...shares],
      ndcg: estimate(over(ndcg)),
      groupNdcg: estimate(ndcg),
      cost: lossOf(over(ndcg), all),
      groupCost: lossOf(ndcg, first),
      gap: estimate(gapOf(data.measure, mended, theirs.mended)),
    }
  })
}

/** NDCG of each list against what was held out of its shopper. */
function ndcgOf({ study, k }: TradeOffData, rows: Int32Array, shown: Int32Array): Float64Array {
  return Float64Array.from(rows, (row, at) => {
    const wanted = heldOutOf(study, study.users[row]!)
    const list = shown.subarray(at * k, (at + 1) * k)
    const places = Array.from(list.keys()).flatMap((place) =>
      wanted.includes(list[place]!) ? place + 1 : [],
    )
    return listMeasures(places, wanted.length, k).ndcg
  })
}

/** What is to be mended, list by list: its mean price level, or its share of each class. Lists that have none count as the mean of the others. */
function mendedOf(data: TradeOffData, shown: Int32Array): readonly Float64Array[] {
  const { k, classOf, classes, levels, measure } = data
  const lists = shown.length / k
  const at = (list: number) => shown.subarray(list * k, (list + 1) * k)
  if (measure === 'priceLevel')
    return [filled(Float64Array.from({ length: lists }, (_, list) => meanLevel(at(list), levels)))]
  const columns = Array.from({ length: classes }, () => new Float64Array(lists))
  const own = new Float64Array(classes)
  for (let list = 0; list < lists; list++) {
    const known = countClasses(at(list), classOf, own)
    own.forEach((count, index) => (columns[index]![list] = count / known))
  }
  return columns.map(filled)
}

function meanLevel(list: Int32Array, levels: Float64Array): number {
  const known = Array.from(list, (item) => (item < 0 ? NaN : levels[item]!)).filter(Number.isFinite)
  return known.reduce((sum, level) => sum + level, 0) / known.length
}

function filled(values: Float64Array): Float64Array {
  const known = values.filter(Number.isFinite)
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  return values.map((value) => (Number.isFinite(value) ? value : mean))
}

function sample(
  columns: readonly Float64Array[],
  drawing: { readonly seed: number; readonly draws: number },
): readonly Sampled[] {
  const drawn = resampledMeans(columns, drawing)
  return columns.map((values, at) => ({
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    drawn: drawn[at]!,
  }))
}

/** A figure made of several, sample by sample. */
function combined(parts: readonly Sampled[], of: (values: readonly number[]) => number): Sampled {
  return {
    mean: of(parts.map(({ mean }) => mean)),
    drawn: parts[0]!.drawn.map((_, draw) => of(parts.map(({ drawn }) => drawn[draw]!))),
  }
}

function gapOf(measure: TradeOffMeasure, ours: readonly Sampled[], theirs: readonly Sampled[]): Sampled {
  const half = ours.length
  return combined([...ours, ...theirs], (values) =>
    measure === 'priceLevel'
      ? values[0]! - values[1]!
      : variationDistance(values.slice(0, half), values.slice(half)),
  )
}

/** Null where there is nothing to lose. */
function lossOf(after: Sampled, before: Sampled): Estimate | null {
  if (!(before.mean > 0) || before.drawn.some((value) => !(value > 0))) return null
  return estimate(combined([after, before], ([a, b]) => a! / b! - 1))
}

function estimate({ mean, drawn }: Sampled): Estimate {
  const [low, high] = middle(drawn)
  return { value: mean, low, high }
}
