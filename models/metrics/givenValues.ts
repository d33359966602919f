/** What a writer was given to say: the values of the catalogue rows and the shopper's own words. */
import type { Money, Product } from '../../shared/domain/catalogue'
import type { Persona } from '../../shared/domain/persona'
import { formatMoney } from '../narrative/values'
import { spokenTitle } from './factsStated'

/** Every value of the shown products as a text may hold it: titles, nouns, brands, prices, ratings, listed facts. */
export function productValues(products: readonly Product[], locale: string): readonly string[] {
  const money = (amount: Money | undefined) => (amount ? [formatMoney(amount, locale)] : [])
  return products.flatMap((product) => [
    ...[spokenTitle(product), product.noun, product.brand ?? ''].filter(Boolean),
    ...[...money(product.price), ...money(product.wasPrice)],
    ...(product.rating ? [`${product.rating.mean.toFixed(1)} out of 5`] : []),
    ...product.facts.map(({ text }) => text),
  ])
}

/** What a text may speak of without a catalogue row: occasion, name, interests, recipient, things owned. */
export function shopperWords(persona: Persona, occasion: string): readonly string[] {
  return [
    occasion,
    persona.name,
    persona.recipient ?? '',
    ...persona.interests,
    ...persona.history.flatMap(({ title, noun }) => [title, noun ?? '']),
  ].filter(Boolean)
}
