/** A small shop for the store's tests. */
import type { Interaction, Product, Shopper } from '../../shared/domain/catalogue'

/** A product with the given id and title. */
export function product(id: string, title: string, more: Partial<Product> = {}): Product {
  return {
    id,
    title,
    titleNumber: 'one',
    noun: 'thing',
    nounNumber: 'one',
    category: 'Things > Small',
    aisle: 'general',
    description: `${title}, for tests.`,
    facts: [],
    source: { title },
    ...more,
  }
}

/** A shopper with the given id and name. */
export function shopper(id: string, name: string, interests: readonly string[] = []): Shopper {
  return { id, name, locale: 'en-IN', currency: 'INR', segments: { region: 'South' }, interests }
}

/** A purchase. */
export function bought(shopperId: string, productId: string, atMs: number): Interaction {
  return { shopperId, productId, kind: 'purchase', atMs }
}

/** A vector of length 1 that points along one of four axes, leaning a little towards the next. */
export function along(axis: number, lean = 0): Float32Array {
  const vector = new Float32Array(4)
  vector[axis] = Math.sqrt(1 - lean * lean)
  vector[(axis + 1) % 4] = lean
  return vector
}
