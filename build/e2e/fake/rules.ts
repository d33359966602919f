/** Business rules, canned. */
import type { RuleServices } from '../../../shared/contract/parts/rules'

/** The operations over canned data. */
export function ruleFakes(): RuleServices {
  return {}
}
