/** What the store offers; `openStore` makes one. */
import type { Merchandise } from '../../models/fairness/merchandise'
import type { Page, UnreadableItem } from '../../shared/contract/services'
import type {
  CatalogueSummary,
  CurrencyCode,
  Interaction,
  Product,
  Shopper,
} from '../../shared/domain/catalogue'
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import type { TypicalRange } from '../../shared/domain/measures'
import type { ProductFilter } from '../../shared/domain/productFilter'
import type { ProductFacets, ProductSort, StockState } from '../../shared/domain/productSearch'
import type { Persona } from '../../shared/domain/persona'
import type { Template } from '../../shared/domain/template'
import type { VersionDiff } from '../../shared/domain/versions'
import type { DiffPage, VersionPair } from './diff'
import type { RuleStore } from './rules'
import type { RunStore } from './runs'

/** A paged search; with a `vector` (of the catalogue's width) meaning counts beside words. */
export interface TextSearch {
  readonly text: string
  readonly limit: number
  readonly offset: number
  readonly vector?: Float32Array
}

/** A search for products, narrowed down; `matchesProduct` says what a filter means. */
export interface ProductSearch extends TextSearch {
  readonly filter?: ProductFilter
  /** One of these; any where there is none. */
  readonly stock?: readonly StockState[]
  /** Relevance when left out. */
  readonly sort?: ProductSort
}

/** A product found, by id; a higher score is better, and only the order is comparable. */
export interface Hit {
  readonly id: string
  readonly score: number
  /** Found by its words or by a piece of its title, whatever it means. */
  readonly inWords?: true
  /** Cosine similarity to the search vector, where the product is among the nearest. Unlike the score it means the same in every search. */
  readonly near?: number
}

/** One version of a catalogue. It never changes: what is read from it may be kept. */
export interface Catalogue {
  readonly summary: CatalogueSummary
  /** Throws NOT_FOUND. */
  readonly product: (id: string) => Promise<Product>
  /** In the order asked; ids that the catalogue lacks are left out. */
  readonly products: (ids: readonly string[]) => Promise<readonly Product[]>
  /**
   * Words and meaning, fused; every product by popularity when there is nothing to search for. `total` counts at most some 2,000 of what
   * was searched for; a filter narrows down what the text finds. In another order than relevance, what is only vaguely near is left out, so that it cannot come first. Throws
   * BAD_INPUT where a filter or an order is asked of a catalogue that cannot be narrowed down.
   */
  readonly searchProducts: (search: ProductSearch) => Promise<Page<Product>>
  /** What a search could be narrowed down by. Throws BAD_INPUT where the catalogue cannot be. */
  readonly productFacets: (search: Omit<ProductSearch, 'limit' | 'offset' | 'sort'>) => Promise<ProductFacets>
  /** How many products a filter means. */
  readonly countProducts: (filter: ProductFilter) => Promise<number>
  /** Whether the products have columns to be narrowed down by; a catalogue stored before there were filters has none. */
  readonly canFilter: () => Promise<boolean>
  /** The same ranking, best first, without reading the products. */
  readonly rankProducts: (search: TextSearch) => Promise<readonly Hit[]>
  /** The k nearest products by cosine similarity, which is the score. */
  readonly nearest: (vector: Float32Array, k: number) => Promise<readonly Hit[]>
  /** Throws NOT_FOUND. */
  readonly shopper: (id: string) => Promise<Shopper>
  /** Shoppers whose name, id, interests or segments contain every word, by name. */
  readonly searchShoppers: (search: Omit<TextSearch, 'vector'>) => Promise<Page<Shopper>>
  /** What a shopper did, newest first; empty for a stranger. */
  readonly historyOf: (shopperId: string) => Promise<readonly Interaction[]>
  /** Every interaction with a product of this catalogue, oldest first. Read once and kept. */
  readonly allInteractions: () => Promise<InteractionColumns>
  /** Every product with its vector. Read once and kept. */
  readonly productColumns: () => Promise<ProductColumns>
  /** Every shopper, in the order of import. */
  readonly shoppers: () => Promise<readonly Shopper[]>
  /** What is low and high for each kind of thing (`shared/domain/measures.ts`). Read once and kept. */
  readonly typicalRanges: () => Promise<ReadonlyMap<string, TypicalRange>>
  /** What each product is, what it costs and what it was, rows as in `productColumns`. Read once and kept. */
  readonly merchandise: () => Promise<Merchandise>
}

/** The three parts of a catalogue. */
export type CataloguePart = 'products' | 'shoppers' | 'interactions'

/** What was asked for to import something, and under `keep` the parts that it left as they were, where it left any. */
export type ImportedWith = Readonly<Record<string, unknown>>

