/** The order of a narrative: which wishes the planner tries, from directives, shopper and products. */
import type { Move, SlotName } from '../../shared/domain/beats'
import type { Fact } from '../../shared/domain/facts'
import { isFactKind } from '../../shared/domain/facts'
import type { Directives } from '../../shared/domain/template'
import type { PlanState, Wish } from './planner'
import { slotFill } from './values'

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
  const openers = opening(state, target)
  const required = directives.mustMention.map((kind) => required1(kind))
  const room = Math.max(1, Math.round((target - openers.length * WORDS_A_BEAT - 8) / WORDS_A_BEAT))
  const own = (facts[0] ?? []).filter((fact) => !directives.mustMention.includes(fact.kind))
  const introduced = one('introduce')
  const closing = ending(state, target)
  const count = state.subject.products.length
  if (count > 2) return [...openers, introduced, ...required, ...severally(facts, count), ...closing]
  if (count > 1) {
    return [
      ...openers,
      introduced,
      ...required,
      ...factWishes(1, own, Math.max(1, Math.floor(room / 2) - 1)),
      ...second(facts[1] ?? [], room),
      ...closing,
    ]
  }
  return [
    ...openers,
    introduced,
    ...required,
    ...factWishes(1, own, room),
    ...(target > 45 && state.random.chance(0.25) ? [one('objection')] : []),
    ...closing,
    ...factWishes(1, own.slice(room), 2),
  ].sort(closeLast)
}

const closeLast = (a: Wish, b: Wish) => Number(a.move === 'close') - Number(b.move === 'close')

function required1(kind: string): Wish {
  if (kind === 'price' || kind === 'wasPrice') return { ...one('price'), needs: [`p1.${kind}`] }
  if (kind === 'rating') return { ...one('rating'), needs: ['p1.rating'] }
  if (kind === 'brand' || kind === 'title') return { ...one('introduce'), needs: [`p1.${kind}`] }
  return { ...one('fact'), needs: [`p1.${kind}` as SlotName] }
}

const factWishes = (product: number, facts: readonly Fact[], count: number): Wish[] =>
  facts.slice(0, count).map((fact) => ({ move: 'fact', product, factId: fact.id }))

function second(facts: readonly Fact[], room: number): Wish[] {
  return [
    { move: 'introduce', product: 2 },
    ...factWishes(2, facts, Math.max(1, Math.floor(room / 2) - 1)),
    one('compare'),
    one('choose'),
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

/** The first one or two moves: what the directive leads with, else what there is to say about this shopper. */
function opening(state: PlanState, target: number): Wish[] {
  const { directives, random } = state
  const ways = random.shuffle(personalOpeners(state))
  const lead = leadMove(directives)
  const chosen = lead ? [lead, ...ways.filter((move) => move !== lead)] : ways
  const count = target < 24 ? 1 : target < 45 ? 1 : random.chance(0.5) ? 2 : 1
  const moves = chosen.slice(0, count)
  const wishes = (moves.length > 0 ? moves : (['hook'] as const)).map(one)
  // There is no room for a second sentence: the first has to name the product.
  return target < 24
    ? wishes.map((wish) =>
        titled.has(wish.move) ? { ...wish, needs: ['p1.title'] as const } : one('introduce'),
      )
    : wishes
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

/** Ways to open that are true of this shopper and these products. */
function personalOpeners(state: PlanState): Move[] {
  const { subject, affinity } = state
  const product = subject.products[0]
  if (!product) return ['hook']
  const ways: Move[] = []
  if (slotFill(subject, 'u.recipient')) ways.push('gift')
  if (slotFill(subject, 'u.occasion')) ways.push('occasion', 'hook')
  if (historyFits(state)) ways.push('history', 'history')
  const interest = subject.persona.interests[0]
  if (interest && affinity(interest, product) > 0.35) ways.push('interest')
  return ways.length > 0 ? [...new Set(ways)] : ['hook']
}

/** History is worth a mention when the thing owned is of the same kind, or near the product in meaning. */
export function historyFits({ subject, affinity }: PlanState): boolean {
  const item = subject.persona.history[0]
  const product = subject.products[0]
  if (!item || !product) return false
  return item.noun === product.noun || affinity(`${item.noun ?? ''} ${item.title}`, product) > 0.4
}

function ending(state: PlanState, target: number): Wish[] {
  const { directives, random, subject } = state
  const wishes: Wish[] = []
  const hasPrice =
    subject.products[0]?.price !== undefined &&
    directives.leadWith !== 'price' &&
    !directives.mustMention.includes('price')
  if (hasPrice && (target > 24 || random.chance(0.4))) wishes.push(one('price'))
  if (subject.products[0]?.rating && target > 50 && random.chance(0.35))
    wishes.splice(random.below(wishes.length + 1), 0, one('rating'))
  if (target > 55 && random.chance(0.3)) wishes.push(one('limit'))
  if (directives.close !== 'none' && (directives.close === 'call' || target > 50))
    wishes.push({ ...one('close'), relation: directives.close })
  return wishes
}
