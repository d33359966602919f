/** Runs, behind `RunServices`. */
import type { RunServices } from '../../shared/contract/parts/runs'

/** The operations. */
export function runServices(): RunServices {
  return {}
}
