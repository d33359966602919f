/** Measuring the recommenders: schemas, operations and their routes. */

/** The operations. */
export type RecommendServices = object

/** Names of those that answer once. */
export const RECOMMEND_ASKING = [] as const satisfies readonly (keyof RecommendServices)[]

/** Names of those that stream. */
export const RECOMMEND_STREAMING = [] as const satisfies readonly (keyof RecommendServices)[]

/** Their routes. */
export const recommendRoutes = {}
