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

/** Two versions side by side: a row a line, a line that changed beside what became of it. */
export interface DiffRow {
  readonly before?: DiffLine
  readonly after?: DiffLine
}

/** The lines of `lineDiff` in rows; within a change the nth removed line faces the nth added one. */
export function diffRows(lines: readonly DiffLine[]): readonly DiffRow[] {
  const rows: DiffRow[] = []
  let removed: DiffLine[] = []
  let added: DiffLine[] = []
  const flush = () => {
    for (let at = 0; at < Math.max(removed.length, added.length); at++) {
      const [before, after] = [removed[at], added[at]]
      rows.push({ ...(before ? { before } : {}), ...(after ? { after } : {}) })
    }
    removed = []
    added = []
  }
  for (const line of lines) {
    if (line.fate === 'removed') removed.push(line)
    else if (line.fate === 'added') added.push(line)
    else {
      flush()
      rows.push({ before: line, after: line })
    }
  }
  flush()
  return rows
}
