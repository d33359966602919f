/**
 * Rows of tokens growing on one graph. A row is fed tokens and then tells the logits after its last ones. Rows are independent: each has
 * its own length and adapter, and rows fed together get what each would get alone.
 *
 * Logits depend on a row's tokens and adapter, not on how the tokens were cut into runs nor on other rows, to the last bit: no run has
 * a single token (`packedRun.ts`), and ONNX Runtime's kernels for several tokens treat each alike. That was measured on x64 with
 * AVX512-VNNI, with one thread and with two; `decoder.test.ts` checks the machine it runs on. Where it does not hold, a row alone still
 * always repeats itself, because how it is cut into runs follows from its text; beside other rows its last bits may then differ.
 */
import * as names from '../onnx/names'
import type { DecoderShape } from '../onnx/shape'
import type { Fetched, GraphSession, RuntimeTensor } from '../runtime/session'
import type { AdapterFeeds } from './adapterFeeds'
import { KeyValueCache } from './kv'
import { ROWS_AT_ONCE, layOut, roomFor } from './packedRun'

/** Tokens of one row in a run at most; a cancelled prefill stops within one run. */
const RUN_TOKENS = 128
/** A shared beginning shorter than this many tokens is not worth copying. */
const SHARED_TOKENS_MIN = 16

/** Tokens for one row. */
export interface RowTokens {
  readonly row: number
  readonly tokens: readonly number[]
  /** How many of the last tokens' logits are wanted, 1 to 128; 1 when absent. */
  readonly wanted?: number
}

/** A place in a row to come back to. */
export interface Mark {
  readonly row: number
  /** Tokens the row had. */
  readonly length: number
}

/** Graphs by how many rows they take: one, or `ROWS_AT_ONCE`. */
export interface DecoderSessions {
  readonly one: GraphSession
  readonly several: () => Promise<GraphSession>
}

/** What a decoder runs on. */
export interface DecoderParts {
  readonly shape: DecoderShape
  readonly sessions: DecoderSessions
  /** For the rows, in groups of `ROWS_AT_ONCE`. */
  readonly adapters: AdapterFeeds
  /** Number of rows. */
  readonly rows: number
  /** Whether two rows have the same adapters, so that equal tokens have equal keys and values. */
  readonly alike: (row: number, other: number) => boolean
}

interface Row {
  readonly cache: KeyValueCache
  tokens: number[]
  /** Logits after the last run's last tokens; null before the first. */
  known: Known | null
  marks: StoredMark[]
}
/** Logits after some neighbouring tokens of a row. */
interface Known {
  /** Length of the row up to the first of them. */
  readonly from: number
  /** [count, vocabulary] */
  readonly data: Float32Array
}
interface StoredMark extends Mark {
  readonly known: Known | null
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
  private readonly state: readonly Row[]
  private readonly blank: KeyValueCache
  private readonly fetches: readonly string[]
  private running = false

