/** A rule that evens price tiers out, kept in the store: whose picks it changes, and what it says of them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEmbedder } from '../../../models/embed/embedder'
import { DEFAULT_BLEND } from '../../../models/recommend/blend'
import { placeDither } from '../../../models/recommend/dither'
import { personaSchema } from '../../../shared/contract/schemas'
import type { Persona } from '../../../shared/domain/persona'
import { along, product } from '../../store/fixtures'
import { openStore } from '../../store/store'
import type { Store } from '../../store/types'
import { Finder } from '../finder'
import { Picker } from '../picks'
import { ruleServices } from '../rules'

const embedder = openEmbedder(resolve(import.meta.dirname, '../../../models/weights/embedder'))
/** Four of each third, and one whose price is not known. */
const shelf = [
  ...Array.from({ length: 12 }, (_, at) =>
    product(`p${at + 1}`, `Scarf ${at + 1}`, { price: { minor: 10_000 * (at + 1), currency: 'INR' } }),
  ),
  product('p13', 'Scarf 13'),
]
const somebody = (segments: Persona['segments']): Persona => ({
  ...{ id: 'somebody', name: 'Somebody', summary: '', interests: [], history: [], voice: 'warm' },
  ...{ segments, locale: 'en-IN', currency: 'INR' },
})

let home: string
let store: Store
let picker: Picker

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'shelftalk-parity-'))
  store = await openStore(home)
  const staged = await store.beginImport('scarves', { origin: 'a test', currency: 'INR' })
  await staged.addProducts(
    shelf,
    shelf.map((_, at) => along(at % 4)),
  )
  await staged.commit()
  const blend = () => Promise.resolve(DEFAULT_BLEND)
  picker = new Picker(new Finder(embedder), blend, async (name) => (await store.rules.of(name)).rules)
})
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true })
})

async function picks(segments: Persona['segments'], count = 8) {
  const request = { persona: somebody(segments), occasion: '', strategy: 'popularity', seed: 1 } as const
  return (await picker.pick(await store.catalogue('scarves'), { ...request, count })).picks
}
const ids = async (segments: Persona['segments']) => (await picks(segments)).map(({ id }) => id)

it('changes the picks of its group alone, says so pick by pick, and is listed and taken out like any other', async () => {
  const plain = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8']
  expect(await ids({ ageBand: '55+' })).toEqual(plain)
  const rules = ruleServices({ store, picker })
  const { rule } = await rules.saveRule({
    catalogue: 'scarves',
    rule: {
      ...{ name: 'Even prices', enabled: true, products: {} },
      when: { segment: { field: 'ageBand', value: '55+' } },
      action: { kind: 'parity', by: 'priceTier', factors: { budget: 0.5, middle: 1, premium: 3 } },
    },
  })
  // The four of the premium third count a third of their place, the four of the budget third twice theirs.
  const place = (id: string, at: number) => (at + 1 - placeDither(id)) / (at < 4 ? 0.5 : at > 7 ? 3 : 1)
  const evened = shelf
    .slice(0, 12)
    .map(({ id }, at) => ({ id, place: place(id, at) }))
    .sort((one, other) => one.place - other.place)
    .map(({ id }) => id)
    .slice(0, 8)
  expect(evened.filter((id) => ['p9', 'p10', 'p11', 'p12'].includes(id))).toHaveLength(4)
  expect(await ids({ ageBand: '55+' })).toEqual(evened)
  const others: readonly Persona['segments'][] = [{ ageBand: '35-44' }, { region: '55+' }, {}]
  for (const segments of others) expect(await ids(segments)).toEqual(plain)
  const said = new Map((await picks({ ageBand: '55+' }, 13)).map((pick) => [pick.id, pick.rules ?? []]))
  // Of the two thirds with a factor it says so where a place was changed.
  const order = [...said.keys()]
  const moved = [1, 2, 3, 4, 9, 10, 11, 12].filter((place) => order[place - 1] !== `p${place}`)
  expect(moved).toContain(9)
  const told = order.filter((id) => said.get(id)?.length)
  expect(told.sort()).toEqual(moved.map((place) => `p${place}`).sort())
  expect(said.get('p9')).toEqual(['evened out by rule Even prices'])

  const preview = await rules.previewRules({
    ...{ catalogue: 'scarves', occasion: '', strategy: 'popularity' },
    audience: { kind: 'profile', profile: personaSchema.parse(somebody({ ageBand: '55+' })) },
  })
  expect(preview.after.slice(0, 8).map(({ id }) => id)).toEqual(evened)
  expect(preview.effects).toMatchObject([
    { ruleId: rule.id, state: 'holds', matching: 13, touched: moved.length },
  ])

  expect((await rules.rules('scarves')).rules.map(({ id }) => id)).toEqual([rule.id])
  await rules.deleteRule('scarves', rule.id)
  expect(await ids({ ageBand: '55+' })).toEqual(plain)
})
