import { describe, expect, it } from 'vitest'
import type { Protocol } from '../../shared/domain/recommendEvaluation'
import { interactionMatrix } from '../recommend/matrix'
import type { Event } from './fixtures'
import { eventColumns } from './fixtures'
import { holdOut, staysInTraining, testedUsers } from './heldOut'

const ITEMS = 6

function parted(given: readonly Event[], protocol: Protocol, seed = 1, items = ITEMS) {
  const events = eventColumns(given)
  const heldOut = holdOut(protocol, interactionMatrix(events, items), seed)
  const stays = staysInTraining(events, items, heldOut)
  const pairs = events.shoppers.map((_, user) => [
    ...heldOut.item.subarray(heldOut.start[user], heldOut.start[user + 1]),
  ])
  return { events, heldOut, pairs, kept: given.filter((_, event) => stays(event)) }
}

describe('leave-last-out', () => {
  it.each<[string, readonly Event[], readonly (readonly number[])[]]>([
    [
      'holds the product met last, by time',
      [
        ['a', 3, 10],
        ['b', 1, 15],
        ['a', 1, 20],
        ['b', 2, 30],
      ],
      [[1], [2]],
    ],
    [
      'takes the newest event of a product that is met again',
      [
        ['a', 3, 10],
        ['a', 1, 20],
        ['a', 3, 30],
      ],
      [[3]],
    ],
    [
      'goes by the order of import where times tie',
      [
        ['a', 5, 10],
        ['a', 2, 10],
        ['a', 4, 10],
      ],
      [[4]],
    ],
    [
      'goes by the order of import where there are no dates',
      [
        ['a', 5, 0],
        ['a', 2, 0],
      ],
      [[2]],
    ],
    [
      'leaves those with one product alone, however often they met it',
      [
        ['a', 1, 10],
        ['a', 1, 20],
      ],
      [[]],
    ],
  ])('%s', (...[, events, held]) => {
    expect(parted(events, 'leave-last-out').pairs).toEqual(held)
  })

  it('holds out every event with the product', () => {
    const { kept, heldOut } = parted(
      [
        ['a', 1, 5, 'view'],
        ['a', 2, 10, 'view'],
        ['b', 2, 11],
        ['a', 2, 12, 'cart'],
        ['a', 1, 20],
        ['a', 2, 30],
      ],
      'leave-last-out',
    )
    expect(kept).toEqual([
      ['a', 1, 5, 'view'],
      ['b', 2, 11],
      ['a', 1, 20],
    ])
    expect([...heldOut.atMs]).toEqual([30])
  })
})

describe('random-80-20', () => {
  // Forty users with five of six products each, some of them twice: two hundred pairs.
  const many = Array.from({ length: 40 }, (_, user) =>
    [0, 1, 2, 3, 4].flatMap((item): Event[] => {
      const event: Event = [`u${user}`, (item + user) % ITEMS, user * 10 + item]
      return item === 2 ? [event, event] : [event]
    }),
  ).flat()

  it('holds out a fifth of the pairs, whoever has them, and every event with them', () => {
    const { pairs, kept, events } = parted(many, 'random-80-20')
    expect(pairs.flat()).toHaveLength(40)
    // Drawn over all users: some give none, some more than one.
    expect(new Set(pairs.map((one) => one.length)).size).toBeGreaterThan(2)
    const held = new Set(pairs.flatMap((items, user) => items.map((item) => `u${user} ${item}`)))
    expect(held.size).toBe(40)
    expect(kept.filter(([shopper, product]) => held.has(`${shopper} ${product}`))).toEqual([])
    const twice = many.filter(([shopper, product]) => held.has(`${shopper} ${product}`)).length
    expect(kept).toHaveLength(events.shopper.length - twice)
  })

  it('is the same for the same seed, and another for another', () => {
    expect(parted(many, 'random-80-20', 4).pairs).toEqual(parted(many, 'random-80-20', 4).pairs)
    expect(parted(many, 'random-80-20', 5).pairs).not.toEqual(parted(many, 'random-80-20', 4).pairs)
  })

  it('treats every pair alike: over many seeds each is held out about one time in five', () => {
    const times = new Map<string, number>()
    for (let seed = 0; seed < 400; seed++)
      parted(many, 'random-80-20', seed).pairs.forEach((items, user) => {
        for (const item of items) times.set(`${user} ${item}`, (times.get(`${user} ${item}`) ?? 0) + 1)
      })
    expect(times.size).toBe(200)
    // 400 draws at one in five: 80, with a standard deviation of 8.
    expect(Math.min(...times.values())).toBeGreaterThan(80 - 5 * 8)
    expect(Math.max(...times.values())).toBeLessThan(80 + 5 * 8)
  })
})

describe('tested users', () => {
  const heldOut = {
    start: Int32Array.of(0, 1, 1, 3, 4, 4, 5),
    item: new Int32Array(5),
    atMs: new Float64Array(5),
  }

  it('are those with something held out', () => {
    expect([...testedUsers(heldOut, undefined, 1)]).toEqual([0, 2, 3, 5])
    expect([...testedUsers(heldOut, 9, 1)]).toEqual([0, 2, 3, 5])
  })

  it('are a random sample of them where one is asked for', () => {
    const samples = Array.from({ length: 50 }, (_, seed) => [...testedUsers(heldOut, 2, seed)])
    for (const sample of samples) {
      expect(sample).toHaveLength(2)
      expect(sample).toEqual([...sample].sort((a, b) => a - b))
    }
    expect(new Set(samples.flat())).toEqual(new Set([0, 2, 3, 5]))
  })
})
