/**
 * The inverse of a symmetric positive definite matrix, by sweeping it block by block (Goodnight, "A tutorial on the sweep operator", The
 * American Statistician, 1979): size^3 / 2 multiplications, no memory beside the matrix but two panels. Such a matrix needs no pivoting.
 */
import type { TileKernel } from './tileKernel'
import { TILE, tileKernel } from './tileKernel'

/** Columns swept together, a multiple of TILE: two panels of them stay in the cache. */
const BLOCK = 128
const BLOCK_TILES = BLOCK / TILE
/** Tiles whose rows are used again and again before the next ones. */
const TILES_AT_ONCE = 32

/** Entries of a lower triangle stored row by row, without the rest; also where its row `size` would begin. */
export const triangleLength = (size: number) => (size * (size + 1)) / 2

/** The lower triangle of a symmetric matrix, row by row: row r begins at r (r + 1) / 2. */
interface Triangle {
  readonly entries: Float64Array
  readonly size: number
}

/** Columns that are swept together. */
interface Columns {
  readonly from: number
  readonly width: number
}

/**
 * Where in the kernel's memory things lie, in tiles. The panel holds the columns of the whole matrix, its rows of the pivot 0, so that the
 * update leaves them alone; the product is the panel x the inverted pivot.
 */
interface Layout {
  readonly tiles: number
  readonly panel: number
  readonly product: number
  readonly pivot: number
}

/**
 * Inverts in place.
 * @param entries lower triangle, row by row, [size (size + 1) / 2]
 * @throws RangeError where the matrix is not positive definite
 */
export function invertPositiveDefinite(entries: Float64Array, size: number): void {
  const triangle = { entries, size }
  const tiles = Math.ceil(size / TILE)
  const layout = { tiles, panel: 0, product: tiles, pivot: 2 * tiles }
  const kernel = tileKernel(2 * tiles + BLOCK_TILES, BLOCK)
  for (let from = 0; from < size; from += BLOCK) {
    const columns = { from, width: Math.min(BLOCK, size - from) }
    const pivot = invertedPivot(entries, columns)
    gather(triangle, columns, kernel.tiles)
    multiply(kernel, layout, pivot, columns.width)
    update(triangle, kernel, layout, columns.width)
    scatter(triangle, columns, { pivot, kernel, layout })
  }
  for (let entry = 0; entry < entries.length; entry++) entries[entry] = -entries[entry]!
}

/** The inverse of the block on the diagonal, [width x width]. */
function invertedPivot(entries: Float64Array, { from, width }: Columns): Float64Array {
  const pivot = new Float64Array(width * width)
  for (let row = 0; row < width; row++) {
    for (let column = 0; column <= row; column++) {
      const value = entries[triangleLength(from + row) + from + column]!
      pivot[row * width + column] = value
      pivot[column * width + row] = value
    }
  }
  for (let k = 0; k < width; k++) sweep(pivot, width, k)
  return pivot.map((value) => -value)
}

/** Sweeps a small full matrix on one pivot; sweeping on all of them makes it minus its inverse. */
function sweep(full: Float64Array, size: number, k: number): void {
  const pivot = full[k * size + k]!
  if (!(pivot > 0)) throw new RangeError(`The matrix is not positive definite: a pivot is ${pivot}`)
  const row = full.slice(k * size, (k + 1) * size)
  for (let i = 0; i < size; i++) {
    if (i === k) continue
    const factor = row[i]! / pivot
    for (let j = 0; j < size; j++) if (j !== k) full[i * size + j]! -= factor * row[j]!
  }
  for (let i = 0; i < size; i++) {
    full[k * size + i] = row[i]! / pivot
    full[i * size + k] = row[i]! / pivot
  }
  full[k * size + k] = -1 / pivot
}

/** Place of an entry in a panel that begins at place 0. */
const placeOf = (row: number, column: number) =>
  (Math.floor(row / TILE) * BLOCK + column) * TILE + (row % TILE)

/** Copies the columns of the whole matrix into the panel. */
function gather({ entries, size }: Triangle, { from, width }: Columns, panel: Float64Array): void {
  for (let row = 0; row < size; row++) {
    const start = triangleLength(row) + from
    for (let k = 0; k < width; k++) {
      const above = row < from ? entries[triangleLength(from + k) + row]! : 0
      panel[placeOf(row, k)] = row < from + width ? above : entries[start + k]!
    }
  }
}

/** product = panel x pivot, which is symmetric. */
function multiply(kernel: TileKernel, layout: Layout, pivot: Float64Array, width: number): void {
  const at = layout.pivot * BLOCK * TILE
  for (let row = 0; row < width; row++)
    for (let k = 0; k < width; k++) kernel.tiles[at + placeOf(row, k)] = pivot[row * width + k]!
  for (let tile = 0; tile < layout.tiles; tile++) {
    for (let first = 0; first < width; first += TILE) {
      kernel.multiply(layout.panel + tile, layout.pivot + first / TILE, width)
      const to = ((layout.product + tile) * BLOCK + first) * TILE
      for (let r = 0; r < TILE; r++)
        for (let c = 0; c < TILE; c++) kernel.tiles[to + c * TILE + r] = kernel.product[r * TILE + c]!
    }
  }
}

/** matrix -= product x panel^T, lower triangle only. */
function update({ entries, size }: Triangle, kernel: TileKernel, layout: Layout, width: number): void {
  const { tiles, product, panel } = layout
  for (let first = 0; first < tiles; first += TILES_AT_ONCE) {
    for (let tile = first; tile < tiles; tile++) {
      const last = Math.min(tile, first + TILES_AT_ONCE - 1)
      for (let other = first; other <= last; other++) {
        kernel.multiply(product + tile, panel + other, width)
        const rows = Math.min(TILE, size - tile * TILE)
        for (let r = 0; r < rows; r++) {
          const row = tile * TILE + r
          subtract(entries, triangleLength(row) + other * TILE, {
            from: kernel.product,
            at: r * TILE,
            count: row + 1 - other * TILE,
          })
        }
      }
    }
  }
}

/** Subtracts a row of a tile from a row of the matrix, as far as that reaches. */
function subtract(
  entries: Float64Array,
  start: number,
  { from, at, count }: { readonly from: Float64Array; readonly at: number; readonly count: number },
): void {
  entries[start]! -= from[at]!
  if (count > 1) entries[start + 1]! -= from[at + 1]!
  if (count > 2) entries[start + 2]! -= from[at + 2]!
  if (count > 3) entries[start + 3]! -= from[at + 3]!
}

/** Writes the swept columns back. */
function scatter(
  { entries, size }: Triangle,
  { from, width }: Columns,
  swept: { readonly pivot: Float64Array; readonly kernel: TileKernel; readonly layout: Layout },
): void {
  const product = swept.kernel.tiles.subarray(swept.layout.product * BLOCK * TILE)
  for (let k = 0; k < width; k++) {
    const start = triangleLength(from + k)
    for (let row = 0; row < from; row++) entries[start + row] = product[placeOf(row, k)]!
    for (let j = 0; j <= k; j++) entries[start + from + j] = -swept.pivot[k * width + j]!
  }
  for (let row = from + width; row < size; row++) {
    const start = triangleLength(row) + from
    for (let k = 0; k < width; k++) entries[start + k] = product[placeOf(row, k)]!
  }
}
