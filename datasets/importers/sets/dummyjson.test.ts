import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../../shared/util/random'
import { openImport } from '../open'
import { previewSource } from '../preview'
import { all, importAll, outline, scratch } from '../testing'
import type { ImportItem } from '../types'

const files = scratch()
afterAll(files.remove)

const review = (email: string, date = '2025-04-30T09:41:02.053Z') => ({
  rating: 4,
  date,
  reviewerEmail: email,
})
const product = (id: number, more: object = {}) => ({
  id,
  title: `Oak Table ${id}`,
  category: 'furniture',
  price: 9.99,
  discountPercentage: 10,
  stock: 5,
  sku: `FUR-${id}`,
  rating: 4.5,
  warrantyInformation: '2 year warranty',
  dimensions: { width: 15.1, height: 13, depth: 22 },
  availabilityStatus: 'In Stock',
  ...more,
})
const user = (id: number, more: object = {}) => ({
  id,
  firstName: 'Emily',
  lastName: 'Johnson',
  maidenName: 'Smith',
  age: 29,
  gender: 'female',
  email: `emily${id}@example.org`,
  password: 'secret',
  ssn: '900-590-289',
  address: { state: 'Ohio', address: '626 Main Street' },
  ...more,
})
const cart = (id: number, userId: number, products: readonly unknown[]) => ({
  id,
  products: products.map((one) => (typeof one === 'number' ? { id: one, quantity: 2 } : one)),
  userId,
  totalProducts: products.length,
})
const folder = (products: unknown, users?: unknown, carts?: unknown) =>
  files.folder({
    'products.json': JSON.stringify(products),
    ...(users === undefined ? {} : { 'users.json': JSON.stringify(users) }),
    ...(carts === undefined ? {} : { 'carts.json': JSON.stringify(carts) }),
  })

