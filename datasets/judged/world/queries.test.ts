import { describe, expect, it } from 'vitest'
import { readWorldProducts } from '../../world/read'
import { isHeldOut } from '../../world/products'
import { ASKED_KINDS, kindAsks } from './asks'
import { heldOutNeeds, trainingNeeds } from './needs'
import { heldOutQueries, kindOf, trainingQueries } from './queries'

const products = await readWorldProducts()
const nouns = new Map<string, Set<string>>()
for (const { id, noun } of products)
  nouns.set(kindOf(id), (nouns.get(kindOf(id)) ?? new Set<string>()).add(noun))

describe('asks', () => {
  it('cover every kind of the shop and name only what it sells', () => {
    expect([...ASKED_KINDS].sort()).toEqual([...nouns.keys()].sort())
    const strangers = ASKED_KINDS.flatMap((kind) => {
      const { near, training, heldOut } = kindAsks(kind)
      const named = [...training, ...heldOut].flatMap((ask) => ask.nouns ?? [])
      return [
        ...near.filter((other) => !nouns.has(other)),
        ...named.filter((noun) => !nouns.get(kind)?.has(noun)),
      ]
    })
    const wished = [...trainingNeeds, ...heldOutNeeds].flatMap(([, best, fair]) =>
      `${best} ${fair}`.split(' ').filter(Boolean),
    )
    expect([...strangers, ...wished.filter((kind) => !nouns.has(kind))]).toEqual([])
  })

  it('share no wording between training and measuring', () => {
    const training = ASKED_KINDS.flatMap((kind) => kindAsks(kind).training.map(({ text }) => text))
    const shared = ASKED_KINDS.flatMap((kind) => kindAsks(kind).heldOut).filter(({ text }) =>
      training.includes(text),
    )
    expect(shared).toEqual([])
    const wishes = new Set(trainingNeeds.map(([ask]) => ask))
    expect(heldOutNeeds.filter(([ask]) => wishes.has(ask))).toEqual([])
  })
})

describe('queries', () => {
  const heldOut = heldOutQueries(products)
  const training = trainingQueries(products)

  it('are the same for the same seed', () => {
    expect(heldOutQueries(products).map(({ query }) => query)).toEqual(heldOut.map(({ query }) => query))
    expect(heldOutQueries(products, 2).map(({ query }) => query)).not.toEqual(
      heldOut.map(({ query }) => query),
    )
  })

  it('for training neither show nor say what is measured', () => {
    const measured = new Set(heldOut.map(({ query }) => query))
    expect(training.filter(({ query }) => measured.has(query))).toEqual([])
    expect(training.filter(({ grades }) => [...grades.keys()].some(isHeldOut))).toEqual([])
  })

  it('all have something that is just what was asked for', () => {
    const unanswered = [...heldOut, ...training].filter(({ grades }) => ![...grades.values()].includes(2))
    expect(unanswered).toEqual([])
    expect(heldOut.length).toBeGreaterThan(250)
  })

  it('judge by what products are', () => {
    const query = heldOut.find((one) => one.query === 'houseplants')
    const grade = (kind: string) => query?.grades.get(`${kind}-02`)
    expect(['houseplant', 'planter', 'sofa'].map(grade)).toEqual([2, 1, undefined])
  })
})
