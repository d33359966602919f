/** Amazon's files by what their first lines hold, and those lines as tables. */
import type { SourceRecord, SourceTable } from '../../types'
import { flatRecord } from '../../records/flatten'
import type { SetFile } from '../files'
import type { Uses } from '../fixed'
import { field, firstLines, fixedTable } from '../fixed'
import { readMeta, readObject } from './records'

const META_KEYS =
  'title categories category imUrl imageURL salesRank main_cat main_category also_buy also_view'.split(' ')
/** Keys that no other shop's products have. */
const OWN_KEYS =
  'imUrl imageURLHighRes salesRank related main_cat also_buy also_view also_viewed tech1 similar_item bought_together'.split(
    ' ',
  )
const REVIEW_KEYS = 'reviewerID verified_purchase helpful_vote'.split(' ')

/** The first lines of a file that are whole objects. */
function firstObjects(file: SetFile): readonly { readonly row: number; readonly object: object }[] {
  return firstLines(file).flatMap(({ row, line }) => {
    const read = line.trimStart().startsWith('{') ? readObject(line) : { reason: '' }
    return 'object' in read && typeof read.object === 'object' && read.object !== null
      ? [{ row, object: read.object }]
      : []
  })
}

/** What a file's first lines show it to be; `own` for metadata only where they could be nobody else's. */
export function partOf(
  file: SetFile,
): { readonly part: 'meta' | 'reviews'; readonly own: boolean } | undefined {
  const objects = firstObjects(file)
  const has = (...keys: readonly string[]) =>
    objects.some(({ object }) => keys.some((key) => Object.hasOwn(object, key)))
  if (!has('asin', 'parent_asin')) return undefined
  if (has(...REVIEW_KEYS)) return { part: 'reviews', own: true }
  if (!has(...META_KEYS)) return undefined
  return { part: 'meta', own: has(...OWN_KEYS) || (has('parent_asin') && has('main_category')) }
}

const META_USES: Uses = {
  asin: field('id'),
  parent_asin: field('id'),
  title: field('title'),
  description: field('description'),
  feature: field('description'),
  features: field('description'),
  price: field('price'),
  brand: field('brand'),
  store: field('brand'),
  categories: field('category'),
  category: field('category'),
  main_cat: field('category'),
  main_category: field('category'),
  average_rating: field('rating'),
  rating_number: field('ratingCount'),
  'details.Material': { kind: 'fact', fact: 'material' },
  'details.Color': { kind: 'fact', fact: 'colour' },
  'details.Size': { kind: 'fact', fact: 'size' },
  'details.Item Weight': { kind: 'fact', fact: 'weight' },
  'details.Capacity': { kind: 'fact', fact: 'capacity' },
  'details.Flavor': { kind: 'fact', fact: 'flavour' },
  'details.Scent': { kind: 'fact', fact: 'scent' },
  'details.Pattern': { kind: 'fact', fact: 'pattern' },
}
const REVIEW_USES: Uses = {
  reviewerID: field('shopper'),
  user_id: field('shopper'),
  asin: field('product'),
  parent_asin: field('product'),
  unixReviewTime: field('at'),
  reviewTime: field('at'),
  timestamp: field('at'),
  sort_timestamp: field('at'),
}

/** A file's first lines as they stand. */
export function amazonTable(file: SetFile, part: 'meta' | 'reviews'): SourceTable {
  const records = firstObjects(file).map(({ row, object }) =>
    flatRecord(row, object, 'the line is not an object'),
  )
  return fixedTable(file, records, part === 'meta' ? META_USES : REVIEW_USES)
}

/** The first products of some metadata as the importer reads them. */
export function firstProducts(files: readonly SetFile[]): readonly SourceRecord[] {
  return files.flatMap(firstObjects).map(({ row, object }) => ({ row, fields: readMeta(object) }))
}
