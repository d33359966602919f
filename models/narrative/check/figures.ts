/** Figures: each must be its product's own, of its unit, and where the sentence says so of its column. */
import type { Money, Product } from '../../../shared/domain/catalogue'
import { rowTexts } from './statements'

/** What a figure counts. `plain` is whatever the sentence does not say. */
export type Sense = 'money' | 'rating' | 'plain' | (string & {})

/** A figure of a text. */
export interface Figure {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly sense: Sense
  /** In the base unit of its sense. */
  readonly value: number
}

/** Units with the quantity they measure and their size in its base unit. */
const units: readonly (readonly [forms: string, sense: string, size: number])[] = [
  ['kg|kilos?|kilograms?', 'mass', 1000],
  ['g|grams?|grammes?', 'mass', 1],
  ['mg', 'mass', 0.001],
  ['oz|ounces?', 'mass', 28.35],
  ['lbs?|pounds? in weight', 'mass', 453.6],
  ['ml|millilit(?:re|er)s?', 'volume', 1],
  ['cl', 'volume', 10],
  ['l|lit(?:re|er)s?', 'volume', 1000],
  ['mm', 'length', 1],
  ['cm|centimet(?:re|er)s?', 'length', 10],
  ['m|met(?:re|er)s?', 'length', 1000],
  ['km', 'length', 1e6],
  ['inch(?:es)?|in(?=[,.])', 'length', 25.4],
  ['minutes?|mins?', 'time', 1],
  ['hours?|hrs?', 'time', 60],
  ['days?', 'time', 1440],
  ['weeks?', 'time', 10080],
  ['months?', 'time', 43200],
  ['years?', 'time', 525600],
  ['W|watts?', 'power', 1],
  ['kW', 'power', 1000],
  ['dB', 'noise', 1],
  ['GB', 'storage', 1],
  ['TB', 'storage', 1000],
  ['lumens?|lm', 'light', 1],
  ['rpm', 'turns', 1],
  ['%|per ?cent|percent', 'share', 1],
]
const UNIT = new RegExp(
  `^[\\s\\u00a0-]?(?:${units.map(([forms]) => `(${forms})`).join('|')})(?![\\p{L}])`,
  'iu',
)
const DIGITS = /\d[\d,.\u00a0\u202f]*\d|\d/g
const words: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
}
const WORD = new RegExp(`\\b(?:${Object.keys(words).join('|')})\\b`, 'gi')
/** Smaller numbers in words stand in too many sayings, but not before a cover or a battery. */
const SMALL = /^[\s-](?:years?|months?|hours?)[\s-](?:of )?(?:warranty|cover|guarantee|battery|charge)/i

const CURRENCY_BEFORE = /(?:[$£€¥₹₩]|\b[A-Z]{3}[ \u00a0]?)[ \u00a0]?$/
const CURRENCY_AFTER = /^[ \u00a0]?(?:[€£₹]|[A-Z]{3}\b|(?:pounds|euros|dollars|rupees)\b)/
const CODES = /\b(?:USB|LED|SPF|UPF|BPA|IPX|UHD|MDF)[ \u00a0]?$/

/** The figure without grouping: "4,990" and "4990" are one. */
const ungrouped = (text: string) => text.replace(/(?<=\d)[,\u00a0\u202f ](?=\d{2,3}\b)/g, '')
/** A comma before the decimals, a full stop between the thousands: "1.234,50". */
const continental = (text: string) =>
  ungrouped(text.replace(/[.\u00a0\u202f](?=\d{3}(\D|$))/g, '').replace(',', '.'))

function senseOf(text: string, start: number, end: number): { readonly sense: Sense; readonly size: number } {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 24)
  if ((CURRENCY_BEFORE.test(before) && !CODES.test(before)) || CURRENCY_AFTER.test(after))
    return { sense: 'money', size: 1 }
  const unit = UNIT.exec(after)
  const found = unit && units[unit.slice(1).findIndex(Boolean)]
  if (found) return { sense: found[1], size: found[2] }
  if (/^\s*(?:out of|stars?\b)/i.test(after) || /\b(?:rated|rating of|scored?|scores) $/i.test(before))
    return { sense: 'rating', size: 1 }
  if (/\b(?:weighs?|weighing) $/i.test(before)) return { sense: 'mass', size: Number.NaN }
  return { sense: 'plain', size: 1 }
}

