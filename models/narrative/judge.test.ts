import { describe, expect, it } from 'vitest'
import { judge } from './judge'
import { ROWS } from './judged/rows'
import { SETS } from './judged/sets'
import { TRICKS } from './judged/sentence'

const all = [...SETS.dev, ...SETS.heldOut]

describe('the judged sentences', () => {
  it('are many, each once, true and false in balance, and hard in every way', () => {
    expect(all.length).toBeGreaterThanOrEqual(240)
    expect(new Set(all.map(({ text, rows }) => `${rows.join()} ${text}`)).size).toBe(all.length)
    const faulty = all.filter(({ faults }) => faults.length > 0).length / all.length
    expect(faulty).toBeGreaterThan(0.4)
    expect(faulty).toBeLessThan(0.6)
    for (const trick of TRICKS)
      expect(all.filter((one) => one.trick === trick).length).toBeGreaterThanOrEqual(20)
  })

  it('speak of rows that there are', () => {
    expect(all.flatMap(({ rows }) => rows).filter((row) => !Object.hasOwn(ROWS, row))).toEqual([])
  })
})

describe('the checker beside a careful reader', () => {
  it.each([
    ['dev', 0.95],
    ['heldOut', 0.9],
  ] as const)('on %s', (name, floor) => {
    const { all: score, errors } = judge(SETS[name])
    const list = errors.map(({ text, person, checker }) => `${text} [${person.join()} / ${checker.join()}]`)
    expect(score.precision, list.join('\n')).toBeGreaterThanOrEqual(floor)
    expect(score.recall, list.join('\n')).toBeGreaterThanOrEqual(floor)
  })

  it('counts what the checker misses and what it invents', () => {
    const { all: score, errors } = judge([
      { rows: ['jacket'], text: 'It is waterproof.', faults: ['claim'] },
      { rows: ['jacket'], text: 'It is silk.', faults: [] },
      { rows: ['jacket'], text: 'It is wool.', faults: ['claim'] },
    ])
    expect(score).toMatchObject({ right: 1, missed: 1, falseAlarms: 1, precision: 0.5, recall: 0.5, f1: 0.5 })
    expect(errors).toHaveLength(2)
  })
})
