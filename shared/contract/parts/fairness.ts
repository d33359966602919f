/** Fairness across segments: schemas, operations and their routes. */
import { z } from 'zod'
import type { AuditedShopper, FairnessAudit, FairnessProbe, TradeOff } from '../../domain/fairness'
import {
  AUDIT_TEXTS_MAX,
  EXPOSURES,
  FAIRNESS_MEASURES,
  PROBE_PEOPLE_MAX,
  SEGMENTS_MAX,
} from '../../domain/fairness'
import { STRATEGIES } from '../../domain/narrative'
import { procedure } from '../procedure'
import { adapterMixSchema, audienceSchema } from '../schemas'
import type { Page } from '../services'

export { AUDIT_TEXTS_MAX, PROBE_PEOPLE_MAX, SEGMENTS_MAX } from '../../domain/fairness'

const catalogue = z.string().max(80).optional()
const seed = z.number().int().min(0).max(0xffffffff).default(1)
const k = z.number().int().min(1, 'a list holds one product at least').max(50, 'use at most 50').default(10)
const attribute = z.string().trim().min(1, 'name an attribute').max(60)

/** One attribute, or two to be crossed. */
const segmentSchema = z
  .array(attribute)
  .min(1, 'name an attribute')
  .max(2, 'cross two attributes at the most')
  .refine((fields) => new Set(fields).size === fields.length, 'crosses an attribute with itself')

/** A request to audit a catalogue. */
export const auditFairnessSchema = z.object({
  catalogue,
  strategy: z.enum(STRATEGIES).default('personalised'),
  adapters: adapterMixSchema,
  /** Every attribute that shoppers have, one by one, when left out. */
  segments: z.array(segmentSchema).min(1, 'name a segment').max(SEGMENTS_MAX).optional(),
  k,
  seed,
  /** Texts to write and measure, spread evenly over the groups of the first segment; none by default. */
  texts: z.number().int().min(0).max(AUDIT_TEXTS_MAX).default(0),
  /** Apply the catalogue's business rules to every list, as in the Studio. */
  rules: z.boolean().default(true),
  /** Keeps what comes out as a run. */
  keep: z.boolean().default(true),
})

/** An audit, defaults filled in. */
export type AuditFairnessRequest = z.output<typeof auditFairnessSchema>

/** Progress of an audit. */
export type AuditFairnessEvent =
  | {
      readonly type: 'progress'
      /** `ranking` lists for shoppers, `writing` texts, `measuring` intervals and tests. */
      readonly stage: 'reading' | 'ranking' | 'writing' | 'measuring'
      /** Shoppers ranked, or texts written; 0 of 0 where nothing is counted. */
      readonly done: number
      readonly total: number
    }
  | { readonly type: 'done'; readonly result: FairnessAudit }

/** Shoppers behind a figure of an audit that the engine still remembers. */
export const auditedShoppersSchema = z.object({
  audit: z.string().min(1).max(80),
  segment: segmentSchema,
  /** A group's `value`. */
  group: z.string().min(1).max(200),
  metric: z.enum(FAIRNESS_MEASURES).default('priceLevel'),
  order: z.enum(['lowest', 'highest']).default('lowest'),
  /** Only those for whom a text was written. */
  withText: z.boolean().default(false),
  limit: z.number().int().min(1).max(100).default(20),
  offset: z.number().int().min(0).default(0),
})

/** A question who stands behind a figure. */
export type AuditedShoppersRequest = z.output<typeof auditedShoppersSchema>

/** A request for the trade-off of re-ranking one group's lists. */
export const tradeOffSchema = z.object({
  catalogue,
  strategy: z.enum(STRATEGIES).default('personalised'),
  segment: z.object({ field: attribute, value: z.string().trim().min(1, 'name a value').max(120) }),
  by: z.enum(EXPOSURES).default('priceTier'),
  k,
  seed,
  /** Points of the curve besides 0. */
  steps: z.number().int().min(1).max(50).default(10),
})

/** A trade-off asked for, defaults filled in. */
export type TradeOffRequest = z.output<typeof tradeOffSchema>

/** Progress of a trade-off. */
export type TradeOffEvent =
  | {
      readonly type: 'progress'
      readonly stage: 'reading' | 'ranking' | 'measuring'
      readonly done: number
      readonly total: number
    }
  | { readonly type: 'done'; readonly result: TradeOff }

