/** What differs between two versions of a catalogue's products: found by digests of their documents, shown field by field. */
import { createHash } from 'node:crypto'
import type { Table } from '@lancedb/lancedb'
import type { Product } from '../../shared/domain/catalogue'
import { factKind } from '../../shared/domain/facts'
import { formatMoney } from '../../shared/domain/money'
import type { FieldChange, ProductFate, VersionDiff } from '../../shared/domain/versions'
import { PRODUCT_FATES } from '../../shared/domain/versions'
import { eachBatch } from './columns'
import { guarded } from './errors'
import type { VersionEntry } from './versions'

/** Two versions by their numbers; `before` need not be the older one. */
export interface VersionPair {
  readonly before: number
  readonly after: number
}

/** A page of products that differ. */
export interface DiffPage {
  /** Of this fate alone; all of them, added ones first, when left out. */
  readonly fate?: ProductFate | undefined
  readonly limit: number
  readonly offset: number
}

/** Ids by what happened to them: removed ones in the order of the former version, the others in that of the later. */
export interface Fates extends Readonly<Record<ProductFate, readonly string[]>> {
  /** How many products are as they were. */
  readonly same: number
}

/** Pairs of versions of which it is remembered what differs. */
const REMEMBERED = 4
/** Bytes of a digest: among a million documents two alike by chance are one in 10^13. */
const DIGEST_BYTES = 12

/**
 * Compares two product tables by id. Holds one digest a product of the former and the ids that differ, not the products: some 100 bytes for
 * each of hundreds of thousands.
 */
async function compareProducts(before: Table, after: Table): Promise<Fates> {
  return guarded('Comparing the versions', async () => {
    const known = new Map<string, string>()
    await eachDigest(before, (id, digest) => known.set(id, digest))
    const [added, changed]: [string[], string[]] = [[], []]
    let same = 0
    await eachDigest(after, (id, digest) => {
      const former = known.get(id)
      if (former === undefined) added.push(id)
      else if (former === digest) same += 1
      else changed.push(id)
      known.delete(id)
    })
    return { added, changed, removed: [...known.keys()], same }
  })
}

async function eachDigest(table: Table, take: (id: string, digest: string) => void): Promise<void> {
  await eachBatch(table, ['id', 'document'], (count, column) => {
    const [id, document] = [column<string>('id'), column<string>('document')]
    for (let index = 0; index < count; index++) {
      const digest = createHash('sha256').update(document.get(index)).digest()
      take(id.get(index), digest.toString('base64', 0, DIGEST_BYTES))
    }
  })
}

/** Comparisons of versions; the last few are remembered, for tables never change. */
export class Comparisons {
  private readonly open: (table: string) => Promise<Table>
  private readonly known = new Map<string, Promise<Fates>>()

  constructor(open: (table: string) => Promise<Table>) {
    this.open = open
  }

  /** What happened to the products from one version to another; nothing where they share a table. */
  async of(before: VersionEntry, after: VersionEntry): Promise<Fates> {
    const [former, later] = [before.tables.products, after.tables.products]
    if (former === later) return { added: [], removed: [], changed: [], same: after.summary.products }
    const key = `${former} ${later}`
    const known = this.known.get(key)
    if (known) return known
    const compared = this.compare(former, later)
    const [oldest] = this.known.keys()
    if (this.known.size >= REMEMBERED && oldest !== undefined) this.known.delete(oldest)
    this.known.set(key, compared)
    compared.catch(() => this.known.delete(key))
    return compared
  }

  private async compare(former: string, later: string): Promise<Fates> {
    const before = await this.open(former)
    const after = await this.open(later)
    try {
      return await compareProducts(before, after)
    } finally {
      before.close()
      after.close()
    }
  }
}

/** How many products met each fate. */
export function countsOf({ added, removed, changed, same }: Fates): VersionDiff['counts'] {
  return { added: added.length, removed: removed.length, changed: changed.length, same }
}

