/** A text read for whom it speaks of: which product is named where, and which each stretch is about. */
import type { Product } from '../../../shared/domain/catalogue'
import { escaped } from './escaped'

/** A product spoken of, by title, part of it, brand, noun, or "the first", "the other". */
export interface Mention {
  readonly start: number
  readonly end: number
  /** 0-based among the shown products. */
  readonly product: number
}

/** A stretch between commas and conjunctions. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** 0-based sentence. */
  readonly sentence: number
  /** Products that it may be about; never empty. */
  readonly owners: readonly number[]
  /** Products that were being spoken of: those named last, where it names none. */
  readonly subject: readonly number[]
}

/** A text with its parts. */
export interface Reading {
  readonly text: string
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
  readonly mentions: readonly Mention[]
  readonly pieces: readonly Piece[]
}

interface Name {
  /** Lower case, hyphens as spaces. */
  readonly words: string
  readonly pattern: string
  readonly product: number
  readonly exactCase: boolean
}

/** Ways to name each product; those that two share name neither. */
function namesOf(products: readonly Product[]): readonly Name[] {
  const all = products.flatMap((product, index) => {
    const words = product.title.split(/\s+/)
    const proper = words.filter((word) => /^[A-Z]\p{L}{3,}$/u.test(word) && !nounHas(product, word))
    const parts = [words.slice(1).join(' '), words.slice(0, -1).join(' '), ...proper, product.brand ?? '']
    return [
      { text: product.title, product: index, exactCase: false },
      ...parts.map((text) => ({ text, product: index, exactCase: true })),
      { text: `the ${product.noun}`, product: index, exactCase: false },
      { text: `the ${product.noun.split(' ').at(-1) ?? ''}`, product: index, exactCase: false },
    ].filter(({ text }) => text.length > 3)
  })
  const owners = new Map<string, Set<number>>()
  for (const { text, product } of all)
    owners.set(text.toLowerCase(), (owners.get(text.toLowerCase()) ?? new Set()).add(product))
  return all
    .filter(({ text }) => owners.get(text.toLowerCase())?.size === 1)
    .sort((a, b) => b.text.length - a.text.length)
    .map(({ text, ...name }) => ({
      ...name,
      words: text.toLowerCase().replaceAll('-', ' '),
      pattern: escaped(text).replace(/[ -]/g, '[\\s-]'),
    }))
}

const nounHas = ({ noun }: Product, word: string) => noun.toLowerCase().includes(word.toLowerCase())

const FOLLOWS =
  '(?=\\s*(?:[,;:.!?]|$)|\\s+(?:is|are|costs?|weighs?|holds?|lasts?|runs?|was|were|has|have|wins?|will|would|comes?|asks?|gives?|one|and|but|if|for|when|at|in|by|than|on)\\b)'
const ORDINAL = new RegExp(
  `\\b(?:the|either) (first|former|second|latter|third|other|first one|second one|other one)${FOLLOWS}`,
  'gi',
)

function named(text: string, products: readonly Product[]): Mention[] {
  const taken = new Uint8Array(text.length)
  const lower = text.toLowerCase().replaceAll('-', ' ')
  const present = namesOf(products).filter(({ words }) => lower.includes(words))
  return present.flatMap(({ pattern, product, exactCase }) =>
    [
      ...text.matchAll(new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, exactCase ? 'gu' : 'giu')),
    ].flatMap((match) => {
      const start = match.index
      const end = start + match[0].length
      if (taken.subarray(start, end).some(Boolean)) return []
      taken.fill(1, start, end)
      return [{ start, end, product }]
    }),
  )
}

/** "The first", "the latter", "the other": of the products named so far, or as they are shown. */
function ordinals(text: string, count: number, titles: readonly Mention[]): readonly Mention[] {
  return [...text.matchAll(ORDINAL)].reduce<readonly Mention[]>((sofar, match) => {
    const word = (match[1] ?? '').toLowerCase().split(' ')[0] ?? ''
    const product = meant(word, count, { sofar, at: match.index })
    if (product === undefined || product >= count) return sofar
    const mention = { start: match.index, end: match.index + match[0].length, product }
    return [...sofar, mention].sort((a, b) => a.start - b.start)
  }, titles)
}

function meant(
  word: string,
  count: number,
  { sofar, at }: { readonly sofar: readonly Mention[]; readonly at: number },
): number | undefined {
  const before = sofar.filter(({ end }) => end <= at)
  const order = [...new Set(before.map(({ product }) => product))].slice(-2)
  const [first = 0, second = 1] = order.length === 2 ? order : []
  if (word !== 'other') return { first, former: first, second, latter: second, third: 2 }[word]
  // "For the other, less" may come before the one it is other than.
  const last = before.at(-1) ?? sofar.find(({ start }) => start > at)
  return count === 2 && last ? 1 - last.product : undefined
}

