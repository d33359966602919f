/** Business rules over the lists of an audit: as in the Studio, every shopper's own segments and no occasion. Pure. */
import { applyRules } from '../../../models/recommend/rules'
import type { Pick } from '../../../shared/domain/narrative'
import type { FilteredProduct } from '../../../shared/domain/productFilter'
import type { Rule, RuleMoment } from '../../../shared/domain/rules'
import { ruleState } from '../../../shared/domain/rules'
import type { Tiers } from '../tiers'
import type { RuleTask, Segments } from './tasks'

/** Lists to be ruled. */
export interface ListsAtHand extends Omit<RuleTask, 'kind' | 'places'> {
  /** Rows that the shopper of a list has already: no pin brings them in. */
  readonly historyOf: (at: number) => Int32Array
  readonly tiers: Tiers
}

/** For whom rules are to hold in an audit. */
export function auditMoment(today: string, segments: Segments): RuleMoment {
  return { today, occasion: '', segments }
}

/** Rules that hold for somebody, in their order. */
export function holdingForSomebody(
  rules: readonly Rule[],
  today: string,
  segments: readonly Segments[],
): readonly Rule[] {
  return rules.filter((rule) => segments.some((own) => ruleState(rule, auditMoment(today, own)) === 'holds'))
}

/** Lists after rules. */
export interface RuledLists {
  /** [lists x depth], -1 where there are no more. */
  readonly lists: Int32Array
  /** Those to which products from beyond their end could belong, by their order. */
  readonly open: Int32Array
}

/** The lists as rules leave them. `onList` is told how many are done. */
export function ruledLists(data: ListsAtHand, onList: (done: number) => void = () => undefined): RuledLists {
  const { lists, depth, segments, k } = data
  const products = new Map(data.products)
  const ruled = lists.slice()
  const open: number[] = []
  segments.forEach((own, at) => {
    const moment = auditMoment(data.today, own)
    const holding = data.rules.filter((rule) => ruleState(rule, moment) === 'holds')
    if (holding.length > 0) {
      const list = lists.subarray(at * depth, (at + 1) * depth).filter((row) => row >= 0)
      const rows = ruledRows(data, { products, list, moment, holding, barred: data.historyOf(at) })
      ruled.fill(-1, at * depth, (at + 1) * depth)
      ruled.set(rows.slice(0, depth), at * depth)
      if (list.length === depth && (rows.length < k * reachOf(holding) || holding.some(isSearching)))
        open.push(at)
    }
    onList(at + 1)
  })
  return { lists: ruled, open: Int32Array.from(open) }
}

/** How many times further up than another a product can compete at most: of a list `k` times as long, nothing beyond gets into the first k. */
function reachOf(rules: readonly Rule[]): number {
  return rules.reduce((reach, { action }) => {
    if (action.kind === 'boost' || action.kind === 'bury') return reach * action.factor
    if (action.kind !== 'parity') return reach
    const factors = Object.values(action.factors)
    return (reach * Math.max(1, ...factors)) / Math.min(1, ...factors)
  }, 1)
}

/** Whether a rule pins the best ranked of what it means, which can stand anywhere. */
const isSearching = ({ action, products }: Rule) => action.kind === 'pin' && !products.ids?.length

interface One {
  readonly products: ReadonlyMap<number, FilteredProduct>
  readonly list: Int32Array
  readonly moment: RuleMoment
  readonly holding: readonly Rule[]
  readonly barred: Int32Array
}

function ruledRows(
  { currency, tiers }: ListsAtHand,
  { products, list, moment, holding, barred }: One,
): readonly number[] {
  const rowOf = new Map<string, number>()
  const byId = new Map<string, FilteredProduct>()
  const pickOf = (row: number): readonly Pick[] => {
    const product = products.get(row)
    if (!product) return []
    rowOf.set(product.id, row)
    byId.set(product.id, product)
    return [{ id: product.id, title: product.title, score: 0, reason: '' }]
  }
  const ranked = [...list].flatMap(pickOf)
  const known = new Set([...list, ...barred])
  const beyond = pinnedRows(products, holding)
    .filter((row) => !known.has(row))
    .flatMap(pickOf)
  const { picks } = applyRules(ranked, holding, { ...moment, currency, products: byId, beyond, tiers })
  return picks.flatMap(({ id }) => rowOf.get(id) ?? [])
}

/** Rows that pins name and that are in stock. */
function pinnedRows(products: One['products'], rules: readonly Rule[]): readonly number[] {
  const ids = new Set(pinnedIds(rules))
  if (ids.size === 0) return []
  return [...products].flatMap(([row, { id, stock }]) => (ids.has(id) && stock !== 0 ? row : []))
}

/** Ids that pins name. */
export function pinnedIds(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(({ action, products }) => (action.kind === 'pin' ? (products.ids ?? []) : []))
}
