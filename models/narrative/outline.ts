/** The order of a narrative: which wishes the planner tries, from directives, shopper and products. */
import type { Move, SlotName } from '../../shared/domain/beats'
import type { Fact } from '../../shared/domain/facts'
import { isFactKind } from '../../shared/domain/facts'
import type { Directives } from '../../shared/domain/template'
import type { PlanState, Wish } from './planner'
import { candidates } from './planner'
import { slotFill } from './values'

/** Below this many words there is room for one sentence. */
const BRIEF = 24

/** Below this many words a sentence must do two things at once where it can. */
const SHORT = 45

/** Words one body beat takes, slots included; measured on planned narratives. */
const WORDS_A_BEAT = 15

/** Moves that have sentences which name the product. */
const titled: ReadonlySet<Move> = new Set(['occasion', 'interest', 'history', 'gift', 'introduce', 'price'])

const one = (move: Move): Wish => ({ move, product: 1 })

/** Wishes in order; more than fit, the planner stops when the words run out. */
export function outline(
  state: PlanState,
  range: { readonly min: number; readonly max: number },
  facts: readonly (readonly Fact[])[],
): readonly Wish[] {
  const { directives } = state
  if (directives.beats) return directives.beats.map(readBeat)
  const target = (range.min + range.max) / 2
  const introduced = introduction(state, target)
  const openers = openersFor(state, target, introduced)
  const required = directives.mustMention
    .filter((kind) => !NAMING.has(kind) && !introduced.needs?.includes(`p1.${kind}` as SlotName))
    .map((kind) => required1(kind))
  const room = Math.max(1, Math.round((target - openers.length * WORDS_A_BEAT - 8) / WORDS_A_BEAT))
  const own = (facts[0] ?? []).filter((fact) => !directives.mustMention.includes(fact.kind))
  const closing = ending(state, target)
  const count = state.subject.products.length
  if (target < BRIEF && count === 1) {
    const whole = inOneSentence(state, required)
    if (whole) return [whole, ...spares(1, own), ...closing]
    return [...openers, ...introducing(openers, introduced), ...required, ...spares(1, own), ...closing]
  }
  const half = Math.max(1, Math.floor(room / 2) - 1)
  if (count > 2) return [...openers, introduced, ...required, ...severally(facts, count), ...closing]
  if (count > 1) {
    return [
      ...openers,
      introduced,
      ...required,
      ...factWishes(1, own, half),
      ...second(facts[1] ?? [], room),
      ...spares(1, own.slice(half)).slice(0, 2),
      ...closing,
    ]
  }
  return [
    ...openers,
    introduced,
    ...required,
    ...factWishes(1, own, room),
    ...(target > 45 && state.random.chance(0.25) ? [{ ...one('objection'), need: 'optional' as const }] : []),
    ...spares(1, own.slice(room)),
    ...lastResorts(openers),
    ...closing,
  ]
}

/** A notification that must mention something says it with the name, in one sentence, where such a sentence is learnt. */
function inOneSentence(state: PlanState, required: readonly Wish[]): Wish | undefined {
  const { directives, random } = state
  const needs = [
    ...new Set<SlotName>([
      'p1.title',
      ...required.flatMap((wish) => wish.needs ?? []),
      ...(introduction(state, 0).needs ?? []),
    ]),
  ]
  if (needs.length === 1) return undefined
  const lead = leadMove(directives)
  const free: readonly Move[] = [...ownWays(state), 'introduce', ...required.map((wish) => wish.move)]
  const moves = new Set<Move>(lead ? [lead] : free)
  const ways = [...moves]
    .map((move): Wish => ({ ...one(move), needs }))
    .filter((wish) => candidates(state, wish).length > 0)
  return ways.length === 0 ? undefined : random.pick(ways)
}

function required1(kind: string): Wish {
  if (kind === 'price' || kind === 'wasPrice') return { ...one('price'), needs: [`p1.${kind}`] }
  if (kind === 'rating') return { ...one('rating'), needs: ['p1.rating'] }
  return { ...one('fact'), needs: [`p1.${kind}` as SlotName] }
}

/** Facts may go where the words run out. */
const factWishes = (product: number, facts: readonly Fact[], count: number): Wish[] =>
  facts.slice(0, count).map((fact) => ({ move: 'fact', product, factId: fact.id, need: 'optional' }))

