import { expect, it } from 'vitest'
import type { VariantDraft } from '../../state/brief'
import { abVariants } from './abTest'

const decoding = { temperature: 0.3, topK: 0, topP: 0.92, minP: 0.02, repetitionPenalty: 1.05, seed: 7 }
const studio: VariantDraft = {
  strategy: 'popularity',
  templateId: 'card',
  templateText: 'what the Studio edits',
  voice: 'crisp',
  channel: 'push',
  adapters: [{ name: 'winter', scale: 0.5 }],
  decoding,
}
const same = { strategy: 'popularity', adapters: studio.adapters, decoding }

it('differs in the template alone', () => {
  expect(abVariants(studio, 'card', [{ text: 'close: call', version: 2 }, { text: 'close: none' }])).toEqual([
    {
      ...same,
      label: 'A: version 2',
      templateId: 'card',
      templateVersion: 2,
      voice: 'crisp',
      channel: 'push',
    },
    {
      ...same,
      label: 'B: the edited text',
      templateId: 'card',
      templateText: 'close: none',
      voice: 'crisp',
      channel: 'push',
    },
  ])
})

it('keeps the mix of the picks', () => {
  const sides = [{ text: 'close: none' }, { text: 'close: none' }] as const
  const mixed = abVariants({ ...studio, diversity: 0.5, calibration: 1 }, undefined, sides)
  expect(mixed.map(({ diversity, calibration }) => [diversity, calibration])).toEqual([
    [0.5, 1],
    [0.5, 1],
  ])
})

it('leaves out what would hide the difference', () => {
  const [a, b] = abVariants(studio, undefined, [
    { text: 'voice: warm\nchannel: page' },
    { text: 'voice:  luxury\nchannel: page ' },
  ])
  expect([a?.voice, b?.voice, a?.channel, b?.channel]).toEqual([undefined, undefined, 'push', 'push'])
})
