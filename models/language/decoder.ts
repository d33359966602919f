/**
 * Rows of tokens growing on one graph. A row is fed tokens and then tells the logits of its next one. Rows are independent:
 * each has its own length and adapter. Runs of several tokens go row by row (the attention operator takes one new token a row once
 * there is a past, and long runs use the machine fully anyway); single tokens of several rows go together.
 */
import * as names from '../onnx/names'
import type { DecoderShape } from '../onnx/shape'
import { integers, longs } from '../runtime/session'
import type { Fetched, GraphSession } from '../runtime/session'
import type { AdapterFeeds } from './adapterFeeds'
import { KeyValueCache } from './kv'
import type { RowRange } from './kv'

/** Tokens of a run at most; a cancelled prefill stops within one run. */
const RUN_TOKENS = 128

/** Tokens for one row. */
export interface RowTokens {
  readonly row: number
  readonly tokens: readonly number[]
}

/** A place in a row to come back to. */
export interface Mark {
  readonly row: number
  /** Tokens the row had. */
  readonly length: number
}

/** What a decoder runs on. */
export interface DecoderParts {
  readonly shape: DecoderShape
  readonly session: GraphSession
  readonly adapters: AdapterFeeds
  /** Number of rows. */
  readonly rows: number
}

interface Row {
  tokens: number[]
  /** Logits of the next token; null before the first. */
  logits: Float32Array | null
  marks: StoredMark[]
}
interface StoredMark extends Mark {
  readonly logits: Float32Array | null
}

/** A feed that does not fit the model: a row or token id that does not exist, or more tokens than its context holds. */
export class FeedError extends RangeError {
  readonly row: number

  constructor(row: number, message: string) {
    super(message)
    this.name = 'FeedError'
    this.row = row
  }
}

/** Decodes one or more rows. One call of `feed` at a time. */
export class Decoder {
  private readonly parts: DecoderParts
  private readonly cache: KeyValueCache
  private readonly state: readonly Row[]
  private readonly fetches: readonly string[]
  private running = false

  constructor(parts: DecoderParts) {
    this.parts = parts
    this.cache = new KeyValueCache(parts.shape, parts.rows)
    this.state = Array.from({ length: parts.rows }, () => ({ tokens: [], logits: null, marks: [] }))
    this.fetches = [names.LOGITS, ...this.cache.outputs]
  }

  /** Number of rows. */
  get rows(): number {
    return this.state.length
  }

  /** Tokens a row may have in all. */
  get context(): number {
    return this.parts.shape.context
  }

  /**
   * Appends tokens to rows, each named at most once. Throws FeedError before anything runs when something does not fit. When
   * `signal` aborts, throws its reason between two runs; every row then ends after the last run that included it.
   */
  async feed(inputs: readonly RowTokens[], signal?: AbortSignal): Promise<void> {
    if (this.running) throw new Error('The last feed of this decoder is still running')
    for (const input of inputs) this.check(input)
    this.checkOnce(inputs)
    this.running = true
    try {
      await this.feedChecked(inputs, signal)
    } finally {
      this.running = false
    }
  }

  /** Logits of a row's next token, [vocabulary]; read only. Throws FeedError before the row was fed. */
  logits(row: number): Float32Array {
    const { logits } = this.rowState(row)
    if (!logits) throw new FeedError(row, `Row ${row} has no tokens yet`)
    return logits
  }

  /** Tokens a row has been fed. */
  tokens(row: number): readonly number[] {
    return this.rowState(row).tokens
  }

  /** Remembers where a row stands, logits included. */
  mark(row: number): Mark {
    const { tokens, logits, marks } = this.rowState(row)
    const mark: StoredMark = { row, length: tokens.length, logits }
    marks.push(mark)
    return mark
  }

  /**
   * Takes a row back to a mark, as if nothing had been fed since; costs nothing. Later marks of the row are void. Throws FeedError
   * for a mark that is void or not this decoder's.
   */
  rewind(mark: Mark): void {
    const row = this.rowState(mark.row)
    const index = row.marks.indexOf(mark as StoredMark)
    if (index < 0) throw new FeedError(mark.row, `Row ${mark.row} was rewound to before this mark`)
    row.tokens.length = mark.length
    row.logits = row.marks[index]!.logits
    row.marks.length = index + 1
  }

