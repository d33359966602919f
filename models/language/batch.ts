/**
 * Rows of one decoder, written at the same time by writers that know nothing of each other: whenever every writer still at work waits for
 * logits, one run of the graph answers them all. A writer that is done leaves, and the others go on without it.
 */
import type { Decoder, RowTokens } from './decoder'

interface Waiting {
  readonly input: RowTokens
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

/** Every row is at work from the start and must leave in the end, or the others wait for it for ever. */
export class Batch {
  readonly decoder: Decoder
  private readonly signal: AbortSignal | undefined
  private readonly working: Set<number>
  private readonly waiting = new Map<number, Waiting>()

  /** `signal` ends every feed between two runs. */
  constructor(decoder: Decoder, signal?: AbortSignal) {
    this.decoder = decoder
    this.signal = signal
    this.working = new Set(Array.from({ length: decoder.rows }, (_, row) => row))
  }

  /**
   * Feeds a row as soon as all others at work want to be fed too, or have left. Throws what `Decoder.feed` throws; what does not fit in
   * one row fails them all. Throws Error for a row that has left.
   */
  async feed(input: RowTokens): Promise<void> {
    if (!this.working.has(input.row)) throw new Error(`Row ${input.row} has left its batch`)
    const fed = new Promise<void>((resolve, reject) =>
      this.waiting.set(input.row, { input, resolve, reject }),
    )
    this.runIfAllWait()
    return fed
  }

  /** Takes a row out; doing so twice does no harm. */
  leave(row: number): void {
    this.working.delete(row)
    this.runIfAllWait()
  }

  private runIfAllWait(): void {
    if (this.waiting.size === 0 || this.waiting.size < this.working.size) return
    const calls = [...this.waiting.values()]
    this.waiting.clear()
    this.decoder
      .feed(
        calls.map(({ input }) => input),
        this.signal,
      )
      .then(
        () => calls.forEach(({ resolve }) => resolve()),
        (reason: unknown) => calls.forEach(({ reject }) => reject(reason)),
      )
  }
}
