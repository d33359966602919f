/**
 * The planner: from directives, products and shopper to a list of beats the model has learnt to write. It decides what is said and in
 * which order; the model decides how. Seeded: the same inputs and seed give the same plan.
 */
import type { Beat, Length, Move, Relation, SlotName } from '../../shared/domain/beats'
import { splitSlot } from '../../shared/domain/beats'
import type { InventoryEntry } from '../../shared/domain/inventory'
import { slotsForProduct } from '../../shared/domain/inventory'
import type { TypicalRange } from '../../shared/domain/measures'
import type { Directives } from '../../shared/domain/template'
import type { Voice } from '../../shared/domain/voices'
import { CHANNEL_WORDS } from '../../shared/domain/voices'
import type { Random } from '../../shared/util/random'
import { seededRandom } from '../../shared/util/random'
import { outline } from './outline'
import { relationIsTrue } from './relations'
import { rankedFacts } from './relevance'
import type { Affinity } from './relevance'
import type { Subject } from './values'
import { slotFill } from './values'

/** What a plan is made from. */
export interface PlanRequest {
  readonly subject: Subject
  readonly directives: Directives
  readonly inventory: readonly InventoryEntry[]
  readonly ranges: ReadonlyMap<string, TypicalRange>
  readonly affinity: Affinity
  readonly seed: number
}

/** A wish for a beat: what it should do, for which product, and a fact it should state. */
export interface Wish {
  readonly move: Move
  /** 1-based. */
  readonly product: number
  readonly factId?: string
  /** Slots the beat must hold. */
  readonly needs?: readonly SlotName[]
  readonly relation?: Relation
  readonly need?: Beat['need']
  /** Must leave the product's name to a later beat. */
  readonly unnamed?: true
  /** May name a product that was just named. */
  readonly again?: true
}

/** What has been planned so far. */
export interface PlanState extends PlanRequest {
  readonly random: Random
  readonly voice: Voice
  readonly beats: Beat[]
  readonly used: Set<SlotName>
  /** Facts already said, `1/feature.2`. */
  readonly said: Set<string>
  /** The products have few facts for the length asked: every sentence is to be a long one. */
  readonly sparse: boolean
  /** Product "it" would mean. */
  focus: number | undefined
  words: number
}

/** A learnt beat with this request's values in its slots. */
export interface Candidate {
  readonly entry: InventoryEntry
  readonly slots: readonly SlotName[]
  readonly factIds: Readonly<Partial<Record<SlotName, string>>>
}

/** Moves about the first two products. */
export const pairMoves: ReadonlySet<Move> = new Set<Move>(['compare', 'choose'])
/** Mean words of a voice's sentences of a band, slots as one: the phrasebook's own. */
const voiceWords: Readonly<Record<Voice, Readonly<Record<Length, number>>>> = {
  crisp: { short: 7.6, medium: 12.4, long: 19 },
  luxury: { short: 8, medium: 12.4, long: 19.5 },
  playful: { short: 8.4, medium: 13.1, long: 20.5 },
  value: { short: 8.6, medium: 13.9, long: 20.5 },
  warm: { short: 8.9, medium: 14.4, long: 21 },
}
/** A sentence with so many slots is easily muddled: two products, a fact of each. */
const CROWDED = 4

/** Why there is no plan. */
export const NO_BEAT = 'This model has learnt no beat that fits these products and directives'

/** Plans drawn at the most, until one fits the length. */
const DRAWS = 12

/** Plans a narrative; at least one beat, or an error naming what is missing. Of several draws the first that fits the length, else the nearest. */
export function planBeats(request: PlanRequest): readonly Beat[] {
  let best = planOnce(request)
  let least = misfit(request, best)
  for (let draw = 1; draw < DRAWS && least > 0; draw++) {
    const beats = planOnce({ ...request, seed: request.seed + draw * SEED_STEP })
    const words = misfit(request, beats)
    if (words < least) [best, least] = [beats, words]
  }
  return best
}

/** Seeds of further draws lie far from those of neighbouring requests. */
const SEED_STEP = 0x9e3779b1

/** Words by which a plan is likely to miss the range, however it is written; 0 where it can be met. */
function misfit({ subject, directives }: PlanRequest, beats: readonly Beat[]): number {
  const { min, max } = rangeOf(directives)
  const sum = (some: readonly Beat[]) => some.reduce((words, beat) => words + beatWords(subject, beat), 0)
  const needed = sum(beats.filter((beat) => beat.need === undefined))
  return Math.max(0, needed + SLACK - max) + Math.max(0, min + SLACK - sum(beats))
}

