import type { Product } from '../../shared/domain/catalogue'
import type { FactKind } from '../../shared/domain/facts'

/** Long descriptions blur a sum of words; what a thing is stands at their beginning. */
const DESCRIPTION_LETTERS = 400
/** Kinds of facts that say what a thing is for; figures and colours say little in a sum of words. */
const TELLING: ReadonlySet<FactKind> = new Set([
  'use',
  'season',
  'room',
  'style',
  'flavour',
  'scent',
  'ages',
  'skin',
])

/** What is embedded of a product, so that it lies near the occasions and interests it serves. */
export function productText(product: Product): string {
  const { title, noun, category, description, facts } = product
  const telling = facts.filter((fact) => TELLING.has(fact.kind)).map((fact) => fact.text)
  return [title, noun, category, description.slice(0, DESCRIPTION_LETTERS), ...telling]
    .filter((text) => text !== '')
    .join('. ')
}
