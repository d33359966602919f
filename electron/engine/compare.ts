/** Several variants of one brief, streaming together: every column advances by one event in turn. */
import type { CompareEvent } from '../../shared/contract/events'
import type { CompareRequest } from '../../shared/contract/schemas'
import { writeRequestSchema } from '../../shared/contract/schemas'
import type { Workbench } from './writing'
import { writeOne } from './writing'

/** Writes every variant. A column that fails fails the comparison; the others are stopped. */
export async function* compareAll(
  bench: Workbench,
  { variants, ...brief }: CompareRequest,
  signal: AbortSignal,
): AsyncGenerator<CompareEvent, void, void> {
  const live = variants.map((variant, column) => ({
    column,
    events: writeOne(bench, writeRequestSchema.parse({ ...brief, variant }), signal),
  }))
  try {
    while (live.length > 0) {
      for (const stream of [...live]) {
        const { done, value } = await stream.events.next()
        if (done) live.splice(live.indexOf(stream), 1)
        else yield { column: stream.column, event: value }
      }
    }
  } finally {
    await Promise.all(live.map(({ events }) => events.return(undefined)))
  }
}
