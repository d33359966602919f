/** Flags that an audit, a probe and a trade-off share. */
import type { Command } from 'commander'
import { STRATEGIES } from '../../shared/domain/narrative'
import type { CommonOptions } from './command'
import { common, integer } from './shared'

/** As they come from a command line. */
export interface FairnessOptions extends CommonOptions {
  readonly catalogue?: string
  readonly strategy?: string
  readonly k?: string
  readonly seed?: string
}

/** Adds the flags. */
export function fairnessFlags(command: Command): Command {
  return common(command)
    .option('--catalogue <NAME>', 'catalogue with shoppers and interactions (default: the invented shop)')
    .option('--strategy <NAME>', `how products are picked: ${STRATEGIES.join(', ')} (default: personalised)`)
    .option('--k <N>', 'products a list shows (default: 10)')
    .option('--seed <N>', 'of the ranking and the resamples (default: 1)')
}

/** The shared flags as a request has them. */
export function sharedRequest({ catalogue, strategy, k, seed }: FairnessOptions) {
  return {
    ...{ catalogue, strategy },
    k: k === undefined ? undefined : integer('--k', k),
    seed: seed === undefined ? undefined : integer('--seed', seed),
  }
}
