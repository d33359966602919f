import { describe, expect, it } from 'vitest'
import { CHANNELS, VOICES } from '../../shared/domain/voices'
import { readTemplate } from '../narrative/template'
import { narrativeCase } from './cases'
import { MEASURED_OCCASIONS } from './occasions'

const people = {
  personas: Array.from({ length: 12 }, (_, at) => `persona-${at}`),
  shoppers: Array.from({ length: 3800 }, (_, at) => `shopper-${at}`),
}
const cases = Array.from({ length: 200 }, (_, index) => narrativeCase(index, 1, people))
const directives = cases.map(({ template }) => {
  const { directives: read, problems } = readTemplate(template)
  if (!read) throw new Error(`${template}\n${problems[0]?.message ?? ''}`)
  return read
})
const count = (holds: (directive: (typeof directives)[number]) => boolean) => directives.filter(holds).length

describe('narrativeCase', () => {
  it('is the same for the same index and seed, alone or in a row, and another for another', () => {
    expect(narrativeCase(17, 1, people)).toEqual(cases[17])
    expect(narrativeCase(17, 2, people)).not.toEqual(cases[17])
    expect(new Set(cases.map(({ seed }) => seed)).size).toBe(200)
  })

  it('writes for many shoppers, every persona now and then, and at times without an occasion', () => {
    const shoppers = new Set(
      cases.filter(({ audience }) => audience.kind === 'shopper').map(({ audience }) => audience.id),
    )
    expect(shoppers.size).toBeGreaterThan(140)
    expect(cases.filter(({ audience }) => audience.kind === 'persona')).toHaveLength(40)
    expect(cases.filter(({ occasion }) => occasion === '').length).toBeGreaterThan(14)
    expect(new Set(cases.map(({ occasion }) => occasion)).size).toBeGreaterThan(
      MEASURED_OCCASIONS.length * 0.8,
    )
  })

  it('lets personas be written for in every voice and channel', () => {
    const own = cases
      .filter(({ audience }) => audience.kind === 'persona')
      .map(({ index }) => directives[index])
    expect(new Set(own.map((one) => one?.voice)).size).toBe(VOICES.length)
    expect(new Set(own.map((one) => one?.channel)).size).toBe(CHANNELS.length)
  })

  it('writes for whoever there is', () => {
    expect(narrativeCase(0, 1, { personas: [], shoppers: ['only'] }).audience).toEqual({
      kind: 'shopper',
      id: 'only',
    })
    expect(() => narrativeCase(0, 1, { personas: [], shoppers: [] })).toThrow(RangeError)
  })

  it('asks each directive often enough to measure it', () => {
    for (const voice of VOICES) expect(count((one) => one.voice === voice)).toBe(40)
    for (const channel of CHANNELS) expect(count((one) => one.channel === channel)).toBe(50)
    expect(count((one) => one.close === 'call')).toBe(67)
    expect(count((one) => one.close === 'quiet')).toBe(67)
    expect(count((one) => one.products === 2)).toBeGreaterThan(30)
    expect(count((one) => one.products === 3)).toBeGreaterThan(5)
    expect(count((one) => one.readingLevel === 'easy')).toBeGreaterThan(25)
    expect(count((one) => one.words !== undefined)).toBeGreaterThan(40)
    expect(count((one) => one.leadWith !== undefined)).toBeGreaterThan(70)
    expect(count((one) => one.mustMention.length > 0)).toBeGreaterThan(70)
    expect(count((one) => one.avoid.length > 0)).toBeGreaterThan(70)
  })

  it('never demands what it forbids', () => {
    const torn = directives.filter(({ mustMention, avoid, leadWith }) =>
      avoid.some((one) => mustMention.includes(one) || one === leadWith),
    )
    expect(torn).toEqual([])
  })
})
