/**
 * Apache Arrow as LanceDB loads it. The package exists twice, for `import` and for `require`; LanceDB takes the second and
 * does not recognise tables made with the first.
 */
import { createRequire } from 'node:module'
import type * as Arrow from 'apache-arrow'

/** The constructors that tables are made with. */
export const arrow = createRequire(import.meta.url)('apache-arrow') as typeof Arrow