  constructor(parts: DecoderParts) {
    this.parts = parts
    this.state = Array.from({ length: parts.rows }, () => ({
      cache: new KeyValueCache(parts.shape),
      tokens: [],
      known: null,
      marks: [],
    }))
    this.blank = new KeyValueCache(parts.shape)
    this.blank.reserve(1)
    this.fetches = [names.LOGITS, ...this.blank.outputs]
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
      const given = inputs.filter(({ tokens }) => tokens.length > 0)
      const followers = given.filter((input, at) => this.leader(input, given.slice(0, at)))
      await this.feedAll(
        given.filter((input) => !followers.includes(input)),
        signal,
      )
      await this.feedAll(
        followers.map((input) => this.takeOver(input, given)),
        signal,
      )
    } finally {
      this.running = false
    }
  }

  /** Logits after a row's last token, [vocabulary]; read only. Throws FeedError before the row was fed. */
  logits(row: number): Float32Array {
    const { tokens } = this.rowState(row)
    const logits = this.logitsAfter(row, tokens.length)
    if (!logits) throw new FeedError(row, `Row ${row} has no tokens yet`)
    return logits
  }

  /** Logits after a row's first `length` tokens, [vocabulary]; undefined where the last run did not want them. Read only. */
  logitsAfter(row: number, length: number): Float32Array | undefined {
    const { known, tokens } = this.rowState(row)
    const { vocabulary } = this.parts.shape
    const at = known === null || length > tokens.length ? -1 : length - known.from
    if (at < 0 || known === null || (at + 1) * vocabulary > known.data.length) return undefined
    return known.data.subarray(at * vocabulary, (at + 1) * vocabulary)
  }

  /** Tokens a row has been fed. */
  tokens(row: number): readonly number[] {
    return this.rowState(row).tokens
  }

  /** Remembers where a row stands, logits included. */
  mark(row: number): Mark {
    const { tokens, known, marks } = this.rowState(row)
    const mark: StoredMark = { row, length: tokens.length, known }
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
    row.known = row.marks[index]!.known
    row.marks.length = index + 1
  }

  /** Takes a row back to its first `length` tokens; marks beyond are void. Costs nothing. */
  truncate(row: number, length: number): void {
    const state = this.rowState(row)
    if (length >= state.tokens.length) return
    state.tokens.length = length
    state.marks = state.marks.filter((mark) => mark.length <= length)
  }

  /** Makes row `to` a copy of row `from`: tokens and logits. Marks of `to` are void; adapters stay as they were opened. */
  fork(from: number, to: number): void {
    const source = this.rowState(from)
    const target = this.rowState(to)
    if (from === to) return
    target.cache.copy(source.cache, source.tokens.length)
    target.tokens = [...source.tokens]
    target.known = source.known
    target.marks = []
  }

  private check({ row, tokens, wanted = 1 }: RowTokens): void {
    const { shape } = this.parts
    const length = this.rowState(row).tokens.length + tokens.length
    if (length > shape.context) {
      throw new FeedError(row, `${length} tokens do not fit into the model's context of ${shape.context}`)
    }
    const stranger = tokens.find((id) => !Number.isInteger(id) || id < 0 || id >= shape.vocabulary)
    if (stranger !== undefined)
      throw new FeedError(row, `Token id ${stranger} is outside the vocabulary of ${shape.vocabulary}`)
    if (tokens.length > 0 && !(wanted >= 1 && wanted <= Math.min(RUN_TOKENS, tokens.length)))
      throw new FeedError(row, `Logits of ${wanted} tokens are not to be had of ${tokens.length} new ones`)
  }

  private checkOnce(inputs: readonly RowTokens[]): void {
    const seen = new Set<number>()
    for (const { row } of inputs) {
      if (seen.has(row)) throw new FeedError(row, `Row ${row} is named twice in one feed`)
      seen.add(row)
    }
  }

  /** The first of `others` whose beginning an empty row may take over. */
  private leader(
    { row, tokens, wanted = 1 }: RowTokens,
    others: readonly RowTokens[],
  ): RowTokens | undefined {
    if (this.tokens(row).length > 0) return undefined
    const shares = (other: RowTokens) =>
      Math.min(sharedLength(tokens, other.tokens), tokens.length - wanted) >= SHARED_TOKENS_MIN
    return others.find(
      (other) => this.parts.alike(row, other.row) && this.tokens(other.row).length === 0 && shares(other),
    )
  }

  /** Copies what an empty row has in common with a row just fed, and returns what is left to feed. */
  private takeOver({ row, tokens, wanted = 1 }: RowTokens, fed: readonly RowTokens[]): RowTokens {
    const shared = (other: number) =>
      Math.min(sharedLength(tokens, this.tokens(other)), tokens.length - wanted)
    const [best] = fed
      .map((input) => input.row)
      .filter((other) => other !== row && this.parts.alike(row, other))
      .sort((one, other) => shared(other) - shared(one))
    const length = best === undefined ? 0 : shared(best)
    const state = this.rowState(row)
    if (best !== undefined) state.cache.copy(this.rowState(best).cache, length)
    state.tokens = tokens.slice(0, length)
    return { row, tokens: tokens.slice(length), wanted }
  }

  private async feedAll(inputs: readonly RowTokens[], signal?: AbortSignal): Promise<void> {
    for (let first = 0; first < this.rows; first += ROWS_AT_ONCE) {
      let left: readonly Required<RowTokens>[] = inputs
        .filter(({ row }) => row >= first && row < first + ROWS_AT_ONCE)
        .map((input) => ({ wanted: 1, ...input }))
      while (left.length > 0) {
        signal?.throwIfAborted()
        await this.run(first, left.map(firstRun))
        left = left.map(afterFirstRun).filter(({ tokens }) => tokens.length > 0)
      }
    }
  }

  /** One run of rows of the group that begins at row `first`. A single row takes the graph for one. */
  private async run(first: number, inputs: readonly Required<RowTokens>[]): Promise<void> {
    const { sessions, adapters, shape } = this.parts
    const alone = inputs.length === 1
    const start = alone ? inputs[0]!.row : first
    const slots = alone ? 1 : ROWS_AT_ONCE
    const parts = inputs.map(({ row, tokens, wanted }) => ({
      slot: row - start,
      length: this.tokens(row).length,
      tokens,
      wanted,
    }))
    const { feeds, offsets, chosen } = layOut(parts, slots, shape.context)
    Object.assign(feeds, this.pastFeeds(inputs, start, slots), adapters.feeds(start, slots))
    const session = alone ? sessions.one : await sessions.several()
    const fetched = await session.run(feeds, this.fetches)
    inputs.forEach((one, at) => this.store(one, fetched, { offset: offsets[at]!, chosen: chosen[at]! }))
  }

  /** The pasts of `slots` rows from `start` on, with room for what is to be fed; nothing for rows that are not. */
  private pastFeeds(
    inputs: readonly RowTokens[],
    start: number,
    slots: number,
  ): Record<string, RuntimeTensor> {
    const feeds: Record<string, RuntimeTensor> = {}
    for (let slot = 0; slot < slots; slot++) {
      const input = inputs.find(({ row }) => row === start + slot)
      const cache = input ? this.rowState(input.row).cache : this.blank
      if (input) cache.reserve(roomFor(this.tokens(input.row).length, input.tokens.length))
      Object.assign(feeds, cache.feeds(slot))
    }
    return feeds
  }

  private store(
    { row, tokens, wanted }: Required<RowTokens>,
    fetched: Readonly<Record<string, Fetched>>,
    { offset, chosen }: { readonly offset: number; readonly chosen: number },
  ): void {
    const state = this.rowState(row)
    const { vocabulary } = this.parts.shape
    state.cache.append(fetched, { offset, count: tokens.length, start: state.tokens.length })
    state.tokens.push(...tokens)
    const data = fetched[names.LOGITS]!.data.subarray(chosen * vocabulary, (chosen + wanted) * vocabulary)
    state.known = { from: state.tokens.length - wanted + 1, data }
  }

  private rowState(row: number): Row {
    const state = this.state[row]
    if (!state) throw new FeedError(row, `There is no row ${row}; the decoder has ${this.rows}`)
    return state
  }
}

/** Tokens two rows begin with alike. */
function sharedLength(one: readonly number[], other: readonly number[]): number {
  const limit = Math.min(one.length, other.length)
  let length = 0
  while (length < limit && one[length] === other[length]) length++
  return length
}

/** How many tokens the first run takes; the tokens whose logits are wanted stay together. */
function firstLength({ tokens, wanted }: Required<RowTokens>): number {
  return tokens.length <= RUN_TOKENS ? tokens.length : Math.min(RUN_TOKENS, tokens.length - wanted)
}

function firstRun(input: Required<RowTokens>): Required<RowTokens> {
  const length = firstLength(input)
  const last = length === input.tokens.length
  return { row: input.row, tokens: input.tokens.slice(0, length), wanted: last ? input.wanted : 1 }
}

function afterFirstRun(input: Required<RowTokens>): Required<RowTokens> {
  return { ...input, tokens: input.tokens.slice(firstLength(input)) }
}
