/** Versions of a catalogue: schemas, operations and their routes. */

/** The operations. */
export type VersionServices = object

/** Names of those that answer once. */
export const VERSION_ASKING = [] as const satisfies readonly (keyof VersionServices)[]

/** Names of those that stream. */
export const VERSION_STREAMING = [] as const satisfies readonly (keyof VersionServices)[]

/** Their routes. */
export const versionRoutes = {}
