import { describe, expect, it } from 'vitest'
import { narrativeCase } from '../../../models/metrics/cases'
import { readDirectives } from '../templates'
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
    expect(sample.slice(0, 3).map(({ at }) => ageOf(at))).toEqual(['18-24', '55+', 'not known'])
    expect(new Set(sample.slice(0, 3).map(({ index }) => index)).size).toBe(1)
    expect(new Set(sample.map(({ at }) => at)).size).toBe(10)
    // Rounds go on without the groups that are used up, each with a case of its own.
    expect(new Set(sample.map(({ index }) => index)).size).toBe(6)
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

const PARTS = ['voice', 'channel', 'close'] as const

const cases = Array.from({ length: 300 }, (_, index) =>
  readDirectives(narrativeCase(index, 1, { personas: [], shoppers: ['her'] }).template),
)

/** By how much at most the share of a voice, channel or close in one group differs from that in another. */
function unlikeness(
  sample: ReturnType<typeof textSample>,
  groupOf: (at: number) => string,
  part: (typeof PARTS)[number],
): number {
  const told = sample.map(({ at, index }) => ({ group: groupOf(at), value: cases[index]?.[part] }))
  const groups = [...new Set(told.map(({ group }) => group))].map((group) =>
    told.filter((one) => one.group === group).map(({ value }) => value),
  )
  const shares = [...new Set(told.map(({ value }) => value))].map((value) =>
    groups.map((own) => own.filter((one) => one === value).length / own.length),
  )
  return Math.max(...shares.map((of) => Math.max(...of) - Math.min(...of)))
}

describe('what the groups of a sample are told', () => {
  // Cells of ages and genders that take turns in a fixed order keep step with the cases.
  const crowd: readonly Segments[] = Array.from({ length: 600 }, (_, at) => ({
    ageBand: ['18-24', '25-34', '35-44', '45-54', '55+'][at % 5] ?? '',
    gender: at % 2 === 0 ? 'woman' : 'man',
  }))
  const unlikeSizes: readonly Segments[] = crowd.map((one, at) => ({
    ...one,
    ageBand: at < 20 ? '55+' : '35-44',
  }))

  it.each<[string, readonly Segments[], readonly (readonly string[])[], number]>([
    ['of two segments', crowd, [['ageBand'], ['gender']], 240],
    ['of two, the other way round', crowd, [['gender'], ['ageBand']], 240],
    ['of unlike size', unlikeSizes, [['ageBand'], ['gender']], 120],
  ])('has voices, channels and closes alike often in every group %s', (_, shoppers, wanted, texts) => {
    for (const seed of [1, 2]) {
      const sample = textSample(shoppers, wanted, { texts, seed })
      for (const [field = ''] of wanted)
        for (const part of PARTS) {
          const unlike = unlikeness(sample, (at) => shoppers[at]?.[field] ?? '', part)
          expect(unlike).toBeLessThan(0.1)
        }
    }
  })

  it('keeps to the cases of the protocol, each once until all are used', () => {
    const sample = textSample(crowd, [['gender']], { texts: 240, seed: 1 })
    const first = sample.filter(({ at }) => at % 2 === 0).map(({ index }) => index)
    expect(new Set(first).size).toBe(120)
  })
})
