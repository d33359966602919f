/** Finding concepts in a text, said or denied, and what a row makes of them. */
import type { Product } from '../../../shared/domain/catalogue'
import { CONCEPTS } from './concepts'
import type { Concept } from './concepts'

/** A concept said of something, or denied. */
export interface Statement {
  readonly concept: Concept
  readonly denied: boolean
  readonly start: number
  readonly end: number
}

const compiled = (forms: string) =>
  new RegExp(`(?<![\\p{L}])(?:${forms.replaceAll('~', '[-\\s]?')})(?![\\p{L}])`, 'giu')

const lexicon = CONCEPTS.map((concept) => ({ concept, pattern: compiled(concept.forms) }))
const rowLexicon = CONCEPTS.flatMap((concept) =>
  concept.rows === undefined ? [] : [{ concept, pattern: compiled(concept.rows) }],
)
const byId = new Map(CONCEPTS.map((concept) => [concept.id, concept]))

const NEGATOR =
  /(?:^|[^\p{L}])(not|no|never|without|hardly|scarcely|barely|neither|nor|none of|free (?:of|from)|\p{L}+n['’]t|cannot|lacks?|lacking|minus|instead of|rather than|zero|contains nothing|anything but)((?:\s+[\p{L}\d'’-]+){0,4}?)\s*$/iu
/** What looks like a denial and is none. */
const AFFIRMED =
  /\b(?:not (?:only|just|merely|simply|least)|no (?:ordinary|mere|wonder|doubt|question|mistaking|surprise|less|shortage|accident|secret|need|reason|excuse|apology)|(?:nothing|never anything|no more) (?:but|than)|why not|if not|not to mention|no matter)\b/i
/** A condition or a wish states nothing of the product. */
const SUPPOSED = /\b(?:if|unless|whether|suppose|should) (?:you|your|it|they|that)\b[^,;:.!?]*$/i
const SIMILE =
  /\b(?:as|like|than|think|sort of|kind of|even|call it|called|calling itself) (?:an? |the |any |good |old |fine )?$/i

const isFree = /^[-\s]free\b(?!\s(?:of|from|to|delivery|shipping|returns))/i

function deniedAt(text: string, start: number, end: number): boolean {
  if (isFree.test(text.slice(end, end + 8))) return true
  const clause =
    text
      .slice(Math.max(0, start - 70), start)
      .split(/[.;:!?,\n]|\bbut\b|\bonly an?\b/i)
      .at(-1) ?? ''
  const match = NEGATOR.exec(clause)
  if (!match) return false
  if (AFFIRMED.test(clause)) return false
  // "Without" and "free of" reach over an "and"; "not" and "no" do not.
  return /^(?:without|free)/i.test(match[1] ?? '') || !/\band\b/i.test(match[2] ?? '')
}

/** Everything a text says and denies, in no order. Of two readings of the same words the longer holds. */
export function statementsOf(text: string): readonly Statement[] {
  const found = lexicon.flatMap(({ concept, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      concept,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
  return found
    .filter((one) => !found.some((other) => other !== one && covers(other, one)))
    .map((one) => ({ ...one, denied: deniedAt(text, one.start, one.end) }))
}

type Found = Pick<Statement, 'start' | 'end'>
const covers = (outer: Found, inner: Found) =>
  outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start

/** Whether the words merely compare or suppose. */
export function assertsNothing(text: string, { concept, start }: Statement): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  return SUPPOSED.test(before) || (concept.substance && SIMILE.test(before))
}

/** What a row says and denies, with all that follows. */
export interface Stance {
  readonly holds: ReadonlySet<string>
  readonly lacks: ReadonlySet<string>
}

/** The texts of a row; each fact beside the name of its kind, which says what a figure is of. */
export const rowTexts = (product: Product): readonly string[] => [
  product.title,
  product.noun,
  product.brand ?? '',
  product.category,
  ...product.description.split(/(?<=[.!?])\s+/),
  ...product.facts.map(({ kind, text }) => (kind === 'feature' ? text : `${kind} ${text}`)),
  ...Object.values(product.source),
]

function follow(start: ReadonlySet<string>, next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set<string>()
  const queue = [...start]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    queue.push(...next(id))
  }
  return reached
}

const stances = new WeakMap<Product, Stance>()

/** A product's stance; worked out once. */
export function stanceOf(product: Product): Stance {
  const known = stances.get(product)
  if (known) return known
  const stance = workOut(rowTexts(product).join('\n'))
  stances.set(product, stance)
  return stance
}

function workOut(text: string): Stance {
  const said = new Set<string>()
  const denied = new Set<string>()
  for (const { concept, denied: no } of statementsOf(text)) (no ? denied : said).add(concept.id)
  for (const { concept, pattern } of rowLexicon)
    for (const match of text.matchAll(pattern))
      if (!deniedAt(text, match.index, match.index + match[0].length)) said.add(concept.id)
  const holds = follow(said, (id) => byId.get(id)?.entails ?? [])
  const excluded = [...holds].flatMap((id) => byId.get(id)?.excludes ?? [])
  const lacks = follow(new Set([...denied, ...excluded]), (id) =>
    CONCEPTS.filter(({ entails }) => entails.includes(id)).map((concept) => concept.id),
  )
  if (denied.has('pesticides')) holds.add('no-pesticides')
  return { holds, lacks }
}

/** Whether a row bears a statement out. */
export function bears({ holds, lacks }: Stance, { concept, denied }: Statement): boolean {
  return (denied ? lacks : holds).has(concept.id)
}
