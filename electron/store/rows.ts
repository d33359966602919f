/** What a row must have to be taken. */
import { z } from 'zod'
import type { Aisle } from '../../shared/domain/aisles'
import { AISLES } from '../../shared/domain/aisles'
import type { Interaction, Product, Shopper } from '../../shared/domain/catalogue'
import { INTERACTION_KINDS } from '../../shared/domain/columns'
import type { FactKind } from '../../shared/domain/facts'
import { FACT_KINDS } from '../../shared/domain/facts'
import type { RefusedItem } from './types'

const id = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters')
const currency = z.string().regex(/^[A-Z]{3}$/, 'is no ISO 4217 code such as INR')
const number = z.enum(['one', 'many', 'mass'])
const money = z.object({ minor: z.number().int().nonnegative(), currency })

const factSchema = z.object({
  id,
  kind: z.enum(FACT_KINDS as readonly [FactKind, ...FactKind[]]),
  text: z.string().min(1),
  number,
  source: z.object({
    field: z.string(),
    start: z.number().int().optional(),
    end: z.number().int().optional(),
  }),
})

/** A product that can be stored. */
export const productSchema = z.object({
  id,
  title: z.string().trim().min(1, 'is empty').max(1000, 'is longer than 1,000 characters'),
  titleNumber: number,
  noun: z.string().min(1, 'is empty'),
  nounNumber: number,
  brand: z.string().optional(),
  category: z.string(),
  aisle: z.enum(AISLES as readonly [Aisle, ...Aisle[]]),
  description: z.string(),
  price: money.optional(),
  wasPrice: money.optional(),
  rating: z.object({ mean: z.number().min(0).max(5), count: z.number().int().nonnegative() }).optional(),
  stock: z.number().int().min(0).max(2_147_483_647).optional(),
  listedOn: z.string().optional(),
  facts: z.array(factSchema),
  sourceFields: z
    .partialRecord(z.enum(FACT_KINDS as readonly [FactKind, ...FactKind[]]), z.string())
    .optional(),
  source: z.record(z.string(), z.string()),
}) satisfies z.ZodType<Product>

/** A shopper that can be stored. */
export const shopperSchema = z.object({
  id,
  name: z.string(),
  locale: z.string(),
  currency,
  segments: z.record(z.string(), z.string()),
  interests: z.array(z.string()),
}) satisfies z.ZodType<Shopper>

/** The rows of a batch that pass, and what is wrong with the others. */
export interface Sifted<Row> {
  readonly good: readonly { readonly row: Row; readonly index: number }[]
  readonly refused: readonly RefusedItem[]
}

/** Sifts rows by a schema and by their ids, which are remembered in `seen`. */
export function sift<Row extends { readonly id: string }>(
  rows: readonly Row[],
  schema: z.ZodType<Row>,
  seen: Set<string>,
): Sifted<Row> {
  const good: { row: Row; index: number }[] = []
  const refused: RefusedItem[] = []
  rows.forEach((raw, index) => {
    const parsed = schema.safeParse(raw)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      refused.push({ index, field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'cannot be read' })
    } else if (seen.has(parsed.data.id)) {
      refused.push({ index, field: 'id', reason: `"${parsed.data.id}" was there before` })
    } else {
      seen.add(parsed.data.id)
      good.push({ row: parsed.data, index })
    }
  })
  return { good, refused }
}

/** What is wrong with an interaction; undefined when nothing is. */
export function interactionFault(
  row: Interaction,
  shoppers: ReadonlySet<string>,
  products: ReadonlySet<string>,
): Omit<RefusedItem, 'index'> | undefined {
  if (!shoppers.has(row.shopperId))
    return { field: 'shopperId', reason: `there is no shopper "${row.shopperId}"` }
  if (!products.has(row.productId))
    return { field: 'productId', reason: `there is no product "${row.productId}"` }
  if (!INTERACTION_KINDS.includes(row.kind))
    return { field: 'kind', reason: `"${row.kind}" is none of ${INTERACTION_KINDS.join(', ')}` }
  if (!Number.isFinite(row.atMs) || row.atMs < 0) return { field: 'atMs', reason: 'is no time' }
  return undefined
}
