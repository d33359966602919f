import { describe, expect, it } from 'vitest'
import { readTemplate } from './template'

describe('readTemplate', () => {
  it('reads every directive', () => {
    const text = [
      '# shelf card',
      'voice: crisp',
      'channel: card',
      'length: 30-45 words',
      'products: 2',
      'lead with: history',
      'must mention: price, {material}',
      'avoid: colour, cheap',
      'close: call',
      'beats: hook, fact material, price',
    ].join('\n')
    expect(readTemplate(text)).toEqual({
      problems: [],
      directives: {
        voice: 'crisp',
        channel: 'card',
        words: { min: 30, max: 45 },
        products: 2,
        leadWith: 'history',
        mustMention: ['price', 'material'],
        avoid: ['colour', 'cheap'],
        close: 'call',
        beats: ['hook', 'fact material', 'price'],
      },
    })
  })

  it('reads kinds of two words however they are capitalised', () => {
    const { directives } = readTemplate(
      'must mention: wasPrice, {wasPrice}\navoid: WasPrice\nbeats: price wasprice',
    )
    expect(directives).toMatchObject({
      mustMention: ['wasPrice', 'wasPrice'],
      avoid: ['wasPrice'],
      beats: ['price wasPrice'],
    })
  })

  it.each([
    ['must mention: {sparkle}', 1, 'unknown slot {sparkle}'],
    ['must mention: sparkle', 1, 'must mention names the unknown slot "sparkle"'],
    ['\nvoice: loud', 2, 'voice "loud" is unknown'],
    ['length: 5', 1, 'length "5" is not a number of words'],
    ['tone: warm', 1, '"tone: warm" is not a directive'],
    ['just words', 1, '"just words" is not a directive'],
    ['voice: warm\nvoice: crisp', 2, '"voice" stands twice'],
    ['beats: hook, dance', 1, 'beats has the unknown beat "dance"'],
    ['plan: mine', 1, 'plan "mine" is unknown'],
    ['plan: free\nbeats: hook, price', 2, 'the beats are listed, so the model cannot plan for itself'],
    [
      'beats: hook, price\n\nplan: free\nclose: none',
      3,
      'the beats are listed, so the model cannot plan for itself',
    ],
    ['products: 5', 1, 'products "5" is not 1, 2, 3 or 4'],
    ['constructor: x', 1, '"constructor: x" is not a directive'],
  ])('%j', (text, line, message) => {
    const { directives, problems } = readTemplate(text)
    expect(directives).toBeUndefined()
    expect(problems[0]).toMatchObject({ line, message })
    expect(problems[0]?.hint).not.toBe('')
  })
})

it.each([
  ['plan: free', 'free'],
  ['plan: planned', undefined],
  ['plan: planned\nbeats: hook', undefined],
  ['channel: page', undefined],
])('reads who plans: %j', (text, plan) => {
  const { directives, problems } = readTemplate(text)
  expect(problems).toEqual([])
  expect(directives?.plan).toBe(plan)
})

it('reads a reading level, several products and both ways to forbid', () => {
  const { directives } = readTemplate(
    'products: 4\nreading level: easy\navoid: price\nmust not mention: colour, cheap',
  )
  expect(directives).toMatchObject({ products: 4, readingLevel: 'easy', avoid: ['price', 'colour', 'cheap'] })
})
