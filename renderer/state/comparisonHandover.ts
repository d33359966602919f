/** A comparison that another page asks for: its columns wait here until Compare opens and writes them. View state only. */
import type { VariantDraft } from './brief'

/** Columns to be written at once, all with the seed of the first. */
export interface Handover {
  /** What is compared, in a few words. */
  readonly title: string
  readonly variants: readonly VariantDraft[]
}

let waiting: Handover | undefined

/** Leaves a comparison for the page that shows it. */
export function handOver(comparison: Handover): void {
  waiting = comparison
}

/** The comparison that waits, once. */
export function takeHandover(): Handover | undefined {
  const taken = waiting
  waiting = undefined
  return taken
}
