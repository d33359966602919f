/** What an import would make of a file, before anything is stored, and files that a window without paths sends: schemas, operations and their routes. */
import { z } from 'zod'
import type { ImportPreview } from '../../domain/importing'
import { CATALOGUE_PART_BYTES, CATALOGUE_UPLOAD_BYTES } from '../../domain/importing'
import { procedure } from '../procedure'
import type { ImportRequest } from '../schemas'
import { importRequestSchema } from '../schemas'

/** A piece of an uploaded catalogue file; pieces of a file come in order. */
export const cataloguePartSchema = z.object({
  upload: z.uuid(),
  /** The file's name, without any folder. */
  file: z
    .string()
    .max(200)
    .regex(/^[^/\\\u0000-\u001f]*[^/\\\u0000-\u001f.][^/\\\u0000-\u001f]*$/, 'give the name of a file'),
  /** Where in the file the piece begins, bytes. */
  offset: z.number().int().min(0).max(CATALOGUE_UPLOAD_BYTES),
  data: z.base64().max(Math.ceil(CATALOGUE_PART_BYTES / 3) * 4),
})

/** An upload by its id. */
export const catalogueUploadSchema = z.object({ upload: z.uuid() })

/** A piece of an uploaded catalogue file. */
export type CataloguePart = z.output<typeof cataloguePartSchema>

/** The operations. */
export interface PreviewServices {
  /** Reads the first rows as `importFile` would; stores nothing. Throws BAD_INPUT where the file cannot be read at all. */
  readonly previewImport: (request: ImportRequest) => Promise<ImportPreview>
  /** Receives one piece of a file; the path it has from now on can be previewed and imported. Throws BAD_INPUT out of order or beyond the limit. */
  readonly uploadCataloguePart: (part: CataloguePart) => Promise<{ readonly path: string }>
  /** Forgets an upload that is imported or no longer wanted; one that nobody forgets goes after a day. */
  readonly dropCatalogueUpload: (upload: string) => Promise<void>
}

/** Names of those that answer once. */
export const PREVIEW_ASKING = [
  'previewImport',
  'uploadCataloguePart',
  'dropCatalogueUpload',
] as const satisfies readonly (keyof PreviewServices)[]

/** Names of those that stream. */
export const PREVIEW_STREAMING = [] as const satisfies readonly (keyof PreviewServices)[]

/** Their routes. */
export const previewRoutes = {
  previewImport: procedure
    .input(importRequestSchema)
    .query(({ ctx, input }) => ctx.services.previewImport(input)),
  uploadCataloguePart: procedure
    .input(cataloguePartSchema)
    .mutation(({ ctx, input }) => ctx.services.uploadCataloguePart(input)),
  dropCatalogueUpload: procedure
    .input(catalogueUploadSchema)
    .mutation(({ ctx, input }) => ctx.services.dropCatalogueUpload(input.upload)),
}
