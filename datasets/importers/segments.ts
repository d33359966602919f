/** Segment attributes of shoppers from what files say of people: bands instead of figures, one word for one thing. */
import { parsePrice } from './price'
import { isBlank } from './text'

const YEAR_MS = 365.2425 * 86_400_000
const VALUE_MAX = 60

/** The band of an age in years, 1 to 120. */
export function ageBand(age: number): string {
  if (age < 25) return 'under 25'
  if (age >= 65) return '65 and over'
  const from = Math.floor((age - 5) / 10) * 10 + 5
  return `${from}-${from + 9}`
}

/** The band of someone born at `bornMs`, seen at `nowMs`; undefined for ages that nobody has. */
export function ageBandAt(bornMs: number, nowMs: number): string | undefined {
  const age = Math.floor((nowMs - bornMs) / YEAR_MS)
  return age >= 1 && age <= 120 ? ageBand(age) : undefined
}

/** `woman`, `man`, `non-binary` or `undisclosed`, from the letters and words that files have for them. */
export function genderOf(text: string | undefined): string {
  const word = (text ?? '').trim().toLowerCase()
  if (/^(?:f|female|woman|women|w|girl|frau)$/.test(word)) return 'woman'
  if (/^(?:m|male|man|men|boy|herr)$/.test(word)) return 'man'
  return /^(?:x|nb|non-?binary|diverse|d|other)$/.test(word) ? 'non-binary' : 'undisclosed'
}

/** Letters that stand for words, by attribute. */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  maritalStatus: { m: 'married', s: 'single', d: 'divorced', w: 'widowed' },
  homeOwner: { y: 'yes', n: 'no', '1': 'yes', '0': 'no', true: 'yes', false: 'no' },
}

/** An attribute's value as it stands, its letters spelt out; undefined where the file says nothing. */
export function segmentText(attribute: string, text: string): string | undefined {
  const value = text.trim().slice(0, VALUE_MAX)
  if (isBlank(value)) return undefined
  return codes[attribute]?.[value.toLowerCase()] ?? value
}

/** The amount that an income column states (`$90,000 `); undefined for words and ranges. */
export function incomeAmount(text: string): number | undefined {
  const money = parsePrice(text.trim(), 'USD')
  return money === undefined ? undefined : Number((money.minor / 100).toFixed(2))
}

/** Where incomes are cut into three bands of about as many people: at most two amounts, ascending; none where all are alike. */
export function incomeCuts(amounts: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(amounts).sort()
  const cuts = [1, 2].map((third) => sorted[Math.floor((sorted.length * third) / 3)] ?? 0)
  return [...new Set(cuts)].filter((cut) => cut > (sorted[0] ?? 0))
}

const figures = new Intl.NumberFormat('en-GB')

/** The band of an income between `cuts`: `under 40,000`, `40,000 to under 70,000`, `70,000 and over`; undefined without cuts. */
export function incomeBand(amount: number, cuts: readonly number[]): string | undefined {
  if (cuts.length === 0) return undefined
  const figure = (value: number | undefined) => figures.format(value ?? 0)
  const above = cuts.filter((cut) => amount >= cut).length
  if (above === 0) return `under ${figure(cuts[0])}`
  if (above === cuts.length) return `${figure(cuts.at(-1))} and over`
  return `${figure(cuts[above - 1])} to under ${figure(cuts[above])}`
}
