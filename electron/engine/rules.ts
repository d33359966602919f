/** Business rules, behind `RuleServices`. */
import { ruleChanges } from '../../models/recommend/ruleChanges'
import type { ChangedPlace } from '../../models/recommend/ruleChanges'
import type {
  RankedProduct,
  RulePreviewRequest,
  RuleServices,
  RulesPreview,
} from '../../shared/contract/parts/rules'
import type { Product } from '../../shared/domain/catalogue'
import type { ProductFilter } from '../../shared/domain/productFilter'
import type { Rule, RuleBook, RuleWarning } from '../../shared/domain/rules'
import { ruleState } from '../../shared/domain/rules'
import type { Catalogue, Store } from '../store/types'
import { personaOf } from './people'
import type { Picker } from './picks'
import { momentOf } from './ruling'

/** Places that a preview shows. */
const SHOWN = 10
/** Unknown ids that a warning spells out. */
const NAMED = 5

/** What the operations work with. */
export interface RuleTools {
  readonly store: Store
  readonly picker: Picker
}

/** The operations. */
export function ruleServices({ store, picker }: RuleTools): RuleServices {
  const matches = new MatchCounts()
  const bookOf = async (catalogue: Catalogue): Promise<RuleBook> => {
    const { name } = catalogue.summary
    const { version, rules } = await store.rules.of(name)
    return { catalogue: name, version, rules, warnings: await warningsOf(catalogue, rules, matches) }
  }
  /** Makes a change to the rules of a catalogue that is there and answers with how they then stand. */
  const changed = async (name: string | undefined, change: (catalogue: string) => Promise<unknown>) => {
    const catalogue = await store.catalogue(name)
    await change(catalogue.summary.name)
    return bookOf(catalogue)
  }
  return {
    rules: async (name) => bookOf(await store.catalogue(name)),
    deletedRules: async (name) => store.rules.deleted((await store.catalogue(name)).summary.name),
    saveRule: async ({ catalogue: name, rule: draft }) => {
      const catalogue = await store.catalogue(name)
      const rule = await store.rules.save(catalogue.summary.name, draft)
      return { rule, book: await bookOf(catalogue) }
    },
    saveRules: async ({ catalogue: name, rules: drafts }) => {
      const catalogue = await store.catalogue(name)
      const done = await store.rules.saveAll(catalogue.summary.name, drafts)
      return { ...done, book: await bookOf(catalogue) }
    },
    deleteRule: (name, id) => changed(name, (catalogue) => store.rules.remove(catalogue, id)),
    restoreRule: (name, id) => changed(name, (catalogue) => store.rules.restore(catalogue, id)),
    orderRules: (name, ids) => changed(name, (catalogue) => store.rules.order(catalogue, ids)),
    previewRules: (request) => previewOf({ store, picker }, matches, request),
  }
}

async function previewOf(
  { store, picker }: RuleTools,
  matches: MatchCounts,
  { catalogue: name, audience, occasion, strategy, rules: given }: RulePreviewRequest,
): Promise<RulesPreview> {
  const catalogue = await store.catalogue(name)
  const persona = await personaOf(store, catalogue, audience)
  const rules = given ?? (await store.rules.of(catalogue.summary.name)).rules
  const wanted = { persona, occasion, strategy, count: SHOWN, seed: PREVIEW_SEED }
  const { ranked, ...after } = await picker.ruled(catalogue, wanted, rules)
  const lists = ruleChanges(ranked, after, SHOWN)
  const ids = new Set([...lists.before, ...lists.after].map(({ pick }) => pick.id))
  const products = new Map((await catalogue.products([...ids])).map((product) => [product.id, product]))
  const shown = (list: readonly ChangedPlace[]) => list.map((place) => rowOf(place, products))
  const moment = momentOf(persona, occasion)
  const effects = await Promise.all(
    rules.map(async (rule) => ({
      ruleId: rule.id,
      state: ruleState(rule, moment),
      matching: await matches.of(catalogue, rule.products),
      touched: after.touched.get(rule.id) ?? 0,
    })),
  )
  return {
    catalogue: catalogue.summary.name,
    persona: persona.name,
    before: shown(lists.before),
    after: shown(lists.after),
    effects,
    warnings: await warningsOf(catalogue, rules, matches),
  }
}

/** One seed for every preview: what differs from one to the next is the rules. */
const PREVIEW_SEED = 1

function rowOf(
  { pick, place, rules, change, otherPlace }: ChangedPlace,
  products: ReadonlyMap<string, Product>,
): RankedProduct {
  const { id, title, reason } = pick
  const price = products.get(id)?.price
  return {
    id,
    title,
    place,
    reason,
    rules,
    change,
    ...(price ? { price } : {}),
    ...(otherPlace === undefined ? {} : { otherPlace }),
  }
}

/** Products that rules name and the catalogue lacks, and rules that mean none. */
async function warningsOf(
  catalogue: Catalogue,
  rules: readonly Rule[],
  matches: MatchCounts,
): Promise<readonly RuleWarning[]> {
  const { name } = catalogue.summary
  const ids = [...new Set(rules.flatMap(({ products }) => products.ids ?? []))]
  const known = new Set((await catalogue.products(ids)).map(({ id }) => id))
  const warned = await Promise.all(
    rules.map(async (rule): Promise<readonly string[]> => {
      const missing = (rule.products.ids ?? []).filter((id) => !known.has(id))
      if (missing.length > 0) return [missingWords(missing, name)]
      return (await matches.of(catalogue, rule.products)) === 0 ? [`No product of "${name}" is meant.`] : []
    }),
  )
  return rules.flatMap(({ id }, at) => (warned[at] ?? []).map((message) => ({ ruleId: id, message })))
}

function missingWords(ids: readonly string[], catalogue: string): string {
  const shown = ids.slice(0, NAMED).map((id) => `"${id}"`)
  const more = ids.length > shown.length ? ` and ${ids.length - shown.length} more` : ''
  return `"${catalogue}" has no product ${shown.join(', ')}${more}.`
}

/** Filters whose counts are remembered, for each version of a catalogue. */
const COUNTED_MAX = 500

/** How many products filters mean, counted once for each version. */
class MatchCounts {
  private readonly known = new WeakMap<Catalogue, Map<string, Promise<number>>>()

  /** Throws BAD_INPUT where the catalogue cannot be narrowed down. */
  async of(catalogue: Catalogue, filter: ProductFilter): Promise<number> {
    const counts = this.known.get(catalogue) ?? new Map<string, Promise<number>>()
    this.known.set(catalogue, counts)
    const key = JSON.stringify(filter)
    const known = counts.get(key)
    if (known) return known
    const counted = catalogue.countProducts(filter)
    const [oldest] = counts.keys()
    if (counts.size >= COUNTED_MAX && oldest !== undefined) counts.delete(oldest)
    counts.set(key, counted)
    counted.catch(() => counts.delete(key))
    return counted
  }
}
