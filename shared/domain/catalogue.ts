import type { Aisle } from './aisles'
import type { Fact, FactKind, GrammaticalNumber } from './facts'

/** ISO 4217 code, three capital letters. */
export type CurrencyCode = string

/** An amount of money in the currency's minor unit (paise, cents, pence). */
export interface Money {
  readonly minor: number
  readonly currency: CurrencyCode
}

/** One catalogue row, as stored: identity columns plus its listed facts. */
export interface Product {
  readonly id: string
  readonly title: string
  /** Whether the title reads as one thing or several ("Linen Trousers" is `many`). */
  readonly titleNumber: GrammaticalNumber
  /** Lower-case common noun without an article ("backpack", "running shoes"). */
  readonly noun: string
  readonly nounNumber: GrammaticalNumber
  readonly brand?: string
  /** The shop's own category path, as the source spells it, " > " between levels. */
  readonly category: string
  readonly aisle: Aisle
  readonly description: string
  readonly price?: Money
  readonly wasPrice?: Money
  /** Mean rating 0-5 and the number of ratings. */
  readonly rating?: { readonly mean: number; readonly count: number }
  /** Units in stock; undefined when the source does not say. */
  readonly stock?: number
  /** ISO date (yyyy-mm-dd) of first listing, when known. */
  readonly listedOn?: string
  readonly facts: readonly Fact[]
  /** Field of `source` that a column of its own was read from (`price` from `priceUsd`), where it is not of the same name. */
  readonly sourceFields?: Readonly<Partial<Record<FactKind, string>>>
  /** The source row's fields as text, for "where does this come from". Free-text facts index into these. */
  readonly source: Readonly<Record<string, string>>
}

/** What happened between a shopper and a product. */
export type InteractionKind = 'view' | 'cart' | 'purchase'

/** One dated event. */
export interface Interaction {
  readonly shopperId: string
  readonly productId: string
  readonly kind: InteractionKind
  /** Milliseconds since the Unix epoch; 0 when the source has no date. */
  readonly atMs: number
}

/** A user in the data. Segment attributes are open-ended: `ageBand`, `gender`, `region`, `incomeBand`, `tenure`, ... */
export interface Shopper {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly currency: CurrencyCode
  readonly segments: Readonly<Record<string, string>>
  /** Short noun phrases or gerunds ("trail running", "home baking"); may be empty. */
  readonly interests: readonly string[]
}

/** A stored catalogue and its current version. */
export interface CatalogueSummary {
  readonly name: string
  readonly version: number
  readonly products: number
  readonly shoppers: number
  readonly interactions: number
  /** True for the shop that ships with Shelftalk and is made up. */
  readonly invented: boolean
  readonly currency: CurrencyCode
  readonly createdAtMs: number
  /** Where it came from, in words. */
  readonly origin: string
}

/** A row an import could not take. */
export interface RefusedRow {
  /** 1-based row or record number in the source. */
  readonly row: number
  readonly field: string
  readonly reason: string
  /** Name of the file, where the import has several. */
  readonly file?: string
}
