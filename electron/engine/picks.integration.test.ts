import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../models/embed/embedder'
import { productText } from '../../models/embed/productText'
import { DEFAULT_BLEND } from '../../models/recommend/blend'
import type { Persona } from '../../shared/domain/persona'
import { product } from '../store/fixtures'
import { openStore } from '../store/store'
import type { Catalogue, Store } from '../store/types'
import { Finder } from './finder'
import { Picker } from './picks'

const embedder = openEmbedder(resolve(import.meta.dirname, '../../models/weights/embedder'))

/** Things whose titles boast of what they are not. */
const wares = [
  ['saw', 'Winter Warrior Chainsaw', 'Tools > Saws', 'A petrol saw for logs and storms of every kind.'],
  ['coat', 'Arctic Down Parka', 'Clothing > Coats', 'A warm hooded winter coat for snow and frost.'],
  [
    'scarf',
    'Frosty Winter Scarf',
    'Clothing > Scarves',
    'Soft wool that keeps the neck warm on cold winter days.',
  ],
  ['reel', 'Angler Fishing Reel', 'Outdoors > Fishing', 'A smooth reel for rivers and lakes.'],
  ['lure', 'Silver Fishing Lure', 'Outdoors > Fishing', 'A lure that trout follow.'],
  ['kayak', 'Duo Kayak', 'Outdoors > Kayaking', 'A boat for two on quiet water.'],
  ['piano', 'Upright Piano', 'Instruments > Keys', 'A piano for the music room.'],
  ['headphones', 'Wireless Headphones', 'Electronics > Audio', 'Music all day without a cable.'],
] as const

const somebody: Persona = {
  id: 'somebody',
  name: 'Somebody',
  summary: '',
  interests: [],
  history: [],
  voice: 'warm',
  segments: {},
  locale: 'en-GB',
  currency: 'GBP',
}

describe('picks for an occasion', () => {
  const home = mkdtempSync(join(tmpdir(), 'shelftalk-picks-'))
  const picker = new Picker(new Finder(embedder), () => Promise.resolve(DEFAULT_BLEND))
  let store: Store
  let catalogue: Catalogue

  beforeAll(async () => {
    store = await openStore(home)
    const products = wares.map(([id, title, category, description]) =>
      product(id, title, { category, description, noun: title.split(' ').at(-1)?.toLowerCase() ?? title }),
    )
    const staged = await store.beginImport('odds', { origin: 'made up', currency: 'GBP' })
    await staged.addProducts(
      products,
      products.map((one) => embedder.embed(productText(one))),
    )
    await staged.commit()
    catalogue = await store.catalogue('odds')
  })

  afterAll(async () => {
    await store.close()
    rmSync(home, { recursive: true })
  })

  const fits = async (occasion: string) => {
    const request = {
      persona: somebody,
      occasion,
      strategy: 'personalised',
      count: wares.length,
      seed: 1,
    } as const
    const { picks } = await picker.pick(catalogue, request)
    return picks.filter(({ reason }) => reason.includes(`its ${occasion}`)).map(({ id }) => id)
  }

  it.each([
    ['a winter in Shimla', ['scarf'], ['saw', 'kayak', 'piano']],
    ['learning the piano', ['piano'], ['saw', 'coat', 'reel']],
    ['wireles hedphones for a flight', ['headphones'], ['saw', 'scarf', 'lure']],
    ['badminton', [], ['reel', 'lure', 'kayak', 'saw']],
  ])('%s: what fits and what does not', async (occasion, wanted, silly) => {
    const found = await fits(occasion)
    expect(found).toEqual(expect.arrayContaining(wanted))
    expect(found.filter((id) => silly.includes(id))).toEqual([])
  })

  const reasons = async (persona: Persona, occasion: string, count = 3) => {
    const request = { persona, occasion, strategy: 'personalised', count, seed: 1 } as const
    return (await picker.pick(catalogue, request)).picks
  }
  const angler: Persona = {
    ...somebody,
    interests: ['fishing'],
    history: [{ productId: 'reel', title: 'Angler Fishing Reel', noun: 'reel', boughtOn: '2024-05-01' }],
  }

  it('says that nothing fits an occasion, and what the picks go by instead', async () => {
    const [first] = await reasons({ ...somebody, interests: ['fishing'] }, 'badminton', 1)
    expect(first?.reason).toMatch(/^Nothing in the shop fits "badminton"; matches an interest in fishing/)
  })

  it('goes by the occasion alone for a present, and says so', async () => {
    const own = await reasons(angler, '')
    expect(own.map(({ id }) => id)).toContain('lure')
    const gift = await reasons({ ...angler, recipient: 'your sister' }, 'learning the piano', 1)
    expect(gift).toMatchObject([
      {
        id: 'piano',
        reason: 'Fits learning the piano; a gift for your sister, so your own tastes play no part',
      },
    ])
    expect(gift[0]).not.toHaveProperty('because')
  })
})
