/**
 * The notation in which sentences are authored, for the phrasebook and the fallback sentences.
 *
 * - `{material}` a slot of the product spoken of; `{2.title}` of the second product; `{h.title}` of a history item; `{u.occasion}`.
 * - `[is|are]` agreement with the product spoken of: first form for one or mass, second for many.
 * - `(light/easy) to carry` free variation, one is chosen; an option may be empty, `(, too/)`.
 */
import { isFactKind } from './facts'
import type { GrammaticalNumber } from './facts'
import type { SlotName } from './beats'
import { slotToken } from './tokens'

/** An authored pattern is malformed. `pattern` is the text as authored. */
export class PatternError extends Error {
  readonly pattern: string
  constructor(pattern: string, problem: string) {
    super(`Pattern "${pattern}": ${problem}`)
    this.name = 'PatternError'
    this.pattern = pattern
  }
}

const SLOT = /\{([^{}]*)\}/g
const AGREEMENT = /\[([^[\]|]*)\|([^[\]|]*)\]/g
const VARIATION = /\(([^()]*\/[^()]*)\)/
const shopperFields = new Set(['occasion', 'interest', 'recipient', 'name'])

/** `material` and `1.material` give `p1.material`, `2.title` gives `p2.title`, `h.title` gives `h1.title`. Throws PatternError. */
export function patternSlot(inner: string, pattern: string): SlotName {
  const [first = '', second] = inner.split('.')
  if (second === undefined && isFactKind(first)) return `p1.${first}`
  if (/^[1-4]$/.test(first) && second !== undefined && isFactKind(second))
    return `p${first}.${second}` as SlotName
  if ((first === 'h' || first === 'h2') && (second === 'title' || second === 'noun'))
    return `${first === 'h' ? 'h1' : 'h2'}.${second}`
  if (first === 'u' && second !== undefined && shopperFields.has(second)) return `u.${second}` as SlotName
  throw new PatternError(pattern, `unknown slot {${inner}}`)
}

/** The slots of a pattern in order of appearance. Throws PatternError on an unknown or repeated slot. */
export function patternSlots(pattern: string): readonly SlotName[] {
  const slots = [...pattern.matchAll(SLOT)].map((match) => patternSlot(match[1] ?? '', pattern))
  if (new Set(slots).size !== slots.length) throw new PatternError(pattern, 'a slot stands twice')
  return slots
}

/** How many different sentences the free variation of a pattern allows, groups within groups included. */
export function patternVariants(pattern: string): number {
  let at = 0
  /** Options of the group that begins at `at`, or the whole pattern; a sum of products. */
  const options = (): number => {
    let total = 0
    let ways = 1
    while (at < pattern.length) {
      const mark = pattern[at++]
      if (mark === '(') ways *= options()
      else if (mark === '/') {
        total += ways
        ways = 1
      } else if (mark === ')') break
    }
    return total + ways
  }
  return options()
}

/**
 * Writes a pattern out as a sentence with slot tokens: variation by `choose` (given the number of options, gives an index), agreement by
 * `number`. Spaces that an empty option leaves behind are folded.
 */
export function expandPattern(
  pattern: string,
  number: GrammaticalNumber,
  choose: (options: number) => number,
): string {
  let text = pattern
  for (let match = VARIATION.exec(text); match; match = VARIATION.exec(text)) {
    const options = (match[1] ?? '').split('/')
    text =
      text.slice(0, match.index) +
      (options[choose(options.length)] ?? '') +
      text.slice(match.index + match[0].length)
  }
  text = text.replace(AGREEMENT, (_, one: string, many: string) => (number === 'many' ? many : one))
  text = text.replace(SLOT, (_, inner: string) => slotToken(patternSlot(inner, pattern)))
  if (/[{}[\]()|]/.test(text)) throw new PatternError(pattern, 'stray bracket or bar')
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
    .trim()
}