describe('DummyJSON', () => {
  it('brings products, shoppers with segments, carts without a date and reviews on theirs', async () => {
    const path = folder(
      [
        product(1, { reviews: [review('EMILY7@example.org'), review('emily7@example.org', '2025-05-01')] }),
        product(2),
      ],
      [user(7)],
      [cart(1, 7, [2, 1]), cart(2, 7, [2])],
    )
    const items = await importAll(path)
    expect((await openImport(path)).format).toBe('dummyjson')
    expect(await outline(path)).toEqual([
      'Oak Table 1',
      'Oak Table 2',
      'Emily Johnson',
      '7 cart 2',
      '7 cart 1',
      '7 cart 2',
      '7 purchase 1',
      '7 purchase 1',
    ])
    expect(items[0]).toMatchObject({
      product: {
        id: '1',
        rating: { mean: 4.5, count: 2 },
        stock: 5,
        facts: [
          { kind: 'warranty', text: '2 years' },
          { kind: 'material', text: 'oak' },
        ],
      },
    })
    expect(items[2]).toMatchObject({
      shopper: { segments: { ageBand: '25-34', gender: 'woman', region: 'Ohio' } },
    })
    const dates = items.flatMap((item) => (item.type === 'interaction' ? [item.interaction.atMs] : []))
    expect(dates).toEqual([0, 0, 0, Date.parse('2025-04-30T09:41:02.053Z'), Date.parse('2025-05-01')])
  })

  it('keeps nothing that is nobody’s business', async () => {
    const text = JSON.stringify(await importAll(folder([product(1)], [user(7)], [])))
    for (const secret of ['secret', '900-590-289', 'Main Street', 'emily7@'])
      expect(text).not.toContain(secret)
  })

  it('reads the API’s own answers', async () => {
    const path = folder(
      { products: [product(1)], total: 1 },
      { users: [user(7)], total: 1 },
      { carts: [cart(1, 7, [1])], total: 1 },
    )
    expect(await outline(path)).toEqual(['Oak Table 1', 'Emily Johnson', '7 cart 1'])
  })

  it('refuses what names nobody, nothing or no day, with its file and row', async () => {
    const path = folder(
      [
        product(1, {
          reviews: [review('nobody@example.org'), { rating: 1 }, review('emily7@example.org', 'soon')],
        }),
        product(1),
        product(3, { price: 'call us', reviews: [review('emily7@example.org')] }),
      ],
      [user(7), user(7), { firstName: 'No id', maidenName: '' }, 5],
      [cart(1, 7, [1, 9, 'no product']), cart(2, 8, [1]), cart(3, 7, []), { id: 4, totalProducts: 0 }],
    )
    const refused = (await importAll(path)).flatMap((item) => (item.type === 'refused' ? [item.refused] : []))
    expect(refused.map(({ file, row, field, reason }) => `${file ?? ''} ${row} ${field}: ${reason}`)).toEqual(
      [
        'products.json 2 id: the id "1" repeats row 1',
        'products.json 3 price: "call us" is not one amount of money',
        'users.json 2 id: the id "7" was there before',
        expect.stringMatching(/^users\.json 3 id: /),
        'users.json 4 : the row is not an object',
        'carts.json 1 products.1.id: there is no product "9"',
        'carts.json 1 products.2.id: names no product',
        'carts.json 2 userId: there is no shopper "8"',
        'carts.json 3 products: the cart is empty',
        expect.stringMatching(/^carts\.json 4 userId: /),
        'products.json 1 reviews.0: is by nobody among the users',
        'products.json 1 reviews.1: says neither by whom nor when',
        'products.json 1 reviews.2: says neither by whom nor when',
      ],
    )
  })

  it('knows shoppers by their carts where there are no users', async () => {
    expect(await outline(folder([product(1)], undefined, [cart(1, 7, [1])]))).toEqual([
      'Oak Table 1',
      'Shopper 7',
      '7 cart 1',
    ])
  })

  it('is previewed as the tables that it is made of', async () => {
    const preview = await previewSource(await openImport(folder([product(1)], [user(7)], [cart(1, 7, [1])])))
    expect(preview).toMatchObject({ format: 'dummyjson', rowsRead: 3, kept: 3, shoppers: 1, interactions: 1 })
    const [products, users] = preview.tables
    expect(products?.columns.find(({ name }) => name === 'id')?.use).toEqual({ kind: 'field', field: 'id' })
    expect(users?.columns.filter(({ use }) => use.kind !== 'ignored').map(({ name }) => name)).toEqual([
      'id',
      'firstName',
      'lastName',
      'age',
      'gender',
      'address.state',
    ])
  })

  it('survives damage of every kind', async () => {
    const bits = ['null', '[]', '{}', '"x"', '-1', '1e999', '"\\ud800"', 'true', '{"a":{"b":[1]}}']
    for (let seed = 0; seed < 40; seed++) {
      const random = seededRandom(seed)
      const broken = (text: string) =>
        text.replace(/:("[^"]*"|[\d.]+)/g, (whole) =>
          random.below(8) === 0 ? `:${random.pick(bits)}` : whole,
        )
      const path = files.folder({
        'products.json': broken(
          JSON.stringify([1, 2, 3].map((id) => product(id, { reviews: [review('emily7@example.org')] }))),
        ),
        'users.json': broken(JSON.stringify([user(7), user(8)])),
        'carts.json': broken(JSON.stringify([cart(1, 7, [1, 2]), cart(2, 8, [3])])),
      })
      const items: readonly ImportItem[] = await all((await openImport(path, { format: 'dummyjson' })).items)
      const rowsOf = (file: string) =>
        new Set(
          items
            .flatMap((item) =>
              item.type === 'joined' ? [] : [item.type === 'refused' ? item.refused : item],
            )
            .filter((item) => item.file === file)
            .map(({ row }) => row),
        )
      expect(
        [rowsOf('products.json').size, rowsOf('users.json').size, rowsOf('carts.json').size],
        `seed ${seed}`,
      ).toEqual([3, 2, 2])
    }
  })
})

const real = resolve(import.meta.dirname, '../../../../shared/data/dummyjson')
const suite = existsSync(real)
  ? 'the real files'
  : 'the real files (skipped: ../shared/data/dummyjson is not there)'

describe.skipIf(!existsSync(real))(suite, () => {
  it('are taken whole', async () => {
    const counts: Record<string, number> = {}
    for (const { type } of await importAll(real)) counts[type] = (counts[type] ?? 0) + 1
    expect(counts).toEqual({ product: 194, shopper: 208, interaction: 800 + 582 })
  })
})
