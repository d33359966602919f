import { expect, it } from 'vitest'
import { asha } from '../../../models/narrative/fixtures'
import { evaluateNarrativesSchema } from '../../../shared/contract/schemas'
import type { Study } from './answer'
import { answer } from './answer'
import { ShownProducts } from './shown'

it('fails a held-out case for which nothing held out was picked, instead of picking among all products', async () => {
  const bench = {
    turns: { take: async () => () => undefined },
    store: { catalogue: async () => ({}) },
    picker: { pick: async () => ({ picks: [{ id: 'trained' }], products: [] }) },
  } as unknown as Study['bench']
  const request = evaluateNarrativesSchema.parse({ heldOut: true })
  const study = {
    bench,
    request,
    shown: new ShownProducts({ bench, request, catalogue: 'shop' }),
    crowd: { persona: async () => asha },
    catalogue: 'shop',
    signal: new AbortController().signal,
  } as unknown as Study
  const one = {
    index: 4,
    audience: { kind: 'persona' as const, id: asha.id },
    occasion: '',
    template: 'channel: card',
    seed: 1,
  }
  expect(await answer(study, one, undefined)).toEqual({
    case: 4,
    text: '',
    reason: 'Could not be written: None of what it picks is held out.',
  })
})
