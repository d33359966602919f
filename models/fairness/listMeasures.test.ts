import { describe, expect, it } from 'vitest'
import type { PickMeasure } from '../../shared/domain/fairness'
import { PICK_MEASURES } from '../../shared/domain/fairness'
import type { Event } from '../evaluate/fixtures'
import { eventColumns, productColumns } from '../evaluate/fixtures'
import { openStudy } from '../evaluate/study'
import { measureLists } from './listMeasures'
import type { Merchandise } from './merchandise'

const nan = Number.NaN
const [half, two] = [Math.log(1 / 2), Math.log(2)]

/**
 * No kind and no category has six prices, so that all are by the catalogue's median of 200, with thirds at 133 and 333.
 *
 *     row  kind  category  price  level  tier     off   takers (of five users)
 *     0    a     X         100    ln .5  budget   0     2 (A, D)
 *     1    a     X         200    0      middle   .2    1 (A)
 *     2    b     X         400    ln 2   premium  0     0 (the previous price is lower)
 *     3    b     Y         -      -      -        -     1 (B)
 *     4    c     Y         100    ln .5  budget   0     2 (C, E)
 *     5    c     -         800    ln 4   premium  0     0
 */
const merchandise: Merchandise = {
  kinds: ['a', 'a', 'b', 'b', 'c', 'c'],
  aisles: Array<string>(6).fill('general'),
  categories: ['X', 'X', 'X', 'Y', 'Y', ''],
  brands: Array<string>(6).fill(''),
  priceMinor: Float64Array.of(100, 200, 400, nan, 100, 800),
  wasMinor: Float64Array.of(nan, 250, 300, nan, nan, nan),
  dimensions: 0,
  vectors: new Float32Array(),
}

/** A, B, D and E are tested: their last products are 2, 5, 1 and 0. */
const events: readonly Event[] = [
  ['A', 0, 1],
  ['A', 1, 2],
  ['B', 3, 3],
  ['C', 4, 4],
  ['D', 0, 5],
  ['E', 4, 6],
  ['A', 2, 7],
  ['B', 5, 8],
  ['D', 1, 9],
  ['E', 0, 10],
]
const study = openStudy(eventColumns(events), productColumns(6), {
  protocol: 'leave-last-out',
  k: 3,
  seed: 1,
})

/** Three places, of which two are measured. */
const lists = Int32Array.of(2, 4, 5, /**/ 4, 5, -1, /**/ -1, -1, -1, /**/ 1, 3, 0)

const wanted: Readonly<Record<PickMeasure, readonly number[]>> = {
  ndcg: [1, 1 / Math.log2(3), 0, 0],
  hr: [1, 1, 0, 0],
  priceLevel: [(two + half) / 2, (half + 2 * two) / 2, nan, 0],
  // Less the mean level of rows 0 and 1, of 3 (unknown), of 0, of 4.
  priceLift: [-half / 2, nan, nan, -half],
  historyLevel: [half / 2, nan, half, half],
  price: [Math.log(200), Math.log(100 * 800) / 2, nan, Math.log(200)],
  premium: [1 / 2, 1 / 2, nan, 0],
  discount: [0, 0, nan, 0.2],
  popularity: [1 / 5, 1 / 5, nan, 1 / 5],
  diversity: [1, 0, nan, 1],
  // Half of the list is of the history's category, all that is known of it is, or half again; smoothed by a hundredth.
  miscalibration: [-Math.log(0.99 / 2 + 0.01), 0, nan, -Math.log(0.99 / 2 + 0.01)],
}

describe('measures of lists', () => {
  const columns = measureLists({ study, lists, depth: 3, k: 2, merchandise })

  it.each(PICK_MEASURES)('%s equals the table', (measure) => {
    wanted[measure].forEach((value, at) => {
      if (Number.isNaN(value)) expect(columns[measure][at]).toBeNaN()
      else expect(columns[measure][at]).toBeCloseTo(value, 12)
    })
  })

  it('tell variety by cosine where there are vectors', () => {
    const vectors = Float32Array.of(1, 0, 0, 1, 1, 0, 0, -1, 0.6, 0.8, -1, 0)
    const { diversity } = measureLists({
      ...{ study, lists, depth: 3, k: 3 },
      merchandise: { ...merchandise, dimensions: 2, vectors },
    })
    // Cosines of rows 2, 4 and 5: .6, -1 and -.6. Of 4 and 5: -.6. Of 1, 3 and 0: -1, 0 and 0.
    expect(diversity[0]).toBeCloseTo(1 - (0.6 - 1 - 0.6) / 3, 6)
    expect(diversity[1]).toBeCloseTo(1.6, 6)
    expect(diversity[3]).toBeCloseTo(1 + 1 / 3, 6)
  })
})
