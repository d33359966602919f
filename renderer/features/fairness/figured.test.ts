import { describe, expect, it } from 'vitest'
import { otherCatalogueWords, shownCatalogue } from './figured'

const catalogues = [
  { name: 'shelf', version: 3 },
  { name: 'market', version: 1 },
]

describe('figures on show', () => {
  it.each([
    ['of the catalogue chosen', { catalogue: 'market', version: 1 }, 'market', undefined],
    ['of the first where none is chosen', { catalogue: 'shelf', version: 3 }, undefined, undefined],
    [
      'of another than the one chosen',
      { catalogue: 'shelf', version: 3 },
      'market',
      'These figures are of “shelf”; the top bar shows “market”.',
    ],
    [
      'of another than the first where none is chosen',
      { catalogue: 'market', version: 1 },
      undefined,
      'These figures are of “market”; the top bar shows “shelf”.',
    ],
    [
      'of another than the first where the chosen one is gone',
      { catalogue: 'old', version: 1 },
      'old',
      'These figures are of “old”; the top bar shows “shelf”.',
    ],
    [
      'of an older version',
      { catalogue: 'shelf', version: 2 },
      'shelf',
      'These figures are of version 2 of “shelf”, which has come to version 3 since.',
    ],
  ])('%s', (_, figured, chosen, words) =>
    expect(otherCatalogueWords(figured, shownCatalogue(catalogues, chosen))).toBe(words),
  )

  it('say nothing while no catalogue is known', () => {
    const shown = shownCatalogue([], undefined)
    expect(otherCatalogueWords({ catalogue: 'shelf', version: 1 }, shown)).toBeUndefined()
  })
})
