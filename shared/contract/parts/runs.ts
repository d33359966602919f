/** Runs: recorded experiments: schemas, operations and their routes. */
import { z } from 'zod'
import type { Run } from '../../domain/run'
import { RUN_KINDS, RUN_STATES } from '../../domain/run'

/** Letters of a run's notes. */
export const RUN_NOTES_MAX = 20_000

const metricSchema = z.object({
  name: z.string().trim().min(1).max(200),
  of: z.string().max(200),
  value: z.number().nullable(),
  low: z.number().optional(),
  high: z.number().optional(),
  n: z.number().optional(),
  better: z.enum(['higher', 'lower']).optional(),
})

/** What a run is called. */
const runNameSchema = z.string().trim().min(1, 'give it a name').max(200, 'use at most 200 letters')

/** A run as stored. */
export const runSchema = z.object({
  id: z.string().min(1).max(80),
  kind: z.enum(RUN_KINDS),
  state: z.enum(RUN_STATES),
  name: runNameSchema,
  notes: z.string().max(RUN_NOTES_MAX, 'use at most 20,000 letters'),
  createdAtMs: z.number(),
  ms: z.number().min(0),
  seed: z.number().optional(),
  catalogue: z.object({ name: z.string(), version: z.number().int(), invented: z.boolean() }).optional(),
  model: z.object({ name: z.string(), digest: z.string() }).optional(),
  adapters: z.array(z.object({ name: z.string(), scale: z.number() })).readonly(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  metrics: z.array(metricSchema).readonly(),
  error: z.string().optional(),
  app: z.string(),
  pushed: z
    .array(z.object({ url: z.string(), mlflowRunId: z.string(), atMs: z.number() }))
    .readonly()
    .optional(),
  deletedAtMs: z.number().optional(),
} satisfies Readonly<Record<keyof Run, z.ZodType>>) satisfies z.ZodType<Run>

/** The operations. */
export type RunServices = object

/** Names of those that answer once. */
export const RUN_ASKING = [] as const satisfies readonly (keyof RunServices)[]

/** Names of those that stream. */
export const RUN_STREAMING = [] as const satisfies readonly (keyof RunServices)[]

/** Their routes. */
export const runRoutes = {}
