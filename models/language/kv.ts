import type { DecoderShape } from '../onnx/shape'
import { fresh, past } from '../onnx/names'
import { floats } from '../runtime/session'
import type { Fetched, RuntimeTensor } from '../runtime/session'

/** Room is added in steps of this many tokens: the runtime copies the whole room every step, so slack costs time. */
const STEP = 64
/** A run of neighbouring rows. */
export interface RowRange {
  readonly first: number
  readonly count: number
}

/** The key or value store of one layer. */
interface Store {
  readonly input: string
  readonly output: string
  /** [rows, kvHeads, capacity, headDim] row-major. */
  data: Float32Array
}

/**
 * Keys and values of the tokens each row has seen, kept outside the graph. Rows lie one after another, so that any run of
 * neighbouring rows can be fed without copying.
 */
export class KeyValueCache {
  private readonly stores: readonly Store[]
  private readonly rows: number
  private readonly heads: number
  private readonly headDim: number
  private capacity = 0

  constructor(shape: DecoderShape, rows: number) {
    this.rows = rows
    this.heads = shape.keyValueHeads
    this.headDim = shape.headDim
    this.stores = Array.from({ length: shape.layers }, (_, layer) => [
      { input: past('key', layer), output: fresh('key', layer), data: new Float32Array() },
      { input: past('value', layer), output: fresh('value', layer), data: new Float32Array() },
    ]).flat()
  }

  /** Names of the graph outputs that `append` reads. */
  get outputs(): readonly string[] {
    return this.stores.map((store) => store.output)
  }

  /** Makes room for rows of `length` tokens. */
  reserve(length: number): void {
    if (length <= this.capacity) return
    const capacity = Math.ceil(length / STEP) * STEP
    for (const store of this.stores) store.data = this.widen(store.data, capacity)
    this.capacity = capacity
  }

  /** The past of some rows, as graph inputs that share this cache's memory. */
  feeds({ first, count }: RowRange): Record<string, RuntimeTensor> {
    const size = this.rowSize(this.capacity)
    const dims = [count, this.heads, this.capacity, this.headDim]
    return Object.fromEntries(
      this.stores.map((store) => [
        store.input,
        floats(store.data.subarray(first * size, (first + count) * size), dims),
      ]),
    )
  }

  /**
   * Stores the new keys and values of one row.
   * @param index which row of the run's batch the outputs are read from
   * @param start position of the row's first new token
   */
  append(
    row: number,
    fetched: Readonly<Record<string, Fetched>>,
    { index, start }: { index: number; start: number },
  ): void {
    for (const store of this.stores) {
      const { data, dims } = fetched[store.output]! // [rows of the run, T, kvHeads * headDim]
      const tokens = dims[1]!
      for (let token = 0; token < tokens; token++)
        this.put(store.data, { row, position: start + token }, data, index * tokens + token)
    }
  }

  /** Copies the first `length` tokens of one row over another. */
  copyRow(from: number, to: number, length: number): void {
    for (const { data } of this.stores) {
      for (let head = 0; head < this.heads; head++) {
        const source = this.offset(from, head, 0)
        data.copyWithin(this.offset(to, head, 0), source, source + length * this.headDim)
      }
    }
  }

  private put(
    data: Float32Array,
    at: { row: number; position: number },
    source: Float32Array,
    token: number,
  ): void {
    for (let head = 0; head < this.heads; head++) {
      const start = (token * this.heads + head) * this.headDim
      data.set(source.subarray(start, start + this.headDim), this.offset(at.row, head, at.position))
    }
  }

  private widen(data: Float32Array, capacity: number): Float32Array {
    const wider = new Float32Array(this.rows * this.rowSize(capacity))
    const run = this.capacity * this.headDim
    if (run === 0) return wider
    for (let head = 0; head < this.rows * this.heads; head++) {
      wider.set(data.subarray(head * run, (head + 1) * run), head * capacity * this.headDim)
    }
    return wider
  }

  private offset(row: number, head: number, position: number): number {
    return ((row * this.heads + head) * this.capacity + position) * this.headDim
  }

  private rowSize(capacity: number): number {
    return this.heads * capacity * this.headDim
  }
}
