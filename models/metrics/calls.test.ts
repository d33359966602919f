import { describe, expect, it } from 'vitest'
import { callsToAction, endingOf } from './calls'

describe('callsToAction', () => {
  it.each([
    ['It costs ₹4,990. Have a look when you have a minute.', true],
    ['Check the details, then order.', true],
    ['If that fits, order today.', true],
    ['Your basket looks a little lonely. Just an observation.', true],
    ['Do the sums, and order if they come out right.', true],
    ['Take a closer look at them.', true],
    ['No need to decide today.', false],
    ['Take your time with the numbers.', false],
    ['Have a look. Sleep on it, if you like, and decide tomorrow.', false],
    ['The lid closes with a magnetic buckle you can see.', false],
    ['It comes in order of size.', false],
    ['At □, check that you have room first, and save yourself a return.', false],
    ['Choose the □ to spend less, or the □ if you love them more.', false],
    ['If you like the □, have a look.', true],
    ['One look will tell you more than we can.', true],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(callsToAction(text)).toBe(expected)
  })

  it('reads a short last sentence with the one before', () => {
    expect(endingOf('One is here. Two is longer than five words. Off you go.')).toBe(
      'Two is longer than five words. Off you go.',
    )
  })
})
