/**
 * The only file that knows ONNX Runtime: tensors in, named tensors out. `run` blocks the thread it is called on while the
 * graph computes, so callers that must stay responsive live in a process of their own.
 */
import { availableParallelism } from 'node:os'
import { InferenceSession, Tensor } from 'onnxruntime-node'

/** A tensor as the runtime takes it. Its data may be changed between runs; runs read it in place. */
export type RuntimeTensor = Tensor
/** Tensors by input name. */
export type Feeds = Readonly<Record<string, RuntimeTensor>>
/** A fetched tensor: 32-bit floats in row-major order. */
export interface Fetched {
  readonly data: Float32Array
  readonly dims: readonly number[]
}
/** How a session uses the machine. */
export interface SessionSettings {
  /** Threads inside an operator, 1 or more; `defaultThreads()` when absent. */
  readonly threads?: number
  /**
   * Threads spin while they wait inside a run: from 1.2 times (measured on Zen 5) to 1.7 times (Sapphire Rapids) faster on an idle
   * machine, up to twice as slow on a busy one. On when absent.
   */
  readonly spinning?: boolean
}

/**
 * Threads that suit a decoder of this size: one a core, 4 at most, since more of them wait for memory. Node tells logical
 * processors only; above four they are taken to come in pairs a core.
 */
export function defaultThreads(logical: number = availableParallelism()): number {
  const cores = logical <= 4 ? logical : Math.ceil(logical / 2)
  return Math.max(1, Math.min(4, cores))
}

/** A tensor of 32-bit floats; `data` is used in place. */
export function floats(data: Float32Array, dims: readonly number[]): RuntimeTensor {
  return new Tensor('float32', data, dims)
}

/** A tensor of 32-bit integers. */
export function integers(data: Int32Array, dims: readonly number[]): RuntimeTensor {
  return new Tensor('int32', data, dims)
}

/** A tensor of 64-bit integers, from numbers. */
export function longs(values: readonly number[], dims: readonly number[]): RuntimeTensor {
  return new Tensor('int64', BigInt64Array.from(values, BigInt), dims)
}

/** A loaded graph. */
export class GraphSession {
  private readonly session: InferenceSession

  private constructor(session: InferenceSession) {
    this.session = session
  }

  /** Loads an ONNX model from its bytes, which may be dropped afterwards. Throws what the runtime says of a bad graph. */
  static async create(model: Uint8Array, settings: SessionSettings = {}): Promise<GraphSession> {
    const session = await InferenceSession.create(model, {
      executionProviders: ['cpu'],
      intraOpNumThreads: settings.threads ?? defaultThreads(),
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      // Spinning ends with each run, so that a pause between two tokens costs no other program a core.
      extra: {
        session: {
          intra_op: { allow_spinning: settings.spinning === false ? '0' : '1' },
          force_spinning_stop: '1',
        },
      },
    })
    return new GraphSession(session)
  }

  /** Names of the graph's inputs. */
  get inputs(): readonly string[] {
    return this.session.inputNames
  }

  /** Runs the graph and returns the outputs asked for. Every output is a copy; `feeds` stay the caller's. */
  async run(feeds: Feeds, fetches: readonly string[]): Promise<Record<string, Fetched>> {
    return (await this.session.run(feeds, fetches)) as unknown as Record<string, Fetched>
  }

  /** Gives the graph's memory back. The session cannot run afterwards. */
  async release(): Promise<void> {
    await this.session.release()
  }
}
