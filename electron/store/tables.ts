/** Tables of the store: their columns, and rows as Arrow batches. Everything that is only shown is one JSON `document`. */
import type { Connection, Table } from '@lancedb/lancedb'
import type {
  Data,
  DataType,
  FixedSizeList as FixedSizeListType,
  Schema as SchemaType,
  Table as ArrowTableType,
} from 'apache-arrow'
import type { Interaction, Product, Shopper } from '../../shared/domain/catalogue'
import { INTERACTION_KINDS } from '../../shared/domain/columns'
import { arrow } from './arrow'

const {
  Field,
  FixedSizeList,
  Float32,
  Float64,
  Int32,
  RecordBatch,
  Schema,
  Struct,
  Uint8,
  Utf8,
  makeData,
  vectorFromArray,
} = arrow

/** A product with its vector. */
export interface ProductWithVector {
  readonly product: Product
  readonly vector: Float32Array
}

/** A kind of table: its columns and how rows become a batch. */
export interface TableShape<Row> {
  readonly schema: SchemaType
  readonly encode: (rows: readonly Row[]) => ArrowTableType
}

const column = (name: string, type: DataType) => new Field(name, type, false)
const texts = (values: readonly string[]): Data => first(vectorFromArray(values, new Utf8()).data)
const floats = (values: Float64Array): Data =>
  makeData({ type: new Float64(), length: values.length, nullCount: 0, data: values })
const optionalFloats = (values: readonly (number | null)[]): Data =>
  first(vectorFromArray(values, new Float64()).data)
const floats32 = (values: Float32Array): Data =>
  makeData({ type: new Float32(), length: values.length, nullCount: 0, data: values })
const integers = (values: Int32Array): Data =>
  makeData({ type: new Int32(), length: values.length, nullCount: 0, data: values })
const bytes = (values: Uint8Array<ArrayBuffer>): Data =>
  makeData({ type: new Uint8(), length: values.length, nullCount: 0, data: values })

function first(chunks: readonly Data[]): Data {
  const chunk = chunks[0]
  if (!chunk) throw new RangeError('A batch needs at least one row')
  return chunk
}

function batch(schema: SchemaType, length: number, children: readonly Data[]): ArrowTableType {
  const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children: [...children] })
  return new arrow.Table(schema, [new RecordBatch(schema, struct)])
}

/** Columns that a list is narrowed down and sorted by; product tables of before lack them. */
export const FILTER_COLUMNS = ['heading', 'brand', 'category', 'aisle', 'price', 'currency'] as const

/**
 * Products; `text` is what full-text search reads, `vector` what similarity does, `heading` what titles are sorted by. `stock` is -1 where
 * the source does not say, `price` null and `currency` empty where there is no price.
 */
export function productTable(dimensions: number): TableShape<ProductWithVector> {
  const vectorType = new FixedSizeList(dimensions, new Field('item', new Float32(), true))
  const schema = new Schema([
    column('id', new Utf8()),
    column('title', new Utf8()),
    column('noun', new Utf8()),
    column('text', new Utf8()),
    column('stock', new Int32()),
    column('heading', new Utf8()),
    column('brand', new Utf8()),
    column('category', new Utf8()),
    column('aisle', new Utf8()),
    new Field('price', new Float64(), true),
    column('currency', new Utf8()),
    column('document', new Utf8()),
    column('vector', vectorType),
  ])
  return {
    schema,
    encode: (rows) => {
      const vectors = new Float32Array(rows.length * dimensions)
      rows.forEach(({ vector }, index) => vectors.set(vector, index * dimensions))
      const products = rows.map((row) => row.product)
      return batch(schema, rows.length, [
        texts(products.map((product) => product.id)),
        texts(products.map((product) => product.title)),
        texts(products.map((product) => product.noun)),
        texts(products.map(productText)),
        integers(Int32Array.from(products, (product) => product.stock ?? -1)),
        texts(products.map((product) => product.title.toLowerCase())),
        texts(products.map((product) => product.brand ?? '')),
        texts(products.map((product) => product.category)),
        texts(products.map((product) => product.aisle)),
        optionalFloats(products.map((product) => product.price?.minor ?? null)),
        texts(products.map((product) => product.price?.currency ?? '')),
        texts(products.map((product) => JSON.stringify(product))),
        makeData<FixedSizeListType>({
          type: vectorType,
          length: rows.length,
          nullCount: 0,
          child: floats32(vectors),
        }),
      ])
    },
  }
}

/** Everything a search for words should find a product by. */
function productText(product: Product): string {
  const facts = product.facts.map((fact) => fact.text)
  return [
    product.title,
    product.noun,
    product.category,
    product.brand ?? '',
    product.description,
    ...facts,
  ].join('\n')
}

const shopperSchema = new Schema([
  column('id', new Utf8()),
  column('name', new Utf8()),
  column('text', new Utf8()),
  column('document', new Utf8()),
])

