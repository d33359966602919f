/** What the routes of fairness answer. */
import { z } from 'zod'
import { adapterUseSchema } from '../../../shared/contract/schemas'
import type { SegmentField } from '../../../shared/contract/parts/fairness'
import type {
  AuditedShopper,
  Estimate,
  ExposureShare,
  ExposureTable,
  FairnessAudit,
  FairnessContrast,
  FairnessFinding,
  FairnessGap,
  FairnessGroup,
  FairnessPair,
  FairnessProbe,
  FairnessReport,
  ProbeAnswer,
  ProbeCase,
  ProbeChange,
  ProbeSummary,
  TradeOff,
  TradeOffPoint,
} from '../../../shared/domain/fairness'
import { EXPOSURES, FAIRNESS_MEASURES, PRICE_TIERS } from '../../../shared/domain/fairness'
import { STRATEGIES } from '../../../shared/domain/narrative'
import type { Interval } from '../../../shared/domain/recommendEvaluation'

const count = z.number().int().nonnegative()
const strategy = z.enum(STRATEGIES)
const metric = z.enum(FAIRNESS_MEASURES)
const money = z.object({ minor: z.number(), currency: z.string() })
const interval = z.object({ low: z.number(), high: z.number() }) satisfies z.ZodType<Interval>
const estimate = interval.extend({ value: z.number() }) satisfies z.ZodType<Estimate>

const groupReply = z.object({
  value: z.string(),
  values: z.record(z.string(), z.string().nullable()).describe('By attribute; null where not known'),
  n: count.describe('Shoppers whose lists were measured'),
  texts: count.describe('Texts measured'),
  small: z.boolean().describe('Too few shoppers to say much'),
  metrics: z.partialRecord(metric, z.number().nullable()),
  intervals: z.partialRecord(metric, interval),
}) satisfies z.ZodType<FairnessGroup>

const pairReply = interval.extend({
  ...{ a: z.string(), b: z.string(), difference: z.number(), p: z.number() },
  pHolm: z.number().describe('Corrected for all pairs of the measure'),
}) satisfies z.ZodType<FairnessPair>

const contrastReply = interval.extend({
  ...{ group: z.string(), value: z.number(), rest: z.number(), difference: z.number() },
  relative: estimate.nullable().describe('By the others, less 1'),
  effect: z.number().nullable().describe("Hedges' g"),
  p: z.number(),
  pHolm: z.number().describe('Corrected for every contrast of the audit'),
}) satisfies z.ZodType<FairnessContrast>

const gapReply = z.object({
  ...{ metric, min: z.number(), max: z.number(), lowest: z.string(), highest: z.string() },
  difference: z.number(),
  interval: interval.nullable(),
  ratio: z.number().nullable().describe('min / max, where that says something'),
  fourFifths: z.boolean().nullable(),
  worst: z.string().nullable(),
  gini: z.number().nullable(),
  pairs: z.array(pairReply),
  contrasts: z.array(contrastReply),
}) satisfies z.ZodType<FairnessGap>

const shareReply = interval.extend({
  share: z.number(),
  difference: estimate
    .extend({ pHolm: z.number().describe('Corrected for all of the table') })
    .nullable()
    .describe('The group less all others'),
}) satisfies z.ZodType<ExposureShare>

const exposureReply = z.object({
  by: z.enum(EXPOSURES),
  rows: z.array(
    z.object({
      value: z.string(),
      shares: z
        .array(shareReply.nullable())
        .describe('In the order of the groups; null where nothing is known'),
      ofCatalogue: z.number(),
    }),
  ),
  distances: z.array(interval.extend({ group: z.string(), distance: z.number() }).nullable()),
}) satisfies z.ZodType<ExposureTable>

const reportReply = z.object({
  segment: z.string(),
  fields: z.array(z.string()),
  groups: z.array(groupReply),
  gaps: z.array(gapReply),
  exposures: z.array(exposureReply),
}) satisfies z.ZodType<FairnessReport>

const findingReply = contrastReply.extend({
  ...{ segment: z.string(), metric, n: count, small: z.boolean(), isProtected: z.boolean() },
  sentence: z.string(),
}) satisfies z.ZodType<FairnessFinding>

/** Attributes that split shoppers. */
export const segmentsReply = z.object({
  segments: z.array(
    z.object({
      field: z.string(),
      values: z.array(z.object({ value: z.string(), n: count })),
      missing: count,
      isProtected: z.boolean(),
    }) satisfies z.ZodType<SegmentField>,
  ),
})

