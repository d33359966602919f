/** Zod schemas of business rules and of what they mean by products; apart from the routes, so that windows can check with them too. */
import { z } from 'zod'
import type { Aisle } from '../domain/aisles'
import { AISLES } from '../domain/aisles'
import { EXPOSURES } from '../domain/fairness'
import type { PriceRange, ProductFilter } from '../domain/productFilter'
import { meansEverything } from '../domain/productFilter'
import type { Rule, RuleAction } from '../domain/rules'

/** The most rules of one catalogue. */
export const RULES_MAX = 200
/** The furthest down a rule can pin. */
export const PIN_POSITION_MAX = 100
/** The most a class can count for in a rule that evens out, and the inverse of the least. */
export const PARITY_FACTOR_MAX = 10
/** The most a rule can boost or bury by. */
export const RULE_FACTOR_MAX = 100

const listOf = <Entry extends z.ZodType>(entry: Entry, max: number) =>
  z.array(entry).max(max, `name ${max} at the most`).readonly()
const text = (max: number) => z.string().trim().min(1, 'is empty').max(max, `use at most ${max} letters`)
const minor = z.number().int('use whole minor units').min(0).max(1e12)
const day = z.iso.date('write a date such as 2025-06-01')

const rangeSchema = z
  .strictObject({ min: minor.optional(), max: minor.optional() })
  .refine(
    ({ min, max }) => min === undefined || max === undefined || min <= max,
    'the lower end is above the upper',
  )
  .readonly() satisfies z.ZodType<PriceRange>

/** Which products are meant. */
export const productFilterSchema = z.strictObject({
  ids: listOf(text(200), 500).optional(),
  title: z.string().trim().max(200).optional(),
  brands: listOf(text(200), 100).optional(),
  categories: listOf(text(400), 100).optional(),
  nouns: listOf(text(200), 100).optional(),
  aisles: listOf(z.enum(AISLES as readonly [Aisle, ...Aisle[]]), AISLES.length).optional(),
  priceMinor: rangeSchema.optional(),
} satisfies Readonly<Record<keyof ProductFilter, z.ZodType>>) satisfies z.ZodType<ProductFilter>

const factor = z
  .number()
  .gt(1, 'a factor is above 1')
  .max(RULE_FACTOR_MAX, `a factor is ${RULE_FACTOR_MAX} at the most`)

const actionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pin'),
    position: z.number().int().min(1, 'places count from 1').max(PIN_POSITION_MAX),
  }),
  z.strictObject({ kind: z.literal('boost'), factor }),
  z.strictObject({ kind: z.literal('bury'), factor }),
  z.strictObject({ kind: z.literal('exclude') }),
  z.strictObject({ kind: z.literal('stock'), atLeast: z.number().int().min(1).max(1_000_000) }),
  z.strictObject({
    kind: z.literal('priceBand'),
    priceMinor: rangeSchema.refine(
      ({ min, max }) => min !== undefined || max !== undefined,
      'say the lower end, the upper end, or both',
    ),
  }),
  z.strictObject({
    kind: z.literal('parity'),
    by: z.enum(EXPOSURES),
    factors: z
      .record(
        text(400),
        z
          .number()
          .min(1 / PARITY_FACTOR_MAX)
          .max(PARITY_FACTOR_MAX),
      )
      .refine((factors) => Object.keys(factors).length > 0, 'give a factor for one class at least')
      .refine((factors) => Object.keys(factors).length <= 200, 'give factors for 200 classes at the most')
      .readonly(),
  }),
]) satisfies z.ZodType<RuleAction>

const conditionSchema = z
  .strictObject({
    occasion: listOf(text(120), 20).optional(),
    segment: z.strictObject({ field: text(60), value: text(120) }).optional(),
  })
  .readonly()

/** Kinds of rules that may mean every product; the others would do nothing, or leave nothing. */
const MAY_MEAN_ALL: ReadonlySet<RuleAction['kind']> = new Set(['stock', 'priceBand', 'parity'])

/** A rule's id. */
export const ruleIdSchema = text(80)

const ruleFields = {
  id: ruleIdSchema,
  name: text(80),
  enabled: z.boolean(),
  from: day.optional(),
  until: day.optional(),
  when: conditionSchema.optional(),
  products: productFilterSchema.readonly(),
  action: actionSchema,
} satisfies Readonly<Record<keyof Rule, z.ZodType>>

type Checked = Pick<Rule, 'from' | 'until' | 'products' | 'action'>

/** What no field says for itself. */
function checkWhole(rule: Checked, context: z.core.$RefinementCtx): void {
  const complain = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message, input: rule })
  if (rule.from !== undefined && rule.until !== undefined && rule.from > rule.until)
    complain('until', 'the last day is before the first')
  if (meansEverything(rule.products) && !MAY_MEAN_ALL.has(rule.action.kind))
    complain('products', 'say which products: a rule of this kind cannot mean all of them')
}

/** A rule as stored. */
export const ruleSchema = z.strictObject(ruleFields).superRefine(checkWhole) satisfies z.ZodType<Rule>

/** A rule as edited; without an id it is a new one. */
export const ruleDraftSchema = z
  .strictObject({ ...ruleFields, id: ruleFields.id.optional(), enabled: z.boolean().default(true) })
  .superRefine(checkWhole)

/** A draft of a rule, defaults filled in. */
export type RuleDraft = z.output<typeof ruleDraftSchema>
