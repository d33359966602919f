/**
 * Which beats a model has learnt: the planner plans only these. Written by the corpus generator from the phrasebook and shipped beside
 * the weights as `beats.json`.
 */
import { z } from 'zod'
import { AISLES } from './aisles'
import type { Aisle } from './aisles'
import { MOVES, RELATIONS, splitSlot } from './beats'
import type { SlotName } from './beats'
import { specialTokens } from './tokens'
import { VOICES } from './voices'

const entrySchema = z.object({
  move: z.enum(MOVES),
  relation: z.enum(RELATIONS).optional(),
  /** In canonical order, single-product slots as `p1`. */
  slots: z.array(z.string()),
  voices: z.array(z.enum(VOICES)),
  /** Empty for every aisle. */
  aisles: z.array(z.enum(AISLES as readonly [Aisle, ...Aisle[]])),
  /** Authored patterns behind it. */
  patterns: z.number().int().positive(),
  /** Sentences those patterns allow, a pattern counting for at most 200. */
  sentences: z.number().int().positive().optional(),
  /** Length bands seen. */
  lengths: z.array(z.enum(['short', 'medium', 'long'])),
  /** Length bands in which an easy sentence was seen. */
  easyLengths: z.array(z.enum(['short', 'medium', 'long'])).optional(),
})

/** The shape of `beats.json`. */
export const inventorySchema = z.object({ format: z.literal(1), entries: z.array(entrySchema) })

/** One learnt kind of beat. */
export type InventoryEntry = z.infer<typeof entrySchema>

const order = new Map(specialTokens().map((token, index) => [token.token, index]))

/** Slots in the order heads list them: the tokenizer's. */
export function canonicalSlots(slots: readonly SlotName[]): readonly SlotName[] {
  return [...slots].sort((a, b) => (order.get(`<${a}>`) ?? 0) - (order.get(`<${b}>`) ?? 0))
}

/** The same slots spoken of another product: `p1.material` for product 2 gives `p2.material`. History and shopper slots stay. */
export function slotsForProduct(slots: readonly SlotName[], product: number): readonly SlotName[] {
  return slots.map((slot) => {
    const { owner, field } = splitSlot(slot)
    return owner === 'p1' ? (`p${product}.${field}` as SlotName) : slot
  })
}
