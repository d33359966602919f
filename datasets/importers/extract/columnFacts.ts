/** Facts that a source states in columns of their own. */
import type { Fact, FactKind, GrammaticalNumber } from '../../../shared/domain/facts'
import { factKind } from '../../../shared/domain/facts'
import { isPlural } from '../nouns/number'
import { isBlank } from '../text'
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
  return /\p{L}{3}/u.test(text) && !/[<>{}|/;:#=]/.test(text)
}

/** Number of a column's noun phrase: only kinds of form `np` are counted things. */
function numberOf(kind: FactKind, text: string): GrammaticalNumber {
  if (factKind(kind).form !== 'np') return 'mass'
  return isPlural(text.toLowerCase().split(' ').at(-1) ?? '') ? 'many' : 'one'
}

/** Facts from mapped columns, each sourced by its column; what is no measure in its unit, blank or overlong is left out. */
export function columnFacts(
  source: Readonly<Record<string, string>>,
  columns: Readonly<Partial<Record<FactKind, string>>>,
): readonly Fact[] {
  const facts: Fact[] = []
  for (const [name, column] of Object.entries(columns)) {
    const kind = name as FactKind
    const text = source[column] ?? ''
    if (!acceptable(kind, text)) continue
    const { form } = factKind(kind)
    facts.push({
      id: kind,
      kind,
      text: form === 'name' || form === 'measure' ? text : sentenceCase(text),
      number: numberOf(kind, text),
      source: { field: column, start: 0, end: text.length },
    })
  }
  return facts
}
