import { beforeAll, describe, expect, it } from 'vitest'
import { grammarErrors } from './grammar'

const faulty: readonly (readonly [string, string])[] = [
  ['It are made of canvas.', 'are'],
  ['They comes with a case.', 'comes'],
  ['Carry an useful bag.', 'an'],
  ['The bag is is light.', 'is is'],
  ['Enjoy it , and carry it.', ' '],
  ['It do not matter how far you walk.', 'It do'],
  ['You can carries it home.', 'can carries'],
  ['It does not needs much care.', 'does not needs'],
  ['There is many ways to carry it.', 'There is many'],
  ['Think of your the weekend.', 'your the'],
]

beforeAll(async () => {
  await grammarErrors('The linter loads once.')
}, 60_000)

describe('grammarErrors', () => {
  it.each(faulty)('finds the fault in "%s"', async (text, words) => {
    expect((await grammarErrors(text)).map((error) => error.text)).toContain(words)
  })

  it.each([
    'At 1.2 kg, the Fenmoor Roll-top Pack goes in the bag you already carry.',
    'Your Hesper Lamp has seen a few winters, so we went looking for a houndstooth shade.',
    'What decided us was the handle, and all that is left to tell you is the price.',
    'It is ₹4,990, which leaves you lunch money.',
    'What you can is yours to decide; what it costs is ₹4,990.',
    'Size is 42 × 30 × 18 cm; measure the shelf first.',
  ])('leaves "%s" alone', async (text) => {
    expect(await grammarErrors(text)).toEqual([])
  })

  it('tells a fault once, though two rules see it', async () => {
    expect((await grammarErrors('It are made of canvas.')).map((error) => error.text)).toEqual(['are'])
  })

  it('says where, in units of the string', async () => {
    const text = '🎒 Good. The bag is is light.'
    const [error] = await grammarErrors(text)
    expect(text.slice(error?.start, error?.end)).toBe('is is')
  })
})
