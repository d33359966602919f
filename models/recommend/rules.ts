/**
 * Business rules over a ranking: the last word on what is picked, whatever picked it. Pure.
 *
 * Where rules disagree: what one rule leaves out (`exclude`, `stock`, `priceBand`) no other brings in; then pins take their places; then
 * boosts, burials and what evens classes out move the rest. Among rules of one rank the order of the list decides: a product that two rules
 * pin stands where the first says, a place that two rules want goes to the first and the other takes the next free one. Boosts, burials and
 * the factors of classes multiply; a pinned product is not moved by them.
 */
import type { CurrencyCode } from '../../shared/domain/catalogue'
import { shelfClassOf } from '../../shared/domain/exposure'
import type { PriceTier } from '../../shared/domain/fairness'
import { OTHER_EXPOSURE } from '../../shared/domain/fairness'
import type { Pick } from '../../shared/domain/narrative'
import type { FilteredProduct } from '../../shared/domain/productFilter'
import { isPriced, matchesProduct } from '../../shared/domain/productFilter'
import type { Rule, RuleAction, RuleMoment } from '../../shared/domain/rules'
import { ruleState } from '../../shared/domain/rules'
import { placeDither } from './dither'

/** What rules are applied with. */
export interface RuleContext extends RuleMoment {
  /** Of the catalogue; amounts in rules are of it. */
  readonly currency: CurrencyCode
  /** By id: every product of the ranking and of `beyond`. */
  readonly products: ReadonlyMap<string, FilteredProduct>
  /** Products that may be recommended but stand in no ranking this long; only a pin that names one brings it in. */
  readonly beyond?: readonly Pick[]
  /** By product id, for rules that even out price tiers; they throw without it. A product whose price is not known has none. */
  readonly tiers?: ReadonlyMap<string, PriceTier>
}

/** Kinds of rules that leave nothing out. */
const MOVING: ReadonlySet<RuleAction['kind']> = new Set(['pin', 'boost', 'bury', 'parity'])

/** A product that a rule left out. */
export interface LeftOut {
  readonly pick: Pick
  /** 0-based in the ranking. */
  readonly at: number
  readonly ruleId: string
  /** "left out by rule No clearance". */
  readonly words: string
}

/** A ranking after its rules. */
export interface Ruled {
  /** Best first, each with what rules did to it. Scores are as they were, so they no longer fall from first to last. */
  readonly picks: readonly Pick[]
  /** In the order of the ranking. */
  readonly leftOut: readonly LeftOut[]
  /** How many products of the ranking each rule that holds acted on, by rule id. */
  readonly touched: ReadonlyMap<string, number>
}

/** A rule that does one kind of thing. */
type RuleOf<Kind extends RuleAction['kind']> = Rule & {
  readonly action: RuleAction & { readonly kind: Kind }
}

const DONE: Readonly<Record<RuleAction['kind'], string>> = {
  pin: 'pinned',
  boost: 'boosted',
  bury: 'moved down',
  exclude: 'left out',
  stock: 'left out',
  priceBand: 'left out',
  parity: 'evened out',
}

/** What a rule did to a product, in words: "boosted by rule Monsoon sale". */
const saying = ({ action, name }: Rule): string => `${DONE[action.kind]} by rule ${name}`

/** Applies every rule that holds. Without one, the ranking comes back as it is. */
export function applyRules(ranked: readonly Pick[], rules: readonly Rule[], context: RuleContext): Ruled {
  const holding = rules.filter((rule) => ruleState(rule, context) === 'holds')
  const touched = new Map(holding.map((rule) => [rule.id, 0]))
  const touch = (rule: Rule) => touched.set(rule.id, (touched.get(rule.id) ?? 0) + 1)
  const outOf = (pick: Pick) => holding.find((rule) => leavesOut(rule, pick, context))
  const leftOut: LeftOut[] = []
  const left: Pick[] = []
  ranked.forEach((pick, at) => {
    const rule = outOf(pick)
    if (!rule) left.push(pick)
    else {
      touch(rule)
      leftOut.push({ pick, at, ruleId: rule.id, words: saying(rule) })
    }
  })
  const beyond = (context.beyond ?? []).filter((pick) => !outOf(pick))
  const pinned = pin(left, beyond, holding.filter(isKind('pin')), context)
  for (const { rule } of pinned) touch(rule)
  const ids = new Set(pinned.map(({ pick }) => pick.id))
  const rest = left.filter((pick) => !ids.has(pick.id))
  const moved = weigh(rest, holding.filter(isKind('boost', 'bury', 'parity')), { context, touch })
  return { picks: placed(moved, pinned), leftOut, touched }
}

const isKind =
  <Kind extends RuleAction['kind']>(...kinds: readonly Kind[]) =>
  (rule: Rule): rule is RuleOf<Kind> =>
    kinds.some((kind) => kind === rule.action.kind)

function means(rule: Rule, pick: Pick, { products, currency }: RuleContext): boolean {
  const product = products.get(pick.id)
  return product !== undefined && matchesProduct(rule.products, product, currency)
}

