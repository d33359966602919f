/** Runs, canned. */
import type { RunServices } from '../../../shared/contract/parts/runs'

/** The operations over canned data. */
export function runFakes(): RunServices {
  return {}
}
