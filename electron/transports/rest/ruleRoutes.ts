/** Routes: business rules. */
import type { Route } from './route'

/** Every route of them. */
export const RULE_ROUTES: readonly Route[] = []
