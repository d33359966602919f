/** Zod schemas for everything that crosses a boundary inwards. Types of the domain are the source; the schemas must satisfy them. */
import { z } from 'zod'
import { ADAPTER_FILES } from '../domain/adapter'
import type { Beat, SlotName } from '../domain/beats'
import { LENGTHS, MOVES, RELATIONS } from '../domain/beats'
import { FACT_KINDS } from '../domain/facts'
import type { Decoding } from '../domain/narrative'
import { SENTENCE_ORIGINS, STRATEGIES } from '../domain/narrative'
import type { Persona } from '../domain/persona'
import { CHANNELS, VOICES } from '../domain/voices'

const shortText = (max: number) => z.string().trim().min(1).max(max)

const slotNames = new Set<string>([
  ...[1, 2, 3, 4].flatMap((n) => FACT_KINDS.map((kind) => `p${n}.${kind}`)),
  ...[1, 2].flatMap((n) => [`h${n}.title`, `h${n}.noun`]),
  'u.occasion',
  'u.interest',
  'u.recipient',
  'u.name',
])

/** `p1.material`, `h1.title`, `u.occasion`. */
export const slotNameSchema = z.custom<SlotName>(
  (value) => typeof value === 'string' && slotNames.has(value),
  {
    message: 'not a slot this model knows',
  },
)

/** A beat of the storyboard: every field that a beat has. */
export const beatSchema = z.object({
  id: shortText(64),
  move: z.enum(MOVES),
  voice: z.enum(VOICES),
  length: z.enum(LENGTHS),
  level: z.literal('easy').optional(),
  relation: z.enum(RELATIONS).optional(),
  slots: z.array(slotNameSchema).max(6),
  factIds: z.partialRecord(slotNameSchema, z.string()).optional(),
  need: z.enum(['optional', 'spare']).optional(),
  pinned: z.boolean().optional(),
} satisfies Readonly<Record<keyof Beat, z.ZodType>>) satisfies z.ZodType<Beat>

/** A persona as edited. */
export const personaSchema = z.object({
  id: shortText(80),
  name: shortText(120),
  summary: z.string().max(600),
  interests: z.array(shortText(80)).max(12),
  history: z
    .array(
      z.object({
        productId: z.string().optional(),
        title: shortText(200),
        noun: z.string().max(80).optional(),
        boughtOn: z.string().optional(),
      }),
    )
    .max(50),
  voice: z.enum(VOICES),
  segments: z.record(z.string().max(60), z.string().max(120)),
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a BCP 47 tag such as en-IN'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'write an ISO 4217 code such as INR'),
  budgetMinor: z.number().int().positive().optional(),
  recipient: z.string().trim().max(80).optional(),
  shopperId: z.string().optional(),
}) satisfies z.ZodType<Persona>

/** Sampling settings. */
export const decodingSchema = z.object({
  temperature: z.number().min(0).max(2).default(1),
  topK: z.number().int().min(0).max(1000).default(0),
  topP: z.number().gt(0).max(1).default(0.98),
  minP: z.number().min(0).max(1).default(0.06),
  repetitionPenalty: z.number().min(1).max(2).default(1.05),
  seed: z.number().int().min(0).max(0xffffffff).default(1),
}) satisfies z.ZodType<Decoding, unknown>

/** Whom the narrative is for. */
export const audienceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('persona'), id: shortText(80) }),
  z.object({ kind: z.literal('shopper'), id: shortText(80) }),
  z.object({ kind: z.literal('profile'), profile: personaSchema }),
])

/** An adapter with its scale. */
export const adapterUseSchema = z.object({
  name: shortText(80),
  scale: z.number().min(0, 'a scale is 0 to 2').max(2, 'a scale is 0 to 2').default(1),
})

/** Up to four adapters, each once: two entries of one name would add up past the greatest scale. */
export const mixOf = <Use extends z.ZodType<{ readonly name: string }>>(use: Use) =>
  z
    .array(use)
    .max(4, 'mix four adapters at the most')
    .refine((mix) => new Set(mix.map(({ name }) => name)).size === mix.length, 'names an adapter twice')
/** Adapters at work together. */
export const adapterMixSchema = mixOf(adapterUseSchema).default([])

const shareSchema = z.number().min(0, 'is 0 to 1').max(1, 'is 0 to 1')

/** How one narrative is made, apart from whom and what for. */
export const variantSchema = z.object({
  label: z.string().max(80).optional(),
  strategy: z.enum(STRATEGIES).default('personalised'),
  /** How little a product like one picked before is wanted; left out, personal picks of two and more are somewhat diverse. */
  diversity: shareSchema.optional(),
  /** How much the kinds of things picked should be mixed as in the shopper's history; 0 when left out. */
  calibration: shareSchema.optional(),
  /** A stored template, or `templateText` as being edited, which wins. */
  templateId: z.string().max(80).optional(),
  /** A version of `templateId`; the latest when left out. */
  templateVersion: z.number().int().positive().optional(),
  templateText: z.string().max(4000).optional(),
  voice: z.enum(VOICES).optional(),
  channel: z.enum(CHANNELS).optional(),
  /** Who plans: `free` the model itself, `planned` code; what the template says when left out. */
  plan: z.enum(['planned', 'free']).optional(),
  adapters: adapterMixSchema,
  decoding: decodingSchema.prefault({}),
})

/** What a comparison holds equal. */
export const briefSchema = z.object({
  catalogue: z.string().max(80).optional(),
  audience: audienceSchema,
  occasion: z.string().trim().max(200).default(''),
  /** Fixed products; skips picking. */
  productIds: z.array(shortText(200)).max(4).optional(),
})

