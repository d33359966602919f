import { buildDecoder } from '../onnx/decoder'
import type { Arithmetic } from '../onnx/ops'
import type { DecoderShape } from '../onnx/shape'
import type { DecoderWeights } from '../onnx/weights'
import { GraphSession } from '../runtime/session'
import type { SessionSettings } from '../runtime/session'
import { NO_ADAPTERS, adapterFeeds, sameMix } from './adapterFeeds'
import type { AdapterMix } from './adapterFeeds'
import { Decoder } from './decoder'
import { ROWS_AT_ONCE } from './packedRun'

/** How a network runs. */
export interface NetworkSettings extends SessionSettings {
  /** `int8` when absent; `float32` is for parity tests. */
  readonly arithmetic?: Arithmetic
}

/**
 * A decoder's graphs, loaded when they are first needed: without adapter inputs, which is faster, and with them; for one row, which is
 * faster again, and for several. Weights are read again for every other graph rather than kept.
 */
export class Network {
  readonly shape: DecoderShape
  private readonly readWeights: () => Promise<DecoderWeights>
  private readonly settings: NetworkSettings
  private readonly sessions = new Map<string, Promise<GraphSession>>()

  constructor(
    shape: DecoderShape,
    readWeights: () => Promise<DecoderWeights>,
    settings: NetworkSettings = {},
  ) {
    this.shape = shape
    this.readWeights = readWeights
    this.settings = settings
  }

  /**
   * Opens a decoder with one row for each mix of adapters. Throws RangeError for no rows.
   * @param takeAdapters use the graph with adapter inputs even where no row needs it
   */
  async open(
    mixes: readonly AdapterMix[],
    takeAdapters = mixes.some((mix) => mix.length > 0),
  ): Promise<Decoder> {
    if (mixes.length === 0) throw new RangeError('A decoder needs at least one row')
    const one = await this.session(takeAdapters, 1)
    const several = () => this.session(takeAdapters, ROWS_AT_ONCE)
    return new Decoder({
      shape: this.shape,
      sessions: { one, several },
      adapters: takeAdapters ? adapterFeeds(this.shape, inGroups(mixes)) : NO_ADAPTERS,
      rows: mixes.length,
      alike: (row, other) => sameMix(mixes[row] ?? [], mixes[other] ?? []),
    })
  }

  /** Loads the graph for one row with or without adapter inputs, if it is not loaded yet. */
  async load(adapters: boolean): Promise<void> {
    await this.session(adapters, 1)
  }

  /** Gives all memory back. Decoders opened here cannot run afterwards. */
  async dispose(): Promise<void> {
    const sessions = [...this.sessions.values()]
    this.sessions.clear()
    for (const session of sessions) await (await session).release()
  }

  private session(adapters: boolean, rows: number): Promise<GraphSession> {
    const key = `${adapters ? 'adapters' : 'plain'} ${rows}`
    const known = this.sessions.get(key)
    if (known) return known
    const created = this.createSession(adapters, rows)
    this.sessions.set(key, created)
    created.catch(() => this.sessions.delete(key))
    return created
  }

  private async createSession(adapters: boolean, rows: number): Promise<GraphSession> {
    const { arithmetic } = this.settings
    const graph = buildDecoder(this.shape, await this.readWeights(), { adapters, rows, arithmetic })
    return GraphSession.create(graph, this.settings)
  }
}

/** Rows run in groups of a fixed number; a last group that is not full is filled up with the plain model. */
function inGroups(mixes: readonly AdapterMix[]): readonly AdapterMix[] {
  const places = mixes.length === 1 ? 1 : Math.ceil(mixes.length / ROWS_AT_ONCE) * ROWS_AT_ONCE
  return Array.from({ length: places }, (_, row) => mixes[row] ?? [])
}
