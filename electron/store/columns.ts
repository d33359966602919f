/** Reads whole tables into columns. */
import type { Table } from '@lancedb/lancedb'
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import { guarded } from './errors'

/** A column of an Arrow batch, as far as it is needed here. */
interface Column<Value> {
  readonly get: (index: number) => Value
}

/** Calls `take` with each batch of a table, in the order in which its rows were written. */
export async function eachBatch(
  table: Table,
  names: readonly string[],
  take: (rows: number, column: <Value>(name: string) => Column<Value>) => void,
): Promise<void> {
  for await (const batch of table.query().select([...names])) {
    take(batch.numRows, <Value>(name: string) => {
      const column: Column<Value> | null = batch.getChild(name)
      if (!column) throw new Error(`The column ${name} is missing`)
      return column
    })
  }
}

/** Every product of a table. */
export async function readProducts(table: Table, dimensions: number): Promise<ProductColumns> {
  return guarded('Reading the products', async () => {
    const rows = await table.countRows()
    const [ids, titles]: [string[], string[]] = [[], []]
    const [nouns, categories]: [string[], string[]] = [[], []]
    const stock = new Int32Array(rows)
    const vectors = new Float32Array(rows * dimensions)
    await eachBatch(table, ['id', 'title', 'noun', 'category', 'stock', 'vector'], (count, column) => {
      const [id, title] = [column<string>('id'), column<string>('title')]
      const [noun, category] = [column<string>('noun'), column<string>('category')]
      const [stocks, vector] = [column<number>('stock'), column<{ toArray: () => Float32Array }>('vector')]
      for (let index = 0; index < count; index++) {
        stock[ids.length] = stocks.get(index)
        vectors.set(vector.get(index).toArray(), ids.length * dimensions)
        ids.push(id.get(index))
        titles.push(title.get(index))
        nouns.push(noun.get(index))
        categories.push(category.get(index))
      }
    })
    return { ids, titles, nouns, categories, stock, dimensions, vectors }
  })
}

/** Numbers for texts, in the order in which they are first seen. */
export class Numbering {
  readonly texts: string[] = []
  private readonly numbers = new Map<string, number>()

  of(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}

/** Every interaction of a table with one of `productIds`, oldest first. */
export async function readInteractions(
  table: Table,
  productIds: readonly string[],
): Promise<InteractionColumns> {
  return guarded('Reading the interactions', async () => {
    const rowOf = new Map(productIds.map((id, row) => [id, row]))
    const shoppers = new Numbering()
    const read: { shopper: number; product: number; kind: number; atMs: number }[] = []
    await eachBatch(table, ['shopper', 'product', 'kind', 'at'], (count, column) => {
      const [shopper, product] = [column<string>('shopper'), column<string>('product')]
      const [kind, at] = [column<number>('kind'), column<number>('at')]
      for (let index = 0; index < count; index++) {
        const row = rowOf.get(product.get(index))
        if (row === undefined) continue
        read.push({
          shopper: shoppers.of(shopper.get(index)),
          product: row,
          kind: kind.get(index),
          atMs: at.get(index),
        })
      }
    })
    read.sort((a, b) => a.atMs - b.atMs)
    return {
      shoppers: shoppers.texts,
      shopper: Int32Array.from(read, (one) => one.shopper),
      product: Int32Array.from(read, (one) => one.product),
      kind: Uint8Array.from(read, (one) => one.kind),
      atMs: Float64Array.from(read, (one) => one.atMs),
    }
  })
}

/** The id column of a table. */
export async function readIds(table: Table): Promise<readonly string[]> {
  return guarded('Reading ids', async () => {
    const ids: string[] = []
    await eachBatch(table, ['id'], (count, column) => {
      const id = column<string>('id')
      for (let index = 0; index < count; index++) ids.push(id.get(index))
    })
    return ids
  })
}

/** Every document of a table; they were checked when they were written. */
export async function readDocuments<Item>(table: Table): Promise<readonly Item[]> {
  return guarded('Reading documents', async () => {
    const items: Item[] = []
    await eachBatch(table, ['document'], (count, column) => {
      const document = column<string>('document')
      for (let index = 0; index < count; index++) items.push(JSON.parse(document.get(index)) as Item)
    })
    return items
  })
}
