import { describe, expect, it } from 'vitest'
import { fact, pack } from '../fixtures'
import { CONCEPTS } from './concepts'
import { bears, stanceOf, statementsOf } from './statements'
import { triggersOf } from './triggers'

const row = (text: string) =>
  stanceOf({ ...pack, description: '', facts: [fact('feature', text)], source: {} })
const borne = (rowText: string, text: string) => statementsOf(text).map((one) => bears(row(rowText), one))

describe('concepts', () => {
  it('are many, named once, and imply only what there is', () => {
    const ids = CONCEPTS.map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(80)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(
      CONCEPTS.flatMap(({ entails, excludes }) => [...entails, ...excludes]).filter(
        (id) => !ids.includes(id),
      ),
    ).toEqual([])
  })
})

describe('entailment', () => {
  it.each([
    ['waterproof', 'water-resistant'],
    ['water-resistant', 'fit for rain'],
    ['100% cotton', 'a natural fibre'],
    ['vegan', 'vegetarian'],
    ['solid oak', 'wood'],
    ['stainless steel', 'metal'],
    ['full-grain leather', 'leather'],
    ['IPX7', 'waterproof'],
    ['IPX7', 'IPX5'],
    ['merino', 'wool'],
    ['hand-thrown', 'handmade'],
    ['Bluetooth 5.3', 'wireless'],
    ['stoneware', 'ceramic'],
  ])('runs from %s to %s and not back', (strong, weak) => {
    expect(new Set(borne(strong, weak))).toEqual(new Set([true]))
    expect(borne(weak, strong)).toContain(false)
  })

  it.each([
    ['faux leather', 'leather', [false]],
    ['leather', 'faux leather', [false]],
    ['vegan', 'no leather', [true]],
    ['leather', 'no leather', [false]],
    ['fragrance-free', 'without fragrance', [true]],
    ['not waterproof', 'not waterproof', [true]],
    ['water-resistant', 'not waterproof', [false]],
    ['not water-resistant', 'not waterproof', [true]],
    ['waterproof', 'not only waterproof', [true]],
    ['no parabens or gluten', 'gluten-free', [true]],
    ['hand wash only', 'not machine-washable', [true]],
  ])('of %s for %s', (rowText, text, expected) => {
    expect(borne(rowText, text)).toEqual(expected)
  })
})

describe('triggersOf', () => {
  it.each([
    ['waxed|(?:half|full)~canvas', ['waxed', 'canvas']],
    ['sul(?:ph|f)ates?', ['sul']],
    ['(?:faux|vegan)', undefined],
    ['IPX?7', undefined],
    ['noise~cancel\\w*', ['cancel']],
  ])('of %s', (forms, expected) => {
    expect(triggersOf(forms)).toEqual(expected)
  })
})