function leavesOut(rule: Rule, pick: Pick, context: RuleContext): boolean {
  const { action } = rule
  if (MOVING.has(action.kind)) return false
  const product = context.products.get(pick.id)
  if (!product || !means(rule, pick, context)) return false
  switch (action.kind) {
    case 'exclude':
      return true
    case 'stock':
      return product.stock !== undefined && product.stock < action.atLeast
    case 'priceBand':
      return !isPriced(action.priceMinor, product, context.currency)
    default:
      return false
  }
}

/** A pick with the place a rule gives it, 0-based. */
interface Pinned {
  readonly pick: Pick
  readonly at: number
  readonly rule: Rule
}

/** What each pin pins: the first of the ids it names, in their order, else the best ranked of its products. */
function pin(
  left: readonly Pick[],
  beyond: readonly Pick[],
  rules: readonly RuleOf<'pin'>[],
  context: RuleContext,
): readonly Pinned[] {
  const pinned: Pinned[] = []
  const isFree = (pick: Pick) => !pinned.some((one) => one.pick.id === pick.id)
  for (const rule of rules) {
    const { ids } = rule.products
    const found = [...left, ...(ids?.length ? beyond : [])].filter(
      (pick) => isFree(pick) && means(rule, pick, context),
    )
    const byName = ids?.flatMap((id) => found.find((pick) => pick.id === id) ?? [])
    const [pick] = byName?.length ? byName : found
    if (!pick) continue
    let at = rule.action.position - 1
    while (pinned.some((one) => one.at === at)) at++
    pinned.push({ pick: { ...pick, rules: [saying(rule)] }, at, rule })
  }
  return pinned
}

/** How many times further up a rule lets a product compete; undefined where it does not act on it. Below 1 is further down. */
function factorOf(
  rule: RuleOf<'boost' | 'bury' | 'parity'>,
  pick: Pick,
  context: RuleContext,
): number | undefined {
  const { action } = rule
  if (!means(rule, pick, context)) return undefined
  switch (action.kind) {
    case 'boost':
      return action.factor
    case 'bury':
      return 1 / action.factor
    case 'parity': {
      const factor = parityFactor(action, pick.id, context)
      return factor === 1 ? undefined : factor
    }
  }
}

/** What a product's class counts for; 1 where its class is not known. */
function parityFactor(
  { by, factors }: RuleAction & { readonly kind: 'parity' },
  id: string,
  { products, tiers }: RuleContext,
): number {
  if (by === 'priceTier' && !tiers) throw new Error('Rules that even out price tiers need the tiers')
  const product = products.get(id)
  const value = by === 'priceTier' ? tiers?.get(id) : product && shelfClassOf(product, by)
  if (value === undefined) return 1
  const known = Object.hasOwn(factors, value) ? factors[value] : factors[OTHER_EXPOSURE]
  return known ?? 1
}

/**
 * A place counts as its number, from 1; factors divide it, and the smallest comes first. Of two that count the same, the one that comes
 * from further down goes first: a factor of 2 takes the fourth to the second place. Where a rule evens classes out, places lie between
 * numbers (`placeDither`).
 */
function weigh(
  rest: readonly Pick[],
  rules: readonly RuleOf<'boost' | 'bury' | 'parity'>[],
  { context, touch }: { readonly context: RuleContext; readonly touch: (rule: Rule) => void },
): readonly Pick[] {
  const isEvened = rules.some(({ action }) => action.kind === 'parity')
  const counted = rest.map((pick, index) => {
    const own = isEvened ? index + 1 - placeDither(pick.id) : index + 1
    const acting = rules.flatMap((rule) => {
      const factor = factorOf(rule, pick, context)
      return factor === undefined ? [] : { rule, factor }
    })
    // A burial multiplies as it is written: by the inverse, places that are equal would differ in the last digit.
    const place = acting.reduce(
      (sum, { rule: { action }, factor }) => (action.kind === 'bury' ? sum * action.factor : sum / factor),
      own,
    )
    return { index, place, pick, acting: acting.map(({ rule }) => rule) }
  })
  counted.sort((a, b) => a.place - b.place || b.index - a.index)
  return counted.map(({ pick, index, acting }, at) => {
    // What evens classes out has a factor for nearly everything: it acts on what it moves.
    const told = acting.filter(({ action }) => action.kind !== 'parity' || at !== index)
    told.forEach(touch)
    return told.length > 0 ? { ...pick, rules: told.map(saying) } : pick
  })
}

/** Pins in their places, the rest around them in order; a place beyond the end is the end. */
function placed(rest: readonly Pick[], pinned: readonly Pinned[]): readonly Pick[] {
  const waiting = [...pinned].sort((a, b) => a.at - b.at)
  const picks: Pick[] = []
  for (const pick of rest) {
    while (waiting[0]?.at === picks.length) picks.push(...waiting.splice(0, 1).map((one) => one.pick))
    picks.push(pick)
  }
  return [...picks, ...waiting.map((one) => one.pick)]
}
