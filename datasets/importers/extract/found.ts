import { singularWord } from '../nouns/number'
import type { Aisle } from '../../../shared/domain/aisles'
import type { FactKind, GrammaticalNumber } from '../../../shared/domain/facts'
import { DEPICTIONS } from './lexicon'
import type { Token } from './tokens'

/** A fact as found, before choice and numbering. */
export interface Found {
  readonly kind: FactKind
  readonly text: string
  readonly number: GrammaticalNumber
  readonly field: string
  readonly start: number
  readonly end: number
  /** Tells little; only stands in where little else is said. */
  readonly plain?: true
}

/** One text being read. */
export interface Page {
  readonly field: string
  readonly text: string
  readonly tokens: readonly Token[]
  /** The product's noun. */
  readonly noun: string
  /** Its family, when known. */
  readonly aisle: Aisle | undefined
  /** Whether the shop sells it for a feast. */
  readonly festive: boolean
  readonly isTitle: boolean
  /** The product's other texts, to confirm what a title only hints. */
  readonly others: readonly { readonly field: string; readonly text: string }[]
}

/** Last word of the product's noun. */
export function nounHead(page: Page): string {
  return page.noun.split(' ').at(-1) ?? ''
}

/** True when the product pictures or describes other things (a poster, a cookbook). */
export function depicts(page: Page): boolean {
  return DEPICTIONS.has(nounHead(page)) || DEPICTIONS.has(singularWord(nounHead(page)))
}
