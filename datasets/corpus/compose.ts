/**
 * Composition of one training document: a plan is grown pattern by pattern, every sentence's slots drawn from what the scene holds, no
 * fact said twice, the product in focus named before it is "it", openings varied.
 */
import { canonicalSlots, slotsForProduct } from '../../shared/domain/inventory'
import type { Beat, Move, Relation, SlotName } from '../../shared/domain/beats'
import { splitSlot } from '../../shared/domain/beats'
import type { FactKind } from '../../shared/domain/facts'
import { inEnglish } from '../../shared/domain/english'
import { expandPattern, patternVariants } from '../../shared/domain/pattern'
import type { Pattern } from '../../shared/domain/phrasebook'
import type { PromptInput, SlotValue } from '../../shared/domain/prompt'
import { lengthBand } from '../../shared/domain/prompt'
import { isEasy } from '../../shared/domain/reading'
import type { Random } from '../../shared/util/random'
import type { Phrasebook } from './library'
import type { Scene, SceneProduct } from './scene'
import { factRelation, pairRelations } from './scene'

/** A document before it is written out. */
export interface Composition {
  readonly beats: readonly Omit<Beat, 'id'>[]
  readonly sentences: readonly string[]
}

interface Draft {
  readonly beats: Omit<Beat, 'id'>[]
  readonly sentences: string[]
  readonly used: Set<SlotName>
  readonly patterns: Set<string>
  readonly openings: string[]
  readonly moves: Set<Move>
  /** Product "it" would mean, 1-based. */
  focus: number | undefined
  words: number
}

interface Wish {
  readonly move: Move
  /** 1-based product a single-product pattern speaks of. */
  readonly product: number
}

const pairMoves = new Set<Move>(['compare', 'choose'])

/** Writes one document's beats and sentences; undefined when nothing fits the scene. */
export function compose(scene: Scene, book: Phrasebook, random: Random): Composition | undefined {
  const draft: Draft = {
    beats: [],
    sentences: [],
    used: new Set(),
    patterns: new Set(),
    openings: [],
    moves: new Set(),
    focus: undefined,
    words: 0,
  }
  const { min, max } = scene.words
  const target = min + random.below(max - min + 1)
  for (const wish of wishes(scene, target, random)) {
    const room = target - draft.words
    if (room < 6 && draft.beats.length > 0) break
    addBeat(draft, scene, wish, { book, random })
  }
  return namesEvery(draft, scene) && draft.words >= min * 0.6 ? draft : undefined
}

/** A text that never says what it recommends teaches the model to do the same when it plans for itself. */
function namesEvery({ used }: Draft, { products }: Scene): boolean {
  return products.every((_, index) => used.has(`p${index + 1}.title` as SlotName)) || onlyFirst(used)
}

/** A short text may leave the second product out altogether, but then its prompt is longer than it need be, as at run time. */
const onlyFirst = (used: ReadonlySet<SlotName>) =>
  used.has('p1.title') && ![...used].some((slot) => /^p[2-4]\./.test(slot))

/** A random order of moves with a sensible shape: open, name the product, facts, weigh, end. */
function wishes(scene: Scene, target: number, random: Random): Wish[] {
  const one = (move: Move): Wish => ({ move, product: 1 })
  const openers = random.shuffle<Move>([
    'hook',
    'hook',
    'history',
    'history',
    'occasion',
    'interest',
    'introduce',
    'gift',
    'price',
  ])
  const opening = target < 24 ? openers.slice(0, 2) : openers.slice(0, random.chance(0.3) ? 3 : 2)
  const facts = Math.max(1, Math.round((target - 24) / 14))
  const body: Wish[] = Array.from({ length: facts }, () => one('fact'))
  for (const move of ['occasion', 'interest', 'rating', 'price', 'limit', 'objection', 'gift'] as const) {
    if (random.chance(move === 'price' ? 0.35 : 0.16))
      body.splice(random.below(body.length + 1), 0, one(move))
  }
  const count = scene.products.length
  const pair = scene.products.slice(1).flatMap((_, index) => alternative(index + 2, count, random))
  const ending = [
    one('price'),
    ...(random.chance(0.25) ? [one('limit')] : []),
    ...(random.chance(0.65) ? [one('close')] : []),
  ]
  const kept = count > 1 ? body.slice(0, 1 + random.below(2)) : body
  return [...opening.map(one), one('introduce'), ...kept, ...pair.filter(() => random.chance(0.9)), ...ending]
}

