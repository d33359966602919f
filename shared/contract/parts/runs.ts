/** Runs: recorded experiments: schemas, operations and their routes. */
import { z } from 'zod'
import type { ExportedRuns, Run, RunComparison, RunFinding, RunPush } from '../../domain/run'
import { RUNS_AT_ONCE, RUN_EXPORTS, RUN_KINDS, RUN_NOTES_MAX, RUN_STATES } from '../../domain/run'
import { procedure } from '../procedure'
import type { Page } from '../services'

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

/** A run by its id. */
export const runIdSchema = z.object({ id: z.string().trim().min(1).max(80) })

/** Which runs are asked for; all that are not deleted when nothing is said. */
export const runFilterSchema = z.object({
  kind: z.enum(RUN_KINDS).optional(),
  catalogue: z.string().max(80).optional(),
  /** Words that must all stand in its name, notes, id, parameters, catalogue or adapters. */
  text: z.string().max(200).optional(),
  /** Made at this time or later, milliseconds since 1970. */
  sinceMs: z.number().min(0).optional(),
  /** The deleted ones instead of the others. */
  deleted: z.boolean().optional(),
})

/** The same, a page of it. */
export const runsSchema = runFilterSchema.extend({
  limit: z.number().int().min(1).max(500).default(100),
  offset: z.number().int().min(0).default(0),
})

/** What of a run can be changed. */
export const updateRunSchema = runIdSchema.extend({
  name: runNameSchema.optional(),
  notes: runSchema.shape.notes.optional(),
})

const idsSchema = z
  .array(runIdSchema.shape.id)
  .max(RUNS_AT_ONCE, `name ${RUNS_AT_ONCE} runs at the most`)
  .refine((ids) => new Set(ids).size === ids.length, 'names a run twice')

/** Runs to compare; differences are against the first. */
export const compareRunsSchema = z.object({ ids: idsSchema.min(2, 'name two runs at least') })

/** Runs to export, and as what. */
export const exportRunsSchema = z.object({
  ids: idsSchema.min(1, 'name a run'),
  format: z.enum(RUN_EXPORTS),
  /** Each value behind the figures instead of the figures; in JSON beside them. */
  values: z.boolean().default(false),
})

/** A run to send to an MLflow server; `url` is that of SHELFTALK_MLFLOW when left out. */
export const pushRunSchema = runIdSchema.extend({
  url: z.string().trim().max(2000).optional(),
  /** Name of the MLflow experiment; `shelftalk-` and the run's kind when left out. */
  experiment: z.string().trim().min(1).max(200).optional(),
})

/** Letters of a text that is kept with a comparison. */
const TEXT_MAX = 8000

const columnSchema = z.object({
  label: z.string().trim().min(1).max(80),
  text: z.string().max(TEXT_MAX),
  /** Titles of what it is about. */
  products: z.array(z.string().max(1000)).max(4).readonly(),
  words: z.number().min(0),
  verifiedFacts: z.number().min(0),
  /** Statements that the catalogue does not support. */
  unsupported: z.number().min(0),
  totalMs: z.number().min(0),
  seed: z.number().min(0),
  /** `name@digest`. */
  model: z.string().max(200),
})

/** A comparison that was written, to be kept as a run. */
export const keepComparisonSchema = z.object({
  catalogue: z.string().max(80).optional(),
  /** Whom it was written for, by name. */
  person: z.string().trim().min(1).max(120),
  occasion: z.string().max(200),
  columns: z.array(columnSchema).min(1).max(6).readonly(),
})

/** Which runs are asked for. */
export type RunFilter = z.output<typeof runFilterSchema>
/** A page of them. */
export type RunsRequest = z.output<typeof runsSchema>
/** A change of a run. */
export type UpdateRunRequest = z.output<typeof updateRunSchema>
/** An export. */
export type ExportRunsRequest = z.output<typeof exportRunsSchema>
/** A comparison to keep. */
export type KeepComparisonRequest = z.output<typeof keepComparisonSchema>
/** A push to MLflow. */
export type PushRunRequest = z.output<typeof pushRunSchema>

