/** Several variants of one brief, decoded in one batch: a row a variant, each with its own adapters. */
import type { Batch } from '../../models/language/batch'
import type { CompareEvent, WriteEvent } from '../../shared/contract/events'
import type { CompareRequest } from '../../shared/contract/schemas'
import { writeRequestSchema } from '../../shared/contract/schemas'
import type { Workbench } from './writing'
import { writeOne } from './writing'

/**
 * Writes every variant, each as it would be written alone; a variant that is done leaves the batch and the others go on. A column that
 * fails fails the comparison; the others are stopped.
 */
export async function* compareAll(
  bench: Workbench,
  { variants, ...brief }: CompareRequest,
  signal: AbortSignal,
): AsyncGenerator<CompareEvent, void, void> {
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const { adapters, language } = bench
  const mixes = await Promise.all(variants.map((variant) => adapters.mix(language.model, variant.adapters)))
  const batch = await language.writer.openBatch(mixes, either)
  const columns = variants.map((variant, row) =>
    leaving(
      batch,
      row,
      writeOne(bench, writeRequestSchema.parse({ ...brief, variant }), either, { batch, row }),
    ),
  )
  try {
    yield* merged(columns)
  } finally {
    stop.abort()
    await Promise.allSettled(columns.map((events) => events.return(undefined)))
  }
}

/** However a column ends, the others must not wait for it. */
async function* leaving(
  batch: Batch,
  row: number,
  events: AsyncGenerator<WriteEvent, void, void>,
): AsyncGenerator<WriteEvent, void, void> {
  try {
    yield* events
  } finally {
    batch.leave(row)
  }
}

/** The events of all columns as they come; a column that has just spoken is asked last. */
async function* merged(
  columns: readonly AsyncGenerator<WriteEvent, void, void>[],
): AsyncGenerator<CompareEvent, void, void> {
  const ask = async (events: AsyncGenerator<WriteEvent, void, void>, column: number) => ({
    events,
    column,
    step: await events.next(),
  })
  const asked = new Map(columns.map((events, column) => [column, ask(events, column)]))
  // Of the answers still out when one fails or the reader leaves, nobody asks any more.
  const forget = () => asked.forEach((answer) => void answer.catch(() => undefined))
  try {
    while (asked.size > 0) {
      const { events, column, step } = await Promise.race(asked.values())
      asked.delete(column)
      if (step.done) continue
      yield { column, event: step.value }
      asked.set(column, ask(events, column))
    }
  } finally {
    forget()
  }
}
