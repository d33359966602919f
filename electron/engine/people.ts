/** From whoever a request names to a persona. */
import { VOICES } from '../../shared/domain/voices'
import type { Audience } from '../../shared/contract/schemas'
import type { Product, Shopper } from '../../shared/domain/catalogue'
import type { Because } from '../../shared/domain/narrative'
import type { HistoryItem, Persona } from '../../shared/domain/persona'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Catalogue, Store } from '../store/types'

/** Things of her history a persona remembers. */
const HISTORY_KEPT = 12

/** The persona behind an audience. Throws NOT_FOUND. */
export async function personaOf(store: Store, catalogue: Catalogue, audience: Audience): Promise<Persona> {
  switch (audience.kind) {
    case 'profile':
      return audience.profile
    case 'persona': {
      const personas = await store.personas()
      const found = personas.find((persona) => persona.id === audience.id)
      if (found) return found
      const names = personas
        .map((persona) => persona.id)
        .slice(0, 12)
        .join(', ')
      throw new ShelftalkError(
        'NOT_FOUND',
        `There is no persona "${audience.id}".`,
        `Personas are: ${names}. "shelftalk personas" lists them all.`,
      )
    }
    case 'shopper':
      return shopperPersona(catalogue, await catalogue.shopper(audience.id))
  }
}

/** A persona made from a shopper: her purchases, newest first, what she usually pays, her interests and segments. */
export async function shopperPersona(catalogue: Catalogue, shopper: Shopper): Promise<Persona> {
  const events = (await catalogue.historyOf(shopper.id)).filter((event) => event.kind === 'purchase')
  const ids = [...new Set(events.map((event) => event.productId))].slice(0, HISTORY_KEPT)
  const bought = await catalogue.products(ids)
  const history = bought.map((product): HistoryItem => {
    const at = events.find((event) => event.productId === product.id)?.atMs ?? 0
    const boughtOn = at > 0 ? { boughtOn: new Date(at).toISOString().slice(0, 10) } : {}
    return { productId: product.id, title: product.title, noun: product.noun, ...boughtOn }
  })
  const budget = median(
    bought.flatMap(({ price }) => (price?.currency === shopper.currency ? [price.minor] : [])),
  )
  return {
    id: shopper.id,
    name: shopper.name,
    summary: summaryOf(shopper, history.length),
    interests: shopper.interests,
    history,
    voice: VOICES[0],
    segments: shopper.segments,
    locale: shopper.locale,
    currency: shopper.currency,
    ...(budget ? { budgetMinor: budget } : {}),
    shopperId: shopper.id,
  }
}

/** With what a pick's reason names first in her history, so that the text, which speaks of that, tells the same story as the ranking. */
export function namedFirst(persona: Persona, because: Because | undefined): Persona {
  const named = because && persona.history.find((item) => item.productId === because.productId)
  if (!named) return persona
  return { ...persona, history: [named, ...persona.history.filter((item) => item !== named)] }
}

/** Without what she has of the very things that the text is about: nothing is set beside itself. */
export function withoutPicked(persona: Persona, products: readonly Pick<Product, 'id' | 'title'>[]): Persona {
  const history = persona.history.filter(
    ({ productId, title }) =>
      !products.some((one) => one.id === productId || one.title.toLowerCase() === title.toLowerCase()),
  )
  return history.length === persona.history.length ? persona : { ...persona, history }
}

function summaryOf(shopper: Shopper, bought: number): string {
  const things =
    bought === 0 ? 'has bought nothing yet' : `has bought ${bought} ${bought === 1 ? 'thing' : 'things'}`
  const interests = shopper.interests.length > 0 ? `; interested in ${shopper.interests.join(', ')}` : ''
  return `${shopper.name} ${things}${interests}.`
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
