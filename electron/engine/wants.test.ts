import { describe, expect, it } from 'vitest'
import type { Persona } from '../../shared/domain/persona'
import { wantsOf } from './wants'

const runner: Persona = {
  id: 'runner',
  name: 'Runner',
  summary: '',
  interests: ['running', 'tea'],
  history: [{ productId: 'shoe', title: 'Fell Shoe', noun: 'running shoes' }],
  voice: 'warm',
  segments: {},
  locale: 'en-GB',
  currency: 'GBP',
}

const answers: Readonly<Record<string, readonly string[]>> = {
  'a wet autumn': ['coat', 'boots'],
  running: ['socks', 'coat'],
  tea: ['pot'],
  'running shoes': ['laces'],
}
const asked = (occasion: string, persona = runner) =>
  wantsOf(persona, occasion, (text) => Promise.resolve(answers[text] ?? []))

describe('what is wanted', () => {
  it('is the occasion first, then the interests, each with its reason', async () => {
    const { retrieved, occasion, found, told } = await asked('a wet autumn')
    // 2 / 61 + 0.5 / 62; 2 / 62; then 0.5 / 61 each, by id.
    expect(retrieved).toEqual(['coat', 'boots', 'pot', 'socks'])
    expect(occasion).toBe('a wet autumn')
    expect(['coat', 'boots', 'pot', 'socks'].map(found)).toEqual([
      'Fits a wet autumn',
      'Fits a wet autumn',
      'Matches an interest in tea',
      'Matches an interest in running',
    ])
    expect(told('Fits a wet autumn')).toBe('Fits a wet autumn')
  })

  it('says that nothing fits an occasion before it falls back on interests', async () => {
    const { retrieved, occasion, found, told } = await asked('a first flat')
    expect([retrieved, occasion]).toEqual([['pot', 'socks', 'coat'], ''])
    expect(told(found('socks'))).toBe(
      'Nothing in the shop fits "a first flat"; matches an interest in running',
    )
  })

  it('is what she owns where she said nothing', async () => {
    const silent = { ...runner, interests: [] }
    const { retrieved, found } = await asked('', silent)
    expect([retrieved, found('laces')]).toEqual([['laces'], 'Close to what you have'])
    expect((await asked('a wet autumn', silent)).retrieved).toEqual(['coat', 'boots'])
    expect((await asked('a first flat', silent)).retrieved).toEqual(['laces'])
    expect((await asked('', { ...silent, history: [] })).retrieved).toEqual([])
  })

  it('is the occasion alone for a present', async () => {
    const gift = { ...runner, recipient: 'your father' }
    expect((await asked('a wet autumn', gift)).retrieved).toEqual(['coat', 'boots'])
    const { retrieved, told } = await asked('a first flat', gift)
    expect([retrieved, told('Popular this month')]).toEqual([
      [],
      'Nothing in the shop fits "a first flat"; popular this month',
    ])
  })
})
