/** Self-BLEU: how much the texts of a set repeat one another (Zhu et al. 2018, "Texygen", SIGIR). */
import { mean } from './summary'
import { ngramCounts, tokensOf } from './text'

const ORDERS = [1, 2, 3, 4] as const
/** Chen and Cherry 2014, method 1: an order without any match counts as this many matches, as Texygen's NLTK call does. */
const EPSILON = 0.1

interface Counted {
  readonly length: number
  /** By order, 1-4. */
  readonly grams: readonly ReadonlyMap<string, number>[]
}

/** An n-gram's two greatest counts over the set, and whose the greatest is: the most any *other* text has is one of the two. */
interface Ceiling {
  first: number
  second: number
  owner: number
}

/**
 * Mean over the set of BLEU-4 of each text against all others as references: geometric mean of clipped 1- to 4-gram precision times the
 * brevity penalty against the closest reference length. 0-1; 1 when every text is the same. Tokens are lower-case words and
 * punctuation marks. Grows with the size of the set, so compare sets of one size. NaN with fewer than two texts that are not empty.
 */
export function selfBleu4(texts: readonly string[]): number {
  const counted = texts
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0)
    .map((tokens): Counted => ({ length: tokens.length, grams: ORDERS.map((n) => ngramCounts(tokens, n)) }))
  if (counted.length < 2) return Number.NaN
  const ceilings = ORDERS.map((_, order) => ceilingsOf(counted.map(({ grams }) => grams[order]!)))
  return mean(counted.map((text, index) => bleu(text, index, ceilings) * brevity(index, counted)))
}

function ceilingsOf(sets: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, Ceiling> {
  const ceilings = new Map<string, Ceiling>()
  sets.forEach((grams, owner) => {
    for (const [gram, count] of grams) {
      const known = ceilings.get(gram)
      if (!known) ceilings.set(gram, { first: count, second: 0, owner })
      else if (count > known.first) Object.assign(known, { first: count, second: known.first, owner })
      else known.second = Math.max(known.second, count)
    }
  })
  return ceilings
}

function bleu({ grams }: Counted, index: number, ceilings: readonly ReadonlyMap<string, Ceiling>[]): number {
  const logs = grams.map((own, order) => {
    let total = 0
    let matched = 0
    for (const [gram, count] of own) {
      const ceiling = ceilings[order]!.get(gram)!
      total += count
      matched += Math.min(count, ceiling.owner === index ? ceiling.second : ceiling.first)
    }
    return Math.log((matched || EPSILON) / Math.max(total, 1))
  })
  return Math.exp(mean(logs))
}

function brevity(index: number, counted: readonly Counted[]): number {
  const own = counted[index]!.length
  const others = counted.filter((_, other) => other !== index).map(({ length }) => length)
  const closest = others.reduce((best, length) =>
    Math.abs(length - own) < Math.abs(best - own) ||
    (Math.abs(length - own) === Math.abs(best - own) && length < best)
      ? length
      : best,
  )
  return own >= closest ? 1 : Math.exp(1 - closest / own)
}