/** The ids of a page, each with its fate. */
export function pageOf(
  fates: Fates,
  { fate, limit, offset }: DiffPage,
): { readonly ids: readonly { readonly id: string; readonly fate: ProductFate }[]; readonly total: number } {
  const wanted: readonly ProductFate[] = fate === undefined ? PRODUCT_FATES : [fate]
  const total = wanted.reduce((sum, one) => sum + fates[one].length, 0)
  const ids: { id: string; fate: ProductFate }[] = []
  let start = 0
  for (const one of wanted) {
    const list = fates[one]
    const from = Math.max(0, offset - start)
    const room = limit - ids.length
    for (const id of list.slice(from, from + room)) ids.push({ id, fate: one })
    start += list.length
  }
  return { ids, total }
}

/** Columns that are compared, with what people call them and how they read. */
const COLUMNS: readonly (readonly [
  keyof Product,
  label: string,
  say: (product: Product) => string | undefined,
])[] = [
  ['title', 'Title', ({ title }) => title],
  ['brand', 'Brand', ({ brand }) => brand],
  ['category', 'Category', ({ category }) => category],
  ['price', 'Price', ({ price }) => price && formatMoney(price)],
  ['wasPrice', 'Previous price', ({ wasPrice }) => wasPrice && formatMoney(wasPrice)],
  ['stock', 'In stock', ({ stock }) => stock?.toLocaleString('en-GB')],
  [
    'rating',
    'Rating',
    ({ rating }) => rating && `${rating.mean} of 5 (${rating.count.toLocaleString('en-GB')})`,
  ],
  ['listedOn', 'Listed on', ({ listedOn }) => listedOn],
  ['noun', 'What it is', ({ noun }) => noun],
  ['aisle', 'Aisle', ({ aisle }) => aisle],
  ['description', 'Description', ({ description }) => description],
]

/** Characters of a value that are shown, and how many of them stand before what differs. */
const SHOWN = 600
const LEAD = 80

/** Every field that differs between two states of a product: columns, then facts by their ids, then the source row. */
export function fieldChanges(before: Product, after: Product): readonly FieldChange[] {
  const columns = COLUMNS.map(([field, label, say]) =>
    change({ field, part: 'column', label }, say(before), say(after)),
  )
  const [formerFacts, facts] = [before, after].map(
    (product) => new Map(product.facts.map((fact) => [fact.id, fact])),
  )
  const factIds = [...new Set([...(formerFacts?.keys() ?? []), ...(facts?.keys() ?? [])])]
  const said = factIds.map((id) => {
    const [former, fact] = [formerFacts?.get(id), facts?.get(id)]
    const kind = (fact ?? former)?.kind ?? 'feature'
    return change({ field: id, part: 'fact', label: factKind(kind).label }, former?.text, fact?.text)
  })
  const fields = [...new Set([...Object.keys(before.source), ...Object.keys(after.source)])]
  const rows = fields.map((field) =>
    change({ field, part: 'source', label: field }, before.source[field], after.source[field]),
  )
  return [...columns, ...said, ...rows].filter((one) => one !== undefined)
}

function change(
  of: Pick<FieldChange, 'field' | 'part' | 'label'>,
  before: string | undefined,
  after: string | undefined,
): FieldChange | undefined {
  if (before === after) return undefined
  const from = Math.max(0, firstDifference(before ?? '', after ?? '') - LEAD)
  return {
    ...of,
    ...(before ? { before: excerpt(before, from) } : {}),
    ...(after ? { after: excerpt(after, from) } : {}),
  }
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

/** A short value whole; of a long one the stretch from `from`. */
function excerpt(value: string, from: number): string {
  if (value.length <= SHOWN) return value
  const rest = value.slice(from, from + SHOWN)
  return `${from > 0 ? '…' : ''}${rest}${from + SHOWN < value.length ? '…' : ''}`
}
