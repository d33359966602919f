/** What an import would make of a file, before anything is stored: schemas, operations and their routes. */

/** The operations. */
export type PreviewServices = object

/** Names of those that answer once. */
export const PREVIEW_ASKING = [] as const satisfies readonly (keyof PreviewServices)[]

/** Names of those that stream. */
export const PREVIEW_STREAMING = [] as const satisfies readonly (keyof PreviewServices)[]

/** Their routes. */
export const previewRoutes = {}
