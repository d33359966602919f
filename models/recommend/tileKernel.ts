/**
 * The innermost loop of the matrix inverse as a WebAssembly function of some 300 bytes, put together here: JavaScript has no vector
 * instructions, and with them it runs four times as fast. Sums are in double precision and in a fixed order: every machine gets the same.
 */

/** Rows and columns of the tile that is computed in registers. */
export const TILE = 4

/** Tiles in the kernel's memory, and what multiplies them. */
export interface TileKernel {
  /** [tiles, columns, TILE]: a tile is TILE rows, column by column. */
  readonly tiles: Float64Array
  /** [TILE x TILE], row by row: the product computed last. */
  readonly product: Float64Array
  /** product = tile `a` x the transpose of tile `b`, over their first `columns`, at least 1. */
  readonly multiply: (a: number, b: number, columns: number) => void
}

const PAGE_BYTES = 65_536
const ENTRY_BYTES = 8
/** Bytes of a column of a tile. */
const COLUMN_BYTES = TILE * ENTRY_BYTES

/** Makes room for so many tiles of so many columns. Throws RangeError where memory runs out. */
export function tileKernel(tiles: number, columns: number): TileKernel {
  const tileBytes = columns * COLUMN_BYTES
  const productAt = tiles * tileBytes
  const pages = Math.ceil((productAt + TILE * COLUMN_BYTES) / PAGE_BYTES)
  const memory = new WebAssembly.Memory({ initial: pages })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code()), { host: { memory } })
  const run = exports['run'] as (left: number, right: number, end: number, product: number) => void
  return {
    tiles: new Float64Array(memory.buffer, 0, productAt / ENTRY_BYTES),
    product: new Float64Array(memory.buffer, productAt, TILE * TILE),
    multiply: (a, b, width) =>
      run(a * tileBytes, b * tileBytes, a * tileBytes + width * COLUMN_BYTES, productAt),
  }
}

/** Opcodes of the WebAssembly specification (core 2.0, "Binary Format"); those of vectors follow a prefix. */
const OP = { loop: 0x03, end: 0x0b, branchIf: 0x0d, get: 0x20, set: 0x21, tee: 0x22, constant: 0x41 } as const
const I32 = { type: 0x7f, lessThan: 0x49, add: 0x6a } as const
const VECTOR = { type: 0x7b, prefix: 0xfd, load: 0x00, loadSplat: 0x0a, store: 0x0b } as const
const F64X2 = { add: 0xf0, multiply: 0xf2 } as const
/** Alignment hint of a memory access: 8 bytes. */
const ALIGNED = 3
/** Doubles of a vector. */
const LANES = 2

/** The function's parameters, then its locals: a sum for each pair of the tile's entries, the right column in pairs, one left entry. */
const LEFT = 0
const RIGHT = 1
const END = 2
const PRODUCT = 3
const sumAt = (row: number, pair: number) => 4 + (row * TILE) / LANES + pair
const rightAt = (pair: number) => sumAt(TILE, pair)
const LEFT_ENTRY = rightAt(TILE / LANES)
const LOCALS = LEFT_ENTRY + 1 - sumAt(0, 0)

const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const rows = range(TILE)
const pairs = range(TILE / LANES)

/** Unsigned LEB128. */
function leb(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)]
}

const get = (local: number) => [OP.get, local]
const vector = (operation: number) => [VECTOR.prefix, ...leb(operation)]
const access = (operation: number, offset: number) => [...vector(operation), ALIGNED, ...leb(offset)]

/** For each column: sums += left entry x right pair. Then the sums are stored. */
function body(): readonly number[] {
  const column = [
    ...pairs.flatMap((pair) => [...get(RIGHT), ...access(VECTOR.load, pair * 16), OP.set, rightAt(pair)]),
    ...rows.flatMap((row) => [
      ...[...get(LEFT), ...access(VECTOR.loadSplat, row * 8), OP.set, LEFT_ENTRY],
      ...pairs.flatMap((pair) => [
        ...[...get(sumAt(row, pair)), ...get(LEFT_ENTRY), ...get(rightAt(pair))],
        ...[...vector(F64X2.multiply), ...vector(F64X2.add), OP.set, sumAt(row, pair)],
      ]),
    ]),
  ]
  const next = (local: number) => [...get(local), OP.constant, COLUMN_BYTES, I32.add, OP.tee, local]
  const sums = rows.flatMap((row) => pairs.map((pair) => ({ row, pair })))
  return [
    ...[OP.loop, 0x40, ...column, ...next(RIGHT), OP.set, RIGHT],
    ...[...next(LEFT), ...get(END), I32.lessThan, OP.branchIf, 0, OP.end],
    ...sums.flatMap(({ row, pair }) => [
      ...[...get(PRODUCT), ...get(sumAt(row, pair))],
      ...access(VECTOR.store, row * COLUMN_BYTES + pair * 16),
    ]),
    OP.end,
  ]
}

/** The module: it imports `host.memory` and exports `run(left, right, end, product)`, byte addresses all. */
function code(): Uint8Array<ArrayBuffer> {
  const text = (word: string) => [word.length, ...Buffer.from(word)]
  const section = (id: number, content: readonly number[]) => [id, ...leb(content.length), ...content]
  const run = [1, LOCALS, VECTOR.type, ...body()]
  return new Uint8Array([
    ...[0, ...Buffer.from('asm'), 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, ...Array<number>(4).fill(I32.type), 0]),
    ...section(2, [1, ...text('host'), ...text('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('run'), 0, 0]),
    ...section(10, [1, ...leb(run.length), ...run]),
  ])
}
