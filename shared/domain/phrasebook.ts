import type { Aisle } from './aisles'
import { isAisle } from './aisles'
import { MOVES, RELATIONS } from './beats'
import type { Move, Relation, SlotName } from './beats'
import { PatternError, patternSlots } from './pattern'
import { VOICES } from './voices'
import type { Voice } from './voices'

/**
 * A page of authored sentences. Keys are `move voice... @relation`, for example `fact warm crisp @low`; `any` stands for all five
 * voices. An empty `aisles` means the page is fit for everything.
 */
export interface PhrasePage {
  readonly aisles: readonly Aisle[]
  readonly patterns: Readonly<Record<string, readonly string[]>>
}

/** One authored sentence with what it is for. */
export interface Pattern {
  readonly move: Move
  readonly voices: readonly Voice[]
  readonly aisles: readonly Aisle[]
  readonly relation?: Relation
  readonly slots: readonly SlotName[]
  readonly text: string
}

function parseKey(key: string): Pick<Pattern, 'move' | 'voices' | 'relation'> {
  const [move, ...rest] = key.split(' ')
  const found = MOVES.find((name) => name === move)
  if (!found) throw new PatternError(key, `unknown move "${move ?? ''}"`)
  const relationWord = rest.find((word) => word.startsWith('@'))?.slice(1)
  const relation = RELATIONS.find((name) => name === relationWord)
  if (relationWord && !relation) throw new PatternError(key, `unknown relation "${relationWord}"`)
  const words = rest.filter((word) => !word.startsWith('@'))
  const voices = words.includes('any') ? VOICES : VOICES.filter((voice) => words.includes(voice))
  if (voices.length === 0 || (!words.includes('any') && voices.length !== words.length))
    throw new PatternError(key, 'unknown or missing voice')
  return { move: found, voices, ...(relation ? { relation } : {}) }
}

/** The patterns of a page, checked. Throws PatternError naming the first bad key or pattern. */
export function readPage(page: PhrasePage): readonly Pattern[] {
  const stray = page.aisles.find((aisle: string) => !isAisle(aisle))
  if (stray !== undefined) throw new PatternError(stray, 'unknown aisle')
  return Object.entries(page.patterns).flatMap(([key, texts]) => {
    const head = parseKey(key)
    return texts.map((text) => ({ ...head, aisles: page.aisles, slots: patternSlots(text), text }))
  })
}
