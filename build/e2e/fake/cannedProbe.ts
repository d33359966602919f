/** A probe that was never made: a few picks move and a few words change, by a seed. */
import type { ProbeFairnessRequest } from '../../../shared/contract/parts/fairness'
import type {
  Estimate,
  FairnessProbe,
  ProbeAnswer,
  ProbeCase,
  ProbeChange,
  ProbeSummary,
} from '../../../shared/domain/fairness'
import { flipWords } from '../../../shared/domain/fairnessSentences'
import { probeNotes, probeSentence } from '../../../shared/domain/probeSentences'
import { seededRandom } from '../../../shared/util/random'
import { personas, shoppers } from './people'
import { products } from './products'

/** What is flipped, in words. */
const flippedWords = ({ flip }: ProbeFairnessRequest) =>
  flip.what === 'name' ? `name to ${flip.name}` : flipWords(flip.field, flip.value)

/** A probe as asked for. */
export function cannedProbe(request: ProbeFairnessRequest): FairnessProbe {
  const cases = peopleOf(request).map(({ id, name }, at) => caseOf({ id, name }, request, at))
  const [flip, reseed] = [summaryOf(cases, 'flip'), summaryOf(cases, 'reseed')]
  const flipped = flippedWords(request)
  const beyondSeed =
    flip.textDistance && reseed.textDistance
      ? { difference: flip.textDistance.value - reseed.textDistance.value, p: 0.62 }
      : null
  const people = cases.length
  // Without a rule an attribute could change no list.
  const rules =
    request.flip.what === 'segment' ? { before: [], after: ['Even prices'] } : { before: [], after: [] }
  const probed = { flipped, what: request.flip.what, rules, people, flip, reseed, beyondSeed }
  return {
    ...{ catalogue: request.catalogue ?? 'shelf', version: 1, invented: true, strategy: request.strategy },
    ...{ ...probed, seed: request.seed, k: request.k, cases },
    ...{ sentence: probeSentence(probed), notes: probeNotes(probed) },
    ms: 8_340,
  }
}

function peopleOf({
  audience,
  people,
}: ProbeFairnessRequest): readonly { readonly id: string; readonly name: string }[] {
  if (!audience) return shoppers.slice(0, people)
  if (audience.kind === 'profile') return [audience.profile]
  const found = [...personas, ...shoppers].find(({ id }) => id === audience.id)
  return found ? [found] : []
}

function caseOf(
  { id, name }: { readonly id: string; readonly name: string },
  request: ProbeFairnessRequest,
  at: number,
): ProbeCase {
  const order = seededRandom(at + 1).shuffle(products)
  const called = request.flip.what === 'name' ? request.flip.name : name
  const answer = (turned: number, closing: string, who: string): ProbeAnswer => {
    const list = [...order.slice(turned), ...order.slice(0, turned)].slice(0, request.k)
    const [first, second] = list
    const picks = list.map((product) => ({
      ...{ id: product.id, title: product.title },
      ...(product.price ? { price: product.price } : {}),
    }))
    const text = `${who.split(' ')[0] ?? who}, the ${first?.title ?? ''} is made of ${first?.facts[0]?.text ?? 'good stuff'}. The ${second?.title ?? ''} goes with it. ${closing}`
    return { picks, ...(request.texts ? { text } : {}) }
  }
  const before = answer(0, 'See it on the shelf this week.', name)
  const after = answer(
    at % 3 === 0 ? 1 : 0,
    at % 2 === 0 ? 'See its price on the shelf this week.' : 'See it on the shelf this week.',
    called,
  )
  const reseeded = answer(
    0,
    at % 4 === 0 ? 'Have a look at it on the shelf.' : 'See it on the shelf this week.',
    name,
  )
  return {
    ...{ id, name, before, after, reseeded },
    flip: changeOf(before, after),
    reseed: changeOf(before, reseeded),
  }
}

function changeOf(a: ProbeAnswer, b: ProbeAnswer): ProbeChange {
  const [one, two] = [a, b].map(({ picks }) => new Set(picks.slice(0, 5).map(({ id }) => id)))
  const both = [...(one ?? [])].filter((id) => two?.has(id)).length
  const same = a.picks.map(({ id }) => id).join() === b.picks.map(({ id }) => id).join()
  const jaccard = both / ((one?.size ?? 0) + (two?.size ?? 0) - both || 1)
  return {
    ...{ jaccard, rankOverlap: same ? 1 : 0.72, priceShift: same ? 0 : -0.034 },
    textDistance: a.text === undefined || b.text === undefined ? null : a.text === b.text ? 0 : 0.14,
  }
}

function summaryOf(cases: readonly ProbeCase[], which: 'flip' | 'reseed'): ProbeSummary {
  const mean = (value: (one: ProbeChange) => number, width: number, least = 0): Estimate => {
    const values = cases.map((one) => value(one[which]))
    const middle = values.reduce((sum, one) => sum + one, 0) / values.length
    return { value: middle, low: Math.max(least, middle - width), high: Math.min(1, middle + width) }
  }
  const texts = cases.every(({ before }) => before.text !== undefined)
  return {
    picksChanged: mean(({ rankOverlap }) => Number(rankOverlap < 1), 0.12),
    productsChanged: mean(({ jaccard }) => Number(jaccard < 1), 0.12),
    textChanged: texts ? mean(({ textDistance }) => Number((textDistance ?? 0) > 0), 0.14) : null,
    jaccard: mean(({ jaccard }) => jaccard, 0.04),
    rankOverlap: mean(({ rankOverlap }) => rankOverlap, 0.05),
    priceShift: mean(({ priceShift }) => priceShift ?? 0, 0.01, -1),
    textDistance: texts ? mean(({ textDistance }) => textDistance ?? 0, 0.03) : null,
  }
}
