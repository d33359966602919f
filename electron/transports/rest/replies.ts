/** Schemas of what the HTTP API answers, for its description. They are held to the domain's types by the compiler. */
import { z } from 'zod'
import { ERROR_CODES } from '../../../shared/contract/errors'
import type { ImportResult } from '../../../shared/contract/events'
import { adapterUseSchema, beatSchema } from '../../../shared/contract/schemas'
import type { ModelInfo, UnreadableItem } from '../../../shared/contract/services'
import type { AdapterInfo, AdapterTraining } from '../../../shared/domain/adapter'
import { ADAPTER_ORIGINS } from '../../../shared/domain/adapter'
import type { CatalogueSummary, Shopper } from '../../../shared/domain/catalogue'
import type { CurrencyFinding } from '../../../shared/domain/importing'
import type { RetrievalEvaluation } from '../../../shared/domain/retrieval'
import { RETRIEVAL_SYSTEMS } from '../../../shared/domain/retrieval'
import type { NarrativeEvaluation, NarrativeMetrics } from '../../../shared/domain/evaluation'
import type { Narrative } from '../../../shared/domain/narrative'
import { SENTENCE_ORIGINS, STRATEGIES, UNSUPPORTED_KINDS } from '../../../shared/domain/narrative'
import type { Template } from '../../../shared/domain/template'
import { CHANNELS, VOICES } from '../../../shared/domain/voices'

const count = z.number().int().nonnegative()
const offset = count.describe('UTF-16 offset in the text')

/** What went wrong. */
export const errorReply = z.object({
  error: z.object({ code: z.enum(ERROR_CODES), message: z.string(), hint: z.string() }),
})

const spanSchema = z.object({
  start: offset,
  end: offset,
  text: z.string(),
  productId: z.string(),
  field: z.string(),
  productIndex: z.number().int().min(-1),
  factId: z.string().optional(),
  sourceField: z.string().optional(),
})

const unsupportedSchema = z.object({
  start: offset,
  end: offset,
  text: z.string(),
  kind: z.enum(UNSUPPORTED_KINDS),
  reason: z.string(),
})

const writtenBeatSchema = z.object({
  beat: beatSchema,
  text: z.string(),
  template: z.string(),
  start: offset,
  end: offset,
  origin: z.enum(SENTENCE_ORIGINS),
  rejected: z.array(z.string()),
})

/** A finished narrative. */
export const narrativeReply = z.object({
  text: z.string(),
  spans: z.array(spanSchema),
  beats: z.array(writtenBeatSchema),
  products: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      score: z.number(),
      reason: z.string(),
      because: z
        .object({ productId: z.string(), title: z.string() })
        .optional()
        .describe('The product of the history that the reason names'),
      rules: z.array(z.string()).optional().describe('What business rules did to it'),
    }),
  ),
  checks: z.object({
    verifiedFacts: count,
    unsupported: z.array(unsupportedSchema),
    fallbackSentences: count,
  }),
  words: count,
  tokens: count,
  timing: z.object({
    retrieveMs: z.number(),
    prefillMs: z.number(),
    decodeMs: z.number(),
    firstTokenMs: z.number(),
    totalMs: z.number(),
  }),
  seed: count,
  model: z.string(),
  adapters: z.array(adapterUseSchema),
  strategy: z.enum(STRATEGIES),
  voice: z.enum(VOICES),
  channel: z.enum(CHANNELS),
}) satisfies z.ZodType<Narrative, unknown>

/** A stored catalogue. */
export const catalogueReply = z.object({
  name: z.string(),
  version: count,
  products: count,
  shoppers: count,
  interactions: count,
  invented: z.boolean(),
  currency: z.string(),
  createdAtMs: z.number(),
  origin: z.string(),
}) satisfies z.ZodType<CatalogueSummary>

/** A shopper. */
export const shopperReply = z.object({
  id: z.string(),
  name: z.string(),
  locale: z.string(),
  currency: z.string(),
  segments: z.record(z.string(), z.string()),
  interests: z.array(z.string()),
}) satisfies z.ZodType<Shopper>

/** A template. */
export const templateReply = z.object({
  id: z.string(),
  name: z.string(),
  version: count,
  text: z.string(),
  savedAtMs: z.number().optional().describe('Milliseconds since 1970; unknown for versions of long ago'),
  savedBy: z.string().optional(),
  restoredFrom: count.optional().describe('The version whose text this one brought back'),
}) satisfies z.ZodType<Template>

/** Something stored that the lists leave out because it cannot be read. */
export const unreadableReply = z.object({
  kind: z.enum(['persona', 'template', 'run']),
  id: z.string(),
  version: count.optional(),
  reason: z.string(),
}) satisfies z.ZodType<UnreadableItem>