/** A request for one narrative. */
export const writeRequestSchema = briefSchema.extend({
  variant: variantSchema.prefault({}),
  /** An edited storyboard; skips planning. */
  beats: z.array(beatSchema).max(16).optional(),
  /** Sentences to keep, by beat id, slots as tokens, with how each came about (`edited` when a person changed it). */
  keep: z
    .record(z.string(), z.object({ template: z.string().max(1000), origin: z.enum(SENTENCE_ORIGINS) }))
    .optional(),
})

/** A request for several variants side by side. */
export const compareRequestSchema = briefSchema.extend({ variants: z.array(variantSchema).min(1).max(6) })

/** A request to import a file, a folder, or several files of one source. */
export const importRequestSchema = z.object({
  path: shortText(4096),
  /** Further files that belong to the first, such as the reviews beside their products. */
  others: z.array(shortText(4096)).max(20).optional(),
  format: z.string().max(40).optional(),
  name: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use lower-case letters, digits and hyphens, 40 at most')
    .optional(),
  map: z.record(z.string(), z.string()).optional(),
})

/** Name of an adapter of one's own; also the name of its folder. */
const adapterNameSchema = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use lower-case letters, digits and hyphens, 40 at most')

/** A request to import an adapter: a folder of this machine, or what was uploaded in parts under one id. */
export const importAdapterSchema = z
  .object({
    path: shortText(4096).optional(),
    upload: z.uuid().optional(),
    name: adapterNameSchema.optional(),
  })
  .refine(({ path, upload }) => (path === undefined) !== (upload === undefined), {
    message: 'give either the path of a folder or an upload',
    path: ['path'],
  })

/** Bytes of a folder's file that one part carries at most; as base64 it fits into a request. */
export const ADAPTER_PART_BYTES = 512 * 1024

/** A piece of a file of an uploaded adapter folder; pieces of a file come in order. */
export const adapterPartSchema = z.object({
  upload: z.uuid(),
  file: z.enum(ADAPTER_FILES),
  /** Where in the file the piece begins, bytes. */
  offset: z.number().int().min(0),
  data: z.base64().max(Math.ceil(ADAPTER_PART_BYTES / 3) * 4),
})

/** An adapter by its name. */
export const adapterRefSchema = z.object({ name: shortText(80) })

/** The most cases of one evaluation. */
export const EVALUATION_CASES_MAX = 2000

/** A request to evaluate narratives: the cases of a seed, written now, or texts that somebody else wrote for them. */
export const evaluateNarrativesSchema = z.object({
  catalogue: z.string().max(80).optional(),
  count: z.number().int().min(1).max(EVALUATION_CASES_MAX).default(200),
  seed: z.number().int().min(0).max(0xffffffff).default(1),
  strategy: z.enum(STRATEGIES).default('personalised'),
  adapters: adapterMixSchema,
  temperature: z.number().min(0).max(2).optional(),
  /** Only products that training never saw; of the invented shop alone. */
  heldOut: z.boolean().default(false),
  /** The model plans for itself. */
  free: z.boolean().default(false),
  /** Keeps what comes out as a run. */
  keep: z.boolean().default(true),
  /** Judge these instead of writing; cases without a text are left out. */
  texts: z
    .array(
      z.object({
        case: z
          .number()
          .int()
          .min(0)
          .max(EVALUATION_CASES_MAX - 1),
        text: shortText(8000),
      }),
    )
    .max(EVALUATION_CASES_MAX)
    .optional(),
})

/** A request to evaluate the search of a catalogue. */
export const evaluateRetrievalSchema = z.object({
  catalogue: z.string().max(80).optional(),
  /** Of the queries over the invented shop, and of the bootstrap. */
  seed: z.number().int().min(0).max(0xffffffff).default(1),
  /** Keeps what comes out as a run. */
  keep: z.boolean().default(true),
})

/** A template as edited. */
export const templateSaveSchema = z.object({
  id: z.string().trim().max(80).optional(),
  name: shortText(80),
  text: z.string().max(4000),
})

/** A template by its id. */
export const templateIdSchema = z.object({ id: shortText(80) })

/** One version of a template. */
export const templateVersionSchema = templateIdSchema.extend({ version: z.number().int().positive() })

/** Paged search. */
export const searchSchema = z.object({
  catalogue: z.string().max(80).optional(),
  text: z.string().max(200).default(''),
  limit: z.number().int().min(1).max(200).default(30),
  offset: z.number().int().min(0).default(0),
})

/** One product of a catalogue. */
export const productRefSchema = z.object({ catalogue: z.string().max(80).optional(), id: shortText(200) })

/** A request for one narrative, defaults filled in. */
export type WriteRequest = z.output<typeof writeRequestSchema>
/** A request for one narrative as a caller may send it. */
export type WriteRequestInput = z.input<typeof writeRequestSchema>
/** A comparison, defaults filled in. */
export type CompareRequest = z.output<typeof compareRequestSchema>
/** A comparison as a caller may send it. */
export type CompareRequestInput = z.input<typeof compareRequestSchema>
/** How one narrative is made. */
export type Variant = z.output<typeof variantSchema>
/** Whom the narrative is for. */
export type Audience = z.output<typeof audienceSchema>
/** An import. */
export type ImportRequest = z.output<typeof importRequestSchema>
/** An import of an adapter. */
export type ImportAdapterRequest = z.output<typeof importAdapterSchema>
/** A piece of an uploaded adapter. */
export type AdapterPart = z.output<typeof adapterPartSchema>
/** An evaluation of the search, defaults filled in. */
export type EvaluateRetrievalRequest = z.output<typeof evaluateRetrievalSchema>
/** An evaluation of narratives, defaults filled in. */
export type EvaluateNarrativesRequest = z.output<typeof evaluateNarrativesSchema>
/** A paged search. */
export type SearchRequest = z.output<typeof searchSchema>
