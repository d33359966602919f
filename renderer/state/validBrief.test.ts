import { expect, it } from 'vitest'
import type { VariantDraft } from './brief'
import { mendBrief } from './validBrief'

const decoding = { temperature: 0.7, topK: 0, topP: 0.92, minP: 0.02, repetitionPenalty: 1.05, seed: 1 }
const variant: VariantDraft = {
  strategy: 'random',
  templateId: 'card',
  templateVersion: 2,
  adapters: [{ name: 'winter', scale: 1 }],
  decoding,
}
const persona = { kind: 'persona', id: 'p1' } as const
const shopper = { kind: 'shopper', id: 's1' } as const
const all = { catalogues: ['shelf'], personas: ['p1', 'p2'], templates: ['card'], adapters: ['winter'] }

it.each([
  { name: 'nothing is known yet', brief: { variant }, known: {}, want: {} },
  {
    name: 'everything is still there',
    brief: { catalogue: 'shelf', audience: persona, variant },
    known: all,
    want: {},
  },
  { name: 'nobody is chosen', brief: { variant }, known: all, want: { audience: persona } },
  {
    name: 'the persona is gone',
    brief: { audience: { kind: 'persona', id: 'p9' } as const, variant },
    known: all,
    want: { audience: persona },
  },
  {
    name: 'the catalogue is gone, and its shopper with it',
    brief: { catalogue: 'old', audience: shopper, variant },
    known: all,
    want: { catalogue: undefined, audience: persona },
  },
  {
    name: 'a shopper of a catalogue that is there',
    brief: { catalogue: 'shelf', audience: shopper, variant },
    known: all,
    want: {},
  },
  {
    name: 'template and adapter are gone',
    brief: { audience: persona, variant },
    known: { ...all, templates: [], adapters: [] },
    want: { variant: { ...variant, templateId: undefined, templateVersion: undefined, adapters: [] } },
  },
])('$name', ({ brief, known, want }) => {
  expect(mendBrief(brief, known)).toEqual(want)
})
