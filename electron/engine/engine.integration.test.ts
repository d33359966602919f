import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../shared/contract/errors'
import type { ImportEvent, WriteEvent } from '../../shared/contract/events'
import type { WriteRequestInput } from '../../shared/contract/schemas'
import { compareRequestSchema, importRequestSchema, writeRequestSchema } from '../../shared/contract/schemas'
import { finished } from '../../shared/contract/services'
import type { Narrative } from '../../shared/domain/narrative'
import type { Engine } from './engine'
import { openEngine } from './engine'
import { findResources } from './resources'

const resources = findResources(import.meta.dirname)
const live = () => new AbortController().signal

let folder: string
let engine: Engine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelftalk-engine-'))
  engine = await openEngine({ home: join(folder, 'home'), resources })
})

afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

const asha = { kind: 'persona', id: '' } as const

async function persona(): Promise<WriteRequestInput['audience']> {
  const [first] = await engine.services.personas()
  return { ...asha, id: first?.id ?? '' }
}

async function narrate(request: Partial<WriteRequestInput> = {}): Promise<Narrative> {
  const audience = await persona()
  return finished(
    engine.services.write(
      writeRequestSchema.parse({ audience, occasion: 'a rainy week in the hills', ...request }),
      live(),
    ),
  )
}

/** The code of the error that a promise rejects with. */
async function codeOf(work: Promise<unknown>): Promise<ErrorCode | 'none'> {
  try {
    await work
    return 'none'
  } catch (cause) {
    return (cause as { readonly code: ErrorCode }).code
  }
}

async function imported(request: Record<string, unknown>): Promise<ImportEvent[]> {
  const events: ImportEvent[] = []
  for await (const event of engine.services.importFile(importRequestSchema.parse(request), live()))
    events.push(event)
  return events
}

describe('a fresh home', () => {
  it('holds the invented shop, its personas and templates', async () => {
    const [shop] = await engine.services.catalogues()
    expect(shop).toMatchObject({ name: 'shop', invented: true, version: 1 })
    expect(shop?.products).toBeGreaterThanOrEqual(2400)
    expect(shop?.shoppers).toBeGreaterThanOrEqual(3000)
    expect(shop?.interactions).toBeGreaterThanOrEqual(60_000)
    expect(await engine.services.personas()).toHaveLength(12)
    expect((await engine.services.templates()).map((template) => template.id)).toContain('page')
  })
})

