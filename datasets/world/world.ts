/** The whole invented shop from a seed. */
import type { Interaction } from '../../shared/domain/catalogue'
import type { AisleTable } from './author'
import { AISLE_TABLES } from './aisles'
import { makeInteractions } from './interactions'
import type { ProductRow } from './products'
import { makeProducts } from './products'
import type { KindRow } from './shelves'
import { shelfProductOf } from './shelves'
import type { ShopperRow } from './shoppers'
import { makeShoppers } from './shoppers'

/** The seed of the shop that ships. */
export const WORLD_SEED = 20261031

/** What a shop is made from. */
export interface WorldOptions {
  readonly seed: number
  /** Products of each kind of thing. */
  readonly perType: number
  readonly shoppers: number
  /** False leaves the planted imbalance (`shelves.ts`) out. */
  readonly imbalance: boolean
}

/** The shop that ships. */
export const WORLD: WorldOptions = { seed: WORLD_SEED, perType: 19, shoppers: 3800, imbalance: true }

/** The shop as it is made, tastes and all. */
export interface World {
  readonly kinds: readonly KindRow[]
  readonly products: readonly ProductRow[]
  readonly shoppers: readonly ShopperRow[]
  readonly interactions: readonly Interaction[]
}

function makeKinds(tables: readonly AisleTable[], products: readonly ProductRow[]): readonly KindRow[] {
  const types = tables.flatMap((table) => table.types)
  const known = new Set(types.map((type) => type.id))
  const vectors = new Map(products.map((product) => [product.type, product.vector]))
  return types.map(({ id, goes = '', peak }) => ({
    type: id,
    goes: goes.split(' ').filter((other) => known.has(other)),
    ...(peak ? { peak } : {}),
    themes: vectors.get(id)?.slice(0, -2) ?? [],
  }))
}

/** Makes the shop. The same options give the same shop, to the last event, on every machine. */
export function makeWorld(options: WorldOptions = WORLD): World {
  const products = makeProducts(AISLE_TABLES, options.seed, options.perType)
  const kinds = makeKinds(AISLE_TABLES, products)
  const byType = new Map(kinds.map((kind) => [kind.type, kind]))
  const shoppers = makeShoppers(options.shoppers, options.seed)
  const shelf = products.map((row) => shelfProductOf(row, byType))
  return { kinds, products, shoppers, interactions: makeInteractions(shelf, shoppers, options) }
}
