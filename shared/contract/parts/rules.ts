/** Business rules of a catalogue: schemas, operations and their routes. */
import { z } from 'zod'
import type { Aisle } from '../../domain/aisles'
import { AISLES } from '../../domain/aisles'
import type { Money } from '../../domain/catalogue'
import { STRATEGIES } from '../../domain/narrative'
import type { PriceRange, ProductFilter } from '../../domain/productFilter'
import { meansEverything } from '../../domain/productFilter'
import type { Rule, RuleAction, RuleBook, RuleState, RuleWarning } from '../../domain/rules'
import { procedure } from '../procedure'
import { audienceSchema } from '../schemas'

/** The most rules of one catalogue. */
export const RULES_MAX = 200
/** The furthest down a rule can pin. */
export const PIN_POSITION_MAX = 100
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
]) satisfies z.ZodType<RuleAction>

const conditionSchema = z
  .strictObject({
    occasion: listOf(text(120), 20).optional(),
    segment: z.strictObject({ field: text(60), value: text(120) }).optional(),
  })
  .readonly()

/** Kinds of rules that may mean every product; the others would do nothing, or leave nothing. */
const MAY_MEAN_ALL: ReadonlySet<RuleAction['kind']> = new Set(['stock', 'priceBand'])

const ruleFields = {
  id: text(80),
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

const catalogueName = z.string().max(80).optional()

/** The rules of a catalogue; of the one in use where no name is given. */
export const ruleBookRefSchema = z.object({ catalogue: catalogueName })
/** One rule. */
export const ruleRefSchema = z.object({ catalogue: catalogueName, id: text(80) })
/** A rule to be kept. */
export const ruleSaveSchema = z.object({ catalogue: catalogueName, rule: ruleDraftSchema })
/** Every rule's id, in the order wished. */
export const ruleOrderSchema = z.object({
  catalogue: catalogueName,
  ids: z.array(text(80)).max(RULES_MAX),
})

/** A question what somebody would see: with the rules given, or with those kept. */
export const rulePreviewSchema = z.object({
  catalogue: catalogueName,
  audience: audienceSchema,
  occasion: z.string().trim().max(200).default(''),
  strategy: z.enum(STRATEGIES).default('personalised'),
  rules: z.array(ruleSchema).max(RULES_MAX).optional(),
})

/** A draft of a rule, defaults filled in. */
export type RuleDraft = z.output<typeof ruleDraftSchema>
/** A question what somebody would see, defaults filled in. */
export type RulePreviewRequest = z.output<typeof rulePreviewSchema>

/** What became of a product's place. */
export const RULE_CHANGES = ['same', 'up', 'down', 'added', 'removed'] as const

/** One product of a list before or after its rules. */
export interface RankedProduct {
  readonly id: string
  readonly title: string
  readonly price?: Money | undefined
  /** From 1. */
  readonly place: number
  /** Why it is there, in words a shopper would accept. */
  readonly reason: string
  /** What rules did to it: "boosted by rule Monsoon sale". */
  readonly rules: readonly string[]
  /** `added` and `removed` say that the other list does not show it. */
  readonly change: (typeof RULE_CHANGES)[number]
  /** Its place in the other list, also further down than that shows; undefined where it is nowhere in it. */
  readonly otherPlace?: number | undefined
}

/** What a rule does just now. */
export interface RuleEffect {
  readonly ruleId: string
  readonly state: RuleState
  /** Products of the whole catalogue that it means. */
  readonly matching: number
  /** Products of this shopper's ranking that it acted on. */
  readonly touched: number
}

/** What somebody sees without the rules and with them, first places only. */
export interface RulesPreview {
  readonly catalogue: string
  readonly persona: string
  readonly before: readonly RankedProduct[]
  readonly after: readonly RankedProduct[]
  readonly effects: readonly RuleEffect[]
  readonly warnings: readonly RuleWarning[]
}

/** The operations. Each change answers with every rule as it then stands. */
export interface RuleServices {
  readonly rules: (catalogue?: string) => Promise<RuleBook>
  /** Rules that were deleted and can be brought back, last deleted first. */
  readonly deletedRules: (catalogue?: string) => Promise<readonly Rule[]>
  /** Keeps a rule, a new one at the end. Throws BAD_INPUT, NOT_FOUND for an id there is no rule of. */
  readonly saveRule: (request: {
    readonly catalogue?: string | undefined
    readonly rule: RuleDraft
  }) => Promise<{ readonly rule: Rule; readonly book: RuleBook }>
  /** Takes a rule out; `restoreRule` brings it back. Throws NOT_FOUND. */
  readonly deleteRule: (catalogue: string | undefined, id: string) => Promise<RuleBook>
  /** Puts a deleted rule back where it stood. Throws NOT_FOUND. */
  readonly restoreRule: (catalogue: string | undefined, id: string) => Promise<RuleBook>
  /** Throws BAD_INPUT where `ids` are not all the rules there are, each once. */
  readonly orderRules: (catalogue: string | undefined, ids: readonly string[]) => Promise<RuleBook>
  readonly previewRules: (request: RulePreviewRequest) => Promise<RulesPreview>
}

/** Names of those that answer once. */
export const RULE_ASKING = [
  'rules',
  'deletedRules',
  'saveRule',
  'deleteRule',
  'restoreRule',
  'orderRules',
  'previewRules',
] as const satisfies readonly (keyof RuleServices)[]

/** Names of those that stream. */
export const RULE_STREAMING = [] as const satisfies readonly (keyof RuleServices)[]

/** Their routes. */
export const ruleRoutes = {
  rules: procedure.input(ruleBookRefSchema).query(({ ctx, input }) => ctx.services.rules(input.catalogue)),
  deletedRules: procedure
    .input(ruleBookRefSchema)
    .query(({ ctx, input }) => ctx.services.deletedRules(input.catalogue)),
  saveRule: procedure.input(ruleSaveSchema).mutation(({ ctx, input }) => ctx.services.saveRule(input)),
  deleteRule: procedure
    .input(ruleRefSchema)
    .mutation(({ ctx, input }) => ctx.services.deleteRule(input.catalogue, input.id)),
  restoreRule: procedure
    .input(ruleRefSchema)
    .mutation(({ ctx, input }) => ctx.services.restoreRule(input.catalogue, input.id)),
  orderRules: procedure
    .input(ruleOrderSchema)
    .mutation(({ ctx, input }) => ctx.services.orderRules(input.catalogue, input.ids)),
  previewRules: procedure
    .input(rulePreviewSchema)
    .query(({ ctx, input }) => ctx.services.previewRules(input)),
}