/** Facts for a text that would come out too short. */
const spares = (product: number, facts: readonly Fact[]): Wish[] =>
  facts.slice(0, 3).map((fact) => ({ move: 'fact', product, factId: fact.id, need: 'spare' }))

/** A notification's one sentence has named the product already, unless its name was left for the introduction. */
const introducing = (openers: readonly Wish[], introduced: Wish): Wish[] =>
  openers.length === 0 || openers[0]?.unnamed ? [introduced] : []

/** What else there is to say where the facts run out: imported rows are poor. */
const lastResorts = (openers: readonly Wish[]): Wish[] =>
  (['interest', 'occasion', 'history', 'objection'] as const)
    .filter((move) => openers.every((wish) => wish.move !== move && !said(wish, move)))
    .map((move) => ({ ...one(move), need: 'spare' }))

const said = ({ needs = [] }: Wish, move: Move) => needs.some((slot) => slot === `u.${move}`)

/** What must be said is said where the product is named: a brand always, and in a short text one thing more where such a sentence is learnt. */
function introduction(state: PlanState, target: number): Wish {
  const { mustMention, leadWith } = state.directives
  const slots = (kinds: readonly string[]) => kinds.map((kind) => `p1.${kind}` as SlotName)
  const naming = slots(mustMention.filter((kind) => kind === 'brand' || kind === 'noun'))
  const again = leadWith === 'price' ? { again: true as const } : {}
  const others = slots(mustMention.filter((kind) => !NAMING.has(kind)))
  if (target >= BRIEF && target < SHORT && others.length > 0) {
    const whole = { ...one('introduce'), needs: ['p1.title' as const, ...naming, ...others], ...again }
    if (candidates(state, whole).length > 0) return whole
  }
  return naming.length === 0 ? one('introduce') : { ...one('introduce'), needs: naming, ...again }
}

/** What a product is called by. */
const NAMING: ReadonlySet<string> = new Set(['brand', 'noun', 'title'])

function second(facts: readonly Fact[], room: number): Wish[] {
  return [
    { move: 'introduce', product: 2, needs: ['p2.title'] },
    ...factWishes(2, facts, Math.max(1, Math.floor(room / 2) - 1)),
    { ...one('compare'), need: 'optional' },
    { ...one('choose'), need: 'optional' },
  ]
}

/** Three or four products: every one is named, then each gets a fact as far as the words go. */
function severally(facts: readonly (readonly Fact[])[], count: number): Wish[] {
  const others = Array.from({ length: count - 1 }, (_, index) => index + 2)
  return [
    ...factWishes(1, facts[0] ?? [], 1),
    ...others.flatMap((product): Wish[] => [
      { move: 'introduce', product, needs: [`p${product}.title` as SlotName] },
      ...factWishes(product, facts[product - 1] ?? [], count === 3 ? 1 : 0),
    ]),
  ]
}

function readBeat(text: string): Wish {
  const [move, kind] = text.split(/\s+/)
  const wish = one(move as Move)
  return kind && isFactKind(kind) ? { ...wish, needs: [`p1.${kind}`] } : wish
}

/** Where the introduction has more to say than the name, the name is left to it. */
function openersFor(state: PlanState, target: number, introduced: Wish): Wish[] {
  const { directives } = state
  if (!introduced.needs) return opening(state, target)
  if (directives.leadWith === 'product') return [introduced]
  if (directives.leadWith === 'price') return opening(state, target)
  if (target < BRIEF) return directives.leadWith ? opening(state, target).map(nameless) : []
  return opening(state, target).map(nameless)
}

const nameless = ({ move, product, needs = [] }: Wish): Wish => ({
  move,
  product,
  needs: needs.filter((slot) => slot !== 'p1.title'),
  unnamed: true,
})

/**
 * The first moves: what the directive leads with, then something of the shopper's own - what she has or loves - and the occasion. A text that
 * could be for anybody is not worth a model.
 */
