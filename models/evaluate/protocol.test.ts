/**
 * The protocol of published figures over MovieLens 100k (random 80/20, first 10), on invented ratings of its shape: every rating an
 * interaction, every product that a user has not rated in the training part ranked, the ideal list cut at ten, users of whom nothing is
 * held out left out. Measured here a second time, in another way.
 */
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/util/random'
import type { Event } from './fixtures'
import { eventColumns, productColumns } from './fixtures'
import { rankUsers } from './rankUsers'
import { heldOutPairs, openStudy } from './study'

const [USERS, ITEMS, K] = [943, 1682, 10]

/** Some 35,000 ratings: few films have most of them, some have none; a few users rated one film alone. */
function ratings(): readonly Event[] {
  const random = seededRandom(100)
  const events = Array.from({ length: USERS }, (_, user) => {
    const rated = new Set<number>()
    const count = user % 50 === 0 ? 1 : 20 + Math.floor(40 * random.next() ** 2)
    while (rated.size < count) rated.add(Math.floor((ITEMS - 100) * random.next() ** 2))
    return [...rated].map((item): Event => [`u${user}`, item, 1 + random.below(200 * 86_400_000), 'purchase'])
  })
  return events.flat().sort((a, b) => a[2] - b[2])
}

const given = ratings()
const study = openStudy(eventColumns(given), productColumns(ITEMS), {
  ...{ protocol: 'random-80-20', k: K, seed: 1 },
})
const { heldOut, training } = study

/** What each user has on either side, and how many have each film in the training part, counted from the ratings themselves. */
function counted() {
  const held = Array.from(
    { length: USERS },
    (_, user) => new Set(heldOut.item.subarray(heldOut.start[user], heldOut.start[user + 1])),
  )
  const seen = Array.from({ length: USERS }, () => new Set<number>())
  const counts = new Map<number, number>()
  const numbers = new Map([...new Set(given.map(([name]) => name))].map((name, user) => [name, user]))
  for (const [name, item] of given) {
    const user = numbers.get(name) ?? -1
    if (held[user]?.has(item)) continue
    seen[user]?.add(item)
    counts.set(item, (counts.get(item) ?? 0) + 1)
  }
  return { held, seen, counts }
}

describe('random 80/20 over ratings of the shape of MovieLens 100k', () => {
  it('holds out a fifth of the ratings, rounded, and learns from the rest', () => {
    const held = Math.round(given.length / 5)
    expect(heldOut.item).toHaveLength(held)
    expect(training.matrix.item).toHaveLength(given.length - held)
    expect(heldOutPairs(study)).toBe(held)
  })

  it('tests those of whom something is held out, and no others', () => {
    const withSome = new Set<number>()
    for (let user = 0; user < USERS; user++)
      if (heldOut.start[user + 1]! > heldOut.start[user]!) withSome.add(user)
    expect(new Set(study.users)).toEqual(withSome)
    expect(withSome.size).toBeLessThan(USERS)
    expect(withSome.size).toBeGreaterThan(0.9 * USERS)
  })

  it('gives by popularity what sorting all unseen films gives, and the figures follow from the lists', () => {
    const { lists, columns } = rankUsers(study, 'popularity')
    const { held, seen, counts } = counted()
    const popularity = (item: number) => counts.get(item) ?? 0
    const all = Array.from({ length: ITEMS }, (_, item) => item)
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    for (let at = 0; at < study.users.length; at += 8) {
      const user = study.users[at]!
      const list = [...lists.subarray(at * K, (at + 1) * K)]
      const unseen = all.filter((item) => !seen[user]?.has(item))
      const best = unseen.map(popularity).sort((a, b) => b - a)
      expect(list.filter((item) => seen[user]?.has(item))).toEqual([])
      expect(new Set(list).size).toBe(K)
      expect(list.map(popularity)).toEqual(best.slice(0, K))
      const wanted = held[user] ?? new Set()
      const gains = list.map((item, place) => (wanted.has(item) ? Math.LN2 / Math.log(place + 2) : 0))
      const ideal = list.map((_, place) => (place < wanted.size ? Math.LN2 / Math.log(place + 2) : 0))
      expect(columns.ndcg[at]).toBeCloseTo(sum(gains) / sum(ideal), 10)
      expect(columns.recall[at]).toBeCloseTo(gains.filter((gain) => gain > 0).length / wanted.size, 10)
    }
  })

  it('can show a film that nobody rated', () => {
    const { lists } = rankUsers(study, 'random')
    expect([...lists].some((item) => item >= ITEMS - 100)).toBe(true)
  })
})
