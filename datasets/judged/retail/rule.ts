/**
 * Rules over a product's own words. A rule is alternatives separated by ` ; `; an alternative is terms separated by spaces that must all
 * hold; a term is words separated by `|`, any of which will do, in the field before the colon: `t:` title, `d:` title and description,
 * none or `c:` category. `-` before a term turns it round. A word matches whole, with or without a plural ending; `*` stands for any
 * ending, `?` for one letter or none, `+` for a space.
 */
import { ShelftalkError } from '../../../shared/contract/errors'
import type { Product } from '../../../shared/domain/catalogue'

/** Whether a product is meant. */
export type Rule = (product: Product) => boolean

const TERM = /^(-?)(?:([ctd]):)?(.+)$/

/** Reads a rule; an empty one means no product. Throws INTERNAL where a term has no words. */
export function ruleOf(text: string): Rule {
  const alternatives = text
    .split(' ; ')
    .filter((alternative) => alternative.trim() !== '')
    .map((alternative) => alternative.trim().split(/\s+/).map(termOf))
  return (product) => alternatives.some((terms) => terms.every((term) => term(product)))
}

function termOf(text: string): Rule {
  const [, minus, field = 'c', words] = TERM.exec(text) ?? []
  if (words === undefined)
    throw new ShelftalkError(
      'INTERNAL',
      `"${text}" is no term of a rule.`,
      'See datasets/judged/retail/rule.ts.',
    )
  // A category named inside alternatives keeps its own mark: `-c:tables|c:chairs`.
  const pattern = new RegExp(`\\b(?:${words.split('|').map(wordOf).join('|')})(?:s|es)?(?![\\w-])`, 'i')
  const wanted = minus !== '-'
  return (product) => pattern.test(fieldOf(product, field)) === wanted
}

function wordOf(word: string): string {
  return word
    .replace(/^c:/, '')
    .replace(/[.()[\]]/g, '\\$&')
    .replace(/\?/g, '\\w?')
    .replace(/\*/g, '[\\w-]*')
    .replace(/\+/g, '[ -]')
}

function fieldOf({ title, category, description }: Product, field: string): string {
  if (field === 't') return title
  return field === 'd' ? `${title}\n${description}` : category
}
