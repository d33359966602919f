import { describe, expect, it } from 'vitest'
import { isSeveral, misnumbers } from './owned'

describe('a noun', () => {
  it.each(['tealights', 'running shoes', 'lentils', 'headphones', 'socks'])('of several: %s', (noun) => {
    expect(isSeveral(noun)).toBe(true)
  })
  it.each(['backpack', 'compass', 'cactus', 'camera lens', 'wine glass', 'tea', 'canvas', 'tennis'])(
    'of one: %s',
    (noun) => {
      expect(isSeveral(noun)).toBe(false)
    },
  )
})

describe('a sentence', () => {
  it.each([
    ['Every <h1.noun> needs a sidekick.', 'tealights'],
    ['A considered <h1.noun> asks for little.', 'lentils'],
    ['Your <h1.noun> deserves company.', 'headphones'],
    ['These <h1.noun> have company now.', 'backpack'],
    ['Your <h1.noun> are in good hands.', 'kettle'],
  ])('%s of %s does not agree', (sentence, noun) => {
    expect(misnumbers(sentence, [noun])).toBe(true)
  })
  it.each([
    ['Every <h1.noun> needs a sidekick.', 'backpack'],
    ['Your <h1.noun> are in good hands.', 'socks'],
    ['A friend of your <h1.noun> is here.', 'socks'],
    ['Anyone with a shelf of <h1.noun> knows.', 'lentils'],
    ['A home for your good <h1.noun>.', 'tealights'],
    ['Each to the <h2.noun> you have.', 'tealights'],
  ])('%s of %s agrees', (sentence, noun) => {
    expect(misnumbers(sentence, [noun, noun])).toBe(false)
  })
  it('goes by the thing it names', () => {
    expect(misnumbers('Every <h2.noun> needs a sidekick.', ['socks', 'kettle'])).toBe(false)
    expect(misnumbers('Every <h2.noun> needs a sidekick.', ['kettle', 'socks'])).toBe(true)
    expect(misnumbers('Every <h1.noun> needs a sidekick.', [undefined])).toBe(false)
  })
})
