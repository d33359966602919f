/**
 * The checker: reads a finished text as a stranger would, beside the catalogue rows it speaks of, and lists every figure, name, claim
 * and comparison that the rows do not support. It knows nothing of slots, beats or the guard, and shares no code with them; so it also
 * judges texts from other models and from people. Its parts are in `check/`.
 */
import type { Product } from '../../shared/domain/catalogue'
import type { TypicalRange } from '../../shared/domain/measures'
import type { Unsupported } from '../../shared/domain/narrative'
import { comparedIn } from './check/compare'
import { figureStands, figuresOf } from './check/figures'
import type { Figure } from './check/figures'
import { strangersIn } from './check/names'
import { pressingIn } from './check/pressing'
import type { Reading } from './check/reading'
import { ownersAt, read } from './check/reading'
import { withoutSayings } from './check/sayings'
import { assertsNothing, bears, rowTexts, stanceOf, statementsOf } from './check/statements'
import type { Statement } from './check/statements'

/** What may support a statement. */
export interface Evidence {
  readonly products: readonly Product[]
  /** The shopper's own words: occasion, interests, recipient, name, titles owned. */
  readonly shopper: readonly string[]
  /** Typical ranges of the catalogue, by which "lighter than most" is judged; not judged where absent. */
  readonly ranges?: ReadonlyMap<string, TypicalRange>
}

interface Case {
  readonly reading: Reading
  readonly evidence: Evidence
  /** The text without sayings, titles and the shopper's own words: what is left may claim something. Same length. */
  readonly claiming: string
}

/** Everything the text says that the evidence does not support, in order. An empty list is a clean text. */
export function checkText(text: string, evidence: Evidence): readonly Unsupported[] {
  const reading = { ...read(without(text, ownedBesides(evidence)), evidence.products), text }
  const quoted = [...evidence.products.map(({ title }) => title), ...evidence.shopper]
  const one: Case = { reading, evidence, claiming: withoutSayings(without(text, quoted)) }
  const found = [...figures(one), ...names(one), ...claims(one), ...pressing(one), ...comparisons(one)]
  return found.sort((a, b) => a.start - b.start)
}

/** Phrases of the shopper's that name no shown product: a brand in what she has speaks of that, not of a shown product of the brand. */
function ownedBesides({ products, shopper }: Evidence): readonly string[] {
  const titles = products.map(({ title }) => title.toLowerCase())
  return shopper.filter(
    (words) =>
      words.trim().includes(' ') && !titles.some((title) => title.includes(bare(words).toLowerCase())),
  )
}

/** Without the article in front. */
const bare = (words: string) => words.trim().replace(/^(?:the|an?) /i, '')

/**
 * Blanks out what is quoted, longer quotations first; "your Night Trains" quotes "The Night Trains" too. Phrases go everywhere, a single
 * word once: who loves silk may be told so, but "it is silk" must then be true.
 */
function without(text: string, quoted: readonly string[]): string {
  const plain = quoted.map(bare)
  const longest = plain.filter((words) => words.length > 3).sort((a, b) => b.length - a.length)
  return longest.reduce((left, words) => blanked(left, words.toLowerCase()), text)
}

function blanked(text: string, words: string): string {
  const lower = text.toLowerCase()
  const blank = (left: string, at: number) =>
    left.slice(0, at) + ' '.repeat(words.length) + left.slice(at + words.length)
  const first = lower.indexOf(words)
  if (first < 0) return text
  let left = blank(text, first)
  if (!words.includes(' ')) return left
  for (let at = lower.indexOf(words, first + 1); at >= 0; at = lower.indexOf(words, at + 1))
    left = blank(left, at)
  return left
}

const productsAt = ({ reading, evidence }: Case, at: number): readonly Product[] =>
  ownersAt(reading, at).flatMap((index) => evidence.products[index] ?? [])

function figures(one: Case): Unsupported[] {
  const { reading, evidence } = one
  const all = figuresOf(reading.text)
  return all.flatMap((figure) => {
    const about = isSetBeside(figure, all, reading.text) ? evidence.products : productsAt(one, figure.start)
    if (figureStands(figure, about, evidence.shopper)) return []
    const elsewhere = figureStands({ ...figure, sense: 'plain' }, evidence.products, evidence.shopper)
    const reason = elsewhere
      ? `${figure.text} is in the rows, but not as this product's ${figure.sense === 'plain' ? 'figure' : figure.sense}`
      : `No shown product, nor the shopper, has the figure ${figure.text}`
    return [report(figure, 'number', reason)]
  })
}

