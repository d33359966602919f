/** Item-to-item co-occurrence: cosine over shoppers with shrinkage (Sarwar et al., 2001; Deshpande and Karypis, 2004). */
import type { InteractionColumns } from '../../shared/domain/columns'
import { INTERACTION_KINDS } from '../../shared/domain/columns'
import { KIND_WEIGHTS } from './weights'

/** Added to the cosine's denominator, so that one shared shopper proves little. */
const SHRINKAGE = 3
/** Products of one shopper that count, newest first; a crawler's ten thousand views say nothing. */
const PRODUCTS_PER_SHOPPER = 200
const PURCHASE = INTERACTION_KINDS.indexOf('purchase')

/** What goes with one product. */
export interface Neighbours {
  /** Product rows that share a shopper with it. */
  readonly rows: Int32Array
  /** Their similarity, 0-1. */
  readonly similarity: Float64Array
  /** Shoppers who bought both. */
  readonly boughtBoth: Int32Array
}

/** Finds neighbours when they are asked for, and remembers them: a shopper's history needs few of a large catalogue. */
export class Cooccurrence {
  private readonly products: number
  /** Products by shopper and shoppers by product, with the weight of the strongest event between them. */
  private readonly byShopper: Sparse
  private readonly byProduct: Sparse
  private readonly norms: Float64Array
  private readonly known = new Map<number, Neighbours>()

  constructor(events: InteractionColumns, products: number) {
    this.products = products
    const pairs = strongest(events)
    this.byShopper = group(pairs, events.shoppers.length, 'shopper')
    this.byProduct = group(pairs, products, 'product')
    this.norms = new Float64Array(products)
    for (const { product, weight } of pairs) this.norms[product]! += weight * weight
    this.norms.forEach((square, row) => (this.norms[row] = Math.sqrt(square)))
  }

  /** Neighbours of a product row, itself left out, in no order. */
  neighbours(row: number): Neighbours {
    const known = this.known.get(row)
    if (known) return known
    const found = this.find(row)
    this.known.set(row, found)
    return found
  }

  private find(row: number): Neighbours {
    const dots = new Float64Array(this.products)
    const both = new Int32Array(this.products)
    const touched = new Set<number>()
    for (let s = this.byProduct.start[row]!; s < this.byProduct.start[row + 1]!; s++) {
      const shopper = this.byProduct.other[s]!
      const weight = this.byProduct.weight[s]!
      for (let p = this.byShopper.start[shopper]!; p < this.byShopper.start[shopper + 1]!; p++) {
        const product = this.byShopper.other[p]!
        touched.add(product)
        dots[product]! += weight * this.byShopper.weight[p]!
        if (this.byProduct.bought[s]! && this.byShopper.bought[p]!) both[product]!++
      }
    }
    touched.delete(row)
    const rows = Int32Array.from(touched)
    const similarity = Float64Array.from(
      rows,
      (other) => dots[other]! / (this.norms[row]! * this.norms[other]! + SHRINKAGE),
    )
    return { rows, similarity, boughtBoth: Int32Array.from(rows, (other) => both[other]!) }
  }
}

interface Pair {
  readonly shopper: number
  readonly product: number
  weight: number
  bought: boolean
}

/** Lists of one side by the other: entries of `n` lie between `start[n]` and `start[n + 1]`. */
interface Sparse {
  readonly start: Int32Array
  readonly other: Int32Array
  readonly weight: Float64Array
  readonly bought: Uint8Array
}

/** One pair for each shopper and product that met, the newest of each shopper. Events come oldest first. */
function strongest(events: InteractionColumns): readonly Pair[] {
  const byShopper: Map<number, Pair>[] = events.shoppers.map(() => new Map<number, Pair>())
  for (let event = events.product.length - 1; event >= 0; event--) {
    const [shopper, product, kind] = [events.shopper[event]!, events.product[event]!, events.kind[event]!]
    const pairs = byShopper[shopper]!
    const pair = pairs.get(product)
    const weight = KIND_WEIGHTS[kind]!
    if (pair) {
      pair.weight = Math.max(pair.weight, weight)
      pair.bought ||= kind === PURCHASE
    } else if (pairs.size < PRODUCTS_PER_SHOPPER) {
      pairs.set(product, { shopper, product, weight, bought: kind === PURCHASE })
    }
  }
  return byShopper.flatMap((pairs) => [...pairs.values()])
}

function group(pairs: readonly Pair[], count: number, by: 'shopper' | 'product'): Sparse {
  const start = new Int32Array(count + 1)
  for (const pair of pairs) start[pair[by] + 1]!++
  for (let n = 0; n < count; n++) start[n + 1]! += start[n]!
  const next = start.slice()
  const sparse = {
    start,
    other: new Int32Array(pairs.length),
    weight: new Float64Array(pairs.length),
    bought: new Uint8Array(pairs.length),
  }
  for (const pair of pairs) {
    const at = next[pair[by]]!++
    sparse.other[at] = pair[by === 'shopper' ? 'product' : 'shopper']
    sparse.weight[at] = pair.weight
    sparse.bought[at] = Number(pair.bought)
  }
  return sparse
}
