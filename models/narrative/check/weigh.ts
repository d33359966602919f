/** Which of two rows has more of something. */
import type { Money, Product } from '../../../shared/domain/catalogue'
import type { FactKind } from '../../../shared/domain/facts'
import type { TypicalRange } from '../../../shared/domain/measures'
import { figuresOf } from './figures'

/** What rows are compared by. */
export type Dimension = 'price' | 'weight' | 'capacity' | 'battery' | 'warranty' | 'rating' | 'listed'

/** Whether a comparison holds; `undecided` where a row does not say. */
export type Verdict = 'true' | 'false' | 'undecided'

/** More (1) or less (-1) of a dimension. */
export interface Direction {
  readonly dimension: Dimension
  readonly sign: 1 | -1
}

/** What comparisons are weighed with. */
export interface Evidenced {
  readonly products: readonly Product[]
  /** Terciles by noun, kind and quantity, as `typicalRanges` gives them. */
  readonly ranges?: ReadonlyMap<string, TypicalRange>
  /** What the shopper usually spends. */
  readonly budget?: Money
}

interface Measure {
  /** Only measures of one quantity can be compared: "GBP", "mass". */
  readonly quantity: string
  readonly value: number
}

/** Facts a dimension is read from, the first that there is. */
const KINDS: Readonly<Record<Dimension, readonly FactKind[]>> = {
  price: [],
  rating: [],
  listed: [],
  weight: ['weight'],
  capacity: ['capacity', 'storage'],
  battery: ['battery'],
  warranty: ['warranty'],
}

const money = ({ minor, currency }: Money): Measure => ({ quantity: currency, value: minor })

function measureOf({ dimension }: Direction, product: Product): Measure | undefined {
  if (dimension === 'price') return product.price && money(product.price)
  if (dimension === 'rating') return product.rating && { quantity: 'stars', value: product.rating.mean }
  if (dimension === 'listed') {
    const at = Date.parse(product.listedOn ?? '')
    return Number.isNaN(at) ? undefined : { quantity: 'day', value: at }
  }
  const fact = KINDS[dimension].map((kind) => product.facts.find((one) => one.kind === kind)).find(Boolean)
  const [figure] = fact ? figuresOf(fact.text) : []
  return figure && { quantity: figure.sense, value: figure.value }
}

/** Whether a product costs less than it did. */
export function isReduced({ price, wasPrice }: Product): boolean {
  return (
    price !== undefined &&
    wasPrice !== undefined &&
    price.currency === wasPrice.currency &&
    wasPrice.minor > price.minor
  )
}

/** The first product against the second, or whether the two differ at all. */
export function weighPair(
  direction: Direction,
  which: 'first' | 'either',
  products: readonly Product[],
): Verdict {
  const [a, b] = products.map((product) => measureOf(direction, product))
  if (!a || !b || a.quantity !== b.quantity) return 'undecided'
  const difference = (a.value - b.value) * direction.sign
  return (which === 'either' ? difference !== 0 : difference > 0) ? 'true' : 'false'
}

/** Whether one product has more than every other shown. */
export function weighAll(direction: Direction, subject: number, products: readonly Product[]): Verdict {
  const own = products[subject]
  if (!own) return 'undecided'
  const verdicts = products
    .filter((_, index) => index !== subject)
    .map((other) => weighPair(direction, 'first', [own, other]))
  if (verdicts.includes('false')) return 'false'
  return verdicts.includes('undecided') ? 'undecided' : 'true'
}

/** Against what it cost before, or against most of its kind; the latter only where the ranges are known. */
export function weighClass(
  direction: Direction & { readonly against: 'before' | 'class' },
  owners: readonly Product[],
  { ranges }: Evidenced,
): Verdict {
  const verdicts = owners.map((product): Verdict => {
    if (direction.against === 'before') {
      const { price, wasPrice } = product
      if (direction.dimension !== 'price' || !price || !wasPrice || price.currency !== wasPrice.currency)
        return 'undecided'
      return (price.minor - wasPrice.minor) * direction.sign > 0 ? 'true' : 'false'
    }
    const own =
      measureOf(direction, product) ??
      (direction.dimension === 'capacity'
        ? measureOf({ ...direction, dimension: 'weight' }, product)
        : undefined)
    // Prices are weighed against the shopper's habit, not against a range of the catalogue.
    if (
      !ranges ||
      direction.dimension === 'price' ||
      direction.dimension === 'rating' ||
      direction.dimension === 'listed'
    )
      return 'true'
    const range = own && ranges.get(`${product.noun}|${direction.dimension}|${own.quantity}`)
    if (!range) return 'undecided'
    return (direction.sign === 1 ? own.value > range.high : own.value < range.low) ? 'true' : 'false'
  })
  return verdicts.includes('true') ? 'true' : (verdicts[0] ?? 'undecided')
}
