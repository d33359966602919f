/** What rules, prices, turns and titles make of the order of picks, over a real store and the real recommender. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../models/embed/embedder'
import { DEFAULT_BLEND } from '../../models/recommend/blend'
import type { Strategy } from '../../shared/domain/narrative'
import type { Persona } from '../../shared/domain/persona'
import type { Rule } from '../../shared/domain/rules'
import { along, bought, product, shopper } from '../store/fixtures'
import { openStore } from '../store/store'
import type { Catalogue, Store } from '../store/types'
import { Finder } from './finder'
import { Picker } from './picks'

const embedder = openEmbedder(resolve(import.meta.dirname, '../../models/weights/embedder'))
const PRODUCTS = 80

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

/** Things of which the first sell best and cost most; the two best sellers bear one title. */
const wares = Array.from({ length: PRODUCTS }, (_, at) =>
  product(`p${at}`, at === 1 ? 'the THING 0' : `The thing ${at}`, {
    noun: at % 3 === 0 ? 'cup' : 'bag',
    category: at % 3 === 0 ? 'Table > Cups' : 'Bags',
    price: { minor: at < PRODUCTS / 2 ? 9000 : 900, currency: 'GBP' },
  }),
)
/** Everything is bought by a few more than what comes behind it. */
const buyers = Array.from({ length: PRODUCTS }, (_, at) =>
  Array.from({ length: PRODUCTS - at }, (_, who) => bought(`s${who}`, `p${at}`, 1_700_000_000_000 + at)),
).flat()

/** Boosts what costs a fortune: nothing does. */
const idle: Rule = {
  id: 'idle',
  name: 'Idle',
  enabled: true,
  action: { kind: 'boost', factor: 10 },
  products: { priceMinor: { min: 1_000_000 } },
}
const closed: Rule = { ...idle, id: 'closed', action: { kind: 'exclude' }, products: {} }

describe('the order of picks', () => {
  const home = mkdtempSync(join(tmpdir(), 'shelftalk-pick-order-'))
  let store: Store
  let catalogue: Catalogue
  const over = (...rules: readonly Rule[]) =>
    new Picker(
      new Finder(embedder),
      () => Promise.resolve(DEFAULT_BLEND),
      () => Promise.resolve(rules),
    )
  const plain = over()
  const ruled = over(idle)

  beforeAll(async () => {
    store = await openStore(home)
    const staged = await store.beginImport('things', { origin: 'made up', currency: 'GBP' })
    await staged.addProducts(
      wares,
      wares.map((_, at) => along(at % 4, (at % 9) / 10)),
    )
    await staged.addShoppers(
      Array.from({ length: PRODUCTS }, (_, who) => shopper(`s${who}`, `Shopper ${who}`)),
    )
    await staged.addInteractions(buyers)
    await staged.commit()
    catalogue = await store.catalogue('things')
  })

  afterAll(async () => {
    await store.close()
    rmSync(home, { recursive: true })
  })

  const idsOf = async (picker: Picker, request: Partial<Parameters<Picker['pick']>[1]>) => {
    const all = { persona: somebody, occasion: '', strategy: 'personalised', count: 1, seed: 1 } as const
    const { picks } = await picker.pick(catalogue, { ...all, ...request })
    return picks.map(({ id }) => id)
  }
  const seeds = [1, 2, 3, 4, 5, 6]

  it.each(
    [1, 2, 4].flatMap((count) => [
      ['no budget', count, somebody] as const,
      ['a budget', count, { ...somebody, budgetMinor: 1000 }] as const,
    ]),
  )('is left alone by a rule that touches nothing: %s, %i wanted', async (_, count, persona) => {
    for (const seed of seeds) {
      const request = { persona, count, seed }
      expect(await idsOf(ruled, request)).toEqual(await idsOf(plain, request))
    }
  })

  it('begins alike however many are wanted, and lets the best take turns', async () => {
    const firsts = new Set<string>()
    for (const seed of seeds) {
      const [two, four] = [await idsOf(plain, { count: 2, seed }), await idsOf(plain, { count: 4, seed })]
      expect(four.slice(0, 2)).toEqual(two)
      firsts.add((await idsOf(plain, { count: 1, seed }))[0] ?? '')
    }
    expect(firsts.size).toBeGreaterThan(1)
  })

  it.each<[Strategy, readonly string[]]>([
    ['popularity', ['p0', 'p2', 'p3', 'p4']],
    ['random', []],
  ])('%s stays what it is called where several are wanted', async (strategy, order) => {
    const four = await idsOf(plain, { strategy, count: 4 })
    if (order.length > 0) expect(four).toEqual(order)
    // One product alone is picked by score and nothing else, whoever came before it.
    const best = (
      await plain.ruled(catalogue, { persona: somebody, occasion: '', strategy, count: 1, seed: 1 }, [])
    ).ranked
    const scores = four.map((id) => best.find((pick) => pick.id === id)?.score ?? NaN)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores[3]).toBeGreaterThanOrEqual(best[4]?.score ?? NaN)
  })

  it('mixes as it is told, whatever the strategy', async () => {
    const diverse = await idsOf(plain, { strategy: 'popularity', count: 4, diversity: 0.9 })
    expect(diverse).not.toEqual(['p0', 'p2', 'p3', 'p4'])
    const persona = {
      ...somebody,
      history: [{ productId: 'p60', title: 'The thing 60', boughtOn: '2023-11-01' }],
    }
    // The history is all from the table, and so is the list.
    const calibrated = await idsOf(plain, { persona, strategy: 'popularity', count: 4, calibration: 1 })
    expect(calibrated).toEqual(['p0', 'p3', 'p6', 'p9'])
  })

  it.each<Strategy>(['personalised', 'popularity', 'random'])('has no title twice: %s', async (strategy) => {
    for (const picker of [plain, ruled]) {
      const ids = await idsOf(picker, { strategy, count: PRODUCTS })
      expect(ids).toHaveLength(PRODUCTS - 1)
      expect(ids.filter((id) => id === 'p0' || id === 'p1')).toHaveLength(1)
    }
  })

  it('does without rules where that is asked', async () => {
    await expect(idsOf(over(closed), {})).rejects.toMatchObject({ code: 'BAD_INPUT' })
    expect(await idsOf(over(closed), { withoutRules: true })).toEqual(await idsOf(plain, {}))
  })
})
