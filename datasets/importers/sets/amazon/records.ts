/** One line of Amazon's metadata or reviews, of 2014, 2018 or 2023, to what the importers build on. */
import { z } from 'zod'
import { parsePrice } from '../../price'
import { cleanText } from '../../text'
import { parseLiteral } from './literal'

/** Longest title of a product; longer ones end where a clause does. */
const TITLE_MAX = 160

/** Text, or what else stands in its place as text; "None" is none. */
const text = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value === 'string') return /^\s*none\s*$/i.test(value) ? '' : value
    return typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
  })

/** A text, a list of texts, a list of such lists: all texts in it, in order. */
const texts = z
  .unknown()
  .optional()
  .transform((value): readonly string[] => {
    if (typeof value === 'string') return value.trim() === '' ? [] : [value]
    return Array.isArray(value) ? value.flat(2).filter((one) => typeof one === 'string') : []
  })

/** The first path of categories: `[['A', 'B'], ['C']]` (2014) and `['A', 'B']` (2018, 2023) are both A > B. */
const path = z
  .unknown()
  .optional()
  .transform((value): readonly string[] => {
    const first: unknown = Array.isArray(value) && Array.isArray(value[0]) ? value[0] : value
    return Array.isArray(first) ? first.filter((one) => typeof one === 'string') : []
  })

/** `details` is an object (2023 as JSON lines) or JSON in a string (the same from Hugging Face). */
const details = z
  .unknown()
  .optional()
  .transform((value): Readonly<Record<string, string>> => {
    const object = typeof value === 'string' && value.startsWith('{') ? parsed(value) : value
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return {}
    return Object.fromEntries(Object.entries(object).filter(([, one]) => typeof one === 'string'))
  })

function parsed(value: string): unknown {
  try {
    return parseLiteral(value)
  } catch {
    return undefined
  }
}

const metaSchema = z.object({
  asin: text,
  parent_asin: text,
  title: text,
  description: texts,
  /** 2018 and 2023. */
  feature: texts,
  features: texts,
  price: text,
  brand: text,
  store: text,
  categories: path,
  category: path,
  main_cat: text,
  main_category: text,
  average_rating: text,
  rating_number: text,
  details,
})

const reviewSchema = z.object({
  reviewerID: text,
  user_id: text,
  asin: text,
  parent_asin: text,
  unixReviewTime: text,
  reviewTime: text,
  timestamp: text,
  sort_timestamp: text,
})

/** A review as the event it is: who, what, when as the file spells it. */
export interface ReviewLine {
  readonly shopperId: string
  /** The product's family where the file knows it: 2023's metadata is kept by `parent_asin`. */
  readonly productId: string
  readonly at: string
}

/** Reads a line's object; a reason in words when there is none. */
export function readObject(line: string): { readonly object: unknown } | { readonly reason: string } {
  try {
    const object = parseLiteral(line)
    const fits = typeof object === 'object' && object !== null && !Array.isArray(object)
    return fits ? { object } : { reason: 'the line is not an object' }
  } catch (cause) {
    return {
      reason: `neither JSON nor a Python dictionary: ${cause instanceof Error ? cause.message.slice(0, 100) : 'unreadable'}`,
    }
  }
}

/** Reads a review; a field that has another type than it should counts as empty. */
export function readReview(object: unknown): ReviewLine {
  const review = reviewSchema.parse(object)
  return {
    shopperId: (review.reviewerID || review.user_id).trim(),
    productId: (review.parent_asin || review.asin).trim(),
    at: (review.unixReviewTime || review.timestamp || review.sort_timestamp || review.reviewTime).trim(),
  }
}

/** A title of at most 160 characters, cut before the last comma, dash or bracket that fits, else at a word. */
function shortTitle(raw: string): string {
  const title = cleanText(raw, 2000)
  if (title.length <= TITLE_MAX) return title
  const head = title.slice(0, TITLE_MAX + 1)
  const clause = Math.max(...[', ', ' - ', ' – ', ' (', ' | ', '; '].map((mark) => head.lastIndexOf(mark)))
  const cut = clause >= TITLE_MAX / 3 ? clause : head.lastIndexOf(' ')
  return head.slice(0, cut > 0 ? cut : TITLE_MAX).trim()
}

/** 2018 writes "by\n    Fenmoor" and "Visit the Fenmoor Store". */
function brandName(raw: string): string {
  const name = cleanText(raw, 200)
  const store = /^visit the (.+) store$/i.exec(name)?.[1]
  return (store ?? name.replace(/^(?:by|brand:)\s+/i, '')).slice(0, 80)
}

/** A price that is one amount; a range, "from 12.99" or a page of style sheet is none, and costs nobody the product. */
function onePrice(raw: string): string {
  const price = raw.trim().slice(0, 40)
  return parsePrice(price, 'USD') === undefined ? '' : price
}

/** Sentences of a product: its features, then its description, each with a full stop. */
function prose(parts: readonly string[]): string {
  const clean = parts.map((part) => cleanText(part, 2000)).filter((part) => part !== '')
  return [...new Set(clean)].map((part) => (/[.!?:;]$/.test(part) ? part : `${part}.`)).join(' ')
}

/** Details of 2023 that are facts as they stand. */
const FACT_DETAILS = [
  'Material',
  'Color',
  'Size',
  'Item Weight',
  'Capacity',
  'Flavor',
  'Scent',
  'Pattern',
  'Item Form',
  'Age Range (Description)',
] as const

/** Columns of the records that `readMeta` makes. */
export const META_COLUMNS = {
  fields: {
    id: 'asin',
    title: 'title',
    description: 'description',
    price: 'price',
    brand: 'brand',
    category: 'category',
    rating: 'average_rating',
    ratingCount: 'rating_number',
  },
  facts: {
    material: 'Material',
    colour: 'Color',
    size: 'Size',
    weight: 'Item Weight',
    capacity: 'Capacity',
    flavour: 'Flavor',
    scent: 'Scent',
    pattern: 'Pattern',
  },
  decimalPoints: true,
} as const

/** Reads a product's metadata as one flat record; a field that has another type than it should counts as empty. */
export function readMeta(object: unknown): Readonly<Record<string, string>> {
  const meta = metaSchema.parse(object)
  const levels = [...(meta.categories.length > 0 ? meta.categories : meta.category)]
  const root = cleanText(meta.main_category || meta.main_cat, 80)
  const all = levels.length > 0 ? levels.map((level) => cleanText(level, 80)) : [root]
  const facts = FACT_DETAILS.flatMap((name) =>
    meta.details[name] === undefined ? [] : [[name, meta.details[name]] as const],
  )
  const fields = {
    asin: (meta.parent_asin || meta.asin).trim(),
    title: shortTitle(meta.title),
    description: prose([...meta.features, ...meta.feature, ...meta.description]),
    price: onePrice(meta.price),
    brand: brandName(meta.brand || meta.store),
    category: all
      .filter((level) => level !== '')
      .slice(0, 6)
      .join(' > '),
    average_rating: meta.average_rating,
    rating_number: meta.rating_number,
    ...Object.fromEntries(facts),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** True for a title that is a page's script: the publishers of 2018 say to leave those out. */
export function isScript(title: string): boolean {
  return /getTime\(|var aPageStart|function\s*\(/.test(title)
}
