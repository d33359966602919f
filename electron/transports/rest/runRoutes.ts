/** Routes: runs. */
import { z } from 'zod'
import type { PushedRun } from '../../../shared/contract/parts/runs'
import {
  compareRunsSchema,
  exportRunsSchema,
  keepComparisonSchema,
  pushRunSchema,
  runFilterSchema,
  runIdSchema,
  runSchema,
  runsSchema,
  updateRunSchema,
} from '../../../shared/contract/parts/runs'
import type { ExportedRuns, RunComparison, RunDifference, RunFinding } from '../../../shared/domain/run'
import { checked } from '../validate'
import { unreadableReply } from './replies'
import type { Route } from './route'
import { get, numeral, post, search } from './route'

const runsQuery = z.strictObject({
  kind: runFilterSchema.shape.kind,
  catalogue: runFilterSchema.shape.catalogue,
  search: runFilterSchema.shape.text.describe('Words of the name, notes, parameters or adapters'),
  sinceMs: numeral(runFilterSchema.shape.sinceMs).optional().describe('Milliseconds since 1970'),
  deleted: z.enum(['true', 'false']).optional().describe('The deleted ones instead of the others'),
  limit: numeral(runsSchema.shape.limit).optional().describe('1 to 500; 100 when left out'),
  offset: numeral(runsSchema.shape.offset).optional().describe('0 when left out'),
})
const idQuery = z.strictObject(runIdSchema.shape)
const oneRun = z.object({ run: runSchema })

const differenceReply = z.object({
  value: z.number().describe('The other less the base'),
  low: z.number().optional(),
  high: z.number().optional(),
  pairs: z.number().int().optional().describe('Cases that both have'),
  p: z.number().optional().describe('Two-sided, paired bootstrap'),
  adjustedP: z.number().optional().describe('The same, corrected for every test of the table (Holm)'),
}) satisfies z.ZodType<RunDifference>

const better = z.enum(['higher', 'lower']).optional()

const findingReply = z.object({
  ...{ metric: z.string(), of: z.string(), than: z.string(), better },
  means: z.tuple([z.number(), z.number()]).readonly(),
  difference: differenceReply,
  ratio: z.object({ value: z.number(), low: z.number(), high: z.number() }).optional(),
}) satisfies z.ZodType<RunFinding>

const comparisonReply = z.object({
  runs: z.array(runSchema),
  metrics: z.array(
    z.object({
      ...{ metric: z.string(), of: z.string(), better },
      figures: z.array(runSchema.shape.metrics.unwrap().element.nullable()).describe('One a run'),
      differences: z.array(differenceReply.nullable()).describe('One a run, against the first'),
    }),
  ),
  differing: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  tests: z.number().int(),
}) satisfies z.ZodType<RunComparison>

const exportReply = z.object({
  name: z.string(),
  mediaType: z.string(),
  encoding: z.enum(['utf8', 'base64']),
  data: z.string(),
}) satisfies z.ZodType<ExportedRuns>

const pushReply = z.object({
  url: z.string(),
  mlflowRunId: z.string(),
  atMs: z.number(),
  experiment: z.string(),
  page: z.string().describe("Address in MLflow's own window"),
  isNew: z.boolean(),
  artifacts: z.array(z.string()),
}) satisfies z.ZodType<PushedRun>

/** Every route of them. */
export const RUN_ROUTES: readonly Route[] = [
  search(runsQuery, {
    path: '/v1/runs',
    summary: 'Recorded runs, newest first, and what is stored but cannot be read',
    reply: z.object({
      runs: z.array(runSchema),
      total: z.number().int(),
      unreadable: z.array(unreadableReply),
    }),
    run: async ({ search: text, deleted, ...rest }, { services }) => {
      const asked = { ...rest, text, deleted: deleted === 'true' }
      const [{ items, total }, unreadable] = await Promise.all([
        services.runs(runsSchema.parse(asked)),
        services.unreadable(),
      ])
      return { runs: items, total, unreadable: unreadable.filter(({ kind }) => kind === 'run') }
    },
  }),
  search(idQuery, {
    path: '/v1/run',
    summary: 'One run',
    reply: oneRun,
    run: async ({ id }, { services }) => ({ run: await services.run(id) }),
  }),
  search(idQuery, {
    path: '/v1/run/findings',
    summary: 'What the systems of one run say about each other, case by case',
    reply: z.object({ findings: z.array(findingReply) }),
    run: async ({ id }, { services }) => ({ findings: await services.runFindings(id) }),
  }),
  search(z.strictObject({ ids: z.string().max(1000).describe('Two to eight, with commas between') }), {
    path: '/v1/runs/compare',
    summary: 'Runs side by side, metric by metric, against the first',
    reply: comparisonReply,
    run: ({ ids }, { services }) =>
      services.compareRuns(checked(compareRunsSchema, { ids: ids.split(',') }, 'The query').ids),
  }),
  get({
    path: '/v1/runs/mlflow',
    summary: 'The MLflow server that SHELFTALK_MLFLOW names',
    reply: z.object({ url: z.string().optional() }),
    run: (_, { services }) => services.mlflowServer(),
  }),
  post(keepComparisonSchema.strict(), {
    path: '/v1/runs/comparison',
    summary: 'Keeps a comparison that was written as a run',
    reply: oneRun,
    run: async (request, { services }) => ({ run: await services.keepComparison(request) }),
  }),
  post(updateRunSchema.strict(), {
    path: '/v1/runs/update',
    summary: 'Renames a run, or changes its notes',
    reply: oneRun,
    run: async (request, { services }) => ({ run: await services.updateRun(request) }),
  }),
  post(runIdSchema.strict(), {
    path: '/v1/runs/delete',
    summary: 'Takes a run out of the list; it can be brought back for thirty days',
    reply: z.object({ deleted: z.string() }),
    run: async ({ id }, { services }) => {
      await services.deleteRun(id)
      return { deleted: id }
    },
  }),
  post(runIdSchema.strict(), {
    path: '/v1/runs/restore',
    summary: 'Brings a deleted run back',
    reply: oneRun,
    run: async ({ id }, { services }) => ({ run: await services.restoreRun(id) }),
  }),
  post(exportRunsSchema.strict(), {
    path: '/v1/runs/export',
    summary: 'Runs as a CSV, JSON or Parquet file',
    reply: exportReply,
    run: (request, { services }) => services.exportRuns(request),
  }),
  post(pushRunSchema.strict(), {
    path: '/v1/runs/push',
    summary: 'Sends a run to an MLflow server, or brings what was sent before up to date',
    reply: pushReply,
    run: (request, { services }) => services.pushRun(request),
  }),
]
