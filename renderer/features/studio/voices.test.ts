import { beforeAll, expect, it, vi } from 'vitest'
import type { VariantDraft } from '../../state/brief'
import type * as VoicesModule from './voices'

const decoding = { temperature: 0.6, topK: 0, topP: 0.92, minP: 0.02, repetitionPenalty: 1.05, seed: 7 }
const variant: VariantDraft = {
  strategy: 'personalised',
  voice: 'luxury',
  adapters: [
    { name: 'warm', scale: 0.4 },
    { name: 'demo', scale: 0.5 },
  ],
  decoding,
}

let voices: typeof VoicesModule
beforeAll(async () => {
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('window', { localStorage: storage })
  voices = await import('./voices')
})

const shown = (adapters: Parameters<typeof VoicesModule.voiceColumns>[1]) =>
  voices
    .voiceColumns(variant, adapters)
    .map(({ voice, by, variant: { voice: token, adapters: mix } }) => [
      voice,
      by,
      token,
      mix.map(({ name, scale }) => `${name}:${scale}`).join(),
    ])

it('asks for each voice by its adapter alone, and by the token where there is none that fits', () => {
  expect(shown([{ name: 'warm' }, { name: 'crisp' }, { name: 'value', misfit: 'It is a DoRA.' }])).toEqual([
    ['warm', 'adapter', 'luxury', 'demo:0.5,warm:1'],
    ['crisp', 'adapter', 'luxury', 'demo:0.5,crisp:1'],
    ['playful', 'token', 'playful', 'demo:0.5'],
    ['luxury', 'token', 'luxury', 'demo:0.5'],
    ['value', 'token', 'value', 'demo:0.5'],
  ])
})

it('keeps seed, strategy and template for all', () => {
  for (const column of voices.voiceColumns({ ...variant, templateId: 'card' }, []))
    expect(column.variant).toMatchObject({ strategy: 'personalised', templateId: 'card', decoding })
})