/** What is said of the second, third and fourth product; two alone are also weighed against each other. */
function alternative(product: number, count: number, random: Random): Wish[] {
  const fact: Wish = { move: 'fact', product }
  const wishes: Wish[] = [{ move: 'introduce', product }]
  if (count === 2 || random.chance(0.6)) wishes.push(fact)
  if (count === 2 && random.chance(0.6)) wishes.push(fact)
  if (random.chance(0.3)) wishes.push({ move: 'price', product })
  if (product === 2 && (count === 2 || random.chance(0.3)))
    wishes.push({ move: 'compare', product: 1 }, { move: 'choose', product: 1 })
  return wishes
}

function addBeat(
  draft: Draft,
  scene: Scene,
  wish: Wish,
  tools: { readonly book: Phrasebook; readonly random: Random },
): void {
  const { random } = tools
  const named = draft.used.has(`p${wish.product}.title` as SlotName)
  if (wish.move === 'introduce' && named) return
  if (draft.moves.has(wish.move) && wish.move !== 'fact' && wish.move !== 'introduce' && wish.product === 1)
    return
  const aisle = (scene.products[wish.product - 1] ?? scene.products[0])?.product.aisle ?? 'general'
  const options = tools.book
    .fitting(wish.move, scene.voice, aisle)
    .filter((pattern) => fits(pattern, draft, scene, wish))
  if (options.length === 0) return
  const pattern = drawPattern(options, random)
  let sentence = expand(pattern, scene, wish, random)
  // A pattern opens in several ways: try a few before two sentences running open alike.
  for (let tries = 0; tries < 3 && draft.openings.slice(-2).includes(opening(sentence)); tries++)
    sentence = expand(pattern, scene, wish, random)
  write(draft, scene, wish, { pattern, sentence })
}

