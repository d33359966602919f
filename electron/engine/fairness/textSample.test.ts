import { describe, expect, it } from 'vitest'
import type { Segments } from './tasks'
import { textSample } from './textSample'

const people: readonly Segments[] = [
  ...Array.from({ length: 40 }, (_, at) => ({ ageBand: '18-24', gender: at < 36 ? 'man' : 'woman' })),
  ...Array.from({ length: 3 }, () => ({ ageBand: '55+', gender: 'woman' })),
  {},
]
const ageOf = (at: number) => people[at]?.ageBand ?? 'not known'
const counted = (values: readonly string[]) =>
  Object.fromEntries(
    [...new Set(values)].sort().map((one) => [one, values.filter((value) => value === one).length]),
  )

describe('a sample for texts', () => {
  it('has as many of each group as there are, round by round', () => {
    const sample = textSample(people, [['ageBand']], { texts: 10, seed: 1 })
    expect(counted(sample.map(({ at }) => ageOf(at)))).toEqual({ '18-24': 6, '55+': 3, 'not known': 1 })
    expect(sample.slice(0, 3).map(({ at, round }) => [ageOf(at), round])).toEqual([
      ['18-24', 0],
      ['55+', 0],
      ['not known', 0],
    ])
    expect(new Set(sample.map(({ at }) => at)).size).toBe(10)
    // Rounds go on without the groups that are used up.
    expect(sample.at(-1)).toMatchObject({ round: 5 })
  })

  it('takes turns among the groups of the other segments', () => {
    const sample = textSample(people, [['ageBand'], ['gender']], { texts: 12, seed: 1 })
    const young = sample.filter(({ at }) => ageOf(at) === '18-24').map(({ at }) => people[at]?.gender ?? '')
    expect(counted(young)).toEqual({ man: 4, woman: 4 })
  })

  it('is the same for the same seed, another for another, and never more than there are', () => {
    const drawn = (seed: number) => textSample(people, [['gender']], { texts: 9, seed })
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(1)).not.toEqual(drawn(2))
    expect(textSample(people, [['gender']], { texts: 1000, seed: 1 })).toHaveLength(people.length)
    expect(textSample([], [['gender']], { texts: 5, seed: 1 })).toEqual([])
  })
})
