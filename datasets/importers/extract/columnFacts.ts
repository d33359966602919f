/** Facts that a source states in columns of their own. */
import type { Fact, FactKind } from '../../../shared/domain/facts'
import { factKind } from '../../../shared/domain/facts'
import { isBlank } from '../text'

const MAX = 60

function acceptable(kind: FactKind, text: string): boolean {
  if (isBlank(text) || text === '0' || text.length > MAX) return false
  const { form } = factKind(kind)
  // A bare figure without a unit is no measure anyone can say.
  if (form === 'measure') return /^\d[\d.,]*(\s*[×x]\s*\d[\d.,]*){0,2}\s*(\p{L}|°|")/u.test(text)
  return /\p{L}{3}/u.test(text) && !/[<>{}|]/.test(text)
}

/** Facts from mapped columns, each sourced by its column; what is no measure in its unit, blank or overlong is left out. */
export function columnFacts(
  source: Readonly<Record<string, string>>,
  columns: Readonly<Partial<Record<FactKind, string>>>,
): readonly Fact[] {
  const facts: Fact[] = []
  for (const [name, column] of Object.entries(columns)) {
    const kind = name as FactKind
    const text = (source[column] ?? '').trim()
    if (!acceptable(kind, text)) continue
    const adjective = factKind(kind).form === 'adjective' || factKind(kind).form === 'mass'
    facts.push({
      id: kind,
      kind,
      text: adjective ? text.toLowerCase() : text,
      number: 'mass',
      source: { field: column, start: 0, end: text.length },
    })
  }
  return facts
}
