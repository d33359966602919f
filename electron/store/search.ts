/** Finding products: by words, by a piece of the title, by meaning, and the three fused. */
import type { Table } from '@lancedb/lancedb'
import type { ProductColumns } from '../../shared/domain/columns'
import type { Hit, TextSearch } from './types'
import { rowsOf } from './errors'
import { fuse, tellingWords } from './fusion'
import { anyOf, contains } from './sql'

/** Products considered of those that match in words; a page beyond them is empty. */
const WORD_POOL = 1000
/** Products considered of those near in meaning. */
const MEANING_POOL = 200
/** Below this many letters, a piece of a title says nothing. */
const PIECE_LETTERS_MIN = 2

/** Finds products by a piece of their title or id. */
export type PieceFinder = (text: string) => Promise<readonly string[]>

/**
 * Products that match a text or lie near a vector, fused. Empty when neither says anything.
 * @param byPiece how pieces are found; by reading the table when absent
 */
export async function rank(
  table: Table,
  search: Pick<TextSearch, 'text' | 'vector'>,
  byPiece: PieceFinder = (text) => scanForPiece(table, text),
): Promise<readonly Hit[]> {
  const text = search.text.trim()
  const telling = tellingWords(text)
  const [words, pieces, near] = await Promise.all([
    telling.length === 0 ? [] : byWords(table, telling.join(' ')),
    text.length < PIECE_LETTERS_MIN ? [] : byPiece(text),
    search.vector ? nearest(table, search.vector, MEANING_POOL) : undefined,
  ])
  return fuse({ telling: telling.length, words, pieces, near })
}

/** BM25 over title, category, brand, description and facts, which is the score. */
async function byWords(table: Table, text: string): Promise<readonly Hit[]> {
  const query = table
    .query()
    .fullTextSearch(text, { columns: ['text'] })
    .select(['id', '_score'])
    .limit(WORD_POOL)
  const rows = await rowsOf<{ id: string; _score: number }>('Searching products', query)
  // Equal scores come in no order of their own, and the same search must always find the same.
  return rows
    .map((row) => ({ id: row.id, score: row._score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** Products whose title or id contains the text as it stands, so that half a word finds something. Shortest title first. */
async function scanForPiece(table: Table, text: string): Promise<readonly string[]> {
  const filter = anyOf([contains('title', text), contains('id', text)])
  const query = table.query().where(filter).select(['id', 'title']).limit(WORD_POOL)
  return shortestFirst(await rowsOf<TitledRow>('Searching products', query))
}

/** As `scanForPiece`, in titles that are at hand: a tenth of the time. */
export function pieceFinder({ ids, titles }: Pick<ProductColumns, 'ids' | 'titles'>): PieceFinder {
  const rows = ids.map((id, row) => ({ id, title: titles[row] ?? '' }))
  const spelled = rows.map(({ id, title }) => `${title}\n${id}`.toLowerCase())
  return (text) => {
    const piece = text.toLowerCase()
    const found = rows.filter((_, row) => spelled[row]?.includes(piece))
    return Promise.resolve(shortestFirst(found.slice(0, WORD_POOL)))
  }
}

interface TitledRow {
  readonly id: string
  readonly title: string
}

function shortestFirst(rows: TitledRow[]): readonly string[] {
  return rows.sort((a, b) => a.title.length - b.title.length || (a.id < b.id ? -1 : 1)).map((row) => row.id)
}

/** The k nearest products by cosine similarity, nearest first. */
export async function nearest(table: Table, vector: Float32Array, k: number): Promise<readonly Hit[]> {
  const query = table
    .query()
    .nearestTo(vector)
    .column('vector')
    .distanceType('cosine')
    .select(['id', '_distance'])
    .limit(k)
  const rows = await rowsOf<{ id: string; _distance: number }>('Searching products by meaning', query)
  return rows
    .map((row) => ({ id: row.id, score: 1 - row._distance }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}
