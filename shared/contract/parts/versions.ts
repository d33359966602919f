/** Browsing a catalogue, its versions and its end: schemas, operations and their routes. */
import { z } from 'zod'
import type { CatalogueSummary } from '../../domain/catalogue'
import type { ProductFacets } from '../../domain/productSearch'
import { PRODUCT_SORTS, STOCK_STATES } from '../../domain/productSearch'
import type { CatalogueVersion, VersionDiff } from '../../domain/versions'
import { PRODUCT_FATES } from '../../domain/versions'
import type { ImportEvent } from '../events'
import { procedure } from '../procedure'
import { searchSchema } from '../schemas'
import { productFilterSchema } from '../ruleSchemas'

/** A paged search for products. */
export const productSearchSchema = searchSchema.extend({
  filter: productFilterSchema.default({}),
  /** One of these; any where left out. */
  stock: z.array(z.enum(STOCK_STATES)).max(STOCK_STATES.length).default([]),
  sort: z.enum(PRODUCT_SORTS).default('relevance'),
})

/** The same without its page: what facets are counted over. */
export const productFacetsSchema = productSearchSchema.omit({ limit: true, offset: true, sort: true })

const version = z.number().int().positive()

/** A catalogue by its name. */
export const catalogueRefSchema = z.object({ catalogue: z.string().trim().min(1).max(80) })

/** One version of a catalogue. */
export const catalogueVersionSchema = catalogueRefSchema.extend({ version })

/** What differs from one version to another, page by page. */
export const versionDiffSchema = catalogueRefSchema.extend({
  before: version,
  after: version,
  /** Products of this fate alone; all of them, added ones first, where left out. */
  fate: z.enum(PRODUCT_FATES).optional(),
  limit: z.number().int().min(1).max(200).default(50),
  offset: z.number().int().min(0).default(0),
})

/** A paged search for products, defaults filled in. */
export type ProductSearchRequest = z.output<typeof productSearchSchema>
/** A question for facets, defaults filled in. */
export type ProductFacetsRequest = z.output<typeof productFacetsSchema>
/** A question what differs, defaults filled in. */
export type VersionDiffRequest = z.output<typeof versionDiffSchema>

/** The operations. All throw NOT_FOUND for a catalogue or version there is none of. */
export interface VersionServices {
  readonly productFacets: (request: ProductFacetsRequest) => Promise<ProductFacets>
  /** Newest first. */
  readonly catalogueVersions: (catalogue: string) => Promise<readonly CatalogueVersion[]>
  readonly versionDiff: (request: VersionDiffRequest) => Promise<VersionDiff>
  /** Makes an old version current again, as a new one; going back to what was current before undoes it. */
  readonly rollBack: (catalogue: string, version: number) => Promise<CatalogueSummary>
  /** For good, with every version and its rules. Throws BAD_INPUT for the invented shop. */
  readonly deleteCatalogue: (catalogue: string) => Promise<void>
  /** Imports the files of the current version anew, each as it was imported then. Throws BAD_INPUT where they are not known. */
  readonly importAgain: (
    request: { readonly catalogue: string },
    signal: AbortSignal,
  ) => AsyncIterable<ImportEvent>
}

/** Names of those that answer once. */
export const VERSION_ASKING = [
  'productFacets',
  'catalogueVersions',
  'versionDiff',
  'rollBack',
  'deleteCatalogue',
] as const satisfies readonly (keyof VersionServices)[]

/** Names of those that stream. */
export const VERSION_STREAMING = ['importAgain'] as const satisfies readonly (keyof VersionServices)[]

/** Their routes. */
export const versionRoutes = {
  productFacets: procedure
    .input(productFacetsSchema)
    .query(({ ctx, input }) => ctx.services.productFacets(input)),
  catalogueVersions: procedure
    .input(catalogueRefSchema)
    .query(({ ctx, input }) => ctx.services.catalogueVersions(input.catalogue)),
  versionDiff: procedure.input(versionDiffSchema).query(({ ctx, input }) => ctx.services.versionDiff(input)),
  rollBack: procedure
    .input(catalogueVersionSchema)
    .mutation(({ ctx, input }) => ctx.services.rollBack(input.catalogue, input.version)),
  deleteCatalogue: procedure
    .input(catalogueRefSchema)
    .mutation(({ ctx, input }) => ctx.services.deleteCatalogue(input.catalogue)),
  importAgain: procedure.input(catalogueRefSchema).subscription(async function* ({ ctx, input, signal }) {
    yield* ctx.services.importAgain(input, signal ?? new AbortController().signal)
  }),
}
