/** Long sums as generators: each `yield` is a place where somebody else may have a turn. */

/** A sum in steps. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Takes all steps at one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
