/** The sets of judged sentences, and what every sentence may know of its shopper. */
import { DEV } from './dev'
import { HELD_OUT } from './heldout'

/** Sets by name. */
export const SETS = { dev: DEV, heldOut: HELD_OUT } as const

/** The shopper's own words for every judged sentence. */
export const SHOPPER: readonly string[] = [
  'a rainy week in the hills',
  'Asha Verma',
  'Kestrel Daypack',
  'trekking',
  'my father',
]
