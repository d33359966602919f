/** Runs: recorded experiments: schemas, operations and their routes. */

/** The operations. */
export type RunServices = object

/** Names of those that answer once. */
export const RUN_ASKING = [] as const satisfies readonly (keyof RunServices)[]

/** Names of those that stream. */
export const RUN_STREAMING = [] as const satisfies readonly (keyof RunServices)[]

/** Their routes. */
export const runRoutes = {}
