import { buildDecoder } from '../onnx/decoder'
import type { Arithmetic } from '../onnx/ops'
import type { DecoderShape } from '../onnx/shape'
import type { DecoderWeights } from '../onnx/weights'
import { GraphSession } from '../runtime/session'
import type { SessionSettings } from '../runtime/session'
import { NO_ADAPTERS, adapterFeeds } from './adapterFeeds'
import type { AdapterMix } from './adapterFeeds'
import { Decoder } from './decoder'

/** How a network runs. */
export interface NetworkSettings extends SessionSettings {
  /** `int8` when absent; `float32` is for parity tests. */
  readonly arithmetic?: Arithmetic
}

/**
 * A decoder's graphs, loaded when they are first needed: one without adapter inputs, which is faster, and one with them. Weights are
 * read again for the second rather than kept.
 */
export class Network {
  readonly shape: DecoderShape
  private readonly readWeights: () => Promise<DecoderWeights>
  private readonly settings: NetworkSettings
  private readonly sessions = new Map<boolean, Promise<GraphSession>>()

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
    const session = await this.session(takeAdapters)
    const adapters = takeAdapters ? adapterFeeds(this.shape, mixes) : NO_ADAPTERS
    return new Decoder({ shape: this.shape, session, adapters, rows: mixes.length })
  }

  /** Loads the graph with or without adapter inputs, if it is not loaded yet. */
  async load(adapters: boolean): Promise<void> {
    await this.session(adapters)
  }

  /** Gives all memory back. Decoders opened here cannot run afterwards. */
  async dispose(): Promise<void> {
    const sessions = [...this.sessions.values()]
    this.sessions.clear()
    for (const session of sessions) await (await session).release()
  }

  private session(adapters: boolean): Promise<GraphSession> {
    const known = this.sessions.get(adapters)
    if (known) return known
    const created = this.createSession(adapters)
    this.sessions.set(adapters, created)
    created.catch(() => this.sessions.delete(adapters))
    return created
  }

  private async createSession(adapters: boolean): Promise<GraphSession> {
    const { arithmetic } = this.settings
    const graph = buildDecoder(this.shape, await this.readWeights(), { adapters, arithmetic })
    return GraphSession.create(graph, this.settings)
  }
}
