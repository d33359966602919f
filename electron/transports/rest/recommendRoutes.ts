/** Routes: measuring the recommenders. */
import type { Route } from './route'

/** Every route of them. */
export const RECOMMEND_ROUTES: readonly Route[] = []
