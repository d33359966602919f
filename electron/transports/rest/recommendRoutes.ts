/** Routes: measuring the recommenders. */
import { z } from 'zod'
import type {
  Interval,
  RecommendComparison,
  RecommendEvaluation,
  Uplift,
} from '../../../shared/domain/recommendEvaluation'
import { PROTOCOLS } from '../../../shared/domain/recommendEvaluation'
import { RECOMMENDERS } from '../../../shared/domain/recommenders'
import { evaluateRecommend } from '../operations'
import { strictEvaluateRecommendSchema } from '../validate'
import type { Route } from './route'
import { post } from './route'

const count = z.number().int().nonnegative()
const strategy = z.enum(RECOMMENDERS)
const measure = z.number().nullable()

const intervalSchema = z.object({
  low: z.number(),
  high: z.number(),
}) satisfies z.ZodType<Interval>

const comparisonSchema = intervalSchema.extend({
  difference: z.number().describe('Mean of this strategy less that of the other; low and high are of it'),
  ratio: measure.describe('Null where the other is 0'),
  p: z.number().describe('Two-sided, paired bootstrap over users'),
  pHolm: z.number().describe('Corrected for all comparisons in this measure'),
}) satisfies z.ZodType<RecommendComparison>

const comparisonsSchema = z
  .object({ ndcg: comparisonSchema, hr: comparisonSchema, recall: comparisonSchema, mrr: comparisonSchema })
  .nullable()

const coldFigureSchema = z.object({ value: measure, interval: intervalSchema.nullable() })
const upliftSchema = intervalSchema.extend({
  value: z.number().describe('As a share: .35 is 35 % more'),
}) satisfies z.ZodType<Uplift>

const resultSchema = z.object({
  strategy,
  metrics: z.object({
    ndcg: measure,
    hr: measure,
    recall: measure,
    mrr: measure,
    coverage: measure,
    novelty: measure.describe('Bits'),
    gini: measure,
    popularityLift: measure,
  }),
  intervals: z
    .object({
      ndcg: intervalSchema,
      hr: intervalSchema,
      recall: intervalSchema,
      mrr: intervalSchema,
      novelty: intervalSchema,
      popularityLift: intervalSchema,
    })
    .partial(),
  vsPopularity: comparisonsSchema,
  vsRandom: comparisonsSchema,
  standIn: z.object({ strategy, reason: z.string() }).optional(),
  fitMs: z.number(),
  userMs: z.number(),
})

const coldSchema = z.object({
  users: z.object({
    atMost: count.describe('Products of a user in the training part'),
    n: count.describe('Users'),
    results: z.array(z.object({ strategy, ndcg: coldFigureSchema, hr: coldFigureSchema })),
  }),
  items: z.object({
    atMost: count.describe('Users of a product in the training part'),
    n: count.describe('Held-out user-product pairs'),
    results: z.array(z.object({ strategy, recall: coldFigureSchema })),
  }),
})

const clicksSchema = z.object({
  by: z.enum(['model', 'replay']),
  users: count,
  results: z.array(
    intervalSchema.extend({
      strategy,
      rate: z.number().describe('Clicks by products shown'),
      overPopularity: upliftSchema.nullable(),
      overRandom: upliftSchema.nullable(),
    }),
  ),
})

/** A finished evaluation of recommenders. */
const recommendEvaluationReply = z.object({
  run: z.string().optional().describe('The run that keeps it'),
  notKept: z.string().optional().describe('Why it could not be kept'),
  catalogue: z.string(),
  version: count,
  invented: z.boolean(),
  protocol: z.enum(PROTOCOLS),
  k: count,
  seed: count,
  users: count,
  items: count,
  trainingPairs: count,
  heldOutPairs: count,
  draws: count.describe('Samples behind every interval and test'),
  results: z.array(resultSchema),
  cold: coldSchema,
  clicks: clicksSchema.nullable(),
  notes: z.array(z.string()),
  ms: z.number(),
}) satisfies z.ZodType<RecommendEvaluation, unknown>

/** Every route of them. */
export const RECOMMEND_ROUTES: readonly Route[] = [
  post(strictEvaluateRecommendSchema, {
    path: '/v1/evaluate/recommend',
    summary:
      'Measures how well each way of picking foresees what shoppers took, with simulated click-through',
    reply: recommendEvaluationReply,
    run: (request, { services, signal }) => evaluateRecommend(services, request, signal),
  }),
]
