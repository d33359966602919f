/** Whether what a relation token claims is true of the values behind a beat. */
import type { Beat, Relation, SlotName } from '../../shared/domain/beats'
import type { Product } from '../../shared/domain/catalogue'
import type { FactKind } from '../../shared/domain/facts'
import { measureRelation, measureValue } from '../../shared/domain/measures'
import { beatProduct } from '../../shared/domain/prompt'
import { historyFits } from './outline'
import type { PlanState, Wish } from './planner'

/** The slots of a candidate beat and the facts behind them. */
export interface BeatValues {
  readonly slots: readonly SlotName[]
  readonly factIds: Readonly<Partial<Record<SlotName, string>>>
}

/** At or below this many in stock, a narrative may say that few are left. */
export const FEW_LEFT = 5

/** True when the relation holds, or when the beat has none and none is demanded by its move. */
export function relationIsTrue(
  state: PlanState,
  wish: Wish,
  relation: Relation | undefined,
  values: BeatValues,
): boolean {
  const product = state.subject.products[wish.product - 1]
  if (!product) return false
  if (wish.relation !== undefined && wish.relation !== relation) return false
  if (wish.move === 'compare' && relation === undefined) return false
  if (wish.move === 'history' && state.directives.leadWith !== 'history' && !historyFits(state)) return false
  return relation === undefined || holds(state, product, relation, values)
}

/** What the truth of a relation depends on. */
export type RelationGround = Pick<PlanState, 'subject' | 'ranges'>

/**
 * Whether what a beat's relation claims is true of these products and this shopper; always for a beat without one. A storyboard that comes
 * from outside, or was planned for other products, may claim what is not so.
 */
export function beatIsTrue(ground: RelationGround, { slots, factIds = {}, relation }: Beat): boolean {
  const product = ground.subject.products[beatProduct({ slots }) - 1]
  return (
    relation === undefined || (product !== undefined && holds(ground, product, relation, { slots, factIds }))
  )
}

function holds(state: RelationGround, product: Product, relation: Relation, values: BeatValues): boolean {
  const [first, second] = state.subject.products
  switch (relation) {
    case 'under':
    case 'near':
    case 'over':
      return priceBand(state, product) === relation
    case 'reduced':
      return (
        product.wasPrice !== undefined &&
        product.price !== undefined &&
        product.wasPrice.currency === product.price.currency &&
        product.wasPrice.minor > product.price.minor
      )
    case 'low':
    case 'high':
      return measureHolds(state, product, relation, values)
    case 'stock':
      return product.stock !== undefined && product.stock > 0 && product.stock <= FEW_LEFT
    case 'same':
      return state.subject.persona.history[0]?.noun === product.noun
    case 'goes':
      return state.subject.persona.history[0]?.noun !== product.noun
    case 'call':
    case 'quiet':
      return true
    default:
      return first !== undefined && second !== undefined && pairHolds(relation, first, second)
  }
}

/** Under 80 %, within 80-125 %, or over 125 % of what the shopper usually pays; undefined without a budget in the same currency. */
function priceBand({ subject }: RelationGround, product: Product): 'under' | 'near' | 'over' | undefined {
  const { budgetMinor, currency } = subject.persona
  if (!budgetMinor || product.price?.currency !== currency) return undefined
  const ratio = product.price.minor / budgetMinor
  if (ratio < 0.8) return 'under'
  return ratio <= 1.25 ? 'near' : 'over'
}

function measureHolds(
  state: RelationGround,
  product: Product,
  relation: Relation,
  { slots, factIds }: BeatValues,
): boolean {
  return slots.some((slot) => {
    const fact = product.facts.find((one) => one.id === factIds[slot])
    return (
      fact !== undefined && measureRelation(product.noun, fact.kind, fact.text, state.ranges) === relation
    )
  })
}

function measured(
  product: Product,
  kind: FactKind,
): { readonly group: string; readonly value: number } | undefined {
  const fact = product.facts.find((one) => one.kind === kind)
  return fact && measureValue(fact.text)
}

function larger(kind: FactKind, a: Product, b: Product): boolean {
  const x = measured(a, kind)
  const y = measured(b, kind)
  return x !== undefined && y !== undefined && x.group === y.group && x.value > y.value
}

/** A comparison of two products, the first against the second; prices only in one currency. */
export function pairHolds(relation: Relation, a: Product, b: Product): boolean {
  const difference =
    a.price && b.price && a.price.currency === b.price.currency ? a.price.minor - b.price.minor : 0
  switch (relation) {
    case 'cheaper':
      return difference < 0
    case 'dearer':
      return difference > 0
    case 'lighter':
      return larger('weight', b, a)
    case 'heavier':
      return larger('weight', a, b)
    case 'rated':
      return (a.rating?.mean ?? 0) > (b.rating?.mean ?? Infinity)
    case 'newer':
      return (a.listedOn ?? '') > (b.listedOn ?? '9999')
    case 'bigger':
      return larger('capacity', a, b)
    case 'longer':
      return larger('battery', a, b)
    default:
      return false
  }
}