/** What an import says about itself. */
export interface ImportMeta {
  /** Where it comes from, in words. */
  readonly origin: string
  readonly currency: CurrencyCode
  /** True for a shop that is made up. */
  readonly invented?: boolean
  /** Parts that stay as they are in the current version, for files that bring only the others. */
  readonly keep?: readonly CataloguePart[]
  /** What was asked for, so that it can be asked for again; what made the parts that stay is remembered with it. */
  readonly requests?: readonly ImportedWith[]
}

/** A row that was not taken. */
export interface RefusedItem {
  /** 0-based place in the batch that was added. */
  readonly index: number
  readonly field: string
  readonly reason: string
}

/** An import in the making, invisible until `commit`. Add products first, then shoppers, then interactions: those refer to these. */
export interface StagedImport {
  /** One vector of one width for every product. Refuses rows without what a product needs, and ids seen before. */
  readonly addProducts: (
    rows: readonly Product[],
    vectors: readonly Float32Array[],
  ) => Promise<readonly RefusedItem[]>
  readonly addShoppers: (rows: readonly Shopper[]) => Promise<readonly RefusedItem[]>
  /** Forgets the shoppers added so far, for others to take their place; what they did stays. */
  readonly replaceShoppers: () => Promise<void>
  /** Refuses interactions of unknown shoppers or products. */
  readonly addInteractions: (rows: readonly Interaction[]) => Promise<readonly RefusedItem[]>
  /** Makes the import the catalogue's current version. Throws IMPORT_REFUSED, having changed nothing, when no product was taken. */
  readonly commit: () => Promise<CatalogueSummary>
  /** Forgets the import. Does nothing once it is committed or aborted. */
  readonly abort: () => Promise<void>
  /** As `abort`, so that `await using` never leaves an import behind. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Everything that is kept. Throws `ShelftalkError`: NOT_FOUND, BAD_INPUT, or STORE_UNAVAILABLE when the folder cannot be read. */
export interface Store {
  /** Current versions: the invented shop first, then by name. */
  readonly catalogues: () => Promise<readonly CatalogueSummary[]>
  /** The first of `catalogues` where no name is given, the current version where no version is. */
  readonly catalogue: (name?: string, version?: number) => Promise<Catalogue>
  /** Versions that can be looked at or gone back to, newest first; the newest five are kept. */
  readonly versions: (name: string) => Promise<readonly CatalogueSummary[]>
  /** Makes an old version current again, as a new version. */
  readonly rollBack: (name: string, version: number) => Promise<CatalogueSummary>
  /** Its rules go with it. */
  readonly deleteCatalogue: (name: string) => Promise<void>
  /** What differs from one version to another. Compared once and kept for some time. */
  readonly diffVersions: (name: string, versions: VersionPair, page: DiffPage) => Promise<VersionDiff>
  /** The requests that a version was imported with, in order; none where they are not known. */
  readonly importRequests: (name: string, version?: number) => Promise<readonly ImportedWith[]>
  readonly rules: RuleStore
  /** Starts an import; one at a time. Throws STORE_UNAVAILABLE while another runs, here or in another process. */
  readonly beginImport: (name: string, meta: ImportMeta) => Promise<StagedImport>
  /** By name. */
  readonly personas: () => Promise<readonly Persona[]>
  readonly savePersona: (persona: Persona) => Promise<Persona>
  /** Throws NOT_FOUND. */
  readonly deletePersona: (id: string) => Promise<void>
  /** The latest version of each, by name; deleted ones left out. */
  readonly templates: () => Promise<readonly Template[]>
  /** What each deleted one was last, by name. */
  readonly deletedTemplates: () => Promise<readonly Template[]>
  /** Newest first. Throws NOT_FOUND, also for a deleted one. */
  readonly templateVersions: (id: string) => Promise<readonly Template[]>
  /** Saves a new version, or a new template when there is no id; a text that has not changed makes no version. Throws NOT_FOUND for a deleted one. */
  readonly saveTemplate: (template: TemplateDraft) => Promise<Template>
  /** Takes a template out of the lists; its versions stay. Throws NOT_FOUND. */
  readonly deleteTemplate: (id: string) => Promise<void>
  /** Brings a deleted template back as it was. Throws NOT_FOUND for one that is not deleted. */
  readonly undeleteTemplate: (id: string) => Promise<Template>
  readonly runs: RunStore
  /** Personas, template versions and runs that are stored and cannot be read; the lists leave them out. */
  readonly unreadable: () => Promise<readonly UnreadableItem[]>
  readonly close: () => Promise<void>
}

/** A template as edited. */
export interface TemplateDraft {
  readonly id?: string
  readonly name: string
  readonly text: string
  /** The version whose text this is. */
  readonly restoredFrom?: number
}