function opening(state: PlanState, target: number): Wish[] {
  const { directives, random, subject } = state
  const lead = leadMove(directives)
  const own = ownWays(state)
  const events = slotFill(subject, 'u.occasion') ? (['occasion'] as const) : []
  const ways = [
    ...new Set<Move>([...(lead ? [lead] : []), ...random.shuffle(own).slice(0, 1), ...events, ...own]),
  ]
  if (target < BRIEF) return [alone(state, ways, lead === undefined)]
  if (ways.length === 0) return [one('hook')]
  const chosen = lead ? ways.slice(0, 2) : random.shuffle(ways.slice(0, 2))
  if (state.sparse) return atLength(state, ways, lead)
  if (target < SHORT && !lead) return [together(state, chosen)]
  if (target >= 70 && ways.length > 2) chosen.push(ways[2]!)
  return chosen.map((move, index) => opener(state, move, index))
}

/** Where the rows say little, all there is to say of the shopper is said, after a sentence that anybody may nod at. */
function atLength({ random }: PlanState, ways: readonly Move[], lead: Move | undefined): Wish[] {
  const all = lead ? ways : random.shuffle(ways)
  return [...(lead ? [] : [one('hook')]), ...all.map(one)]
}

/** There is no room for a second sentence: the first has to name the product, in a way that is learnt. */
function alone(state: PlanState, ways: readonly Move[], free: boolean): Wish {
  const naming = (move: Move): Wish => ({ ...one(move), needs: ['p1.title'] })
  const fitting = ways.filter((move) => titled.has(move) && candidates(state, naming(move)).length > 0)
  const move = free && fitting.length > 1 && state.random.chance(0.4) ? fitting[1] : fitting[0]
  return naming(move ?? 'introduce')
}

/** Occasion and interest in one opening sentence, where both would be said and the text is short. */
function together(state: PlanState, chosen: readonly Move[]): Wish {
  const both = chosen.includes('occasion') && chosen.includes('interest')
  if (both && state.inventory.some((entry) => entry.move === 'hook' && entry.slots.length === 2))
    return { ...one('hook'), needs: ['u.occasion', 'u.interest'] }
  return opener(state, chosen.find((move) => move !== 'occasion') ?? 'occasion', 0)
}

/** Half of the time an occasion or an interest opens as a hook: more ways to begin. */
function opener({ random }: PlanState, move: Move, index: number): Wish {
  if (index === 0 && move === 'occasion' && random.chance(0.5))
    return { ...one('hook'), needs: ['u.occasion'] }
  if (index === 0 && move === 'interest' && random.chance(0.5))
    return { ...one('hook'), needs: ['u.interest'] }
  return one(move)
}

function leadMove({ leadWith }: Directives): Move | undefined {
  switch (leadWith) {
    case 'history':
    case 'occasion':
    case 'interest':
    case 'price':
      return leadWith
    case 'product':
      return 'introduce'
    case undefined:
      return undefined
  }
}

/** Ways to speak of the shopper herself that are true of her and these products. */
function ownWays(state: PlanState): Move[] {
  const { subject } = state
  const ways: Move[] = []
  if (slotFill(subject, 'u.recipient')) ways.push('gift')
  if (historyFits(state)) ways.push('history')
  if (slotFill(subject, 'u.interest')) ways.push('interest')
  return ways
}

/** History is worth a mention when the thing owned is of the same kind, or near the product in meaning. */
export function historyFits({ subject, affinity }: PlanState): boolean {
  const item = subject.persona.history[0]
  const product = subject.products[0]
  if (!item || !product) return false
  return item.noun === product.noun || affinity(`${item.noun ?? ''} ${item.title}`, product) > 0.2
}

function ending(state: PlanState, target: number): Wish[] {
  const { directives, random, subject } = state
  const wishes: Wish[] = []
  const hasPrice =
    subject.products[0]?.price !== undefined &&
    directives.leadWith !== 'price' &&
    !directives.mustMention.includes('price')
  if (hasPrice && target > BRIEF)
    wishes.push(target < SHORT ? { ...one('price'), need: 'optional' } : one('price'))
  if (subject.products[0]?.rating && target > 50 && random.chance(0.35))
    wishes.splice(random.below(wishes.length + 1), 0, { ...one('rating'), need: 'optional' })
  if (target > 55 && random.chance(0.3)) wishes.push({ ...one('limit'), need: 'optional' })
  if (directives.close !== 'none' && (directives.close === 'call' || target > 50))
    wishes.push({
      ...one('close'),
      relation: directives.close,
      ...(directives.close === 'quiet' ? { need: 'optional' as const } : {}),
    })
  return wishes
}
