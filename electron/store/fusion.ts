/** What was found by words and what was found by meaning, as one ranking. Pure functions. */
import type { Hit } from './types'

/**
 * How much meaning counts beside words. With `WORD_SCORE`, chosen on the tuning queries of `datasets/judged/retail`; the figures are in
 * `models/weights/embedder/README.md`.
 */
const MEANING = 0.7
/**
 * A product answers a text only if its own lies this near in meaning (cosine). Of what the judged queries for tuning find and call just
 * right, 19 of 20 products do; a shop that sells nothing of the kind answers nothing ("badminton" finds no fishing reels).
 */
export const FITTING_NEARNESS = 0.36
/** BM25 that one word must bring to count in full: about that of a word few products have. */
const WORD_SCORE = 8
/** What a title that holds the text as it stands is worth, as a share of a full match in words. */
const PIECE = 0.5

/** Words that say how somebody asks and not what for; full-text search would look for products that have them. */
const FILLER: ReadonlySet<string> = new Set(
  `a an the my our your his her their for with in on at of to from and or some something somewhere someone somebody thing things
  where what which who that this when how can could i me us we it is are be do does need needs want wants looking look like please good
  nice best great new first gift gifts present presents keep make makes get go goes going put use using one two who loves lover loving
  friend friends`
    .split(/\s+/)
    .filter(Boolean),
)

/** The words of a text that say what is looked for; all of them where nothing else is said. */
export function tellingWords(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}%-]+/u)
    .filter(Boolean)
  const telling = words.filter((word) => !FILLER.has(word))
  return telling.length > 0 ? telling : words
}

/** What each way of looking found. */
export interface Found {
  /** Words looked for. */
  readonly telling: number
  /** By BM25, which is the score. */
  readonly words: readonly Hit[]
  /** Whose title or id holds the text as it stands, the closest first. */
  readonly pieces: readonly string[]
  /** By cosine similarity, which is the score; undefined where meaning was not asked. */
  readonly near?: readonly Hit[] | undefined
}

/**
 * One ranking, best first, equal scores by id: a convex combination of the cosine, stretched over what was found, and of BM25 as a share
 * of what it would be if every word matched (Bruch, Gai and Ingber, 2023, who find it better than fusing ranks; the bound is ours: a
 * query of which one word out of four matches anything should be answered by meaning).
 */
export function fuse({ telling, words, pieces, near }: Found): readonly Hit[] {
  const full = Math.max(WORD_SCORE * telling, words[0]?.score ?? 0)
  const inWords = new Map(words.map(({ id, score }) => [id, score / full]))
  pieces.forEach((id, rank) => {
    // What has the text as a whole word was found by it, and its score says more than the length of its title.
    if (!inWords.has(id)) inWords.set(id, PIECE * (1 - rank / (pieces.length + 1)))
  })
  const weight = near ? 1 - MEANING : 1
  const scores = new Map([...inWords].map(([id, score]) => [id, weight * score]))
  for (const { id, score } of stretched(near ?? [])) scores.set(id, (scores.get(id) ?? 0) + MEANING * score)
  const nearness = new Map(near?.map(({ id, score }) => [id, score]))
  return [...scores]
    .map(([id, score]) => {
      const cosine = nearness.get(id)
      return {
        id,
        score,
        ...(cosine === undefined ? {} : { near: cosine }),
        ...(inWords.has(id) ? { inWords: true as const } : {}),
      }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** Scores moved so that the last found is 0 and the first is 1. */
function stretched(near: readonly Hit[]): readonly Hit[] {
  const [most, least] = [near[0]?.score ?? 0, near.at(-1)?.score ?? 0]
  const span = most - least
  return near.map(({ id, score }) => ({ id, score: span > 0 ? (score - least) / span : 1 }))
}
