/** Routes: import previews. */
import { z } from 'zod'
import type { ColumnUse, ImportPreview } from '../../../shared/domain/importing'
import { FACT_KINDS } from '../../../shared/domain/facts'
import type { FactKind } from '../../../shared/domain/facts'
import { productSchema } from '../../store/rows'
import { strictImportSchema } from '../validate'
import { mustBeAbsolute } from './absolute'
import { currencyReply, refusedReply } from './replies'
import type { Route } from './route'
import { post } from './route'

const count = z.number().int().nonnegative()

const useReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), field: z.string() }),
  z.object({ kind: z.literal('fact'), fact: z.enum(FACT_KINDS as readonly [FactKind, ...FactKind[]]) }),
  z.object({ kind: z.literal('segment'), segment: z.string() }),
  z.object({ kind: z.literal('source') }).describe('Kept to look at; nothing is read from it'),
  z.object({ kind: z.literal('ignored') }).describe('Not kept'),
]) satisfies z.ZodType<ColumnUse>

const tableReply = z.object({
  file: z.string().optional(),
  columns: z.array(
    z.object({
      name: z.string(),
      use: useReply,
      why: z.enum(['given', 'name', 'format', 'none']),
      note: z.string(),
    }),
  ),
  mappable: z.boolean().describe('Whether a mapping may say what its columns mean'),
  rows: z.array(z.object({ row: count, cells: z.array(z.string()) })).describe('At most the first twenty'),
})

const previewReply = z.object({
  format: z.string(),
  origin: z.string(),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  packed: z.enum(['gzip', 'zip']).optional(),
  totalBytes: count,
  name: z.string().describe('What the catalogue will be called unless it is given a name'),
  tables: z.array(tableReply),
  rowsRead: count,
  complete: z.boolean().describe('Whether these were all rows'),
  kept: count,
  refused: count,
  refusals: z.array(z.object({ reason: z.string(), count, first: refusedReply })),
  products: z.array(productSchema).describe('The first few, as they would be stored'),
  shoppers: count,
  interactions: count,
  currency: currencyReply.optional(),
  warnings: z.array(z.string()),
  problem: z
    .object({ message: z.string(), hint: z.string() })
    .optional()
    .describe('Why nothing can be imported yet'),
  remembered: z
    .object({ map: z.record(z.string(), z.string()), name: z.string() })
    .optional()
    .describe('How the last file with the same header was imported'),
}) satisfies z.ZodType<ImportPreview>

/** Every route of them. */
export const PREVIEW_ROUTES: readonly Route[] = [
  post(strictImportSchema, {
    path: '/v1/import/preview',
    summary: 'What an import would make of the first rows; stores nothing',
    reply: previewReply,
    run: (request, { services }) => {
      mustBeAbsolute(request)
      return services.previewImport(request)
    },
  }),
]