/** What is flipped in a probe, everything else held. */
export const flipSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('segment'), field: attribute, value: z.string().trim().min(1).max(120) }),
  z.object({ what: z.literal('name'), name: z.string().trim().min(1).max(120) }),
])

/** What is flipped. */
export type Flip = z.output<typeof flipSchema>

/** A request for a counterfactual probe. */
export const probeFairnessSchema = z.object({
  catalogue,
  /** One person; without her a random sample of shoppers who are not yet what the flip makes them. */
  audience: audienceSchema.optional(),
  people: z.number().int().min(1).max(PROBE_PEOPLE_MAX).default(20),
  flip: flipSchema,
  occasion: z.string().trim().max(200).default(''),
  strategy: z.enum(STRATEGIES).default('personalised'),
  adapters: adapterMixSchema,
  templateText: z.string().max(4000).optional(),
  /** Picks compared. */
  k,
  seed,
  /** Write texts too; without, only picks are compared. */
  texts: z.boolean().default(true),
})

/** A probe, defaults filled in. */
export type ProbeFairnessRequest = z.output<typeof probeFairnessSchema>

/** Progress of a probe. */
export type ProbeFairnessEvent =
  | { readonly type: 'progress'; readonly stage: 'probing'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: FairnessProbe }

/** An attribute that shoppers of a catalogue have. */
export interface SegmentField {
  readonly field: string
  /** Most frequent first, at most 50. */
  readonly values: readonly { readonly value: string; readonly n: number }[]
  /** Shoppers without it. */
  readonly missing: number
  readonly isProtected: boolean
}

/** Which attributes there are. */
export const segmentFieldsSchema = z.object({ catalogue })

/** The operations. */
export interface FairnessServices {
  /** Attributes that split the shoppers into 2 to 50 groups; those of protected kinds first. */
  readonly segmentFields: (catalogue?: string) => Promise<readonly SegmentField[]>
  /**
   * Measures how each segment is served. Stops within moments of `signal`. Throws NOT_FOUND, and BAD_INPUT for an attribute nobody has or
   * a catalogue in which nothing can be held out.
   */
  readonly auditFairness: (
    request: AuditFairnessRequest,
    signal: AbortSignal,
  ) => AsyncIterable<AuditFairnessEvent>
  /** Throws NOT_FOUND for an audit that is no longer remembered (the last three are), or a group it does not have. */
  readonly auditedShoppers: (request: AuditedShoppersRequest) => Promise<Page<AuditedShopper>>
  /** Re-ranks one group's lists at every strength. Throws as `auditFairness`. */
  readonly fairnessTradeOff: (request: TradeOffRequest, signal: AbortSignal) => AsyncIterable<TradeOffEvent>
  /** Flips one attribute, all else held. */
  readonly probeFairness: (
    request: ProbeFairnessRequest,
    signal: AbortSignal,
  ) => AsyncIterable<ProbeFairnessEvent>
}

/** Names of those that answer once. */
export const FAIRNESS_ASKING = [
  'segmentFields',
  'auditedShoppers',
] as const satisfies readonly (keyof FairnessServices)[]

/** Names of those that stream. */
export const FAIRNESS_STREAMING = [
  'auditFairness',
  'fairnessTradeOff',
  'probeFairness',
] as const satisfies readonly (keyof FairnessServices)[]

const never = () => new AbortController().signal

/** Their routes. */
export const fairnessRoutes = {
  segmentFields: procedure
    .input(segmentFieldsSchema)
    .query(({ ctx, input }) => ctx.services.segmentFields(input.catalogue)),
  auditFairness: procedure.input(auditFairnessSchema).subscription(async function* ({ ctx, input, signal }) {
    yield* ctx.services.auditFairness(input, signal ?? never())
  }),
  auditedShoppers: procedure
    .input(auditedShoppersSchema)
    .query(({ ctx, input }) => ctx.services.auditedShoppers(input)),
  fairnessTradeOff: procedure.input(tradeOffSchema).subscription(async function* ({ ctx, input, signal }) {
    yield* ctx.services.fairnessTradeOff(input, signal ?? never())
  }),
  probeFairness: procedure.input(probeFairnessSchema).subscription(async function* ({ ctx, input, signal }) {
    yield* ctx.services.probeFairness(input, signal ?? never())
  }),
}