describe('writing', () => {
  it('streams picks, a plan, growing text, beats and the narrative', async () => {
    const request = writeRequestSchema.parse({
      audience: await persona(),
      occasion: 'a rainy week in the hills',
    })
    const events: WriteEvent[] = []
    for await (const event of engine.services.write(request, live())) events.push(event)
    const kinds = events.map((event) => event.type)
    expect(kinds.slice(0, 2)).toEqual(['picked', 'planned'])
    expect(kinds.at(-1)).toBe('done')
    expect(kinds.filter((kind) => kind === 'partial').length).toBeGreaterThan(10)
    const last = events.at(-1)
    const narrative = last?.type === 'done' ? last.narrative : undefined
    expect(narrative?.beats.length).toBe(kinds.filter((kind) => kind === 'beat').length)
    expect(narrative?.beats.map((beat) => narrative.text.slice(beat.start, beat.end))).toEqual(
      narrative?.beats.map((beat) => beat.text),
    )
  })

  it('says only what the row says, and points every span at it', async () => {
    const narrative = await narrate()
    expect(narrative.checks.unsupported).toEqual([])
    expect(narrative.spans.length).toBeGreaterThan(1)
    for (const span of narrative.spans) expect(narrative.text.slice(span.start, span.end)).toBe(span.text)
    for (const span of narrative.spans.filter((one) => one.productIndex >= 0)) {
      const product = await engine.services.product(undefined, span.productId)
      expect(Object.keys(product.source)).toContain(span.sourceField)
    }
  })

  it('is the same for the same seed, alone or beside others, and differs for another', async () => {
    const variant = (seed: number) => ({ decoding: { seed } })
    const alone = await narrate({ variant: variant(7) })
    const again = await narrate({ variant: variant(7) })
    const other = await narrate({ variant: variant(8) })
    expect(again.text).toBe(alone.text)
    expect(other.text).not.toBe(alone.text)
    const request = compareRequestSchema.parse({
      audience: await persona(),
      occasion: 'a rainy week in the hills',
      variants: [variant(8), variant(7)],
    })
    const texts: string[] = []
    for await (const { column, event } of engine.services.compare(request, live()))
      if (event.type === 'done') texts[column] = event.narrative.text
    expect(texts).toEqual([other.text, alone.text])
  })

  it('keeps sentences that are to stay and rewrites the one that is not', async () => {
    const first = await narrate({ variant: { decoding: { seed: 3 } } })
    const [head, ...rest] = first.beats
    const keep = Object.fromEntries(rest.map(({ beat, template, origin }) => [beat.id, { template, origin }]))
    const productIds = first.products.map((product) => product.id)
    const second = await narrate({
      beats: first.beats.map(({ beat }) => ({ ...beat, slots: [...beat.slots] })),
      keep,
      productIds,
      variant: { decoding: { seed: 4 } },
    })
    expect(second.beats.slice(1).map((beat) => beat.text)).toEqual(rest.map((beat) => beat.text))
    expect(second.beats[0]?.beat).toEqual(head?.beat)
  })

  it('keeps what a person wrote, with the catalogue’s values linked, and has the checker read it', async () => {
    const template = 'For 900 hours at a time, the <p1.title> runs.'
    const beat = { id: 'a', move: 'introduce', voice: 'warm', length: 'short', slots: ['p1.title'] } as const
    const { beats, spans, checks } = await narrate({
      beats: [{ ...beat, slots: [...beat.slots] }],
      keep: { a: { template, origin: 'edited' } },
    })
    expect(beats.map(({ origin, template: kept, rejected }) => [origin, kept, rejected])).toEqual([
      ['edited', template, []],
    ])
    expect(spans.map(({ field }) => field)).toEqual(['title'])
    expect(checks.unsupported.map(({ text }) => text).join()).toContain('900')
  })

  it.each([
    ['backpack-02', 'The <p1.title> is lighter than most.', []],
    ['backpack-01', 'The <p1.title> is lighter than most.', ['comparison']],
  ])('knows of %s what most of its kind weigh: "%s"', async (id, template, kinds) => {
    const beat = { id: 'a', move: 'introduce', voice: 'warm', length: 'short', slots: ['p1.title'] } as const
    const { checks } = await narrate({
      beats: [{ ...beat, slots: [...beat.slots] }],
      keep: { a: { template, origin: 'edited' } },
      productIds: [id],
    })
    expect(checks.unsupported.map(({ kind }) => kind)).toEqual(kinds)
  })

  const hook = { id: 'a', move: 'hook', voice: 'warm', length: 'short', slots: [] } as const
  it('stops when it is cancelled and is free for the next', async () => {
    const controller = new AbortController()
    const request = writeRequestSchema.parse({ audience: await persona() })
    const reading = (async () => {
      for await (const event of engine.services.write(request, controller.signal))
        if (event.type === 'partial') controller.abort()
    })()
    await expect(reading).rejects.toThrow()
    expect((await narrate()).text.length).toBeGreaterThan(20)
  })

  it('says nothing of what the giver likes and has in a text about a present', async () => {
    const all = await engine.services.personas()
    const profile = all.find(({ interests, history }) => interests.length > 0 && history.length > 0)
    expect(profile).toBeDefined()
    const spoken = async (recipient: string | undefined) => {
      const slots = new Set<string>()
      for (const seed of [1, 2, 3]) {
        const request = writeRequestSchema.parse({
          audience: { kind: 'profile', profile: { ...profile, recipient } },
          occasion: 'a birthday',
          variant: { templateText: 'channel: page', decoding: { seed } },
        })
        const { beats } = await engine.services.preview(request)
        for (const slot of beats.flatMap((beat) => beat.slots))
          slots.add(slot.startsWith('h') ? 'history' : slot)
      }
      return ['history', 'u.interest', 'u.recipient'].filter((slot) => slots.has(slot))
    }
    expect(await spoken(undefined)).toEqual(['history', 'u.interest'])
    expect(await spoken('your sister')).toEqual(['u.recipient'])
  })

  it('picks what the shopper would pay for, where the shop has it', async () => {
    const [someone] = await engine.services.personas()
    const reach = (someone?.budgetMinor ?? 0) * 2.5
    expect(reach).toBeGreaterThan(0)
    for (const occasion of ['camping with the children', '', 'a first flat']) {
      const [pick] = (await narrate({ occasion })).products
      const product = await engine.services.product(undefined, pick?.id ?? '')
      expect(product.price?.minor).toBeLessThanOrEqual(reach)
    }
  })

  it.each([
    [{ audience: { kind: 'persona', id: 'nobody' } }, 'NOT_FOUND'],
    [{ audience: { kind: 'shopper', id: 'nobody' } }, 'NOT_FOUND'],
    [{ catalogue: 'nowhere' }, 'NOT_FOUND'],
    [{ productIds: ['nothing'] }, 'NOT_FOUND'],
    [{ variant: { templateId: 'none' } }, 'NOT_FOUND'],
    [{ variant: { templateText: 'must mention: {weather}' } }, 'TEMPLATE_INVALID'],
    [{ variant: { adapters: [{ name: '../etc' }] } }, 'NOT_FOUND'],
    [{ beats: [] }, 'BAD_INPUT'],
    [{ beats: [{ ...hook, slots: ['p4.title'] }] }, 'BAD_INPUT'],
    [{ beats: [hook, hook] }, 'BAD_INPUT'],
    [{ beats: [{ ...hook, move: 'compare', relation: 'cheaper', slots: ['p1.title'] }] }, 'BAD_INPUT'],
  ] as const)('refuses %j with %s', async (request, code) => {
    expect(await codeOf(narrate(request as unknown as Partial<WriteRequestInput>))).toBe(code)
  })
})