const ENDS = /[.!?]+(?=["”’)]*(?:\s|$))/g
const CUTS = /(?:[;:—–]|,(?!\d)| - )|\b(?:and|but|against|versus|vs|while|whereas|or)\b/gi

function sentencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const ends = [...text.matchAll(ENDS)].map((match) => match.index + match[0].length)
  const bounds = [0, ...ends, text.length]
  return bounds
    .slice(1)
    .map((end, index) => ({ start: bounds[index] ?? 0, end }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

const different = (values: readonly number[]) => [...new Set(values)]

type Bare = Omit<Piece, 'owners' | 'subject'>

function cutSentence(
  text: string,
  mentions: readonly Mention[],
  place: { readonly start: number; readonly end: number; readonly sentence: number },
): readonly Bare[] {
  const { start, end, sentence } = place
  const cuts = [...text.slice(start, end).matchAll(CUTS)]
    .map((match) => start + match.index)
    .filter((at) => !mentions.some((mention) => at > mention.start && at < mention.end))
  const bounds = [start, ...cuts, end]
  return bounds.slice(1).map((until, index) => ({ start: bounds[index] ?? start, end: until, sentence }))
}

/** What is set against something without a name may be anyone's. */
const AGAINST = /^\W*(?:against|versus|vs|beside|next to|compared)\b/i
const PRONOUN = /\b(?:it|its|they|their|them|this|these)\b/i

const ASKS = /\?["”’)]*\s*$/
/** Words that make a whole sentence of a few words. */
const TELLS =
  /\b(?:is|are|was|were|has|have|had|does?|did|can|will|would|may|might|must|should|could|gets?|gives?|goes|holds?|keeps?|lasts?|makes?|takes?|weighs?|costs?|comes?|runs?|fits?)\b|['’](?:s|re|ve|ll|d)\b/i
const FRAGMENT_WORDS_MAX = 8

/**
 * "How much fits into 7 litres? With the pot, you can see": a question that names nobody is about whom the next sentence names; a fragment
 * ("7 litres of room.") about them or about whom was named before. Empty for other sentences.
 */
function announced(
  text: string,
  bare: readonly Bare[],
  inside: (piece: Bare) => readonly number[],
): (piece: Bare, carried: readonly number[]) => readonly number[] {
  const sentences: { words: string; named: readonly number[] }[] = []
  for (const piece of bare) {
    const sofar = sentences[piece.sentence] ?? { words: '', named: [] }
    sentences[piece.sentence] = {
      words: sofar.words + text.slice(piece.start, piece.end),
      named: sofar.named.length > 0 ? sofar.named : inside(piece),
    }
  }
  const isQuestion = (words: string) => ASKS.test(words)
  const isFragment = (words: string) =>
    words.trim().split(/\s+/).length <= FRAGMENT_WORDS_MAX && !TELLS.test(words)
  return ({ sentence }, carried) => {
    const { words = '', named = [] } = sentences[sentence] ?? {}
    const asks = isQuestion(words)
    if (named.length > 0 || !(asks || isFragment(words)) || (PRONOUN.test(words) && carried.length === 1))
      return []
    const next = sentences
      .slice(sentence + 1)
      .find((one) => one.named.length > 0 || !(isQuestion(one.words) || isFragment(one.words)))
    if (!next || next.named.length === 0) return []
    return asks ? next.named : different([...carried, ...next.named])
  }
}

/** Whom each piece is about: who is named in it, else who was before, else who is next. */
function owned(text: string, bare: readonly Bare[], mentions: readonly Mention[], count: number): Piece[] {
  const inside = (piece: Bare) =>
    different(
      mentions
        .filter(({ start, end }) => start >= piece.start && end <= piece.end)
        .map(({ product }) => product),
    )
  const all = Array.from({ length: count }, (_, index) => index)
  const herald = announced(text, bare, inside)
  let carried: readonly number[] = all
  return bare.map((piece, index) => {
    const own = inside(piece)
    if (own.length > 0) {
      carried = own
      return { ...piece, owners: own, subject: own }
    }
    const next = herald(piece, carried)
    if (next.length > 0) return { ...piece, owners: next, subject: next }
    const opens = bare[index - 1]?.sentence !== piece.sentence
    const following = bare
      .slice(index + 1)
      .find((one) => one.sentence === piece.sentence && inside(one).length > 0)
    const later = following ? inside(following) : []
    const words = text.slice(piece.start, piece.end)
    const lead = opens ? '' : text.slice(bare[index - 1]?.start, piece.start)
    if (AGAINST.test(words) || AGAINST.test(lead)) return { ...piece, owners: all, subject: carried }
    if (later.length === 0 || (PRONOUN.test(words) && carried.length === 1))
      return { ...piece, owners: carried, subject: carried }
    return opens
      ? { ...piece, owners: later, subject: later }
      : { ...piece, owners: different([...carried, ...later]), subject: carried }
  })
}

/** Reads a text about these products. A text about none is about everything shown. */
export function read(text: string, products: readonly Product[]): Reading {
  const titles = named(text, products).sort((a, b) => a.start - b.start)
  const mentions = ordinals(text, products.length, titles)
  const sentences = sentencesOf(text)
  const bare = sentences.flatMap((place, sentence) => cutSentence(text, mentions, { ...place, sentence }))
  return { text, sentences, mentions, pieces: owned(text, bare, mentions, products.length) }
}

/** Who is spoken of at a place of the text. */
export function ownersAt({ pieces }: Reading, at: number): readonly number[] {
  return pieces.find(({ start, end }) => at >= start && at < end)?.owners ?? pieces.at(-1)?.owners ?? []
}

/** Who was being spoken of at a place of the text. */
export function subjectAt({ pieces }: Reading, at: number): readonly number[] {
  return pieces.find(({ start, end }) => at >= start && at < end)?.subject ?? []
}