/** What a push came to. */
export interface PushedRun extends RunPush {
  /** The one it is in: that of the first push, whatever a later one names, for MLflow moves no runs. */
  readonly experiment: string
  /** Address of the run in MLflow's own window. */
  readonly page: string
  /** False where it was there already and was brought up to date. */
  readonly isNew: boolean
  /** Files that went with it; none where the server keeps artifacts elsewhere. */
  readonly artifacts: readonly string[]
}

/** The operations. */
export interface RunServices {
  /** Newest first. */
  readonly runs: (request: RunsRequest) => Promise<Page<Run>>
  /** Also a deleted one. Throws NOT_FOUND. */
  readonly run: (id: string) => Promise<Run>
  /** What the systems of one run say about each other: the lead system against every other, metric by metric. Throws NOT_FOUND. */
  readonly runFindings: (id: string) => Promise<readonly RunFinding[]>
  /** Metric by metric; differences are against the first run. Throws NOT_FOUND. */
  readonly compareRuns: (ids: readonly string[]) => Promise<RunComparison>
  /** Keeps a comparison that was written. Throws NOT_FOUND for a catalogue that is not there. */
  readonly keepComparison: (request: KeepComparisonRequest) => Promise<Run>
  /** Throws NOT_FOUND, BAD_INPUT. */
  readonly updateRun: (request: UpdateRunRequest) => Promise<Run>
  /** Takes a run out of the lists; it can be brought back for `DELETED_RUN_DAYS`. Throws NOT_FOUND. */
  readonly deleteRun: (id: string) => Promise<void>
  /** Undoes `deleteRun`. Throws NOT_FOUND. */
  readonly restoreRun: (id: string) => Promise<Run>
  /** Runs as one file. Throws NOT_FOUND. */
  readonly exportRuns: (request: ExportRunsRequest) => Promise<ExportedRuns>
  /** Sends a run to an MLflow server, or brings what was sent before up to date. Throws NOT_FOUND, BAD_INPUT, SERVER_AWAY. */
  readonly pushRun: (request: PushRunRequest) => Promise<PushedRun>
  /** The server that SHELFTALK_MLFLOW names, where it names one. */
  readonly mlflowServer: () => Promise<{ readonly url?: string }>
}

/** Names of those that answer once. */
export const RUN_ASKING = [
  'runs',
  'run',
  'runFindings',
  'compareRuns',
  'keepComparison',
  'updateRun',
  'deleteRun',
  'restoreRun',
  'exportRuns',
  'pushRun',
  'mlflowServer',
] as const satisfies readonly (keyof RunServices)[]

/** Names of those that stream. */
export const RUN_STREAMING = [] as const satisfies readonly (keyof RunServices)[]

/** Their routes. */
export const runRoutes = {
  runs: procedure.input(runsSchema).query(({ ctx, input }) => ctx.services.runs(input)),
  run: procedure.input(runIdSchema).query(({ ctx, input }) => ctx.services.run(input.id)),
  runFindings: procedure.input(runIdSchema).query(({ ctx, input }) => ctx.services.runFindings(input.id)),
  compareRuns: procedure
    .input(compareRunsSchema)
    .query(({ ctx, input }) => ctx.services.compareRuns(input.ids)),
  keepComparison: procedure
    .input(keepComparisonSchema)
    .mutation(({ ctx, input }) => ctx.services.keepComparison(input)),
  updateRun: procedure.input(updateRunSchema).mutation(({ ctx, input }) => ctx.services.updateRun(input)),
  deleteRun: procedure.input(runIdSchema).mutation(({ ctx, input }) => ctx.services.deleteRun(input.id)),
  restoreRun: procedure.input(runIdSchema).mutation(({ ctx, input }) => ctx.services.restoreRun(input.id)),
  exportRuns: procedure.input(exportRunsSchema).mutation(({ ctx, input }) => ctx.services.exportRuns(input)),
  pushRun: procedure.input(pushRunSchema).mutation(({ ctx, input }) => ctx.services.pushRun(input)),
  mlflowServer: procedure.query(({ ctx }) => ctx.services.mlflowServer()),
}