/** Words by which sentences come out longer or shorter than planned, over a whole text. */
const SLACK = 2

/** The words asked for. */
const rangeOf = ({ words, channel }: Directives) => words ?? CHANNEL_WORDS[channel]

function planOnce(request: PlanRequest): readonly Beat[] {
  const { directives, subject } = request
  const range = rangeOf(directives)
  const state = openPlan(request)
  const facts = subject.products.map((product) => rankedFacts(product, subject, directives, request.affinity))
  const wishes = outline(state, range, facts)
  for (const [index, wish] of wishes.entries()) {
    const later = wishes.slice(index + 1).filter((one) => mustSay(one, directives)).length
    const room = range.max - state.words - later * RESERVED_WORDS
    if (room < SHORT_WORDS && state.beats.length > 0 && !mustKeep(wish, directives)) continue
    addBeat(state, wish, wish.need === 'spare' ? Math.max(SHORT_WORDS, range.max - state.words) : room)
  }
  if (state.beats.length === 0) throw new Error(NO_BEAT)
  return state.beats
}

/** A plan without a beat yet. */
export function openPlan(request: PlanRequest): PlanState {
  return {
    ...request,
    directives: achievable(request),
    random: seededRandom(request.seed),
    voice: request.directives.voice ?? request.subject.persona.voice,
    beats: [],
    used: new Set(),
    said: new Set(),
    focus: undefined,
    sparse: isSparse(request),
    words: 0,
  }
}

/** The directives, less what these products and this shopper have not got, and what the name says: they must not stand in the way of the rest. */
function achievable({ directives, subject }: PlanRequest): Directives {
  const { leadWith, ...rest } = directives
  const has = (slot: SlotName) => slotFill(subject, slot) !== undefined
  const leads: Readonly<Record<NonNullable<Directives['leadWith']>, SlotName>> = {
    history: 'h1.title',
    occasion: 'u.occasion',
    interest: 'u.interest',
    price: 'p1.price',
    product: 'p1.title',
  }
  // "Kilt Pin by Meenavar" says its brand with its name, which every text says.
  const [product] = subject.products
  const named = (kind: string) =>
    kind === 'brand' && product?.brand !== undefined && saidByTitle(product.title, product.brand)
  return {
    ...rest,
    ...(leadWith && has(leads[leadWith]) ? { leadWith } : {}),
    mustMention: directives.mustMention.filter((kind) => has(`p1.${kind}` as SlotName) && !named(kind)),
  }
}

/** Whether the facts at hand, an opening and a price would hardly fill the length asked. */
function isSparse({ subject, directives }: PlanRequest): boolean {
  const { min, max } = rangeOf(directives)
  const facts = subject.products.reduce((sum, product) => sum + product.facts.length, 0)
  return (facts + OTHER_BEATS) * BEAT_WORDS < (min + max) / 2
}

/** Beats that are no facts: the opening, the name, the price. */
const OTHER_BEATS = 3
/** Words of a middling sentence. */
const BEAT_WORDS = 14

/** Kept for every sentence that must still come: a short one with a name in it. */
const RESERVED_WORDS = 10
/** The least a sentence takes, about. */
const SHORT_WORDS = 8

/** Wishes that stay when the words run out: what the directives demand, and spares, which take none until they are needed. */
const mustKeep = (wish: Wish, directives: Directives) => wish.need === 'spare' || mustSay(wish, directives)

/** What the directives demand. */
function mustSay(wish: Wish, directives: Directives): boolean {
  if (wish.move === 'close') return directives.close === 'call'
  if (wish.move === 'introduce' && wish.need === undefined) return true
  return (wish.needs ?? []).some((slot) => directives.mustMention.includes(splitSlot(slot).field))
}

/** Adds the best learnt beat for a wish, if there is one: one that fits the room (in words) where there is such a one. */
export function addBeat(state: PlanState, wish: Wish, room: number): boolean {
  const all = candidates(state, wish)
  const fitting = all.filter((one) => leastWords(state, one) <= room)
  const chosen = weighted(fitting.length > 0 ? fitting : shortest(all, state), state)
  if (!chosen) return false
  const { entry, slots, factIds } = chosen
  const easy = isEasyWanted(state, entry)
  const lengths = easy ? (entry.easyLengths ?? []) : entry.lengths
  const extra =
    leastWords(state, chosen) - Math.min(...entry.lengths.map((band) => voiceWords[state.voice][band]))
  const length = pickLength(lengths, room - extra, state)
  const beat = { ...beatOf(state, chosen, { length, easy }), ...(wish.need ? { need: wish.need } : {}) }
  const before = state.focus
  record(state, beat, wish.product)
  // A beat that may be left out may not change what "it" means: what follows then names its product.
  if (wish.need && state.focus !== before) state.focus = undefined
  if (wish.need !== 'spare')
    state.words += beatWords(state.subject, { voice: state.voice, length, slots, factIds })
  return true
}

