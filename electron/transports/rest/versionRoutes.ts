/** Routes of products, and of catalogues and their versions. */
import { z } from 'zod'
import {
  catalogueRefSchema,
  catalogueVersionSchema,
  productFacetsSchema,
  productSearchSchema,
  versionDiffSchema,
} from '../../../shared/contract/parts/versions'
import { productRefSchema } from '../../../shared/contract/schemas'
import type { Aisle } from '../../../shared/domain/aisles'
import { AISLES } from '../../../shared/domain/aisles'
import type { ProductFacets } from '../../../shared/domain/productSearch'
import { STOCK_STATES } from '../../../shared/domain/productSearch'
import type { CatalogueVersion, VersionDiff } from '../../../shared/domain/versions'
import { PRODUCT_FATES } from '../../../shared/domain/versions'
import { productSchema } from '../../store/rows'
import { importAgain } from '../operations'
import { catalogueReply, importReply } from './replies'
import type { Route } from './route'
import { numeral, post, search } from './route'

const count = z.number().int().nonnegative()
const facet = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, count }))

const facetsReply = z.object({
  aisles: facet(z.enum(AISLES as readonly [Aisle, ...Aisle[]])),
  categories: facet(z.string()),
  brands: facet(z.string()),
  stock: facet(z.enum(STOCK_STATES)),
  price: z.object({ min: z.number(), max: z.number(), currency: z.string() }).optional(),
}) satisfies z.ZodType<ProductFacets>

const versionReply = catalogueReply.extend({
  files: z.array(z.string()).describe('What it was imported from, where that is known'),
  sent: z
    .boolean()
    .optional()
    .describe('A window sent some of the files: they cannot be imported again by themselves'),
}) satisfies z.ZodType<CatalogueVersion>

const diffReply = z.object({
  before: catalogueReply,
  after: catalogueReply,
  counts: z.object({ added: count, removed: count, changed: count, same: count }),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      fate: z.enum(PRODUCT_FATES),
      fields: z.array(
        z.object({
          field: z.string(),
          part: z.enum(['column', 'fact', 'source']),
          label: z.string(),
          before: z.string().optional(),
          after: z.string().optional(),
        }),
      ),
    }),
  ),
  total: count,
}) satisfies z.ZodType<VersionDiff>

const { before, after, limit, offset } = versionDiffSchema.shape
const diffQuery = z.strictObject({
  ...versionDiffSchema.shape,
  before: numeral(before),
  after: numeral(after),
  limit: numeral(limit).optional().describe('1 to 200; 50 when left out'),
  offset: numeral(offset).optional().describe('0 when left out'),
})

/** Every route of them. */
export const VERSION_ROUTES: readonly Route[] = [
  search(z.strictObject(productRefSchema.shape), {
    path: '/v1/product',
    summary: 'One product with its facts and its source row',
    reply: z.object({ product: productSchema }),
    run: async ({ catalogue, id }, { services }) => ({ product: await services.product(catalogue, id) }),
  }),
  post(productSearchSchema.strict(), {
    path: '/v1/products/search',
    summary: 'Products by words and meaning, narrowed down and sorted; all of them where nothing is asked',
    reply: z.object({ products: z.array(productSchema), total: count }),
    run: async (request, { services }) => {
      const { items, total } = await services.searchProducts(request)
      return { products: items, total }
    },
  }),
  post(productFacetsSchema.strict(), {
    path: '/v1/products/facets',
    summary: 'What a search could be narrowed down by, with how many products would be left',
    reply: facetsReply,
    run: (request, { services }) => services.productFacets(request),
  }),
  search(z.strictObject(catalogueRefSchema.shape), {
    path: '/v1/catalogues/versions',
    summary: 'Versions of a catalogue, newest first',
    reply: z.object({ versions: z.array(versionReply) }),
    run: async ({ catalogue }, { services }) => ({ versions: await services.catalogueVersions(catalogue) }),
  }),
  search(diffQuery, {
    path: '/v1/catalogues/diff',
    summary: 'What differs from one version of a catalogue to another, page by page',
    reply: diffReply,
    run: (query, { services }) => services.versionDiff(versionDiffSchema.parse(query)),
  }),
  post(catalogueVersionSchema.strict(), {
    path: '/v1/catalogues/roll-back',
    summary: 'Makes an old version current again, as a new one; going back once more undoes it',
    reply: z.object({ catalogue: catalogueReply }),
    run: async ({ catalogue, version }, { services }) => ({
      catalogue: await services.rollBack(catalogue, version),
    }),
  }),
  post(catalogueRefSchema.strict(), {
    path: '/v1/catalogues/import-again',
    summary: 'Imports the files of a catalogue anew, each as it was imported then',
    reply: importReply,
    run: ({ catalogue }, { services, signal }) => importAgain(services, catalogue, signal),
  }),
  post(catalogueRefSchema.strict(), {
    path: '/v1/catalogues/delete',
    summary: 'Deletes a catalogue for good, with every version and its rules',
    reply: z.object({ deleted: z.string() }),
    run: async ({ catalogue }, { services }) => {
      await services.deleteCatalogue(catalogue)
      return { deleted: catalogue }
    },
  }),
]