const opening = (text: string) => (/^\W*([\w']+)/.exec(text)?.[1] ?? text).toLowerCase()

const weights = new WeakMap<Pattern, number>()

/** A pattern that stands for many sentences is drawn more often, damped: narrow ones keep a place. */
function weight(pattern: Pattern): number {
  const known = weights.get(pattern) ?? Math.min(patternVariants(pattern.text), 200) ** 0.35
  weights.set(pattern, known)
  return known
}

function drawPattern(patterns: readonly Pattern[], random: Random): Pattern {
  let at = random.next() * patterns.reduce((sum, pattern) => sum + weight(pattern), 0)
  return patterns.find((pattern) => (at -= weight(pattern)) < 0) ?? random.pick(patterns)
}

function expand(pattern: Pattern, scene: Scene, wish: Wish, random: Random): string {
  const product = scene.products[wish.product - 1]?.product
  const number = product ? spokenNumber(product) : 'one'
  const sentence = expandPattern(pattern.text, number, (options) => random.below(options))
  const moved =
    wish.product !== 1 && !pairMoves.has(pattern.move)
      ? sentence.replaceAll('<p1.', `<p${wish.product}.`)
      : sentence
  return inEnglish(moved, scene.english)
}

/** The slots a pattern takes when it speaks of the wished product. */
function slotsFor(pattern: Pattern, wish: Wish): readonly SlotName[] {
  return pairMoves.has(pattern.move) ? pattern.slots : slotsForProduct(pattern.slots, wish.product)
}

function fits(pattern: Pattern, draft: Draft, scene: Scene, wish: Wish): boolean {
  if (draft.patterns.has(pattern.text)) return false
  const slots = slotsFor(pattern, wish)
  if (pairMoves.has(pattern.move) && scene.products.length < 2) return false
  if (!slots.every((slot) => available(slot, draft, scene))) return false
  const names = slots.some((slot) => slot === `p${wish.product}.title` || slot === `p${wish.product}.noun`)
  const aboutProduct = pattern.move !== 'hook' && pattern.move !== 'close' && !pairMoves.has(pattern.move)
  const opensFree =
    ['occasion', 'interest', 'gift', 'history'].includes(pattern.move) && !/\[/.test(pattern.text)
  if (aboutProduct && !opensFree && !names && draft.focus !== wish.product) return false
  if (pattern.move === 'hook' && draft.beats.length > 0) return false
  if (/\[/.test(pattern.text) && !names && draft.focus !== wish.product && !pairMoves.has(pattern.move))
    return false
  return relationHolds(pattern, scene, wish, slots)
}

/** A slot may be used once; a title again only rarely said, which the composer leaves to pairs. */
function available(slot: SlotName, draft: Draft, scene: Scene): boolean {
  const { owner, field } = splitSlot(slot)
  const repeatable = field === 'title' || field === 'noun'
  if (
    draft.used.has(slot) &&
    !(repeatable && owner.startsWith('p') && draft.beats.at(-1)?.slots.includes(slot) !== true)
  )
    return false
  if (owner === 'u') return scene[field as 'occasion' | 'interest' | 'recipient' | 'name'] !== undefined
  if (owner.startsWith('h')) return scene.history.length >= Number(owner.slice(1))
  const entry = scene.products[Number(owner.slice(1)) - 1]
  return entry !== undefined && slotText(entry, field as FactKind) !== undefined
}

function relationHolds(pattern: Pattern, scene: Scene, wish: Wish, slots: readonly SlotName[]): boolean {
  const entry = scene.products[wish.product - 1]
  if (!entry) return false
  if (pattern.move === 'compare')
    return pattern.relation !== undefined && pairRelations(scene).includes(pattern.relation)
  if (pattern.move === 'price')
    return (pattern.relation ?? entry.price) === entry.price || pattern.relation === undefined
  if (pattern.move === 'history') return historyRelation(pattern, scene, entry)
  if (pattern.relation === 'stock') return (entry.product.stock ?? 0) > 0 && (entry.product.stock ?? 0) <= 5
  if (pattern.relation === 'call' || pattern.relation === 'quiet' || pattern.relation === undefined)
    return true
  if (pattern.relation === 'over') return entry.price === 'over'
  return slots.some((slot) => {
    const fact = entry.facts.find((one) => one.kind === splitSlot(slot).field)
    return fact !== undefined && factRelation(scene, entry.product, fact) === pattern.relation
  })
}

function historyRelation(pattern: Pattern, scene: Scene, { product }: SceneProduct): boolean {
  const same = scene.history[0]?.noun === product.noun
  if (pattern.relation === 'same') return same
  return pattern.relation === 'goes' ? !same : true
}

function write(
  draft: Draft,
  scene: Scene,
  wish: Wish,
  { pattern, sentence }: { readonly pattern: Pattern; readonly sentence: string },
): void {
  const slots = canonicalSlots(slotsFor(pattern, wish))
  const relation: Relation | undefined = pattern.relation
  draft.beats.push({
    move: pattern.move,
    voice: scene.voice,
    length: lengthBand(sentence),
    ...(scene.easy && isEasy(sentence) ? { level: 'easy' as const } : {}),
    ...(relation ? { relation } : {}),
    slots,
  })
  draft.sentences.push(sentence)
  for (const slot of slots) draft.used.add(slot)
  draft.patterns.add(pattern.text)
  draft.openings.push(opening(sentence))
  draft.moves.add(pattern.move)
  draft.words += sentence.split(' ').length + slots.length
  const spoken = new Set(slots.map((slot) => splitSlot(slot).owner).filter((owner) => owner.startsWith('p')))
  if (pairMoves.has(pattern.move)) draft.focus = undefined
  else if (spoken.size > 0) draft.focus = wish.product
}

/** Title number decides agreement: "the Linen Trousers are". */
export function spokenNumber(product: {
  readonly titleNumber: 'one' | 'many' | 'mass'
}): 'one' | 'many' | 'mass' {
  return product.titleNumber
}

/** The text a slot stands for, as the prompt shows it; undefined where the product does not have it. */
export function slotText(entry: SceneProduct, kind: FactKind): string | undefined {
  const { product } = entry
  if (kind === 'title') return product.title
  if (kind === 'noun') return product.noun
  if (kind === 'brand') return product.brand
  if (kind === 'price') return product.price && String(Math.round(product.price.minor / 100))
  if (kind === 'wasPrice') return product.wasPrice && String(Math.round(product.wasPrice.minor / 100))
  if (kind === 'rating') return product.rating && `${product.rating.mean.toFixed(1)} out of 5`
  return entry.facts.find((fact) => fact.kind === kind)?.text
}

/** The prompt of a scene. */
export function scenePrompt(scene: Scene, free: boolean): PromptInput {
  const shopper = (['occasion', 'interest', 'recipient', 'name'] as const).flatMap((field): SlotValue[] => {
    const text = scene[field]
    return text ? [{ slot: `u.${field}`, text }] : []
  })
  const history = scene.history.flatMap((product, index): SlotValue[] => {
    const owner = index === 0 ? 'h1' : 'h2'
    return [
      { slot: `${owner}.title`, text: product.title },
      { slot: `${owner}.noun`, text: product.noun },
    ]
  })
  const products = scene.products.map((entry, index) => ({
    number: spokenNumber(entry.product),
    values: [
      ...(['noun', 'title', 'brand', 'price', 'wasPrice', 'rating'] as const).flatMap((kind) =>
        value(index, kind, slotText(entry, kind)),
      ),
      ...entry.facts.flatMap((fact) => value(index, fact.kind, fact.text)),
    ],
  }))
  const aisle = scene.products[0]?.product.aisle ?? 'general'
  return {
    voice: scene.voice,
    channel: scene.channel,
    aisle,
    shopper,
    history,
    products,
    english: scene.english,
    ...(free ? { free } : {}),
  }
}

function value(index: number, kind: FactKind, text: string | undefined): SlotValue[] {
  return text === undefined ? [] : [{ slot: `p${index + 1}.${kind}` as SlotName, text }]
}
