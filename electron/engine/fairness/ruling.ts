/** Business rules over the lists of an audit, ranked deeper for those to whom something from further down could belong. */
import type { AuditFairnessRequest } from '../../../shared/contract/parts/fairness'
import type { Rule } from '../../../shared/domain/rules'
import type { Store } from '../../store/types'
import { dayOf } from '../ruling'
import type { Ground, GroundProgress } from './ground'
import { unasked } from './ground'
import { holdingForSomebody, pinnedIds } from './ruledLists'
import { DEEP, DEPTH } from './tasks'
import type { Course } from './telling'

/** A ground to be ruled. */
export interface Ruling {
  readonly ground: Ground
  readonly course: Pick<Course<GroundProgress>, 'tell'>
}

/** Lists as rules leave them. */
export interface RuledGround {
  /** Names of those that hold for somebody. */
  readonly rules: readonly string[]
  /** [users x DEPTH]. */
  readonly lists: Int32Array
  /** Shoppers to whom rules leave fewer products than a list shows. */
  readonly short: number
}

/** Applies the rules of the catalogue, as the Studio does: to the first `DEEP` places where fewer could leave something out. */
export async function ruledGround(
  store: Pick<Store, 'rules'>,
  request: AuditFairnessRequest,
  { ground, course }: Ruling,
): Promise<RuledGround> {
  const { read, ranked, segments } = ground
  const today = dayOf(new Date())
  const all = request.rules ? (await store.rules.of(read.summary.name)).rules : []
  const rules = holdingForSomebody(all, today, segments)
  if (rules.length === 0) return { rules: [], lists: ranked.lists, short: 0 }
  const { k } = request
  const asked = { ground, course, rules, today, k }
  const everybody = Int32Array.from(segments.keys())
  const { lists, open } = await ruled(asked, { lists: ranked.lists, depth: DEPTH, places: everybody })
  const depth = Math.min(DEEP, read.products.ids.length)
  if (open.length > 0 && depth > DEPTH) {
    const deeper = await ruled(asked, { lists: await rankedDeeper(asked, open, depth), depth, places: open })
    open.forEach((place, at) =>
      lists.set(deeper.lists.subarray(at * depth, at * depth + DEPTH), place * DEPTH),
    )
  }
  const isFull = (of: Int32Array, at: number) => (of[at * DEPTH + k - 1] ?? -1) >= 0
  const short = everybody.filter((at) => isFull(ranked.lists, at) && !isFull(lists, at))
  return { rules: rules.map(({ name }) => name), lists, short: short.length }
}

interface Asked extends Ruling {
  readonly rules: readonly Rule[]
  readonly today: string
  readonly k: number
}

interface Lists {
  readonly lists: Int32Array
  readonly depth: number
  readonly places: Int32Array
}

async function ruled({ ground, course, rules, today, k }: Asked, { lists, depth, places }: Lists) {
  const { read, crew } = ground
  const total = places.length
  const tell = (done: number) => course.tell({ type: 'progress', stage: 'measuring', done, total })
  const segments = Array.from(places, (place) => ground.segments[place] ?? {})
  const products = await productsOf(ground, lists, rules)
  const { currency } = read.summary
  const task = { kind: 'rule', lists, depth, places, k, rules, today, segments, currency, products } as const
  const outcome = await crew.run(task, tell)
  if (outcome.kind !== 'rule') throw unasked(outcome)
  return outcome
}

/** Lists of some, [places x depth]; they begin as those of everybody do. */
async function rankedDeeper(
  { ground: { crew, ranked }, course }: Asked,
  places: Int32Array,
  depth: number,
): Promise<Int32Array> {
  const tell = (done: number) =>
    course.tell({ type: 'progress', stage: 'ranking', done, total: places.length })
  tell(0)
  const outcome = await crew.run({ kind: 'rank', strategy: ranked.strategy, deeper: { places, depth } }, tell)
  if (outcome.kind !== 'rank') throw unasked(outcome)
  return outcome.lists
}

/** What rules read of the products that stand in a list or that a pin names. */
async function productsOf({ read }: Ground, lists: Int32Array, rules: readonly Rule[]) {
  const rowOf = new Map(read.products.ids.map((id, row) => [id, row]))
  const pinned = pinnedIds(rules).flatMap((id) => rowOf.get(id) ?? [])
  const rows = new Set([...lists, ...pinned].filter((row) => row >= 0))
  const found = await read.catalogue.products([...rows].map((row) => read.products.ids[row] ?? ''))
  return found.map(({ id, title, brand, category, noun, aisle, price, stock }) => {
    const product = { id, title, category, noun, aisle }
    const known = {
      ...(brand ? { brand } : {}),
      ...(price ? { price } : {}),
      ...(stock === undefined ? {} : { stock }),
    }
    return [rowOf.get(id) ?? -1, { ...product, ...known }] as const
  })
}
