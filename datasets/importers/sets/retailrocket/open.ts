/**
 * Retailrocket's recommender system dataset (R. Zykov, N. Artem and A. Alexander, Kaggle 2017): `events.csv`, `item_properties_part1.csv` and
 * `_part2.csv`, `category_tree.csv`. All but two properties are hashed, so an item has a number for a title, a path of numbers for a category, and
 * stands as sold out where its last `available` is 0; nothing else can be said of it. A visitor becomes a shopper; views, carts and transactions become
 * views, carts and purchases.
 */
import type { InteractionKind, Product } from '../../../../shared/domain/catalogue'
import { DEFAULT_CURRENCY } from '../../currency'
import { ImportFileError } from '../../errors'
import type { ImportItem, ImportSource } from '../../types'
import type { CellRow } from '../cells'
import { cellRows, looksLike } from '../cells'
import type { SetFile, SetFiles } from '../files'
import { Bytes, originOf } from '../files'
import { ROWS_MAX } from '../../rows'
import { headedTable, field, mappedCurrency } from '../fixed'
import { Ledger } from '../ledger'

const SHAPES = {
  events: { header: /^timestamp,visitorid,event,itemid,transactionid$/ },
  properties: { header: /^timestamp,itemid,property,value$/ },
  tree: { header: /^categoryid,parentid$/ },
} as const

const KINDS: Readonly<Record<string, InteractionKind>> = {
  view: 'view',
  addtocart: 'cart',
  transaction: 'purchase',
}
/** Levels of a category's path that are followed up; the published tree has six. */
const LEVELS_MAX = 12
/** Rows between two signs of life while the properties are read. */
const TELL = 2000

/** What is known of an item so far. */
interface Item {
  category: string
  categoryAt: number
  available: string
  availableAt: number
  /** Where it stood first. */
  readonly row: number
  readonly file: string
}

interface Reading {
  readonly bytes: Bytes
  readonly items: Map<string, Item>
  readonly parents: Map<string, string>
}

const filesLike = ({ files }: SetFiles, shape: (typeof SHAPES)[keyof typeof SHAPES]) =>
  files.filter((file) => looksLike(file, shape))

/** True when some file has the events' or the properties' header. */
export function isRetailrocket(set: SetFiles): boolean {
  return filesLike(set, SHAPES.events).length + filesLike(set, SHAPES.properties).length > 0
}

function refused({ name }: SetFile, row: number, field: string, reason: string): ImportItem {
  return { type: 'refused', refused: { file: name, row, field, reason } }
}

async function* rowsOf(file: SetFile, bytes: Bytes): AsyncGenerator<CellRow> {
  for await (const line of cellRows(file, ',', bytes)) if (line.row > 1) yield line
}

/** Reads the tree's lines into `parents`. */
async function* treeItems(file: SetFile, { bytes, parents }: Reading): AsyncGenerator<ImportItem> {
  for await (const { row, cells } of rowsOf(file, bytes)) {
    const [id = '', parent = ''] = cells.map((cell) => cell.trim())
    if (cells.length !== 2 || !/^\d+$/.test(id) || !/^\d*$/.test(parent))
      yield refused(file, row, '', 'the row is no pair of category and parent')
    else if (parents.has(id)) yield refused(file, row, 'categoryid', `the category ${id} was there before`)
    else {
      parents.set(id, parent)
      yield { type: 'joined', rows: 1 }
    }
  }
}

/** What is wrong with a property's line; undefined when nothing is. */
function propertyFault(
  cells: readonly string[],
): { readonly field: string; readonly reason: string } | undefined {
  const [at = '', item = '', property = ''] = cells
  if (cells.length !== 4) return { field: '', reason: `the row has ${cells.length} fields instead of 4` }
  if (!/^\d{1,13}$/.test(at)) return { field: 'timestamp', reason: `"${at.slice(0, 20)}" is no Unix time` }
  if (!/^\d{1,20}$/.test(item)) return { field: 'itemid', reason: `"${item.slice(0, 20)}" is no item` }
  return property.trim() === '' ? { field: 'property', reason: 'names no property' } : undefined
}

/** Notes a property where it is newer than what is known. */
function note(item: Item, atMs: number, property: string, value: string): void {
  if (property === 'categoryid' && atMs >= item.categoryAt) {
    item.category = value
    item.categoryAt = atMs
  } else if (property === 'available' && atMs >= item.availableAt) {
    item.available = value
    item.availableAt = atMs
  }
}

