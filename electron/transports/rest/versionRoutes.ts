/** Routes: versions of a catalogue. */
import type { Route } from './route'

/** Every route of them. */
export const VERSION_ROUTES: readonly Route[] = []
