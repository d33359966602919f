/** Fairness over canned data: the shapes and the pace of the real thing, none of its figures. */
import { segmentFieldsOf } from '../../../electron/engine/fairness/segments'
import { ShelftalkError } from '../../../shared/contract/errors'
import type {
  AuditedShoppersRequest,
  AuditFairnessEvent,
  AuditFairnessRequest,
  FairnessServices,
  ProbeFairnessEvent,
  ProbeFairnessRequest,
  TradeOffEvent,
  TradeOffRequest,
} from '../../../shared/contract/parts/fairness'
import type { Page } from '../../../shared/contract/services'
import type { AuditedShopper } from '../../../shared/domain/fairness'
import { PRICE_TIERS } from '../../../shared/domain/fairness'
import { seededRandom } from '../../../shared/util/random'
import { FIELDS, cannedAudit } from './cannedAudit'
import { cannedProbe } from './cannedProbe'
import { cannedTradeOff } from './cannedTradeOff'
import { shoppers } from './people'
import { products } from './products'

const STEP_MS = 40
/** Behind each group, whoever is asked for. */
const BEHIND = 30

/** The operations. */
export function fairnessFakes(): FairnessServices {
  return {
    segmentFields: async () => fields(),
    auditFairness: auditFake,
    auditedShoppers: async (request) => shoppersFake(request),
    fairnessTradeOff: tradeOffFake,
    probeFairness: probeFake,
  }
}

/** As many shoppers as the canned audit counts, with the segments that it splits them by. */
function fields() {
  const people = Object.entries(FIELDS).flatMap(([field, values]) =>
    Object.entries(values).flatMap(([value, n]) => Array.from({ length: n }, () => ({ field, value }))),
  )
  return segmentFieldsOf(people.map(({ field, value }) => ({ segments: { [field]: value } }))).map((one) => ({
    ...one,
    missing: 3280 - one.values.reduce((sum, { n }) => sum + n, 0),
  }))
}

/** Waits `steps` steps, telling of each; ends early when `signal` aborts. */
async function* paced(steps: number, signal: AbortSignal): AsyncGenerator<number> {
  for (let step = 1; step <= steps; step++) {
    if (signal.aborted) return
    await new Promise((resolve) => setTimeout(resolve, STEP_MS))
    yield step
  }
}

/** Many texts take until somebody stops it, however slow the machine that looks is. */
const textSteps = (texts: number) => (texts > 500 ? Infinity : Math.ceil(texts / 20))

async function* auditFake(
  request: AuditFairnessRequest,
  signal: AbortSignal,
): AsyncGenerator<AuditFairnessEvent> {
  const unknown = request.segments?.flat().find((field) => FIELDS[field] === undefined)
  if (unknown !== undefined)
    throw new ShelftalkError('BAD_INPUT', `No shopper has "${unknown}".`, 'Choose an attribute of the list.')
  yield { type: 'progress', stage: 'reading', done: 0, total: 0 }
  for await (const step of paced(10, signal))
    yield { type: 'progress', stage: 'ranking', done: 328 * step, total: 3280 }
  for await (const step of paced(textSteps(request.texts), signal))
    yield {
      type: 'progress',
      stage: 'writing',
      done: Math.min(request.texts - 1, step * 20),
      total: request.texts,
    }
  if (signal.aborted) return
  yield { type: 'progress', stage: 'measuring', done: 0, total: 0 }
  yield { type: 'done', result: cannedAudit(request) }
}

async function* tradeOffFake(request: TradeOffRequest, signal: AbortSignal): AsyncGenerator<TradeOffEvent> {
  for await (const step of paced(5, signal))
    yield { type: 'progress', stage: 'ranking', done: 656 * step, total: 3280 }
  if (!signal.aborted) yield { type: 'done', result: cannedTradeOff(request) }
}

async function* probeFake(
  request: ProbeFairnessRequest,
  signal: AbortSignal,
): AsyncGenerator<ProbeFairnessEvent> {
  const total = request.audience ? 1 : request.people
  for await (const step of paced(Math.min(total, 10), signal))
    yield { type: 'progress', stage: 'probing', done: step, total }
  if (!signal.aborted) yield { type: 'done', result: cannedProbe(request) }
}

function shoppersFake(request: AuditedShoppersRequest): Page<AuditedShopper> {
  if (request.audit !== 'audit-1')
    throw new ShelftalkError('NOT_FOUND', 'That audit is no longer remembered.', 'Audit again.')
  const [start, sign] =
    request.order === 'lowest' ? [request.metric === 'priceLevel' ? -0.6 : 0, 1] : [0.9, -1]
  const items = shoppers.slice(0, BEHIND).map((shopper, at): AuditedShopper => {
    const picks = seededRandom(at + 1).shuffle(products)
    return {
      ...{ id: shopper.id, name: shopper.name },
      segments: { ...shopper.segments, [request.segment[0] ?? '']: request.group },
      value: at === BEHIND - 1 ? null : start + sign * at * 0.03,
      picks: picks.map(({ id, title, price }, place) => ({
        ...{ id, title },
        ...(price ? { price, tier: PRICE_TIERS[(at + place) % 3] ?? 'middle' } : {}),
        ...(place === at % 7 ? { taken: true as const } : {}),
      })),
      ...(request.withText || at % 3 === 0
        ? {
            text: {
              ...{
                occasion: 'a rainy week in the hills',
                voice: shopper.interests.length > 0 ? 'warm' : 'crisp',
              },
              text: `${shopper.name.split(' ')[0] ?? ''}, the ${picks[0]?.title ?? ''} is made for rain. It costs less than it looks. See it on the shelf this week.`,
            },
          }
        : {}),
    }
  })
  return { items: items.slice(request.offset, request.offset + request.limit), total: items.length }
}
