/** Facts that a source states in columns of their own. */
import type { Fact, FactKind, GrammaticalNumber } from '../../../shared/domain/facts'
import { factKind } from '../../../shared/domain/facts'
import { isPlural } from '../nouns/number'
import type { Columns } from '../columns'
import { isBlank } from '../text'
import { withUnit } from '../units'
import { sentenceCase } from './phrases'

const MAX = 60
const WORDS_MAX = 4

/** Adjectives a column of care notes may hold; "Machine wash cold" is an order, not an adjective. */
const care = /(?:washable|safe|proof|only|resistant)$/i

function acceptable(kind: FactKind, text: string): boolean {
  if (isBlank(text) || text === '0' || text.length > MAX) return false
  const { form } = factKind(kind)
  // A bare figure without a unit is no measure anyone can say.
  if (form === 'measure') return /^\d[\d.,]*(\s*[×x]\s*\d[\d.,]*){0,2}\s*(\p{L}|°|")/u.test(text)
  if (kind === 'care' && !care.test(text)) return false
  if (form === 'adjective' && text.split(' ').length > WORDS_MAX) return false
  // Codes, lists of choices and leftovers of markup are no words of a sentence.
  return /\p{L}{3}/u.test(text) && !/[<>{}[\]|/;:#=]/.test(text)
}

/** Number of a column's noun phrase: only kinds of form `np` are counted things. */
function numberOf(kind: FactKind, text: string): GrammaticalNumber {
  if (factKind(kind).form !== 'np') return 'mass'
  return isPlural(text.toLowerCase().split(' ').at(-1) ?? '') ? 'many' : 'one'
}

/** `2 year warranty` says `2 years`, `1 week` stays. */
function spanText(text: string): string {
  const bare = text.replace(/\s+warranty$/i, '')
  const match = /^(\d+)[\s-]+(day|week|month|year)$/i.exec(bare)
  return match?.[2] !== undefined && Number(match[1]) > 1 ? `${match[1]} ${match[2]}s` : bare
}

/** What a column says of the product in the form of its kind: as it stands, with the unit its header names, without a word too many. */
function sayable(kind: FactKind, raw: string, unit: string): string | undefined {
  const text = kind === 'warranty' ? spanText(raw) : raw
  const measured = unit === '' ? undefined : withUnit(text, unit, kind)
  if (measured !== undefined) return measured
  if (!acceptable(kind, text)) return undefined
  const { form } = factKind(kind)
  return form === 'name' || form === 'measure' ? text : sentenceCase(text)
}

/** Where the fact stands in its column: the words themselves, or the whole cell where the figure was given its unit. */
function placeOf(column: string, cell: string, text: string): Fact['source'] {
  return cell.toLowerCase().startsWith(text.toLowerCase())
    ? { field: column, start: 0, end: text.length }
    : { field: column }
}

/** Facts from mapped columns, each sourced by its column; what is no measure in its unit, blank or overlong is left out. */
export function columnFacts(
  source: Readonly<Record<string, string>>,
  { facts: columns, units = {} }: Pick<Columns, 'facts' | 'units'>,
): readonly Fact[] {
  const facts: Fact[] = []
  for (const [name, column] of Object.entries(columns)) {
    const kind = name as FactKind
    const cell = source[column] ?? ''
    const unit = units[kind]
    const spelling = unit === undefined ? '' : 'unit' in unit ? unit.unit : (source[unit.column] ?? '')
    const text = sayable(kind, cell, spelling)
    if (text === undefined) continue
    facts.push({ id: kind, kind, text, number: numberOf(kind, text), source: placeOf(column, cell, text) })
  }
  return facts
}
