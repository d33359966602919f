/** Business rules of a catalogue: requests, operations and their routes. */
import { z } from 'zod'
import type { Money } from '../../domain/catalogue'
import { STRATEGIES } from '../../domain/narrative'
import type { Rule, RuleBook, RuleState, RuleWarning } from '../../domain/rules'
import { procedure } from '../procedure'
import type { RuleDraft } from '../ruleSchemas'
import { RULES_MAX, ruleDraftSchema, ruleIdSchema, ruleSchema } from '../ruleSchemas'
import { audienceSchema } from '../schemas'

const catalogueName = z.string().max(80).optional()

/** The rules of a catalogue; of the one in use where no name is given. */
export const ruleBookRefSchema = z.object({ catalogue: catalogueName })
/** One rule. */
export const ruleRefSchema = z.object({ catalogue: catalogueName, id: ruleIdSchema })
/** A rule to be kept. */
export const ruleSaveSchema = z.object({ catalogue: catalogueName, rule: ruleDraftSchema })
/** Rules to be kept together, or none of them. */
export const rulesSaveSchema = z.object({
  catalogue: catalogueName,
  rules: z.array(ruleDraftSchema).max(RULES_MAX),
})
/** Every rule's id, in the order wished. */
export const ruleOrderSchema = z.object({
  catalogue: catalogueName,
  ids: z.array(ruleIdSchema).max(RULES_MAX),
})

/** A question what somebody would see: with the rules given, or with those kept. */
export const rulePreviewSchema = z.object({
  catalogue: catalogueName,
  audience: audienceSchema,
  occasion: z.string().trim().max(200).default(''),
  strategy: z.enum(STRATEGIES).default('personalised'),
  rules: z.array(ruleSchema).max(RULES_MAX).optional(),
})

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

/** What became of rules that were saved together, each in the order given. */
export interface SavedRules {
  /** Made or changed. */
  readonly saved: readonly Rule[]
  /** Kept in just that form before, and left as they are. */
  readonly unchanged: readonly Rule[]
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
  /**
   * Keeps all of them in one change or, where one cannot be kept, none. Other than with `saveRule`, an id there is no rule of makes a rule
   * of that id, and a draft without an id that a kept rule equals in everything makes none. Throws BAD_INPUT, also for an id given twice.
   */
  readonly saveRules: (request: {
    readonly catalogue?: string | undefined
    readonly rules: readonly RuleDraft[]
  }) => Promise<SavedRules & { readonly book: RuleBook }>
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
  'saveRules',
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
  saveRules: procedure.input(rulesSaveSchema).mutation(({ ctx, input }) => ctx.services.saveRules(input)),
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