const trainingReply = z.object({
  adapter: z.string(),
  base: z.string(),
  rank: count,
  alpha: z.number(),
  targetModules: z.array(z.string()),
  parameters: count,
  documents: count,
  steps: count,
  tokens: count,
  seconds: z.number(),
  heldOutLoss: z.object({ before: z.number(), after: z.number() }).describe('Nats a token'),
  seed: count,
}) satisfies z.ZodType<AdapterTraining>

/** An adapter. */
export const adapterReply = z.object({
  name: z.string(),
  origin: z.enum(ADAPTER_ORIGINS),
  rank: count,
  alpha: z.number(),
  targetModules: z.array(z.string()),
  description: z.string(),
  base: z.string(),
  bytes: count,
  card: z.string().describe('Markdown'),
  training: trainingReply.optional(),
  misfit: z.string().optional().describe('Why the model in use cannot take it'),
  notes: z.array(z.string()),
}) satisfies z.ZodType<AdapterInfo>

/** The model in use. */
export const modelReply = z.object({
  name: z.string(),
  parameters: count,
  layers: count,
  contextTokens: count,
  vocabulary: count,
  digest: z.string(),
}) satisfies z.ZodType<ModelInfo>

/** A row that an import does not take. */
export const refusedReply = z.object({
  row: count,
  field: z.string(),
  reason: z.string(),
  file: z.string().optional(),
})

/** Which currency prices are in, and how that was found. */
export const currencyReply = z.object({
  code: z.string(),
  how: z.enum(['given', 'column', 'prices', 'header', 'commas', 'default']),
  sure: z.boolean(),
  note: z.string(),
}) satisfies z.ZodType<CurrencyFinding>

/** What an import ended with. */
export const importReply = z.object({
  catalogue: z.string(),
  version: count,
  products: count,
  shoppers: count,
  interactions: count,
  refused: z.array(refusedReply),
  refusedTotal: count,
  ms: z.number(),
  currency: currencyReply.optional(),
}) satisfies z.ZodType<ImportResult>

const figureSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() })

const kept = {
  run: z.string().optional().describe('The run that keeps it'),
  notKept: z.string().optional().describe('Why it could not be kept'),
}

/** A finished evaluation of the search. */
export const retrievalEvaluationReply = z.object({
  ...kept,
  catalogue: z.string(),
  judged: z.string().describe('Which judged queries'),
  queries: count,
  systems: z.array(
    z.object({
      system: z.enum(RETRIEVAL_SYSTEMS),
      ndcg10: figureSchema,
      recall10: figureSchema,
      mrr10: figureSchema,
      medianMs: z.number(),
    }),
  ),
  comparisons: z.array(
    z.object({
      than: z.enum(RETRIEVAL_SYSTEMS).exclude(['hybrid']),
      gain: z.number(),
      p: z.number().describe('Two-sided, paired bootstrap'),
    }),
  ),
  worst: z.array(z.object({ query: z.string(), ndcg10: z.number() })),
}) satisfies z.ZodType<RetrievalEvaluation>

const measure = z.number().nullable()
const metricsSchema = z.object({
  inventedFacts: measure.describe('Figures and names in no shown row, over all texts'),
  unsupportedClaimNarratives: measure,
  factsPerNarrative: measure,
  factsPerLongNarrative: measure.describe('Of texts of 60 words and more'),
  personaIdentification: measure,
  directiveObedience: measure,
  worstDirective: measure,
  voiceRecognition: measure,
  openingRepetition: measure,
  selfBleu4: measure,
  distinct2: measure,
  fallbackSentences: measure,
  resampledSentences: measure,
  grammarErrorsPer100: measure.describe('For every hundred sentences'),
  rougeL: measure,
  perplexity: measure,
  meanWords: measure,
  readingGrade: measure,
  latencyP50Ms: measure,
}) satisfies z.ZodType<NarrativeMetrics>

/** A finished evaluation of narratives. */
export const narrativeEvaluationReply = z.object({
  ...kept,
  catalogue: z.string(),
  source: z.string(),
  adapters: z.array(adapterUseSchema),
  strategy: z.string(),
  seed: count,
  heldOut: z.boolean(),
  free: z.boolean().describe('The model planned for itself'),
  count,
  metrics: metricsSchema,
  directives: z.array(z.object({ directive: z.string(), applied: count, obeyed: count })),
  authored: metricsSchema.describe('The same of authored sentences for the same plans'),
  perplexityHeldOut: measure,
  counts: z.object({
    texts: count,
    sentences: count,
    words: count,
    people: count,
    products: count,
    occasions: count,
    openings: count,
  }),
  failures: z.array(z.object({ case: count, text: z.string(), reason: z.string() })),
  texts: z.array(
    z.object({
      case: count,
      persona: z.string(),
      interests: z.array(z.string()),
      owned: z.array(z.string()),
      occasion: z.string(),
      template: z.string(),
      products: z.array(z.object({ id: z.string(), title: z.string(), facts: z.array(z.string()) })),
      text: z.string(),
    }),
  ),
}) satisfies z.ZodType<NarrativeEvaluation, unknown>