  /** Makes row `to` a copy of row `from`: tokens and logits. Marks of `to` are void; adapters stay as they were opened. */
  fork(from: number, to: number): void {
    const source = this.rowState(from)
    const target = this.rowState(to)
    if (from === to) return
    this.cache.copyRow(from, to, source.tokens.length)
    target.tokens = [...source.tokens]
    target.logits = source.logits
    target.marks = []
  }

  private check({ row, tokens }: RowTokens): void {
    const { shape } = this.parts
    const length = this.rowState(row).tokens.length + tokens.length
    if (length > shape.context) {
      throw new FeedError(row, `${length} tokens do not fit into the model's context of ${shape.context}`)
    }
    const stranger = tokens.find((id) => !Number.isInteger(id) || id < 0 || id >= shape.vocabulary)
    if (stranger !== undefined)
      throw new FeedError(row, `Token id ${stranger} is outside the vocabulary of ${shape.vocabulary}`)
  }

  private checkOnce(inputs: readonly RowTokens[]): void {
    const seen = new Set<number>()
    for (const { row } of inputs) {
      if (seen.has(row)) throw new FeedError(row, `Row ${row} is named twice in one feed`)
      seen.add(row)
    }
  }

  private async feedChecked(inputs: readonly RowTokens[], signal?: AbortSignal): Promise<void> {
    for (const { row, tokens } of inputs) {
      if (tokens.length > 1) await this.feedLong(row, tokens, signal)
    }
    const singles = inputs.filter(({ tokens }) => tokens.length === 1)
    if (singles.length === 0) return
    signal?.throwIfAborted()
    await this.feedSingles(singles)
  }

  private async feedLong(row: number, tokens: readonly number[], signal?: AbortSignal): Promise<void> {
    this.cache.reserve(this.rowState(row).tokens.length + tokens.length)
    for (let start = 0; start < tokens.length; start += RUN_TOKENS) {
      signal?.throwIfAborted()
      const chunk = tokens.slice(start, start + RUN_TOKENS)
      const fetched = await this.run({ first: row, count: 1 }, [chunk], [this.tokens(row).length])
      this.store({ row, tokens: chunk }, fetched, 0)
    }
  }

  /** One token for each of some rows. Rows between them run along on one token without a past, and keep nothing of it. */
  private async feedSingles(inputs: readonly RowTokens[]): Promise<void> {
    const rows = inputs.map(({ row }) => row)
    const first = Math.min(...rows)
    const range = { first, count: Math.max(...rows) - first + 1 }
    const tokens = Array.from({ length: range.count }, () => [0])
    const lengths = tokens.map(() => 0)
    for (const { row, tokens: added } of inputs) {
      tokens[row - first] = [...added]
      lengths[row - first] = this.tokens(row).length
    }
    this.cache.reserve(Math.max(...lengths) + 1)
    const fetched = await this.run(range, tokens, lengths)
    for (const input of inputs) this.store(input, fetched, input.row - first)
  }

  /**
   * Runs the graph on equally many new tokens for each row of the range.
   * @param lengths tokens of each row's past that count
   */
  private run(
    range: RowRange,
    tokens: readonly (readonly number[])[],
    lengths: readonly number[],
  ): Promise<Record<string, Fetched>> {
    const added = tokens[0]!.length
    const positions = lengths.flatMap((length) => Array.from({ length: added }, (_, i) => length + i))
    const feeds = {
      ...this.cache.feeds(range),
      ...this.parts.adapters.feeds(range),
      [names.TOKENS]: longs(tokens.flat(), [range.count, added]),
      [names.POSITIONS]: longs(positions, [range.count, added]),
      [names.CHOSEN]: longs([added - 1], [1]),
      [names.LAST_INDEX]: integers(
        Int32Array.from(lengths, (length) => length + added - 1),
        [range.count],
      ),
      [names.TOTAL_LENGTH]: integers(Int32Array.of(Math.max(...lengths) + added), []),
    }
    return this.parts.session.run(feeds, this.fetches)
  }

  private store({ row, tokens }: RowTokens, fetched: Readonly<Record<string, Fetched>>, index: number): void {
    const state = this.rowState(row)
    const { vocabulary } = this.parts.shape
    this.cache.append(row, fetched, { index, start: state.tokens.length })
    state.tokens.push(...tokens)
    state.logits = fetched[names.LOGITS]!.data.subarray(index * vocabulary, (index + 1) * vocabulary)
  }

  private rowState(row: number): Row {
    const state = this.state[row]
    if (!state) throw new FeedError(row, `There is no row ${row}; the decoder has ${this.rows}`)
    return state
  }
}
