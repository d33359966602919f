/**
 * The notation in which the shop's aisles are authored.
 *
 * - A list is one string with ` | ` or `|` between entries. `620..1400/20 g` stands for every step of a range.
 * - A noun phrase may end in `+` (several) or `~` (mass); otherwise its number is read from its head word.
 * - A title is `{brand} Roll-top Pack`, with slots `{brand}`, `{name}` (an invented model name of the aisle) and fact kinds. Conditions
 *   follow after ` ; `: `closure=roll-top closure` fixes a fact that the title claims, `noun=tote bag` says what it is, `-pattern`
 *   leaves a kind out.
 * - An opener is a sentence of the description in the pattern notation of `shared/domain/pattern.ts`, facts in braces.
 */
import type { Aisle } from '../../shared/domain/aisles'
import type { FactKind, GrammaticalNumber } from '../../shared/domain/facts'
import type { Theme } from './themes'

/** One kind of thing the shop sells, and everything it may say about it. */
export interface ProductType {
  /** Kebab case, unique in the shop; product ids start with it. */
  readonly id: string
  /** Second level of the category path. */
  readonly category: string
  /** Lower-case common noun, with a number mark where the head word misleads. */
  readonly noun: string
  /** Lowest and highest price, rupees. */
  readonly price: readonly [number, number]
  readonly titles: readonly string[]
  /** Values by kind. Those that grow with price or with size are listed from small to large. The first three are always stated. */
  readonly facts: Readonly<Partial<Record<FactKind, string>>>
  /** At least ten noun phrases. */
  readonly features: string
  readonly openers: readonly string[]
  /** Verb phrases that replace the common ones of `describe.ts`. */
  readonly clauses?: Readonly<Partial<Record<FactKind, string>>>
  /** Ids of types that people buy with it. */
  readonly goes?: string
  /** Themes beyond those of the aisle. */
  readonly themes?: readonly Theme[]
  /** First and last month (1-12) of its season; may wrap round the new year. */
  readonly peak?: readonly [number, number]
}

/** One aisle of the shop. */
export interface AisleTable {
  readonly aisle: Aisle
  /** First level of the category path. */
  readonly category: string
  readonly themes: readonly Theme[]
  /** Brands with their price level: 1 plain, 2 middle, 3 dear. */
  readonly brands: Readonly<Record<string, 1 | 2 | 3>>
  /** Invented model names for `{name}`. */
  readonly names: string
  readonly types: readonly ProductType[]
}

/** A noun phrase with its number. */
export interface Phrase {
  readonly text: string
  readonly number: GrammaticalNumber
}

const prepositions = new Set(
  'for with in of on at under to that you from against between inside which behind along round across over by around near above beneath without through up down and as per or'.split(
    ' ',
  ),
)
const singularEndings = new Set(
  'canvas gas christmas hibiscus citrus iris molasses hummus asparagus atlas compass press chess cypress wellness harness mess dress process lens bus cactus couscous series chassis eucalyptus cosmos bass darkness tennis fitness mattress'.split(
    ' ',
  ),
)
const massHeads = new Set(
  'room storage stitching padding ventilation protection access space support embroidery'.split(' '),
)

/** The head word of a noun phrase: the last one before a preposition. */
export function headWord(phrase: string): string {
  const words = phrase.toLowerCase().split(' ')
  const stop = words.findIndex((word, index) => index > 0 && prepositions.has(word))
  return words[(stop < 0 ? words.length : stop) - 1] ?? ''
}

function numberOf(phrase: string): GrammaticalNumber {
  const head = headWord(phrase)
  if (massHeads.has(head)) return 'mass'
  return /[^su]s$/.test(head) && !singularEndings.has(head) ? 'many' : 'one'
}

/** Reads a phrase with its optional mark. `plain` is the number of a phrase that is not plural. */
export function readPhrase(authored: string, plain: 'one' | 'mass' = 'one'): Phrase {
  const text = authored.trim()
  if (text.endsWith('+')) return { text: text.slice(0, -1), number: 'many' }
  if (text.endsWith('~')) return { text: text.slice(0, -1), number: 'mass' }
  const number = numberOf(text)
  return { text, number: number === 'one' ? plain : number }
}

/** The entries of an authored list, ranges written out. Throws RangeError on a range that does not end. */
export function readList(authored: string): readonly string[] {
  return authored
    .split('|')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .flatMap(readRange)
}

const RANGE = /^([\d.]+)\.\.([\d.]+)\/([\d.]+) (.+)$/

function readRange(entry: string): readonly string[] {
  const match = RANGE.exec(entry)
  if (!match) return [entry]
  const [low, high, step] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const count = Math.round((high - low) / step) + 1
  if (!(count > 1 && count < 200))
    throw new RangeError(`The range "${entry}" has no sensible number of steps`)
  return Array.from({ length: count }, (_, i) => writeMeasure(low + i * step, match[4] ?? ''))
}

/** A figure with its unit: grams turn into kilograms from a thousand on, `litre` agrees with the figure. */
export function writeMeasure(value: number, unit: string): string {
  if (unit === 'g' && value >= 1000) return writeMeasure(Math.round(value / 10) / 100, 'kg')
  if (unit === 'ml' && value >= 1000) return writeMeasure(Math.round(value / 10) / 100, 'litre')
  const figure = Number(value.toFixed(2)).toLocaleString('en-US')
  return /^(litre|hour|year|month|day|minute|week)$/.test(unit) && value !== 1
    ? `${figure} ${unit}s`
    : `${figure} ${unit}`
}

/** A title as authored, taken apart. */
export interface TitleForm {
  readonly text: string
  readonly fixed: Readonly<Partial<Record<FactKind, string>>>
  readonly without: readonly FactKind[]
  readonly noun?: string
}

/** Takes an authored title apart. */
export function readTitle(authored: string): TitleForm {
  const [text = '', ...conditions] = authored.split(';').map((part) => part.trim())
  const fixed: Partial<Record<FactKind, string>> = {}
  const without: FactKind[] = []
  let noun: string | undefined
  for (const condition of conditions) {
    const [key = '', value] = condition.split('=')
    if (value === undefined) without.push(key.replace(/^-/, '') as FactKind)
    else if (key === 'noun') noun = value
    else fixed[key as FactKind] = value
  }
  return { text, fixed, without, ...(noun ? { noun } : {}) }
}