/** Shoppers; `text` is what the search reads. */
export const shopperTable: TableShape<Shopper> = {
  schema: shopperSchema,
  encode: (rows) =>
    batch(shopperSchema, rows.length, [
      texts(rows.map((row) => row.id)),
      texts(rows.map((row) => row.name)),
      texts(
        rows.map((row) =>
          [row.id, row.name, ...row.interests, ...Object.values(row.segments)].join('\n').toLowerCase(),
        ),
      ),
      texts(rows.map((row) => JSON.stringify(row))),
    ]),
}

const interactionSchema = new Schema([
  column('shopper', new Utf8()),
  column('product', new Utf8()),
  column('kind', new Uint8()),
  column('at', new Float64()),
])

/** Interactions; `kind` is the place in `INTERACTION_KINDS`, `at` milliseconds. */
export const interactionTable: TableShape<Interaction> = {
  schema: interactionSchema,
  encode: (rows) =>
    batch(interactionSchema, rows.length, [
      texts(rows.map((row) => row.shopperId)),
      texts(rows.map((row) => row.productId)),
      bytes(Uint8Array.from(rows, (row) => INTERACTION_KINDS.indexOf(row.kind))),
      floats(Float64Array.from(rows, (row) => row.atMs)),
    ]),
}

const rankSchema = new Schema([column('rank', new Int32()), column('id', new Utf8())])

/** Product ids from most to least popular, `rank` from 0. */
export const rankTable: TableShape<string> = {
  schema: rankSchema,
  encode: (rows) =>
    batch(rankSchema, rows.length, [integers(Int32Array.from(rows, (_, index) => index)), texts(rows)]),
}

/** A small thing kept whole: its key, its version (0 where it has none) and the thing as JSON. */
export interface DocumentRow {
  readonly id: string
  readonly version: number
  readonly document: string
}

const documentSchema = new Schema([
  column('id', new Utf8()),
  column('version', new Int32()),
  column('document', new Utf8()),
])

/** Personas, templates, runs, catalogue versions. */
export const documentTable: TableShape<DocumentRow> = {
  schema: documentSchema,
  encode: (rows) =>
    batch(documentSchema, rows.length, [
      texts(rows.map((row) => row.id)),
      integers(Int32Array.from(rows, (row) => row.version)),
      texts(rows.map((row) => row.document)),
    ]),
}

/** A value of a run: of which metric and of whom, what it belongs to, and its place among the run's values. */
export interface RunValueRow {
  readonly run: string
  readonly place: number
  readonly metric: string
  readonly system: string
  readonly key: string
  readonly value: number
}

const runValueSchema = new Schema([
  column('run', new Utf8()),
  column('place', new Int32()),
  column('metric', new Utf8()),
  column('system', new Utf8()),
  column('key', new Utf8()),
  column('value', new Float64()),
])

/** Values of runs. */
export const runValueTable: TableShape<RunValueRow> = {
  schema: runValueSchema,
  encode: (rows) =>
    batch(runValueSchema, rows.length, [
      texts(rows.map((row) => row.run)),
      integers(Int32Array.from(rows, (row) => row.place)),
      texts(rows.map((row) => row.metric)),
      texts(rows.map((row) => row.system)),
      texts(rows.map((row) => row.key)),
      floats(Float64Array.from(rows, (row) => row.value)),
    ]),
}

/** Opens a table, making it when it is not there. */
export async function openOrCreate(
  connection: Connection,
  name: string,
  shape: { readonly schema: SchemaType },
): Promise<Table> {
  return connection.createEmptyTable(name, shape.schema, { existOk: true })
}

/** Where and how a part is written. */
export interface WriterOptions<Row> {
  readonly connection: Connection
  readonly name: string
  /** Asked for when the table is made. */
  readonly shape: () => TableShape<Row>
  readonly batchRows: number
}

/** Writes rows to a table of its own in large batches, so that thousands of small calls make few fragments. */
export class TableWriter<Row> {
  private readonly options: WriterOptions<Row>
  private opened: { readonly table: Table; readonly shape: TableShape<Row> } | undefined
  private waiting: Row[] = []
  private written = 0

  constructor(options: WriterOptions<Row>) {
    this.options = options
  }

  /** Rows taken so far. */
  get rows(): number {
    return this.written + this.waiting.length
  }

  /** Takes rows; writes when enough are waiting. */
  async add(rows: readonly Row[]): Promise<void> {
    for (const row of rows) this.waiting.push(row)
    if (this.waiting.length >= this.options.batchRows) await this.finish()
  }

  /** Writes what is waiting and returns the table, which is made if it has no rows. */
  async finish(): Promise<Table> {
    this.opened ??= await this.make()
    const { table, shape } = this.opened
    const rows = this.waiting
    this.waiting = []
    if (rows.length > 0) await table.add(shape.encode(rows))
    this.written += rows.length
    return table
  }

  /** Lets go of the table. */
  close(): void {
    this.opened?.table.close()
  }

  private async make() {
    const shape = this.options.shape()
    return { shape, table: await openOrCreate(this.options.connection, this.options.name, shape) }
  }
}