const JOINED = /^[^\d.;:!?]{0,14}\b(?:to|against|beside|versus|vs|over|next to|than|and)\b[^\d.;:!?]{0,6}$/i

/** "40 hours to 24" sets two products side by side: either figure may be either's, and the words around it say whose. */
function isSetBeside(figure: Figure, all: readonly Figure[], text: string): boolean {
  return all.some(
    (other) =>
      other !== figure &&
      (other.sense === figure.sense || other.sense === 'plain' || figure.sense === 'plain') &&
      JOINED.test(
        figure.start < other.start
          ? text.slice(figure.end, other.start)
          : text.slice(other.end, figure.start),
      ),
  )
}

/** Some prices are written with the code of their currency: "CHF 34.50". */
const currencies = ({ products }: Evidence) =>
  products.flatMap(({ price, wasPrice }) => [price?.currency ?? [], wasPrice?.currency ?? []].flat())

function names({ reading, evidence }: Case): Unsupported[] {
  const { products, shopper } = evidence
  const support = [...products.flatMap(rowTexts), ...shopper, ...currencies(evidence)].join('\n')
  return strangersIn(reading.text, support).map((stranger) => ({
    ...report(stranger, 'name', `"${stranger.text}" is in no shown row`),
    text: reading.text.slice(stranger.start, stranger.end),
  }))
}

function claims(one: Case): Unsupported[] {
  return statementsOf(one.claiming).flatMap((statement) => {
    if (assertsNothing(one.claiming, statement, one.evidence.products)) return []
    if (one.evidence.products.some((product) => quotes(one.claiming, statement, product))) return []
    const about = productsAt(one, statement.start)
    if (about.some((product) => bears(stanceOf(product), statement) || offers(product, statement))) return []
    const text = one.reading.text.slice(statement.start, statement.end)
    const { concept, denied } = statement
    const reason = denied
      ? `No row says that it is without ${concept.id.replaceAll('-', ' ')}`
      : `No shown row supports this statement: ${concept.id.replaceAll('-', ' ')}`
    return [report({ ...statement, text }, 'claim', reason)]
  })
}

/** Whether the words stand inside a fact of the row, told word for word ("corners padded twice"): what is quoted is no claim of the text's own. */
function quotes(text: string, { start, end }: Statement, { facts }: Product): boolean {
  const lower = text.toLowerCase()
  return facts.some(({ text: fact }) => {
    if (!/\s/.test(fact)) return false
    const at = lower.indexOf(fact.toLowerCase(), Math.max(0, start - fact.length))
    return at >= 0 && at <= start && at + fact.length >= end
  })
}

/** What columns bear out: a lower price than before, a small weight. */
function offers({ price, wasPrice, facts }: Product, { concept, denied }: Statement): boolean {
  if (denied) return false
  const cut = price && wasPrice && price.currency === wasPrice.currency ? 1 - price.minor / wasPrice.minor : 0
  if (concept.id === 'offer') return cut > 0
  if (concept.id === 'half-price') return cut >= 0.5
  if (concept.id !== 'lightweight') return false
  const grams = facts.filter(({ kind }) => kind === 'weight').flatMap(({ text }) => figuresOf(text))
  return grams.some(({ sense, value }) => sense === 'mass' && value <= LIGHT_GRAMS)
}

/** Anything up to this may be called lightweight without its row calling it so. */
const LIGHT_GRAMS = 1500

function pressing(one: Case): Unsupported[] {
  return pressingIn(one.claiming, one.evidence.products, (at) => productsAt(one, at)).map((found) => ({
    ...found,
    text: one.reading.text.slice(found.start, found.end),
  }))
}

const WRONG = 'The rows say otherwise'
const OPEN = 'The rows cannot decide this comparison, or it does not say what is compared'

function comparisons({ reading, evidence, claiming }: Case): Unsupported[] {
  const plain = { ...reading, text: titlesOut(claiming, reading) }
  return comparedIn(plain, evidence).map((found) => {
    const wrong = found.superlative ? 'superlative' : 'comparison'
    return found.verdict === 'undecided' && !found.superlative
      ? report(found, 'undecided', OPEN)
      : report(found, wrong, found.verdict === 'undecided' ? OPEN : WRONG)
  })
}

/** Who is compared is read around the titles, whose own words and commas say nothing. */
const titlesOut = (claiming: string, { mentions }: Reading) =>
  mentions.reduce(
    (left, { start, end }) => left.slice(0, start) + 'X'.repeat(end - start) + left.slice(end),
    claiming,
  )

function report(
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
  kind: Unsupported['kind'],
  reason: string,
): Unsupported {
  return { start, end, text, kind, reason }
}
