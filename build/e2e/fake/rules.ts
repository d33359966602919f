/** Business rules over a canned ranking: kept in memory, applied by the real code. */
import { isDeepStrictEqual } from 'node:util'
import { ruleChanges } from '../../../models/recommend/ruleChanges'
import type { ChangedPlace } from '../../../models/recommend/ruleChanges'
import { applyRules } from '../../../models/recommend/rules'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { RankedProduct, RuleServices } from '../../../shared/contract/parts/rules'
import type { RuleDraft } from '../../../shared/contract/ruleSchemas'
import type { Audience } from '../../../shared/contract/schemas'
import type { Persona } from '../../../shared/domain/persona'
import { matchesProduct } from '../../../shared/domain/productFilter'
import type { Rule, RuleBook } from '../../../shared/domain/rules'
import { ruleState } from '../../../shared/domain/rules'
import { seededRandom } from '../../../shared/util/random'
import { products } from './products'

/** The day it always is. */
const TODAY = '2025-07-01'
const SHOWN = 10

const first: Rule = {
  id: 'monsoon-sale',
  name: 'Monsoon sale',
  enabled: true,
  from: '2025-06-01',
  until: '2025-09-30',
  when: { occasion: ['rain', 'wet', 'monsoon'] },
  products: { categories: ['Bags', 'Outdoor'] },
  action: { kind: 'boost', factor: 3 },
}
const second: Rule = {
  id: 'no-last-pieces',
  name: 'No last pieces',
  enabled: false,
  products: {},
  action: { kind: 'stock', atLeast: 5 },
}

const missing = (id: string) =>
  new ShelftalkError('NOT_FOUND', `There is no rule "${id}".`, 'Pick one from the list of rules.')

/** The operations over canned data; what is saved stays until the process ends. */
export function ruleFakes(personaOf: (audience: Audience) => Persona): RuleServices {
  let [rules, deleted, version]: [readonly Rule[], readonly Rule[], number] = [[first, second], [], 1]
  const book = (): RuleBook => ({ catalogue: 'shelf', version, rules, warnings: warningsOf(rules) })
  const change = (next: readonly Rule[]) => {
    rules = next
    version += 1
    return book()
  }
  return {
    rules: async () => book(),
    deletedRules: async () => deleted,
    saveRule: async ({ rule: { id, ...draft } }) => {
      const rule: Rule = { ...draft, id: id ?? `rule-${version + 1}` }
      const at = rules.findIndex((one) => one.id === rule.id)
      return { rule, book: change(at < 0 ? [...rules, rule] : rules.with(at, rule)) }
    },
    saveRules: async ({ rules: drafts }) => {
      const { next, ...done } = merged(rules, drafts, `rule-${version + 1}`)
      return { ...done, book: change(next) }
    },
    deleteRule: async (_, id) => {
      const rule = rules.find((one) => one.id === id)
      if (!rule) throw missing(id)
      deleted = [rule, ...deleted]
      return change(rules.filter((one) => one !== rule))
    },
    restoreRule: async (_, id) => {
      const rule = deleted.find((one) => one.id === id)
      if (!rule) throw missing(id)
      deleted = deleted.filter((one) => one !== rule)
      return change([...rules, rule])
    },
    orderRules: async (_, ids) => change(ids.flatMap((id) => rules.find((rule) => rule.id === id) ?? [])),
    previewRules: async ({ audience, occasion, rules: given = rules }) => {
      const persona = personaOf(audience)
      const ranked = seededRandom(persona.name.length)
        .shuffle(products)
        .map(({ id, title }, at) => ({ id, title, score: 1 / (at + 1), reason: 'Popular this month' }))
      const moment = { today: TODAY, occasion, segments: persona.segments }
      const byId = new Map(products.map((product) => [product.id, product]))
      const ruled = applyRules(ranked, given, { ...moment, currency: 'INR', products: byId })
      const lists = ruleChanges(ranked, ruled, SHOWN)
      return {
        catalogue: 'shelf',
        persona: persona.name,
        before: lists.before.map(shown),
        after: lists.after.map(shown),
        effects: given.map((rule) => ({
          ruleId: rule.id,
          state: ruleState(rule, moment),
          matching: products.filter((product) => matchesProduct(rule.products, product, 'INR')).length,
          touched: ruled.touched.get(rule.id) ?? 0,
        })),
        warnings: warningsOf(given),
      }
    },
  }
}

/** Rules with drafts among them; `stem` begins the ids of those that come without one. */
function merged(rules: readonly Rule[], drafts: readonly RuleDraft[], stem: string) {
  const [saved, unchanged]: [Rule[], Rule[]] = [[], []]
  let next = rules
  for (const { id, ...draft } of drafts) {
    const alike = (one: Rule) => isDeepStrictEqual(one, { ...draft, id: one.id })
    const at = next.findIndex((one) => (id === undefined ? alike(one) : one.id === id))
    const before = next[at]
    if (before && alike(before)) unchanged.push(before)
    else {
      const rule: Rule = { ...draft, id: id ?? `${stem}-${saved.length + 1}` }
      saved.push(rule)
      next = at < 0 ? [...next, rule] : next.with(at, rule)
    }
  }
  return { saved, unchanged, next }
}

function shown({ pick, ...place }: ChangedPlace): RankedProduct {
  const price = products.find((product) => product.id === pick.id)?.price
  return { id: pick.id, title: pick.title, reason: pick.reason, ...place, ...(price ? { price } : {}) }
}

function warningsOf(rules: readonly Rule[]): RuleBook['warnings'] {
  return rules.flatMap((rule) => {
    const unknown = rule.products.ids?.filter((id) => !products.some((product) => product.id === id)) ?? []
    return unknown.length > 0
      ? [{ ruleId: rule.id, message: `"shelf" has no product ${unknown.map((id) => `"${id}"`).join(', ')}.` }]
      : []
  })
}
