import { describe, expect, it } from 'vitest'
import type { SegmentField } from '../../../shared/contract/parts/fairness'
import type { FairnessAudit } from '../../../shared/domain/fairness'
import { chosenGroup, chosenSegments, requestsOf, wholeOf } from './requests'
import { FIRST } from './session'

const field = (name: string, values: readonly string[], isProtected = false): SegmentField => ({
  ...{ field: name, missing: 0, isProtected },
  values: values.map((value, at) => ({ value, n: 10 - at })),
})
const fields = [
  field('ageBand', ['25-34', '55+'], true),
  field('gender', ['woman', 'man'], true),
  field('town', ['X', 'Y']),
]
const ground = { catalogue: 'market', fields, personas: ['p1'] }
const found = (segment: string, group: string) =>
  ({ findings: [{ segment, group }] }) as unknown as FairnessAudit

describe('a number as typed', () => {
  it.each([
    ['10', 10],
    ['1', 1],
    ['50', 50],
    ['51', undefined],
    ['0', undefined],
    ['2.5', undefined],
    ['', undefined],
    [' ', undefined],
    ['ten', undefined],
  ])('%j is %j picks', (text, value) => expect(wholeOf(text, 'k')).toBe(value))
})

describe('segments', () => {
  it.each([
    ['the protected attributes without a choice', undefined, fields, [['ageBand'], ['gender']]],
    ['all where none is protected', undefined, fields.slice(2), [['town']]],
    ['the chosen ones', [['town'], ['ageBand', 'town']], fields, [['town'], ['ageBand', 'town']]],
    ['those of the chosen ones that the catalogue has', [['town'], ['shoe']], fields, [['town']]],
    ['the protected ones where it has none of the chosen', [['shoe']], fields, [['ageBand'], ['gender']]],
    ['none where none is chosen', [], fields, []],
  ])('are %s', (_, chosen, has, segments) => expect(chosenSegments(chosen, has)).toEqual(segments))
})

describe('a group', () => {
  const nothing = { field: '', value: '' }
  it.each([
    ['as chosen', { field: 'gender', value: 'man' }, undefined, { field: 'gender', value: 'man' }],
    [
      'the first value of another attribute',
      { field: 'town', value: '' },
      undefined,
      { field: 'town', value: 'X' },
    ],
    ['that of the first finding', nothing, found('ageBand', '55+'), { field: 'ageBand', value: '55+' }],
    ['the first there is', nothing, undefined, { field: 'ageBand', value: '25-34' }],
    [
      'the first where the finding is of a crossing',
      nothing,
      found('ageBand × gender', '55+ × man'),
      { field: 'ageBand', value: '25-34' },
    ],
    [
      'the first where the catalogue lacks the chosen',
      { field: 'shoe', value: '44' },
      undefined,
      { field: 'ageBand', value: '25-34' },
    ],
  ])('is %s', (_, chosen, audit, group) => expect(chosenGroup(chosen, { ...ground, audit })).toEqual(group))

  it('is none without attributes', () => {
    expect(chosenGroup(nothing, { catalogue: undefined, fields: [] })).toBeUndefined()
  })
})

describe('what is asked', () => {
  const common = { catalogue: 'market', strategy: 'personalised', k: 10, seed: 1 }

  it('is what is set up', () => {
    const setUp = { ...FIRST, adapters: [{ name: 'warm', scale: 0.8 }], texts: '60', rules: false }
    const adapters = [{ name: 'warm', scale: 0.8 }]
    expect(requestsOf(setUp, ground)).toEqual({
      audit: { ...common, adapters, segments: [['ageBand'], ['gender']], texts: 60, rules: false },
      probe: {
        ...{ ...common, adapters, people: 20, occasion: '', texts: true },
        flip: { what: 'segment', field: 'ageBand', value: '25-34' },
      },
      tradeOff: { ...common, segment: { field: 'ageBand', value: '25-34' }, by: 'priceTier', steps: 20 },
    })
  })

  it('probes one persona by the name alone, whatever the number of people says', () => {
    const probe = { ...FIRST.probe, what: 'name' as const, name: ' Priya Menon ', persona: 'p1', people: 'x' }
    expect(requestsOf({ ...FIRST, probe }, ground).probe).toMatchObject({
      flip: { what: 'name', name: 'Priya Menon' },
      audience: { kind: 'persona', id: 'p1' },
    })
  })

  it('probes shoppers instead of a persona that is gone, and waits until that is known', () => {
    const setUp = { ...FIRST, probe: { ...FIRST.probe, persona: 'gone' } }
    expect(requestsOf(setUp, ground).probe).toMatchObject({ people: 20 })
    expect(requestsOf(setUp, ground).probe).not.toHaveProperty('audience')
    expect(requestsOf(setUp, { ...ground, personas: undefined }).probe).toBeUndefined()
    expect(requestsOf(FIRST, { ...ground, personas: undefined }).probe).toMatchObject({ people: 20 })
    const nobody = { ...setUp, probe: { ...setUp.probe, people: '0' } }
    expect(requestsOf(nobody, ground).probe).toBeUndefined()
  })

  it.each([
    ['no number of picks', { ...FIRST, k: '' }, ['audit', 'probe', 'tradeOff']],
    ['no number of texts', { ...FIRST, texts: '2001' }, ['audit']],
    ['no segment', { ...FIRST, segments: [] }, ['audit']],
    ['no name', { ...FIRST, probe: { ...FIRST.probe, what: 'name' as const } }, ['probe']],
    ['no number of people', { ...FIRST, probe: { ...FIRST.probe, people: '0' } }, ['probe']],
  ])('is nothing with %s', (_, setUp, missing) => {
    const requests = Object.entries(requestsOf(setUp, ground))
    expect(requests.flatMap(([task, request]) => (request === undefined ? [task] : []))).toEqual(missing)
  })

  it('is nothing of a catalogue whose shoppers have no attributes', () => {
    const requests = requestsOf(FIRST, { catalogue: undefined, fields: [] })
    expect(requests).toEqual({ audit: undefined, probe: undefined, tradeOff: undefined })
  })
})
