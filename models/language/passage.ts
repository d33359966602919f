/**
 * A text growing in one row, read ahead of itself. Whoever writes it decides token by token from the logits; tokens guessed to follow are
 * read in the same run of the graph as those decided, and as long as the guesses come true the next logits are there already. The text
 * comes out as if nothing had been guessed: speculative decoding, Leviathan et al., 2023, with every token drawn by the caller.
 */
import type { Batch } from './batch'

/** Guesses the tokens that come next; called only when the graph is to run. */
export type Foresight = () => readonly number[]

/** A place in a passage to come back to. */
export interface Bookmark {
  /** Tokens the passage had. */
  readonly length: number
  readonly logits: Float32Array | undefined
}

const NOTHING: Foresight = () => []

/** One row's text. Only one call of `logits` at a time. */
export class Passage {
  private readonly batch: Batch
  private readonly row: number
  private readonly decided: number[] = []
  /** Decided tokens that the decoder has read. It may have read more: guesses not yet decided. */
  private read = 0
  private marked: Bookmark | undefined

  /** A passage in an empty row. */
  constructor(batch: Batch, row: number) {
    this.batch = batch
    this.row = row
  }

  /** Appends tokens. Costs nothing until logits are asked for. */
  push(tokens: readonly number[]): void {
    const ahead = this.batch.decoder.tokens(this.row)
    for (const token of tokens) {
      if (this.read === this.decided.length && ahead[this.read] === token) this.read++
      this.decided.push(token)
    }
  }

  /**
   * Logits after the last token, [vocabulary]; read only, and valid until the passage is next asked. Runs the graph only where they are
   * not known. Throws what `Batch.feed` throws, RangeError for an empty passage.
   */
  async logits(foresee: Foresight = NOTHING): Promise<Float32Array> {
    const known = this.known()
    if (known) return known
    if (this.decided.length === 0) throw new RangeError('An empty passage has no logits')
    await this.run(foresee())
    return this.known()!
  }

  /** Remembers where the passage stands, with its logits where they are known. */
  bookmark(): Bookmark {
    return { length: this.decided.length, logits: this.known() }
  }

  /** Takes the passage back to a bookmark, as if nothing had been written since. */
  rewind(bookmark: Bookmark): void {
    this.decided.length = bookmark.length
    this.read = Math.min(this.read, bookmark.length)
    this.marked = bookmark
  }

  /** Takes the row out of its batch. */
  close(): void {
    this.batch.leave(this.row)
  }

  private known(): Float32Array | undefined {
    const { length } = this.decided
    if (this.read < length) return undefined
    if (this.marked?.length === length && this.marked.logits) return this.marked.logits
    return this.batch.decoder.logitsAfter(this.row, length)
  }

  /** Reads what is decided and not read, at least the last token, and the guesses after it. */
  private async run(guesses: readonly number[]): Promise<void> {
    const { decoder } = this.batch
    const from = Math.min(this.read, this.decided.length - 1)
    const fitting = guesses.slice(0, Math.max(0, decoder.context - this.decided.length))
    decoder.truncate(this.row, from)
    this.marked = undefined
    this.read = from
    const tokens = [...this.decided.slice(from), ...fitting]
    await this.batch.feed({ row: this.row, tokens, wanted: fitting.length + 1 })
    this.read = this.decided.length
  }
}
