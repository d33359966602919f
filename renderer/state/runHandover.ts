/** A run that another page wants shown: its id waits here until the Runs page opens. View state only. */

let waiting: string | undefined

/** Leaves a run for the page that shows it. */
export function handOverRun(id: string): void {
  waiting = id
}

/** The run that waits, once. */
export function takeRun(): string | undefined {
  const taken = waiting
  waiting = undefined
  return taken
}
