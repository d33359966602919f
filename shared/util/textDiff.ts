/** What changed between two texts, by lines or by words. Myers' algorithm, from the package `diff`. */
import { diffArrays, diffWordsWithSpace } from 'diff'

/** How a piece of text fared. */
export type Fate = 'same' | 'added' | 'removed'

/** A line of two versions; its 1-based number in each that has it. */
export interface DiffLine {
  readonly fate: Fate
  readonly text: string
  readonly before?: number
  readonly after?: number
}

/** A stretch of words. */
export interface DiffPiece {
  readonly fate: Fate
  readonly text: string
}

const fateOf = ({ added, removed }: { readonly added: boolean; readonly removed: boolean }): Fate =>
  added ? 'added' : removed ? 'removed' : 'same'

/** Lines as an editor numbers them; an empty text has none. */
const linesOf = (text: string) => (text === '' ? [] : text.split(/\r?\n/))

/** Every line of both texts, removed ones before the added ones that take their place. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  let [old, fresh] = [0, 0]
  return diffArrays(linesOf(before), linesOf(after)).flatMap((change) => {
    const fate = fateOf(change)
    return change.value.map((text) => ({
      fate,
      text,
      ...(fate === 'added' ? {} : { before: ++old }),
      ...(fate === 'removed' ? {} : { after: ++fresh }),
    }))
  })
}

/** Two texts word by word. The pieces that are not `added` join to `before`, those that are not `removed` to `after`. */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  return diffWordsWithSpace(before, after).map((change) => ({ fate: fateOf(change), text: change.value }))
}

/** Words in common between two changes that are too few to hold on to while reading. */
const ISLAND_WORDS = 2

/**
 * As `wordDiff`, for reading: a word or two that two changes have between them is taken into both, so that what went and what came stand as
 * whole phrases, one after the other.
 */
export function phraseDiff(before: string, after: string): readonly DiffPiece[] {
  const pieces = wordDiff(before, after)
  const phrases: DiffPiece[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') phrases.push({ fate: 'removed', text: removed })
    if (added !== '') phrases.push({ fate: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  pieces.forEach(({ fate, text }, at) => {
    const between = removed + added !== '' && at < pieces.length - 1
    const island = text.trim() === '' || text.trim().split(/\s+/).length <= ISLAND_WORDS
    if (fate === 'same' && !(between && island)) {
      flush()
      phrases.push({ fate, text })
      return
    }
    if (fate !== 'added') removed += text
    if (fate !== 'removed') added += text
  })
  flush()
  return phrases
}

/** Two versions side by side: a row a line, a line that changed beside what became of it. */
export interface DiffRow {
  readonly before?: DiffLine
  readonly after?: DiffLine
}

/**
 * The lines of `lineDiff` in rows. Within a change a removed line faces an added one only where both begin alike up to their colon, as two
 * spellings of one directive do; the others face nothing.
 */
export function diffRows(lines: readonly DiffLine[]): readonly DiffRow[] {
  const rows: DiffRow[] = []
  let removed: readonly DiffLine[] = []
  let added: readonly DiffLine[] = []
  const flush = () => {
    rows.push(...facing(removed, added))
    removed = []
    added = []
  }
  for (const line of lines) {
    if (line.fate === 'removed') removed = [...removed, line]
    else if (line.fate === 'added') added = [...added, line]
    else {
      flush()
      rows.push({ before: line, after: line })
    }
  }
  flush()
  return rows
}

const opening = ({ text }: DiffLine) => text.split(':')[0]?.trim().toLowerCase() ?? ''

function facing(removed: readonly DiffLine[], added: readonly DiffLine[]): readonly DiffRow[] {
  const rows: DiffRow[] = []
  let next = 0
  for (const after of added) {
    const at = removed.findIndex((line, index) => index >= next && opening(line) === opening(after))
    if (at < 0) rows.push({ after })
    else {
      rows.push(...removed.slice(next, at).map((before) => ({ before })))
      const before = removed[at]
      rows.push(before ? { before, after } : { after })
      next = at + 1
    }
  }
  return [...rows, ...removed.slice(next).map((before) => ({ before }))]
}
