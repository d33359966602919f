/** Routes: runs. */
import type { Route } from './route'

/** Every route of them. */
export const RUN_ROUTES: readonly Route[] = []
