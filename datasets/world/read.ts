/** Reads the invented shop as it ships. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parquetReadObjects } from 'hyparquet'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Interaction, Product, Shopper } from '../../shared/domain/catalogue'
import type { Persona } from '../../shared/domain/persona'
import type { ClickProduct, ClickShopper } from './clicks'
import { personasOf } from './personas'
import { shelfProductOf } from './shelves'
import { shopperOf } from './shoppers'
import type { StoredRow } from './tables'
import { readInteraction, readKind, readProduct, readShopper } from './tables'
import { productOf } from './toProduct'

export { isHeldOut } from './products'

/** The tables of the shop, one Parquet file each. */
export const WORLD_TABLES = ['kinds', 'products', 'shoppers', 'interactions'] as const

/** One of the tables. */
export type WorldTable = (typeof WORLD_TABLES)[number]

/** The shop as the workbench sees it. */
export interface ShippedWorld {
  readonly products: readonly Product[]
  readonly shoppers: readonly Shopper[]
  readonly interactions: readonly Interaction[]
  readonly personas: readonly Persona[]
}

/** What the click model (`clicks.ts`) knows of every shopper and product, by id. */
export interface WorldTruth {
  readonly shoppers: ReadonlyMap<string, ClickShopper>
  readonly products: ReadonlyMap<string, ClickProduct>
}

/** The folder of the shipped files beside this module; a bundle has to pass its own. */
export function worldFolder(): string {
  return fileURLToPath(new URL('./shop/', import.meta.url))
}

async function readTable(folder: string, table: WorldTable): Promise<readonly StoredRow[]> {
  const path = join(folder, `${table}.parquet`)
  try {
    const bytes = await readFile(path)
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    return await parquetReadObjects({ file })
  } catch (cause) {
    throw new ShelftalkError(
      'NOT_FOUND',
      `The invented shop's ${table} cannot be read from ${path}`,
      'Install Shelftalk again, or make the files with `npx tsx datasets/world/build.ts`.',
      { cause },
    )
  }
}

async function readRows(folder: string) {
  const [kindRows, productRows] = await Promise.all([
    readTable(folder, 'kinds'),
    readTable(folder, 'products'),
  ])
  const kinds = new Map(kindRows.map(readKind).map((kind) => [kind.type, kind]))
  return {
    kinds,
    products: productRows.map((row) => readProduct(row, kinds.get(String(row['type']))?.themes ?? [])),
  }
}

/** The shop's products alone. Throws ShelftalkError (NOT_FOUND) when the files are not there or not readable. */
export async function readWorldProducts(folder = worldFolder()): Promise<readonly Product[]> {
  const { products } = await readRows(folder)
  return products.map(productOf)
}

/**
 * The whole shop. `folder` holds the Parquet files, by default those beside this module.
 * Throws ShelftalkError (NOT_FOUND) when the files are not there or not readable.
 */
export async function readWorld(folder = worldFolder()): Promise<ShippedWorld> {
  const [products, shoppers, interactions] = await Promise.all([
    readWorldProducts(folder),
    readTable(folder, 'shoppers'),
    readTable(folder, 'interactions'),
  ])
  return {
    products,
    shoppers: shoppers.map(readShopper).map(shopperOf),
    interactions: interactions.map(readInteraction),
    personas: personasOf(products),
  }
}

/** The hidden side of the shop: tastes and product vectors, for evaluations that simulate click-through. Nothing that recommends may see it. */
export async function readWorldTruth(folder = worldFolder()): Promise<WorldTruth> {
  const [{ kinds, products }, shoppers] = await Promise.all([readRows(folder), readTable(folder, 'shoppers')])
  return {
    shoppers: new Map(shoppers.map(readShopper).map(({ id, taste }) => [id, { id, taste }])),
    products: new Map(products.map((row) => [row.id, shelfProductOf(row, kinds)])),
  }
}
