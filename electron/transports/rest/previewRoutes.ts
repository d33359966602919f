/** Routes: import previews. */
import type { Route } from './route'

/** Every route of them. */
export const PREVIEW_ROUTES: readonly Route[] = []
