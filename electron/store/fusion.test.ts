import { describe, expect, it } from 'vitest'
import { fuse, tellingWords } from './fusion'

const hits = (found: Readonly<Record<string, number>>) =>
  Object.entries(found).map(([id, score]) => ({ id, score }))
const ids = (found: Parameters<typeof fuse>[0]) => fuse(found).map(({ id }) => id)

describe('telling words', () => {
  it.each([
    ['Something for a rainy WEEK', ['rainy', 'week']],
    ['a gift for my friend', ['a', 'gift', 'for', 'my', 'friend']],
    ['T-shirt, 100% cotton', ['t-shirt', '100%', 'cotton']],
    ['  ', []],
  ])('of %j', (text, words) => {
    expect(tellingWords(text)).toEqual(words)
  })
})

describe('fusing', () => {
  it.each([
    [
      'what is near and has the word comes first',
      { telling: 1, words: hits({ b: 8 }), pieces: [], near: hits({ a: 0.5, b: 0.5, c: 0.1 }) },
      ['b', 'a', 'c'],
    ],
    [
      'one word of four that matches does not beat meaning',
      { telling: 4, words: hits({ saw: 7 }), pieces: [], near: hits({ coat: 0.5, hat: 0.4, saw: 0.1 }) },
      ['coat', 'hat', 'saw'],
    ],
    ['words alone keep their order', { telling: 2, words: hits({ b: 9, a: 4 }), pieces: [] }, ['b', 'a']],
    [
      'a piece of a title counts like half a word',
      { telling: 1, words: hits({ b: 8, c: 2 }), pieces: ['d'] },
      ['b', 'd', 'c'],
    ],
    ['equal scores go by id', { telling: 1, words: hits({ b: 3, a: 3 }), pieces: [] }, ['a', 'b']],
    [
      'everything equally near is in',
      { telling: 1, words: [], pieces: [], near: hits({ b: 0.2, a: 0.2 }) },
      ['a', 'b'],
    ],
    ['nothing found is nothing', { telling: 1, words: [], pieces: [], near: [] }, []],
  ])('%s', (_, found, expected) => {
    expect(ids(found)).toEqual(expected)
  })

  it('scores from 0 to 1', () => {
    const [best, last] = fuse({
      telling: 1,
      words: hits({ a: 16, b: 8 }),
      pieces: [],
      near: hits({ a: 0.9, b: 0.2 }),
    })
    expect([best?.near, last?.near]).toEqual([0.9, 0.2])
    expect(best?.score).toBeCloseTo(1)
    expect(last?.score).toBeCloseTo(0.15)
  })
})