/** Reads properties into `items`. The first row of an item stands for the product, the others are joined to it. */
async function* propertyItems(file: SetFile, { bytes, items }: Reading): AsyncGenerator<ImportItem> {
  let joined = 0
  for await (const { row, cells } of rowsOf(file, bytes)) {
    const [at = '', id = '', property = '', value = ''] = cells
    const fault = propertyFault(cells)
    let item = items.get(id)
    if (fault) yield refused(file, row, fault.field, fault.reason)
    else if (!item && items.size >= ROWS_MAX)
      yield refused(file, row, 'itemid', `only ${ROWS_MAX} items are taken`)
    else {
      if (item) joined += 1
      else
        items.set(
          id,
          (item = { category: '', categoryAt: -1, available: '', availableAt: -1, row, file: file.name }),
        )
      note(item, Number(at), property, value.trim())
    }
    if (joined >= TELL) {
      yield { type: 'joined', rows: joined }
      joined = 0
    }
  }
  if (joined > 0) yield { type: 'joined', rows: joined }
}

/** `Category 1 > Category 12`, from the root down; a circle in the tree ends the path. */
function categoryPath(id: string, parents: ReadonlyMap<string, string>): string {
  const path: string[] = []
  for (
    let at = id;
    /^\d+$/.test(at) && !path.includes(at) && path.length < LEVELS_MAX;
    at = parents.get(at) ?? ''
  )
    path.unshift(at)
  return path.map((level) => `Category ${level}`).join(' > ')
}

function productOf(id: string, { category, available }: Item, parents: ReadonlyMap<string, string>): Product {
  const path = categoryPath(category, parents)
  return {
    id,
    title: `Item ${id}`,
    titleNumber: 'one',
    noun: 'item',
    nounNumber: 'one',
    category: path,
    aisle: 'general',
    description: '',
    ...(available === '0' ? { stock: 0 } : {}),
    facts: [],
    source: {
      itemid: id,
      ...(category === '' ? {} : { categoryid: category }),
      ...(available === '' ? {} : { available }),
    },
  }
}

async function* eventItems(file: SetFile, { bytes }: Reading, ledger: Ledger): AsyncGenerator<ImportItem> {
  for await (const { row, cells } of rowsOf(file, bytes)) {
    const [at = '', shopperId = '', event = '', productId = ''] = cells.map((cell) => cell.trim())
    const kind = KINDS[event]
    if (cells.length !== 5) yield refused(file, row, '', `the row has ${cells.length} fields instead of 5`)
    else if (!/^\d{1,13}$/.test(at))
      yield refused(file, row, 'timestamp', `"${at.slice(0, 20)}" is no Unix time`)
    else if (kind === undefined || !Object.hasOwn(KINDS, event))
      yield refused(file, row, 'event', `"${event.slice(0, 20)}" is no view, addtocart or transaction`)
    else {
      const place = { row, file: file.name, shopperField: 'visitorid', productField: 'itemid' }
      yield* ledger.items(place, { shopperId, productId, kind, atMs: Number(at) }, cells.join(','))
    }
  }
}

const TREE_USES = { categoryid: field('category') }
const PROPERTY_USES = { itemid: field('id'), property: field('category'), value: field('category') }
const EVENT_USES = {
  timestamp: field('at'),
  visitorid: field('shopper'),
  event: field('kind'),
  itemid: field('product'),
}

/**
 * Opens the dataset. Throws ImportFileError where the items' properties are missing, and ShelftalkError `BAD_INPUT` for a mapping that says more
 * than a currency.
 */
export function openRetailrocket(set: SetFiles, map: Readonly<Record<string, string>>): ImportSource {
  const tree = filesLike(set, SHAPES.tree)
  const properties = filesLike(set, SHAPES.properties)
  const events = filesLike(set, SHAPES.events)
  if (properties.length === 0) {
    const hint =
      'Give the folder in which events.csv, item_properties_part1.csv, item_properties_part2.csv and category_tree.csv lie together.'
    throw new ImportFileError(set.path, 'holds no item properties of Retailrocket', hint)
  }
  const told = mappedCurrency('retailrocket', map)
  const currency = told?.code ?? DEFAULT_CURRENCY
  const used = [...tree, ...properties, ...events]
  const bytes = new Bytes(used)
  const reading: Reading = { bytes, items: new Map(), parents: new Map() }
  const ledger = new Ledger({ products: reading.items, currency })
  return {
    format: 'retailrocket',
    origin: originOf(set, used, 'retailrocket'),
    currency,
    ...(told ? { currencyFound: told } : {}),
    totalBytes: bytes.total,
    bytesRead: bytes.soFar,
    tables: [
      ...properties.map((file) => headedTable(file, ',', PROPERTY_USES)),
      ...tree.map((file) => headedTable(file, ',', TREE_USES)),
      ...events.map((file) => headedTable(file, ',', EVENT_USES)),
    ],
    items: (async function* () {
      for (const file of tree) yield* treeItems(file, reading)
      for (const file of properties) yield* propertyItems(file, reading)
      for (const [id, item] of reading.items)
        yield {
          type: 'product',
          row: item.row,
          file: item.file,
          product: productOf(id, item, reading.parents),
        } as const
      for (const file of events) yield* eventItems(file, reading, ledger)
    })(),
  }
}
