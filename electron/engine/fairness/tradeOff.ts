/** The trade-off of evening one group's lists out, over a catalogue: what it mends and what it costs at every strength. */
import { EVALUATION_DRAWS } from '../../../models/evaluate/resamples'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { TradeOffEvent, TradeOffRequest } from '../../../shared/contract/parts/fairness'
import type { TradeOff } from '../../../shared/domain/fairness'
import { fieldWords } from '../../../shared/domain/fairnessWords'
import { halvingStrength, tradeOffSentence } from '../../../shared/domain/tradeOffSentence'
import type { Store } from '../../store/types'
import type { Ground, Read } from './ground'
import { onGround, readCatalogue, unasked } from './ground'
import { checkAttribute } from './segments'
import type { AuditShelf } from './shelf'
import type { Segments, TradedCurve } from './tasks'
import type { Course } from './telling'
import { worked } from './telling'

/** What a trade-off works with. */
export interface TradeOffBench {
  readonly store: Pick<Store, 'catalogue'>
  readonly shelf: AuditShelf
}

type TradeOffProgress = Exclude<TradeOffEvent, { readonly type: 'done' }>

/** Draws the curve, before any business rule. Throws NOT_FOUND, and BAD_INPUT for a group of nobody or of everybody, or classes nothing has. */
export function tradeOff(
  bench: TradeOffBench,
  request: TradeOffRequest,
  signal: AbortSignal,
): AsyncGenerator<TradeOffEvent, void, void> {
  return worked<TradeOffProgress, TradeOff>(signal, (course) => traded(bench, request, course))
}

async function traded(
  { store, shelf }: TradeOffBench,
  request: TradeOffRequest,
  course: Course<TradeOffProgress>,
): Promise<TradeOff> {
  const begunMs = performance.now()
  course.tell({ type: 'progress', stage: 'reading', done: 0, total: 0 })
  const read = await readCatalogue(store, request.catalogue)
  checkAttribute(read.shoppers, request.segment.field, read.summary.name)
  const { strategy, seed } = request
  return onGround({ read, shelf, strategy, seed }, course, async (ground) => {
    const isGroup = groupOf(ground, request)
    const { curve, values } = await curveOf(ground, { request, isGroup, tell: course.tell })
    return { ...resultOf(read, request, { curve, values }), ms: performance.now() - begunMs }
  })
}

/** 1 for shoppers of the segment; as in rules, upper and lower case are one. */
function groupOf({ segments, read }: Ground, { segment: { field, value } }: TradeOffRequest): Uint8Array {
  const own = (one: Segments) => (Object.hasOwn(one, field) ? one[field]?.trim() : undefined) ?? ''
  const wanted = value.trim().toLowerCase()
  const isGroup = Uint8Array.from(segments, (one) => Number(own(one).toLowerCase() === wanted))
  const n = isGroup.reduce((sum, one) => sum + one, 0)
  if (n > 0 && n < isGroup.length) return isGroup
  const known = [...new Set(segments.map(own))]
    .filter((one) => one !== '')
    .sort((a, b) => a.localeCompare(b, 'en'))
  throw new ShelftalkError(
    'BAD_INPUT',
    `${n === 0 ? 'No' : 'Every'} shopper of "${read.summary.name}" who can be tested has ${fieldWords(field)} ${value}.`,
    n === 0 ? `There is: ${known.join(', ')}.` : 'Choose an attribute in which shoppers differ.',
  )
}

interface Drawing {
  readonly request: TradeOffRequest
  readonly isGroup: Uint8Array
  readonly tell: Course<TradeOffProgress>['tell']
}

async function curveOf({ crew, ranked }: Ground, { request, isGroup, tell }: Drawing) {
  const { by, k, steps } = request
  const report = (done: number) => tell({ type: 'progress', stage: 'measuring', done, total: steps })
  report(0)
  const outcome = await crew.run(
    {
      ...{ kind: 'tradeOff', lists: ranked.lists, k, by, steps, isGroup, draws: EVALUATION_DRAWS },
      measure: by === 'priceTier' ? 'priceLevel' : 'exposure',
    },
    report,
  )
  if (outcome.kind !== 'tradeOff') throw unasked(outcome)
  return outcome
}

function resultOf(
  { summary }: Read,
  { strategy, segment, by, k, seed }: TradeOffRequest,
  { curve, values }: { readonly curve: TradedCurve; readonly values: readonly string[] },
): Omit<TradeOff, 'ms'> {
  const { n, others, points, own, wished } = curve
  const measure = by === 'priceTier' ? 'priceLevel' : 'exposure'
  const halves = halvingStrength(points)
  const told = { measure, points, by, ...(halves === undefined ? {} : { halves }) } as const
  return {
    ...{ catalogue: summary.name, version: summary.version, invented: summary.invented },
    ...{ strategy, segment, k, seed, n, others },
    classes: values.map((value, at) => ({ value, own: own[at] ?? 0, others: wished[at] ?? 0 })),
    ...told,
    sentence: tradeOffSentence(told),
  }
}
