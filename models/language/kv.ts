import type { DecoderShape } from '../onnx/shape'
import { fresh, past } from '../onnx/names'
import { floats } from '../runtime/session'
import type { Fetched, RuntimeTensor } from '../runtime/session'

/** Room is added in steps of this many tokens: the runtime copies the whole room every step, so slack costs time. */
const STEP = 64

/** Where a row's new keys and values lie among those of a run. */
export interface FreshRange {
  /** Place of the row's first new token among the run's tokens. */
  readonly offset: number
  readonly count: number
  /** Position of the first new token in its row. */
  readonly start: number
}

/** The key or value store of one layer. */
interface Store {
  readonly part: 'key' | 'value'
  readonly layer: number
  readonly output: string
  /** [kvHeads, capacity, headDim] row-major. */
  data: Float32Array
}

/** Keys and values of the tokens one row has seen, kept outside the graph. */
export class KeyValueCache {
  private readonly stores: readonly Store[]
  private readonly heads: number
  private readonly headDim: number
  private capacity = 0

  constructor(shape: DecoderShape) {
    this.heads = shape.keyValueHeads
    this.headDim = shape.headDim
    this.stores = Array.from({ length: shape.layers }, (_, layer) =>
      (['key', 'value'] as const).map((part) => ({
        part,
        layer,
        output: fresh(part, layer),
        data: new Float32Array(),
      })),
    ).flat()
  }

  /** Names of the graph outputs that `append` reads. */
  get outputs(): readonly string[] {
    return this.stores.map((store) => store.output)
  }

  /** Makes room for `length` tokens. */
  reserve(length: number): void {
    if (length <= this.capacity) return
    const capacity = Math.ceil(length / STEP) * STEP
    for (const store of this.stores) store.data = this.widen(store.data, capacity)
    this.capacity = capacity
  }

  /** The past as graph inputs of the row in place `slot`; they share this cache's memory. */
  feeds(slot: number): Record<string, RuntimeTensor> {
    const dims = [1, this.heads, this.capacity, this.headDim]
    return Object.fromEntries(
      this.stores.map(({ part, layer, data }) => [past(part, layer, slot), floats(data, dims)]),
    )
  }

  /** Stores a row's new keys and values out of those of a run, [1, T, kvHeads * headDim] each. */
  append(fetched: Readonly<Record<string, Fetched>>, { offset, count, start }: FreshRange): void {
    const { heads, headDim, capacity } = this
    for (const { output, data: target } of this.stores) {
      const source = fetched[output]!.data
      for (let token = 0; token < count; token++) {
        for (let head = 0; head < heads; head++) {
          const from = ((offset + token) * heads + head) * headDim
          target.set(source.subarray(from, from + headDim), (head * capacity + start + token) * headDim)
        }
      }
    }
  }

  /** Takes the first `length` tokens of another row over. */
  copy(from: KeyValueCache, length: number): void {
    this.reserve(length)
    const width = length * this.headDim
    for (const [index, { data }] of this.stores.entries()) {
      const source = from.stores[index]!.data
      for (let head = 0; head < this.heads; head++) {
        const start = head * from.capacity * this.headDim
        data.set(source.subarray(start, start + width), head * this.capacity * this.headDim)
      }
    }
  }

  private widen(data: Float32Array, capacity: number): Float32Array {
    const wider = new Float32Array(this.heads * capacity * this.headDim)
    const run = this.capacity * this.headDim
    if (run === 0) return wider
    for (let head = 0; head < this.heads; head++) {
      wider.set(data.subarray(head * run, (head + 1) * run), head * capacity * this.headDim)
    }
    return wider
  }
}
