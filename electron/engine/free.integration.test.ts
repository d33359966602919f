/** A model that plans for itself, on the shipped weights. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beatIsTrue } from '../../models/narrative/relations'
import type { WriteEvent } from '../../shared/contract/events'
import type { WriteRequestInput } from '../../shared/contract/schemas'
import { compareRequestSchema, writeRequestSchema } from '../../shared/contract/schemas'
import { finished } from '../../shared/contract/services'
import type { Narrative } from '../../shared/domain/narrative'
import type { Persona } from '../../shared/domain/persona'
import type { Engine } from './engine'
import { openEngine } from './engine'
import { findResources } from './resources'

const live = () => new AbortController().signal

let folder: string
let engine: Engine
let people: readonly Persona[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelftalk-free-'))
  engine = await openEngine({ home: join(folder, 'home'), resources: findResources(import.meta.dirname) })
  people = await engine.services.personas()
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

/** Told in full, so that other defaults leave these texts as they are. */
const drawn = (seed: number) => ({ seed, temperature: 0.9, topP: 0.92, minP: 0.1 })

type Wanted = NonNullable<WriteRequestInput['variant']>

const request = (seed: number, variant: Wanted, more: Partial<WriteRequestInput> = {}) =>
  writeRequestSchema.parse({
    audience: { kind: 'persona', id: people[seed % people.length]?.id ?? '' },
    occasion: 'a rainy week in the hills',
    variant: { plan: 'free', decoding: drawn(seed), ...variant },
    ...more,
  })
const narrate = (seed: number, variant: Wanted = {}): Promise<Narrative> =>
  finished(engine.services.write(request(seed, variant), live()))

async function streamed(seed: number, variant: Wanted): Promise<WriteEvent[]> {
  const events: WriteEvent[] = []
  for await (const event of engine.services.write(request(seed, variant), live())) events.push(event)
  return events
}

describe('a model that plans for itself', () => {
  const cases = [
    ...[1, 2, 3].map((seed) => ({ seed, text: 'channel: page', min: 60, max: 90 })),
    { seed: 4, text: 'channel: card\nclose: none', min: 25, max: 40 },
    { seed: 5, text: 'channel: push\nclose: none', min: 12, max: 20 },
    { seed: 6, text: 'channel: email\nproducts: 2', min: 80, max: 120 },
  ]
  it.each(cases)(
    'says what is so, once, at the length asked for (seed $seed)',
    async ({ seed, text, min, max }) => {
      const events = await streamed(seed, { templateText: text })
      // As picked, prices are in the shopper's money.
      const products = events.flatMap((event) => (event.type === 'picked' ? event.products : []))
      const [narrative] = events.flatMap((event) => (event.type === 'done' ? [event.narrative] : []))
      if (!narrative) throw new Error('The narrative was not finished')
      const [persona] = people.slice(seed % people.length)
      if (!persona) throw new Error('There is nobody to write for')
      const ground = { subject: { persona, occasion: '', products }, ranges: new Map() }
      const beats = narrative.beats.map(({ beat }) => beat)
      // Against typical measures the engine alone knows what is low or high.
      const checked = beats.filter(({ relation }) => relation !== 'low' && relation !== 'high')
      expect(checked.filter((beat) => !beatIsTrue(ground, beat))).toEqual([])
      const said = beats.flatMap((beat) => beat.slots.map((slot) => `${slot} ${beat.factIds?.[slot] ?? ''}`))
      const once = said.filter((one) => !/\.(title|noun) $/.test(one))
      expect(new Set(once).size).toBe(once.length)
      products.forEach((product) =>
        expect(narrative.text).toContain(product.title.replace(/^(The|An?) /, '')),
      )
      expect(narrative.words).toBeGreaterThanOrEqual(min)
      expect(narrative.words).toBeLessThanOrEqual(max)
      expect(narrative.checks.unsupported).toEqual([])
    },
  )

  it('holds what the template demands', async () => {
    const text =
      'channel: page\nlead with: occasion\nmust mention: rating\navoid: price, material\nclose: call'
    const { beats } = await narrate(7, { templateText: text })
    const slots = beats.flatMap(({ beat }) => beat.slots)
    expect(beats[0]?.beat.slots).toContain('u.occasion')
    expect(slots).toContain('p1.rating')
    expect(slots.filter((slot) => /price|material/.test(slot))).toEqual([])
    expect(beats.at(-1)?.beat).toMatchObject({ move: 'close', relation: 'call' })
  })

  it('tells the plan as it grows, each sentence after its beat', async () => {
    const events = await streamed(2, { channel: 'card' })
    const plans = events.flatMap((event) => (event.type === 'planned' ? [event.beats.length] : []))
    const written = events.filter(({ type }) => type === 'beat').length
    expect(plans).toEqual(Array.from({ length: written + 1 }, (_, index) => index))
    let known = 0
    for (const event of events) {
      if (event.type === 'planned') known = event.beats.length
      if (event.type === 'partial') expect(event.beat).toBeLessThan(known)
    }
    const [first] = events.flatMap((event) => (event.type === 'planned' ? [event.prompt] : []))
    expect(first?.map(({ text }) => text)).toContain('<free>')
  })

  it('is the same for the same seed, alone or beside others, and not what code plans', async () => {
    const [alone, again, planned] = [
      await narrate(3),
      await narrate(3),
      await narrate(3, { plan: 'planned' }),
    ]
    expect(again.text).toBe(alone.text)
    expect(planned.text).not.toBe(alone.text)
    const { audience, occasion } = request(3, {})
    const variants = [{ decoding: drawn(3) }, { plan: 'free' as const, decoding: drawn(3) }]
    const compared = compareRequestSchema.parse({ audience, occasion, variants })
    const texts: string[] = []
    for await (const { column, event } of engine.services.compare(compared, live()))
      if (event.type === 'done') texts[column] = event.narrative.text
    expect(texts).toEqual([planned.text, alone.text])
  })

  it('leaves a storyboard that can be written again, sentence by sentence', async () => {
    const first = await narrate(1)
    const beats = first.beats.map(({ beat }) => ({ ...beat, slots: [...beat.slots] }))
    const keep = Object.fromEntries(
      first.beats.slice(1).map(({ beat, template, origin }) => [beat.id, { template, origin }]),
    )
    const productIds = first.products.map(({ id }) => id)
    const again = await finished(
      engine.services.write(request(1, { decoding: { seed: 99 } }, { beats, keep, productIds }), live()),
    )
    expect(again.beats.map(({ beat }) => beat)).toEqual(first.beats.map(({ beat }) => beat))
    expect(again.beats.slice(1).map(({ text }) => text)).toEqual(first.beats.slice(1).map(({ text }) => text))
  })

  it('is asked for by a template, unless the variant says otherwise, and not beside a list of beats', async () => {
    const preview = (templateText: string, variant: Wanted = {}) =>
      engine.services.preview(request(1, { plan: undefined, templateText, ...variant }))
    expect((await preview('plan: free')).beats).toEqual([])
    expect((await preview('plan: free', { plan: 'planned' })).beats.length).toBeGreaterThan(0)
    await expect(preview('beats: hook, introduce', { plan: 'free' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      hint: expect.stringContaining('plan: free') as unknown,
    })
  })

  it('stops when told', async () => {
    const controller = new AbortController()
    const run = async () => {
      for await (const event of engine.services.write(request(1, {}), controller.signal))
        if (event.type === 'planned' && event.beats.length === 2) controller.abort()
    }
    await expect(run()).rejects.toThrow()
    expect((await narrate(5, { channel: 'push' })).words).toBeGreaterThan(5)
  })
})