/** Every learnt beat that would fulfil a wish here and be true. */
export function candidates(state: PlanState, wish: Wish): readonly Candidate[] {
  return state.inventory.flatMap((entry) => candidate(state, wish, entry))
}

/** A candidate as a beat, its id the next one. */
export function beatOf(
  state: PlanState,
  { entry, slots, factIds }: Candidate,
  { length, easy }: { readonly length: Length; readonly easy: boolean },
): Beat {
  return {
    id: `b${state.beats.length + 1}`,
    move: entry.move,
    voice: state.voice,
    length,
    ...(easy ? { level: 'easy' as const } : {}),
    slots,
    ...(entry.relation ? { relation: entry.relation } : {}),
    ...(Object.keys(factIds).length > 0 ? { factIds } : {}),
  }
}

/** Notes a beat as planned: what it says is said, and "it" means its product (1-based). */
export function record(state: PlanState, beat: Beat, product: number): void {
  state.beats.push(beat)
  for (const slot of beat.slots) note(state, slot, beat.factIds?.[slot])
  if (pairMoves.has(beat.move)) state.focus = undefined
  else if (beat.slots.some((slot) => slot.startsWith('p'))) state.focus = product
}

/** Words of a candidate's shortest sentence, the values in it counted. */
function leastWords({ subject, voice }: PlanState, { entry, slots, factIds }: Candidate): number {
  const bands = entry.lengths.map((length) => beatWords(subject, { voice, length, slots, factIds }))
  return Math.min(...bands)
}

/** The candidates that take the fewest words, and of those the ones that say the least. */
function shortest(all: readonly Candidate[], state: PlanState): readonly Candidate[] {
  const least = Math.min(...all.map((one) => leastWords(state, one)))
  const brief = all.filter((one) => leastWords(state, one) <= least + 1)
  const slots = Math.min(...brief.map((one) => one.slots.length))
  return brief.filter((one) => one.slots.length === slots)
}

/** Words a beat's sentence will have, about: the mean of its voice and band, every slot with the words of its value. */
export function beatWords(
  subject: Subject,
  { voice, length, slots, factIds }: Pick<Beat, 'voice' | 'length' | 'slots' | 'factIds'>,
): number {
  return slots.reduce(
    (sum, slot) => sum + extraWords(subject, slot, factIds?.[slot]),
    voiceWords[voice][length],
  )
}

/** Whether an easy sentence is asked for: only where the model has learnt one, and not in a notification, which is too short to be hard. */
export const isEasyWanted = ({ directives }: PlanState, { easyLengths = [] }: InventoryEntry) =>
  directives.readingLevel === 'easy' && easyLengths.length > 0 && rangeOf(directives).max > EASY_ANYWAY

/** Up to so many words two short sentences are easy as they come. */
const EASY_ANYWAY = 24

function note(state: PlanState, slot: SlotName, factId: string | undefined): void {
  state.used.add(slot)
  if (factId) state.said.add(`${splitSlot(slot).owner}/${factId}`)
}

const extraWords = (subject: Subject, slot: SlotName, factId: string | undefined) =>
  (slotFill(subject, slot, factId)?.text.split(/\s+/).length ?? 1) - 1

function candidate(state: PlanState, wish: Wish, entry: InventoryEntry): Candidate[] {
  if (entry.move !== wish.move || !entry.voices.includes(state.voice)) return []
  const product = state.subject.products[wish.product - 1]
  if (!product || (entry.aisles.length > 0 && !entry.aisles.includes(product.aisle))) return []
  const own = entry.slots as SlotName[]
  const slots = pairMoves.has(entry.move) ? own : slotsForProduct(own, wish.product)
  if (!(wish.needs ?? []).every((slot) => slots.includes(slot))) return []
  if (wish.unnamed && slots.some((slot) => slot.startsWith('p'))) return []
  const factIds = assignFacts(state, wish, slots)
  if (!factIds || !slots.every((slot) => usable(state, wish, slot, factIds[slot]))) return []
  if (!namesProduct(state, wish, entry.move, slots)) return []
  return relationIsTrue(state, wish, entry.relation, { slots, factIds }) ? [{ entry, slots, factIds }] : []
}