/** A finished audit. */
export const auditReply = z.object({
  run: z.string().optional().describe('The run that keeps it'),
  notKept: z.string().optional().describe('Why it could not be kept'),
  audit: z.string().describe('By which shoppers behind it can be asked for'),
  ...{ catalogue: z.string(), version: count, invented: z.boolean(), currency: z.string(), strategy },
  adapters: z.array(adapterUseSchema),
  ...{ k: count, seed: count },
  rules: z.array(z.string()).describe('Business rules that were applied'),
  model: z.string().optional(),
  ...{ shoppers: count, texts: count, draws: count },
  reports: z.array(reportReply).describe('One a segment'),
  findings: z.array(findingReply).describe('What chance does not explain, what matters most first'),
  headline: z.string(),
  notes: z.array(z.string()),
  ms: z.number(),
}) satisfies z.ZodType<FairnessAudit, unknown>

/** Shoppers behind a figure. */
export const auditedShoppersReply = z.object({
  shoppers: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), segments: z.record(z.string(), z.string()) },
      value: z.number().nullable(),
      picks: z.array(
        z.object({
          ...{ id: z.string(), title: z.string(), price: money.optional() },
          tier: z.enum(PRICE_TIERS).optional(),
          taken: z.literal(true).optional().describe('What she took, held out'),
        }),
      ),
      text: z.object({ occasion: z.string(), text: z.string(), voice: z.string() }).optional(),
    }) satisfies z.ZodType<AuditedShopper>,
  ),
  total: count,
})

const pointReply = z.object({
  strength: z.number(),
  factors: z.array(z.number()).describe('In the order of the classes'),
  shares: z.array(z.number()),
  ...{ ndcg: estimate, groupNdcg: estimate, cost: estimate.nullable(), groupCost: estimate.nullable() },
  gap: estimate.describe('The group less all others'),
}) satisfies z.ZodType<TradeOffPoint>

/** A finished trade-off. */
export const tradeOffReply = z.object({
  ...{ catalogue: z.string(), version: count, invented: z.boolean(), strategy },
  segment: z.object({ field: z.string(), value: z.string() }),
  by: z.enum(EXPOSURES),
  measure: z.enum(['priceLevel', 'exposure']),
  classes: z.array(z.object({ value: z.string(), own: z.number(), others: z.number() })),
  ...{ n: count, others: count, k: count, seed: count },
  points: z.array(pointReply).describe('Ascending in strength, from 0'),
  halves: z.number().optional().describe('The smallest strength that halves the gap'),
  sentence: z.string(),
  ms: z.number(),
}) satisfies z.ZodType<TradeOff>

const changeReply = z.object({
  ...{ jaccard: z.number(), rankOverlap: z.number() },
  priceShift: z.number().nullable(),
  textDistance: z.number().nullable(),
}) satisfies z.ZodType<ProbeChange>

const answerReply = z.object({
  picks: z.array(z.object({ id: z.string(), title: z.string(), price: money.optional() })),
  text: z.string().optional(),
}) satisfies z.ZodType<ProbeAnswer>

const caseReply = z.object({
  ...{ id: z.string(), name: z.string() },
  ...{ before: answerReply, after: answerReply, reseeded: answerReply },
  ...{ flip: changeReply, reseed: changeReply },
}) satisfies z.ZodType<ProbeCase>

const summaryReply = z.object({
  ...{ picksChanged: estimate.describe('People with any change, of order too'), productsChanged: estimate },
  ...{ textChanged: estimate.nullable(), jaccard: estimate, rankOverlap: estimate },
  ...{ priceShift: estimate.nullable(), textDistance: estimate.nullable() },
}) satisfies z.ZodType<ProbeSummary>

/** A finished probe. */
export const probeReply = z.object({
  ...{ catalogue: z.string(), version: count, invented: z.boolean(), strategy },
  what: z.enum(['segment', 'name']),
  rules: z
    .object({ before: z.array(z.string()), after: z.array(z.string()) })
    .describe('Names of those that hold for somebody, as they are and after the flip'),
  ...{ flipped: z.string(), seed: count, k: count, people: count },
  flip: summaryReply,
  reseed: summaryReply.describe('Everything as before, but for the seed'),
  beyondSeed: z
    .object({ difference: z.number(), p: z.number().nullable().describe('Null for fewer than six people') })
    .nullable(),
  cases: z.array(caseReply),
  sentence: z.string(),
  notes: z.array(z.string()),
  ms: z.number(),
}) satisfies z.ZodType<FairnessProbe>
