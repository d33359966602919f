/** Routes of business rules. */
import { z } from 'zod'
import type { RulesPreview } from '../../../shared/contract/parts/rules'
import {
  RULE_CHANGES,
  ruleBookRefSchema,
  ruleOrderSchema,
  rulePreviewSchema,
  ruleRefSchema,
  ruleSaveSchema,
  rulesSaveSchema,
} from '../../../shared/contract/parts/rules'
import { ruleSchema } from '../../../shared/contract/ruleSchemas'
import type { RuleBook } from '../../../shared/domain/rules'
import { RULE_STATES } from '../../../shared/domain/rules'
import type { Route } from './route'
import { post, search } from './route'

const count = z.number().int().nonnegative()
const warningReply = z.object({ ruleId: z.string(), message: z.string() })

const bookReply = z.object({
  catalogue: z.string(),
  version: count.describe('0 while no rule was ever saved'),
  rules: z.array(ruleSchema),
  warnings: z.array(warningReply),
}) satisfies z.ZodType<RuleBook>

const rankedReply = z.object({
  id: z.string(),
  title: z.string(),
  price: z.object({ minor: z.number().int(), currency: z.string() }).optional(),
  place: count.describe('From 1'),
  reason: z.string(),
  rules: z.array(z.string()).describe('What rules did to it'),
  change: z.enum(RULE_CHANGES).describe('"added" and "removed": the other list does not show it'),
  otherPlace: count.optional(),
})

const previewReply = z.object({
  catalogue: z.string(),
  persona: z.string(),
  before: z.array(rankedReply),
  after: z.array(rankedReply),
  effects: z.array(
    z.object({
      ruleId: z.string(),
      state: z.enum(RULE_STATES),
      matching: count.describe('Products of the catalogue that it means'),
      touched: count.describe('Products of this ranking that it acted on'),
    }),
  ),
  warnings: z.array(warningReply),
}) satisfies z.ZodType<RulesPreview>

/** Every route of rules. */
export const RULE_ROUTES: readonly Route[] = [
  search(z.strictObject(ruleBookRefSchema.shape), {
    path: '/v1/rules',
    summary: 'The business rules of a catalogue, in order, and what looks like a slip in them',
    reply: bookReply,
    run: ({ catalogue }, { services }) => services.rules(catalogue),
  }),
  search(z.strictObject(ruleBookRefSchema.shape), {
    path: '/v1/rules/deleted',
    summary: 'Deleted rules that can be brought back',
    reply: z.object({ rules: z.array(ruleSchema) }),
    run: async ({ catalogue }, { services }) => ({ rules: await services.deletedRules(catalogue) }),
  }),
  post(ruleSaveSchema.strict(), {
    path: '/v1/rules/save',
    summary: 'Keeps a rule in its place, or a new one at the end where no id is given',
    reply: z.object({ rule: ruleSchema, book: bookReply }),
    run: (request, { services }) => services.saveRule(request),
  }),
  post(rulesSaveSchema.strict(), {
    path: '/v1/rules/save-all',
    summary:
      'Keeps several rules in one change, or none: known ids in their place, other ids as new rules, and rules without an id as new ones unless there is the same already',
    reply: z.object({
      saved: z.array(ruleSchema).describe('Made or changed'),
      unchanged: z.array(ruleSchema).describe('Kept in just that form before'),
      book: bookReply,
    }),
    run: (request, { services }) => services.saveRules(request),
  }),
  post(ruleRefSchema.strict(), {
    path: '/v1/rules/delete',
    summary: 'Takes a rule out; it can be brought back',
    reply: bookReply,
    run: ({ catalogue, id }, { services }) => services.deleteRule(catalogue, id),
  }),
  post(ruleRefSchema.strict(), {
    path: '/v1/rules/restore',
    summary: 'Brings a deleted rule back to where it stood',
    reply: bookReply,
    run: ({ catalogue, id }, { services }) => services.restoreRule(catalogue, id),
  }),
  post(ruleOrderSchema.strict(), {
    path: '/v1/rules/order',
    summary: 'Puts the rules in order',
    reply: bookReply,
    run: ({ catalogue, ids }, { services }) => services.orderRules(catalogue, ids),
  }),
  post(rulePreviewSchema.strict(), {
    path: '/v1/rules/preview',
    summary: 'What somebody would see without rules and with them, the first ten places',
    reply: previewReply,
    run: (request, { services }) => services.previewRules(request),
  }),
]
