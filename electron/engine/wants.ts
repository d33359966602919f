/** What a shopper wants, as texts, and which products of the shop answer it. */
import type { Persona } from '../../shared/domain/persona'

/** Reciprocal rank fusion's constant. */
const RRF_K = 60
/** Up to this place in what an occasion found, a product may be said to fit it. */
const FITTING_RANK = 30
/** Interests, and things owned, that are asked for. */
const ASKED_MAX = 3

/** What is wanted, answered. */
export interface Wants {
  /** Product ids, best first. */
  readonly retrieved: readonly string[]
  /** The occasion, where something in the shop fits it; else empty. */
  readonly occasion: string
  /** Why a product was retrieved: the occasion where that found it, else the interest that did. */
  readonly found: (productId: string) => string
  /** Says first that nothing fits the occasion, where that is so. */
  readonly told: (reason: string) => string
}

/** Nothing is wanted in particular. */
export const NO_WANTS: Wants = { retrieved: [], occasion: '', found: () => '', told: (reason) => reason }

/** One text with the products that answer it, best first. */
interface Want {
  readonly text: string
  /** The occasion is what was asked for, so it outweighs all lasting interests together. */
  readonly weight: number
  readonly reason: string
  readonly ids: readonly string[]
}

/**
 * Asks for the occasion and the interests; for what she owns where she said neither, or the shop has nothing for the occasion. A present is
 * asked for by its occasion alone: the interests are the giver's.
 * @param answer product ids for a text, best first, none where nothing fits
 */
export async function wantsOf(
  persona: Persona,
  occasion: string,
  answer: (text: string) => Promise<readonly string[]>,
): Promise<Wants> {
  const ask = async (want: Omit<Want, 'ids'>): Promise<Want> => ({ ...want, ids: await answer(want.text) })
  const asked = occasion === '' ? [] : [await ask({ text: occasion, weight: 2, reason: `Fits ${occasion}` })]
  const fits = asked.some(({ ids }) => ids.length > 0)
  const own = persona.recipient === undefined ? await Promise.all(ownTexts(persona, fits).map(ask)) : []
  const wants = [...asked, ...own]
  return {
    retrieved: fused(wants),
    occasion: fits ? occasion : '',
    found: (productId) => reasonOf(productId, wants, fits),
    told: (reason) => (occasion === '' || fits ? reason : unfitting(occasion, reason)),
  }
}

function ownTexts({ interests, history }: Persona, occasionFits: boolean): readonly Omit<Want, 'ids'>[] {
  const asked = interests.slice(0, ASKED_MAX)
  if (asked.length > 0)
    return asked.map((text) => ({
      ...{ text, weight: 1 / asked.length },
      reason: `Matches an interest in ${text}`,
    }))
  const owned = history.slice(0, ASKED_MAX).map((item) => item.noun ?? item.title)
  if (occasionFits || owned.length === 0) return []
  return [{ text: owned.join(', '), weight: 1, reason: 'Close to what you have' }]
}

/** Weighted reciprocal rank fusion (Cormack, Clarke and Buettcher, 2009). */
function fused(wants: readonly Want[]): readonly string[] {
  const scores = new Map<string, number>()
  for (const { weight, ids } of wants) {
    ids.forEach((id, rank) => scores.set(id, (scores.get(id) ?? 0) + weight / (RRF_K + rank + 1)))
  }
  return [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id)
}

function reasonOf(productId: string, wants: readonly Want[], occasionFits: boolean): string {
  const rankIn = ({ ids }: Want) => (ids.includes(productId) ? ids.indexOf(productId) : Infinity)
  const [first] = wants
  if (occasionFits && first && rankIn(first) < FITTING_RANK) return first.reason
  return wants.reduce((a, b) => (rankIn(b) < rankIn(a) ? b : a)).reason
}

const unfitting = (occasion: string, reason: string) =>
  `Nothing in the shop fits "${occasion}"; ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
