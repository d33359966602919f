import { describe, expect, it } from 'vitest'
import { headline } from '../../../shared/domain/runWords'
import { comparisonDraft } from './comparisonRun'

const shop = {
  ...{ name: 'shop', version: 3, products: 1, shoppers: 1, interactions: 1, invented: true },
  ...{ currency: 'INR', createdAtMs: 0, origin: 'made up' },
}
const column = (label: string, verifiedFacts: number, unsupported = 0) => ({
  ...{ label, verifiedFacts, unsupported, text: `By ${label}.`, products: ['Pack', 'Mug'] },
  ...{ words: 60 + verifiedFacts, totalMs: 300, seed: 7, model: 'base@0123' },
})

describe('a comparison that is kept', () => {
  const columns = [column('Popularity', 4), column('Random', 3), column('Popularity', 5, 1)]
  const draft = comparisonDraft({ person: 'Asha', occasion: 'a trek', columns }, shop)

  it('has a figure a column, and every text', () => {
    expect(draft).toMatchObject({
      ...{ kind: 'comparison', state: 'finished', name: 'Comparison for Asha, a trek', ms: 300 },
      catalogue: { name: 'shop', version: 3, invented: true },
      model: { name: 'base', digest: '0123' },
    })
    expect(draft.params).toEqual({
      ...{ person: 'Asha', occasion: 'a trek' },
      ...{ 'Popularity: products': 'Pack; Mug', 'Popularity: seed': 7, 'Popularity: text': 'By Popularity.' },
      ...{ 'Random: products': 'Pack; Mug', 'Random: seed': 7, 'Random: text': 'By Random.' },
      ...{
        'Popularity 2: products': 'Pack; Mug',
        'Popularity 2: seed': 7,
        'Popularity 2: text': 'By Popularity.',
      },
    })
    const facts = draft.metrics.filter(({ name }) => name === 'verified-facts')
    expect(facts).toEqual([
      { name: 'verified-facts', of: 'Popularity', value: 4, better: 'higher' },
      { name: 'verified-facts', of: 'Random', value: 3, better: 'higher' },
      { name: 'verified-facts', of: 'Popularity 2', value: 5, better: 'higher' },
    ])
  })

  it('is told in a sentence', () => {
    expect(headline({ ...draft, id: 'r', notes: '' }, [])).toBe(
      'Popularity states 4 facts in 64 words, Random 3 in 63, Popularity 2 5 in 65. Not supported by the catalogue: 1 statement.',
    )
  })
})
