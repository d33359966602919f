/** A template's text as a form sees it: one value a directive, read from its line and written back to it. Pure. */
import { FACT_KINDS } from './facts'

/** Directives the form has a control for, in the order they are written in. */
export const FORM_KEYS = [
  'voice',
  'channel',
  'length',
  'products',
  'lead with',
  'must mention',
  'must not mention',
  'close',
  'reading level',
] as const

/** One of them. */
export type FormKey = (typeof FORM_KEYS)[number]

/** A directive as it stands in the text. */
export interface WrittenDirective {
  /** What follows the colon, less one blank. */
  readonly value: string
  /** 1-based. */
  readonly line: number
}

/** `avoid` is the older spelling of `must not mention`; the two add up. */
const spellings: Readonly<Record<string, FormKey>> = { avoid: 'must not mention' }

const keyOf = (line: string): FormKey | undefined => {
  const colon = line.indexOf(':')
  if (colon < 0 || line.trimStart().startsWith('#')) return undefined
  const word = line.slice(0, colon).trim().toLowerCase()
  return FORM_KEYS.find((key) => key === word) ?? spellings[word]
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(/\r?\n/))

/** Where each directive stands; lists of the two spellings are joined, of a line that stands twice the first counts. */
export function readDirectives(text: string): Readonly<Partial<Record<FormKey, WrittenDirective>>> {
  const read: Partial<Record<FormKey, WrittenDirective>> = {}
  linesOf(text).forEach((raw, index) => {
    const key = keyOf(raw)
    if (!key) return
    const value = raw.slice(raw.indexOf(':') + 1).replace(/^ /, '')
    const before = read[key]
    if (!before) read[key] = { value, line: index + 1 }
    else if (key === 'must not mention') read[key] = { ...before, value: `${before.value}, ${value}` }
  })
  return read
}

/** The text with one directive changed, everything else left as it is; an empty value takes the line away. */
export function setDirective(text: string, key: FormKey, value: string): string {
  const lines = linesOf(text)
  const places = lines.flatMap((line, index) => (keyOf(line) === key ? [index] : []))
  const [first] = places
  if (value.trim() === '') return lines.filter((_, index) => !places.includes(index)).join('\n')
  const written = `${key}: ${value}`
  if (first === undefined) return inserted(lines, key, written).join('\n')
  return lines
    .flatMap((line, index) => (index === first ? [written] : places.includes(index) ? [] : [line]))
    .join('\n')
}

/** After the last directive that comes before it in the form's order, else before the first that comes after, else at the end. */
function inserted(lines: readonly string[], key: FormKey, written: string): readonly string[] {
  const rank = FORM_KEYS.indexOf(key)
  const ranks = lines.map((line) => FORM_KEYS.findIndex((one) => one === keyOf(line)))
  const before = ranks.findLastIndex((other) => other >= 0 && other < rank)
  const after = ranks.findIndex((other) => other > rank)
  const at = before >= 0 ? before + 1 : after >= 0 ? after : lines.length
  return [...lines.slice(0, at), written, ...lines.slice(at)]
}

/** A list of kinds and words: `{material}, wasPrice, eco friendly`. Kinds get their own spelling back. */
export function listed(value: string): readonly string[] {
  const words = value
    .split(',')
    .map((word) => word.replace(/[{}]/g, '').trim())
    .filter(Boolean)
  return [...new Set(words.map((word) => kindOf(word) ?? word.toLowerCase()))]
}

const kindOf = (word: string) => FACT_KINDS.find((kind) => kind.toLowerCase() === word.toLowerCase())
