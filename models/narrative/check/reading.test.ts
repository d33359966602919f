import { describe, expect, it } from 'vitest'
import { ROWS } from '../judged/rows'
import { ownersAt, read } from './reading'

const pair = [ROWS.jacket, ROWS.smock]
const who = (text: string, word: string, products = pair as readonly (typeof pair)[number][]) =>
  ownersAt(read(text, products), text.indexOf(word))

describe('read', () => {
  it.each([
    ['The Tarnwick Shell Jacket is HERE.', [0]],
    ['The Ellerby Rain Smock is blue. It is HERE.', [1]],
    ['The jacket is blue, and the smock is HERE.', [1]],
    ['The Tarnwick Shell Jacket is blue; the other is HERE.', [1]],
    ['At HERE, the Smock is blue.', [1]],
    ['The Ellerby is HERE, 1,204 times.', [1]],
    ['Something is HERE.', [0, 1]],
    ['HERE with the Tarnwick against the Ellerby.', [0]],
    ['The Tarnwick is blue. How far to HERE? With the Smock, you see.', [1]],
    ['The Tarnwick is blue. Far? To HERE, or on? Why, take the Smock.', [1]],
    ['The Tarnwick is blue. Is it HERE? The Smock is red.', [0]],
    ['The Tarnwick is blue. Is anything HERE? Nobody has asked. The Smock is red.', [0]],
    ['The Tarnwick is blue. Is the Smock red, or HERE? The Tarnwick is not.', [1]],
    ['The Tarnwick is blue. HERE of room. The Smock is red.', [0, 1]],
    ['The Tarnwick is blue. Somebody has HERE. The Smock is red.', [0]],
    ['The first is blue and the second is HERE.', [1]],
  ])('%s', (text, expected) => {
    expect(who(text, 'HERE')).toEqual(expected)
  })

  it('takes no word that two titles share for either', () => {
    expect(read('Ferncliff is a name.', [ROWS.cream, ROWS.balm]).mentions).toEqual([])
  })
})
