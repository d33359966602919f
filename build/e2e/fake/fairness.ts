/** Fairness over canned data. */
import type { FairnessServices } from '../../../shared/contract/parts/fairness'
import { fairnessServices } from '../../../electron/engine/fairness'

/** The operations. */
export function fairnessFakes(): FairnessServices {
  return fairnessServices({ store: { catalogue: () => Promise.reject(new Error('No catalogue')) } })
}
