/** A judged text as it is handed out: whole, so that another writer can answer the same case. */
import { formatMoney } from '../../../models/narrative/values'
import type { Product } from '../../../shared/domain/catalogue'
import type { EvaluatedText } from '../../../shared/domain/evaluation'
import { factKind } from '../../../shared/domain/facts'
import type { Judged } from './judge'

/** The case, what was picked for it, and the text. */
export function evaluatedText(one: Judged): EvaluatedText {
  const { persona, products } = one
  return {
    ...{ case: one.index, persona: persona.id, interests: persona.interests },
    owned: persona.history.map(({ title }) => title),
    ...{ occasion: one.occasion, template: one.template, text: one.text },
    products: products.map((product) => ({
      ...{ id: product.id, title: product.title, facts: factLines(product, persona.locale) },
    })),
  }
}

function factLines(product: Product, locale: string): readonly string[] {
  const { brand, price, wasPrice, rating } = product
  return [
    `What it is: ${product.noun}`,
    ...(brand ? [`Brand: ${brand}`] : []),
    ...(price ? [`Price: ${formatMoney(price, locale)}`] : []),
    ...(wasPrice ? [`Previous price: ${formatMoney(wasPrice, locale)}`] : []),
    ...(rating ? [`Rating: ${rating.mean.toFixed(1)} out of 5`] : []),
    ...product.facts.map(({ kind, text }) => `${factKind(kind).label}: ${text}`),
  ]
}