/** The figures of a text in digits, and those in words that say how much. */
export function figuresOf(text: string): readonly Figure[] {
  const digits = [...text.matchAll(DIGITS)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    // A figure grown together with letters is a name: IPX5, A4.
    if (/\p{L}$/u.test(text.slice(0, start))) return []
    const { sense, size } = senseOf(text, start, end)
    return [{ start, end, text: match[0], sense, value: Number(ungrouped(match[0])) * size }]
  })
  const spelled = [...text.matchAll(WORD)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const value = words[match[0].toLowerCase()] ?? 0
    if (value < 5 && !SMALL.test(text.slice(end, end + 24))) return []
    const { sense, size } = senseOf(text, start, end)
    return [{ start, end, text: match[0], sense: sense === 'money' ? 'plain' : sense, value: value * size }]
  })
  return [...digits, ...spelled]
}

/** A row's figures: amounts of money as they may be written, measures by quantity, and every figure there is. */
interface RowFigures {
  readonly amounts: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
  readonly plain: ReadonlySet<string>
  readonly ratings: ReadonlySet<string>
  readonly words: string
}

const key = (sense: string, value: number) => `${sense} ${Math.round(value * 1000) / 1000}`
const known = new WeakMap<Product, RowFigures>()

/** An amount as it may be written: "34.5" and "34.50". A yen has no minor unit, a dinar has a thousand. */
function moneyForms({ minor, currency }: Money): readonly string[] {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const amount = minor / 10 ** digits
  return [String(amount), amount.toFixed(digits)].map(trimmed)
}
const trimmed = (text: string) => ungrouped(text).replace(/\.0+$/, '')

function textFigures(texts: readonly string[]) {
  const measures = new Set<string>()
  const plain = new Set<string>()
  const money = new Set<string>()
  for (const text of texts) {
    for (const figure of figuresOf(text)) {
      measures.add(key(figure.sense, figure.value))
      plain.add(trimmed(figure.text))
      if (figure.sense === 'money') money.add(trimmed(figure.text))
    }
    for (const [figure] of text.matchAll(DIGITS)) plain.add(trimmed(figure))
    // The sides of a size share the last one's unit.
    const sides = /((?:[\d.]+\s*[×x]\s*)+[\d.]+)\s*([a-z]+)/iu.exec(text)
    for (const side of sides?.[1]?.split(/[×x]/) ?? [])
      for (const figure of figuresOf(`${side.trim()} ${sides?.[2] ?? ''}`))
        measures.add(key(figure.sense, figure.value))
  }
  return { measures, plain, money }
}

function figuresOfRow(product: Product): RowFigures {
  const found = known.get(product)
  if (found) return found
  const texts = rowTexts(product)
  const { measures, plain, money } = textFigures(texts)
  const amounts = new Set([
    ...money,
    ...[product.price, product.wasPrice].flatMap((one) => (one ? moneyForms(one) : [])),
  ])
  const { rating } = product
  const ratings = new Set(rating ? [rating.mean.toFixed(1), String(rating.mean), '5'] : ['5'])
  const made = {
    amounts,
    measures,
    plain: new Set([...plain, ...amounts, ...(rating ? [...ratings, String(rating.count)] : [])]),
    ratings,
    words: texts.join('\n').toLowerCase(),
  }
  known.set(product, made)
  return made
}

function isOf(product: Product, { text, sense, value }: Figure): boolean {
  const { amounts, measures, plain, ratings, words: said } = figuresOfRow(product)
  const forms = [trimmed(text), trimmed(continental(text))]
  if (sense === 'money') return forms.some((form) => amounts.has(form))
  if (sense === 'rating') return ratings.has(text) || measures.has(key('rating', value))
  if (sense === 'plain' || Number.isNaN(value))
    return (
      forms.some((form) => plain.has(form)) ||
      plain.has(String(words[text.toLowerCase()] ?? '')) ||
      (/^\p{L}/u.test(text) && said.includes(text.toLowerCase()))
    )
  return measures.has(key(sense, value))
}

/** Whether a figure is one of these products', or the shopper's own. */
export function figureStands(
  figure: Figure,
  products: readonly Product[],
  shopper: readonly string[],
): boolean {
  if (products.some((product) => isOf(product, figure))) return true
  const { measures, plain } = textFigures(shopper)
  return figure.sense === 'plain'
    ? plain.has(trimmed(figure.text)) ||
        shopper.some((text) => text.toLowerCase().includes(figure.text.toLowerCase()))
    : measures.has(key(figure.sense, figure.value))
}