describe('importing', () => {
  it('takes a table, lists what it refuses, and writes about it', async () => {
    const path = join(folder, 'lamps.csv')
    await writeFile(
      path,
      'sku,name,price,description\n1,Harbour Lamp,$40,A brass lamp with a linen shade.\n2,,$10,nameless\n3,Quay Lamp,call us,A lamp.\n',
    )
    const events = await imported({ path, name: 'lamps', map: { id: 'sku', title: 'name' } })
    const done = events.at(-1)
    expect(done).toMatchObject({ type: 'done', result: { catalogue: 'lamps', products: 1, refusedTotal: 2 } })
    const narrative = await narrate({ catalogue: 'lamps' })
    expect(narrative.text).toContain('Harbour Lamp')
    expect(narrative.checks.unsupported).toEqual([])
  })

  it('changes nothing when every row is refused, or the name is taken by the shop', async () => {
    const path = join(folder, 'empty-titles.csv')
    await writeFile(path, 'name,price\n,1\n,2\n')
    const before = await engine.services.catalogues()
    expect(await codeOf(imported({ path, name: 'lamps' }))).toBe('IMPORT_REFUSED')
    expect(await codeOf(imported({ path, name: 'shop' }))).toBe('BAD_INPUT')
    expect(await codeOf(imported({ path: join(folder, 'absent.csv') }))).toBe('BAD_INPUT')
    expect(await engine.services.catalogues()).toEqual(before)
  })
})

describe('a damaged model', () => {
  it('fails the call that needs it, in words, and nothing else', async () => {
    const damaged = await openEngine({
      home: join(folder, 'home-2'),
      resources,
      modelFolder: join(folder, 'no-model'),
    })
    const request = writeRequestSchema.parse({ audience: await persona() })
    expect(await codeOf(finished(damaged.services.write(request, live())))).toBe('MODEL_UNREADABLE')
    expect(await damaged.services.personas()).toHaveLength(12)
    await damaged.close()
  })
})