/** Which fact each listed-fact slot states; undefined when one has none left or a wished fact is not among them. */
function assignFacts(
  state: PlanState,
  wish: Wish,
  slots: readonly SlotName[],
): Partial<Record<SlotName, string>> | undefined {
  const factIds: Partial<Record<SlotName, string>> = {}
  for (const slot of slots) {
    const { owner, field } = splitSlot(slot)
    const product = owner.startsWith('p') ? state.subject.products[Number(owner.slice(1)) - 1] : undefined
    const own =
      product?.facts.filter((fact) => fact.kind === field && !state.said.has(`${owner}/${fact.id}`)) ?? []
    const fact = own.find((one) => one.id === wish.factId) ?? own[0]
    if (fact) factIds[slot] = fact.id
  }
  const wanted = wish.factId === undefined || Object.values(factIds).includes(wish.factId)
  return wanted ? factIds : undefined
}

function usable(state: PlanState, wish: Wish, slot: SlotName, factId: string | undefined): boolean {
  const { owner, field } = splitSlot(slot)
  if (state.directives.avoid.includes(field)) return false
  const fill = slotFill(state.subject, slot, factId)
  if (!fill || fill.text.split(/\s+/).length > 14 || mentionsAvoided(fill.text, state.directives.avoid))
    return false
  const product = owner.startsWith('p') ? state.subject.products[Number(owner.slice(1)) - 1] : undefined
  if (
    factId !== undefined &&
    product &&
    saidByTitle(product.title, fill.text) &&
    !(wish.needs ?? []).includes(slot)
  )
    return false
  if (field === 'noun' && product && (product.nounNumber === 'many') !== (product.titleNumber === 'many'))
    return false
  if (field === 'title' || field === 'noun') return repeatable(state, wish, slot)
  return factId !== undefined || !state.used.has(slot)
}

/** "The Cream Cushion, in cream" says nothing twice over. */
const saidByTitle = (title: string, fact: string) =>
  ` ${title.toLowerCase()} `.includes(` ${fact.toLowerCase()} `)

/** A title or noun may come again, but not in two beats running. */
function repeatable(state: PlanState, wish: Wish, slot: SlotName): boolean {
  if (!state.used.has(slot)) return true
  if (slot.startsWith('h')) return false
  if (wish.again) return true
  return pairMoves.has(wish.move) || state.focus !== wish.product
}

const mentionsAvoided = (text: string, avoid: readonly string[]) =>
  avoid.some((word) => text.toLowerCase().includes(word))

/** A beat about a product either names it or follows one that did. */
function namesProduct(state: PlanState, wish: Wish, move: Move, slots: readonly SlotName[]): boolean {
  if (move === 'hook' || move === 'close' || pairMoves.has(move)) return true
  const names = slots.includes(`p${wish.product}.title` as SlotName)
  if (names) return true
  const opensFree = move === 'occasion' || move === 'interest' || move === 'gift' || move === 'history'
  if (opensFree && state.focus === undefined) return !slots.some((slot) => slot.startsWith('p'))
  return state.focus === wish.product
}

/** Weighted by authored patterns (damped), by how true to the aisle, and by how many facts a beat holds: short texts should be full. */
function weighted(all: readonly Candidate[], state: PlanState): Candidate | undefined {
  const weights = all.map(
    ({ entry, factIds }) =>
      breadth(entry) *
      (entry.aisles.length > 0 ? 1.6 : 1) *
      (entry.relation ? 1.5 : 1) *
      (entry.slots.length >= CROWDED ? 0.15 : 1) *
      (state.directives.readingLevel === 'easy' && !isEasyWanted(state, entry) ? 0.02 : 1) *
      (1 + 0.9 * Object.keys(factIds).length),
  )
  let at = state.random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  return all.find((_, index) => (at -= weights[index] ?? 0) < 0) ?? all.at(-1)
}

/** How much there is to say in this way: sentences the model saw, damped; authored patterns where those were not counted. */
const breadth = ({ sentences, patterns }: InventoryEntry) =>
  sentences === undefined ? Math.sqrt(patterns) : sentences ** 0.6

/** A band the entry knows that fits the room: any, or the longest where there is little to say for the length asked. */
function pickLength(lengths: readonly Length[], room: number, { random, sparse, voice }: PlanState): Length {
  const order: readonly Length[] = ['short', 'medium', 'long']
  const fitting = order.filter((band) => lengths.includes(band) && voiceWords[voice][band] <= room)
  const longest = fitting.at(-1)
  if (sparse && longest) return longest
  return fitting.length > 0 ? random.pick(fitting) : (order.find((band) => lengths.includes(band)) ?? 'short')
}
