/** Measuring the recommenders: schemas, operations and their routes. */
import { z } from 'zod'
import type { RecommendEvaluation } from '../../domain/recommendEvaluation'
import { PROTOCOLS } from '../../domain/recommendEvaluation'
import type { RecommenderName } from '../../domain/recommenders'
import { RECOMMENDERS } from '../../domain/recommenders'
import { procedure } from '../procedure'

/** Products that a list of an evaluation holds at most. */
export const RECOMMEND_K_MAX = 100

/** A request to evaluate recommenders over a catalogue. */
export const evaluateRecommendSchema = z.object({
  catalogue: z.string().max(80).optional(),
  protocol: z.enum(PROTOCOLS).default('leave-last-out'),
  /** Products a list holds. */
  k: z.number().int().min(1).max(RECOMMEND_K_MAX).default(10),
  /** All when left out. Popularity and random are measured in any case: the others are held against them. */
  strategies: z
    .array(z.enum(RECOMMENDERS))
    .min(1, 'name a strategy')
    .refine((names) => new Set(names).size === names.length, 'names a strategy twice')
    .optional(),
  /** Of the split, the sample, chance's picks, the order of equal scores and the bootstrap. */
  seed: z.number().int().min(0).max(0xffffffff).default(1),
  /** Simulate click-through too. */
  clicks: z.boolean().default(true),
  /** Test a random sample of so many users; all when left out. Everybody is learnt from. */
  users: z.number().int().min(1).max(10_000_000).optional(),
  /** Keeps what comes out as a run. */
  keep: z.boolean().default(true),
})

/** An evaluation of recommenders, defaults filled in. */
export type EvaluateRecommendRequest = z.output<typeof evaluateRecommendSchema>

/** Progress of an evaluation of recommenders. */
export type EvaluateRecommendEvent =
  | {
      readonly type: 'progress'
      /** `parting` the catalogue into what is learnt and what is held out, `ranking` for users, `measuring` intervals and tests. */
      readonly stage: 'parting' | 'ranking' | 'measuring'
      /** Lists ranked, and to be ranked: users times strategies. 0 of 0 while parting. */
      readonly done: number
      readonly total: number
      /** Strategies under way. */
      readonly strategies: readonly RecommenderName[]
    }
  | { readonly type: 'done'; readonly result: RecommendEvaluation }

/** The operations. */
export interface RecommendServices {
  /**
   * Measures how well each strategy foresees what shoppers took. Stops within moments of `signal`. Throws NOT_FOUND, and BAD_INPUT for a
   * catalogue in which nothing can be held out.
   */
  readonly evaluateRecommend: (
    request: EvaluateRecommendRequest,
    signal: AbortSignal,
  ) => AsyncIterable<EvaluateRecommendEvent>
}

/** Names of those that answer once. */
export const RECOMMEND_ASKING = [] as const satisfies readonly (keyof RecommendServices)[]

/** Names of those that stream. */
export const RECOMMEND_STREAMING = [
  'evaluateRecommend',
] as const satisfies readonly (keyof RecommendServices)[]

/** Their routes. */
export const recommendRoutes = {
  evaluateRecommend: procedure.input(evaluateRecommendSchema).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    yield* ctx.services.evaluateRecommend(input, signal ?? new AbortController().signal)
  }),
}
