import { expect, it } from 'vitest'
import { beside } from './beside'

it.each([
  ['beside the text of a wide window', { left: 420, right: 1056 }, 1440, { side: 'right', width: 360 }],
  ['no wider than it likes to be', { left: 420, right: 1056 }, 1920, { side: 'right', width: 400 }],
  ['left of a last column', { left: 1000, right: 1400 }, 1440, { side: 'left', width: 400 }],
  ['below in a narrow window', { left: 20, right: 600 }, 640, { side: 'bottom', width: 400 }],
  ['below, and within the smallest', { left: 20, right: 300 }, 320, { side: 'bottom', width: 296 }],
] as const)('puts a panel %s', (_what, text, windowWidth, expected) => {
  expect(beside(text, windowWidth)).toEqual(expected)
})
