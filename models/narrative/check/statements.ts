/** Finding concepts in a text, said or denied, and what a row makes of them. */
import type { Product } from '../../../shared/domain/catalogue'
import { CONCEPTS } from './concepts'
import type { Concept } from './concepts'
import { triggersOf } from './triggers'

/** A concept said of something, or denied. */
export interface Statement {
  readonly concept: Concept
  readonly denied: boolean
  readonly start: number
  readonly end: number
}

interface Entry {
  readonly concept: Concept
  readonly pattern: RegExp
  /** Lower-case words without one of which the pattern cannot match. */
  readonly triggers: readonly string[] | undefined
}

const entry = (concept: Concept, forms: string): Entry => ({
  concept,
  pattern: new RegExp(`(?<![\\p{L}])(?:${forms.replaceAll('~', '[-\\s]?')})(?![\\p{L}])`, 'giu'),
  triggers: triggersOf(forms),
})

const lexicon = CONCEPTS.map((concept) => entry(concept, concept.forms))
const rowLexicon = CONCEPTS.flatMap((concept) =>
  concept.rows === undefined ? [] : [entry(concept, concept.rows)],
)

/** Every place where a lexicon's concepts stand in a text. */
function placesOf(entries: readonly Entry[], text: string) {
  const lower = text.toLowerCase()
  return entries
    .filter(({ triggers }) => triggers?.some((word) => lower.includes(word)) ?? true)
    .flatMap(({ concept, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({
        concept,
        start: match.index,
        end: match.index + match[0].length,
      })),
    )
}
const byId = new Map(CONCEPTS.map((concept) => [concept.id, concept]))

const NEGATOR =
  /(?:^|[^\p{L}])(not|no|never|without|hardly|scarcely|barely|neither|nor|none of|free (?:of|from)|\p{L}+n['’]t|cannot|lacks?|lacking|minus|instead of|rather than|zero|contains nothing|anything but)((?:\s+[\p{L}\d'’-]+){0,4}?)\s*$/iu
/** What looks like a denial and is none. */
const AFFIRMED =
  /\b(?:not (?:only|just|merely|simply|least)|no (?:ordinary|mere|wonder|doubt|question|mistaking|surprise|less|shortage|accident|secret|need|reason|excuse|apology)|(?:nothing|never anything|no more) (?:but|than)|why not|if not|not to mention|no matter|not (?:give|think|notice|need|want|expect|mind|know|see|forget|look|ask|worry|everyone|all|every))\b|^\s*not with\b|\bone without\b/i
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
  const found = placesOf(lexicon, text)
  return found
    .filter((one) => !found.some((other) => other !== one && covers(other, one)))
    .map((one) => ({ ...one, denied: deniedAt(text, one.start, one.end) }))
}

type Found = Pick<Statement, 'start' | 'end'>
const covers = (outer: Found, inner: Found) =>
  outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start

/** "Without a hood it would ..." */
const LACKING = /(?:^|[.!?]\s)without an? [^.]*$/i
/** What stands about the house, and company a thing keeps: of another thing. */
const YOURS = /\b(?:your|company with|goes with|goes well with|sits well on|kind to)(?: \p{L}+)?(?: and)? $/iu
const FURNITURE =
  /^\s(shelf|shelves|floors?|tables?|flowers?|carriers?|ducks?|bottles?|bags?|cups?|spoons?|doors?|desks?|bench|counters?|worktops?|chairs?|stairs|surfaces?|walls?|hangers?)\b/i

/** Whether the words merely compare or suppose, or speak of another thing. */
export function assertsNothing(
  text: string,
  { concept, denied, start, end }: Statement,
  products: readonly Product[],
): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 60)
  if (SUPPOSED.test(before) || (denied && LACKING.test(before) && /^[^.]*\bwould\b/i.test(after))) return true
  if (!concept.substance) return false
  const [, object = ''] = FURNITURE.exec(after) ?? []
  const other = object !== '' && !products.some(({ noun }) => noun.includes(object.replace(/s$/, '')))
  return SIMILE.test(before) || YOURS.test(before) || other
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
  for (const { concept, start, end } of placesOf(rowLexicon, text))
    if (!deniedAt(text, start, end)) said.add(concept.id)
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
