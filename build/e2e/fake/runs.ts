/** Runs, canned: the operations as they are, over runs in memory whose values are drawn by a seed. */
import { runServices } from '../../../electron/engine/runs'
import type { RunServices } from '../../../shared/contract/parts/runs'
import { cannedRuns } from './cannedRuns'
import { memoryRuns } from './memoryRuns'

/** The operations over canned data. */
export function runFakes(): RunServices {
  return runServices(memoryRuns(cannedRuns()), {})
}
