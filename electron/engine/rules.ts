/** Business rules, behind `RuleServices`. */
import type { RuleServices } from '../../shared/contract/parts/rules'

/** The operations. */
export function ruleServices(): RuleServices {
  return {}
}
