/**
 * Files in the layouts that the pages of the three releases describe, with products, people and reviews made up here:
 *
 * - 2014: reviews `{"reviewerID", "asin", "reviewerName", "helpful": [2, 3], "reviewText", "overall", "summary", "unixReviewTime", "reviewTime": "09 13, 2009"}`
 *   as JSON lines; metadata `{'asin', 'title', 'price', 'imUrl', 'related': {…}, 'salesRank': {…}, 'brand', 'categories': [[…]]}` as Python dictionaries.
 * - 2018: reviews with `verified`, `style`, `vote` and `image`; metadata `{"asin", "title", "feature": […], "description": […], "price": "$3.17", "rank",
 *   "brand", "category": […], "main_cat", "also_buy", "tech1"}`, where a price may be a range or a page's style sheet, a title a script, and asins repeat.
 * - 2023: reviews `{"rating", "title", "text", "images", "asin", "parent_asin", "user_id", "timestamp" in ms, "helpful_vote", "verified_purchase"}`; metadata
 *   `{"main_category", "title", "average_rating", "rating_number", "features", "description", "price", "images", "videos", "store", "categories", "details",
 *   "parent_asin", "bought_together"}`, where a price is a number, null, or "None".
 */
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openImport } from '../../open'
import { previewSource } from '../../preview'
import { all, importAll, outline, scratch } from '../../testing'
import { parseLiteral } from './literal'

const files = scratch()
afterAll(files.remove)

const jsonl = (...objects: readonly object[]) => objects.map((object) => JSON.stringify(object)).join('\n')

const meta2014 = [
  `{'asin': '0000017001', 'title': "Child's Paper Kite &amp; Line", 'price': 3.17, 'imUrl': 'http://example.com/a.jpg', 'related': {'also_bought': ['0000017002'], 'bought_together': ['0000017002']}, 'salesRank': {'Toys & Games': 211836}, 'brand': 'Windmere', 'categories': [['Toys & Games', 'Kites'], ['Sports']]}`,
  `{'asin': '0000017002', 'description': 'It\\'s a \\u00e9toile.', 'title': 'Star Lamp', 'categories': [['Home']]}`,
  `{'asin': '0000017003', 'imUrl': 'http://example.com/c.jpg', 'categories': [['Home']]}`,
].join('\n')
const reviews2014 = jsonl(
  {
    reviewerID: 'A1',
    asin: '0000017001',
    reviewerName: 'J. "Kite" Doe',
    helpful: [2, 3],
    reviewText: 'Flies.',
    overall: 5,
    summary: 'Good',
    unixReviewTime: 1252800000,
    reviewTime: '09 13, 2009',
  },
  {
    reviewerID: 'A2',
    asin: '0000017001',
    helpful: [0, 0],
    reviewText: 'Torn.',
    overall: 1,
    summary: 'Bad',
    unixReviewTime: 1252886400,
    reviewTime: '09 14, 2009',
  },
  {
    reviewerID: 'A1',
    asin: '0000017003',
    helpful: [0, 0],
    reviewText: '-',
    overall: 3,
    summary: '-',
    unixReviewTime: 1252886400,
    reviewTime: '09 14, 2009',
  },
)

const meta2018 = jsonl(
  {
    category: ['Home &amp; Kitchen', 'Lamps'],
    tech1: '',
    description: ['A brass lamp with a linen shade.'],
    fit: '',
    title: 'Halden Desk Lamp',
    also_buy: [],
    image: [],
    feature: ['Brass base', 'Linen shade'],
    rank: '1,234 in Home',
    main_cat: 'Home',
    brand: 'by\n    Halden',
    asin: 'B00AAAAAA1',
    price: '$39.50',
  },
  {
    category: [],
    description: [],
    title: 'Corner Shelf',
    brand: 'Visit the Oxley Store',
    asin: 'B00AAAAAA2',
    price: '$1.00 - $2.00',
    main_cat: 'Home',
  },
  {
    category: [],
    description: [],
    title: 'Tea Tin',
    asin: 'B00AAAAAA3',
    price: '.a-box-inner{background-color:#fff}#alohaBuyBoxWidget{}',
    main_cat: 'Home',
  },
  { category: [], title: 'var aPageStart = (new Date()).getTime();', asin: 'B00AAAAAA4', price: '' },
  { category: [], title: 'Tea Tin, again', asin: 'B00AAAAAA3', price: '$4' },
)
const reviews2018 = jsonl(
  {
    overall: 4,
    verified: true,
    reviewTime: '01 1, 2018',
    reviewerID: 'A3',
    asin: 'B00AAAAAA1',
    style: { 'Color:': ' Brass' },
    reviewerName: 'L.',
    reviewText: 'Fine',
    summary: 'ok',
    unixReviewTime: 1514764800,
  },
  {
    overall: 4,
    verified: true,
    reviewTime: '01 1, 2018',
    reviewerID: 'A3',
    asin: 'B00AAAAAA1',
    style: { 'Color:': ' Steel' },
    reviewerName: 'L.',
    reviewText: 'Fine',
    summary: 'ok',
    unixReviewTime: 1514764800,
  },
  { overall: 2, verified: false, reviewTime: '02 28, 2018', reviewerID: 'A4', asin: 'B00AAAAAA3', vote: '2' },
)

const long = `${'Enamel Pie Dish with Lid, Oven Safe, '.repeat(4)}in Blue (Set of 2)${' and More'.repeat(20)}`
const meta2023 = jsonl(
  {
    main_category: 'Home',
    title: 'Enamel Mug',
    average_rating: 4.5,
    rating_number: 12,
    features: ['Holds 12 oz'],
    description: ['A mug.', 'Blue rim.'],
    price: 12.5,
    images: [],
    videos: [{ title: 'v', url: 'u', user_id: '' }],
    store: 'Kiln & Co',
    categories: ['Home', 'Mugs'],
    details: { Material: 'Enamel', Color: 'Blue', Other: { nested: '1' } },
    parent_asin: 'B0P1',
    bought_together: null,
  },
  {
    main_category: 'Home',
    title: long,
    average_rating: 4,
    rating_number: 1,
    features: [],
    description: [],
    price: 'None',
    images: [],
    videos: [],
    store: null,
    categories: [],
    details: '{"Material": "Enamel"}',
    parent_asin: 'B0P2',
    bought_together: null,
  },
)
const reviews2023 = jsonl(
  {
    rating: 5,
    title: 'Yes',
    text: 'Good',
    images: [],
    asin: 'B0C1',
    parent_asin: 'B0P1',
    user_id: 'AE1',
    timestamp: 1588687728923,
    helpful_vote: 0,
    verified_purchase: true,
  },
  {
    rating: 1,
    title: 'No',
    text: 'Bad',
    images: [],
    asin: 'B0C2',
    parent_asin: 'B0P2',
    user_id: 'AE1',
    timestamp: 1588615855070,
    helpful_vote: 1,
    verified_purchase: false,
  },
  {
    rating: 1,
    title: 'No',
    text: 'Bad',
    images: [],
    asin: 'B0C9',
    parent_asin: 'B0P9',
    user_id: 'AE2',
    timestamp: 1588615855070,
    helpful_vote: 1,
    verified_purchase: true,
  },
)

const products = async (path: string, others?: readonly string[]) =>
  (await importAll(path, others ? { others } : {})).flatMap((item) =>
    item.type === 'product' ? [item.product] : [],
  )

describe('2014', () => {
  const folder = () =>
    files.folder({ 'reviews_Toys_5.json.gz': gzipSync(reviews2014), 'meta_Toys.json.gz': gzipSync(meta2014) })
  it('reads Python dictionaries and reviews, packed', async () => {
    const path = folder()
    expect(await openImport(path)).toMatchObject({
      format: 'amazon-reviews',
      origin: 'meta_Toys.json.gz + reviews_Toys_5.json.gz (amazon-reviews)',
      currency: 'USD',
    })
    expect(await outline(path)).toEqual([
      "Child's Paper Kite & Line",
      'Star Lamp',
      '3 title: the title is empty',
      'Shopper A1',
      'A1 purchase 0000017001',
      'Shopper A2',
      'A2 purchase 0000017001',
      '3 asin: there is no product "0000017003"',
    ])
  })
  it('keeps price, brand, the first path of categories and the escapes of a description', async () => {
    expect(await products(folder())).toMatchObject([
      {
        id: '0000017001',
        price: { minor: 317, currency: 'USD' },
        brand: 'Windmere',
        category: 'Toys & Games > Kites',
      },
      { id: '0000017002', description: "It's a étoile.", category: 'Home' },
    ])
  })
  it('reads seconds', async () => {
    const [event] = (await importAll(folder())).filter((item) => item.type === 'interaction')
    expect(event).toMatchObject({
      file: 'reviews_Toys_5.json.gz',
      row: 1,
      interaction: { atMs: Date.UTC(2009, 8, 13) },
    })
  })
})

describe('2018', () => {
  it('takes two paths in either order', async () => {
    const reviews = files.write('reviews.json', reviews2018)
    const meta = files.write('meta.json', meta2018)
    for (const [path, other] of [
      [reviews, meta],
      [meta, reviews],
    ] as const) {
      expect(await outline(path, { others: [other] })).toEqual([
        'Halden Desk Lamp',
        'Corner Shelf',
        'Tea Tin',
        '4 title: the title is a script of the page',
        '5 asin: the id "B00AAAAAA3" repeats row 3',
        'Shopper A3',
        'A3 purchase B00AAAAAA1',
        '2 : the same event as an earlier row',
        'Shopper A4',
        'A4 purchase B00AAAAAA3',
      ])
    }
  })
  it('keeps a product whose price is none', async () => {
    const [lamp, shelf, tin] = await products(files.write('meta.json', meta2018))
    expect(lamp).toMatchObject({
      price: { minor: 3950 },
      brand: 'Halden',
      category: 'Home & Kitchen > Lamps',
      description: 'Brass base. Linen shade. A brass lamp with a linen shade.',
    })
    expect([shelf?.price, shelf?.brand, tin?.price]).toEqual([undefined, 'Oxley', undefined])
  })
  it('falls back on the written date, month first', async () => {
    const items = await importAll(files.folder({ 'm.json': meta2018, 'r.json': reviews2018 }))
    expect(items.at(-1)).toMatchObject({ interaction: { shopperId: 'A4', atMs: Date.UTC(2018, 1, 28) } })
  })
})

describe('2023', () => {
  const folder = () => files.folder({ 'meta_Home.jsonl': meta2023, 'Home.jsonl': reviews2023 })
  it('joins by parent_asin and reads milliseconds', async () => {
    expect(await outline(folder())).toEqual([
      'Enamel Mug',
      'Enamel Pie Dish with Lid, Oven Safe, Enamel Pie Dish with Lid, Oven Safe, Enamel Pie Dish with Lid, Oven Safe, Enamel Pie Dish with Lid, Oven Safe, in Blue',
      'Shopper AE1',
      'AE1 purchase B0P1',
      'AE1 purchase B0P2',
      '3 asin: there is no product "B0P9"',
    ])
    expect((await importAll(folder())).at(3)).toMatchObject({ interaction: { atMs: 1588687728923 } })
  })
  it('keeps rating, price, store, features and details', async () => {
    const [mug, dish] = await products(folder())
    expect(mug).toMatchObject({
      price: { minor: 1250, currency: 'USD' },
      rating: { mean: 4.5, count: 12 },
      brand: 'Kiln & Co',
      description: 'Holds 12 oz. A mug. Blue rim.',
      source: { Material: 'Enamel', Color: 'Blue' },
    })
    expect(mug?.facts).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'colour', text: 'blue' })]),
    )
    expect([dish?.price, dish?.source['Material']]).toEqual([undefined, 'Enamel'])
  })
})

describe('what is missing or broken', () => {
  it('says that reviews alone name no products', async () => {
    await expect(openImport(files.write('reviews.json', reviews2014))).rejects.toThrow(
      /holds no Amazon metadata, and reviews alone/,
    )
  })
  it('says which currency prices are in, and takes another that is told', async () => {
    const path = files.folder({ 'meta.jsonl': meta2023, 'reviews.jsonl': reviews2023 })
    expect((await openImport(path)).currencyFound).toMatchObject({ code: 'USD', how: 'default', sure: false })
    const told = await openImport(path, { map: { currency: 'EUR' } })
    expect(told.currencyFound).toMatchObject({ code: 'EUR', how: 'given' })
    const dollars = files.folder({ 'meta.json': meta2018, 'reviews.json': reviews2018 })
    expect((await openImport(dollars)).currencyFound).toMatchObject({ code: 'USD', how: 'prices' })
  })
  it.each([
    [{ currency: 'EURO' }, /says currency=EURO, which is no currency code/],
    [{ titel: 'x' }, /names "titel", and the columns of amazon-reviews are fixed/],
  ])('refuses the mapping %j', async (map, problem) => {
    const path = files.folder({ 'meta.jsonl': meta2023, 'reviews.jsonl': reviews2023 })
    await expect(openImport(path, { map })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(problem) as unknown,
    })
  })
  it('shows its files as tables', async () => {
    const path = files.folder({ 'meta.jsonl': meta2023, 'reviews.jsonl': reviews2023 })
    const { tables } = await previewSource(await openImport(path))
    expect(tables.map(({ file, mappable }) => [file, mappable])).toEqual([
      ['meta.jsonl', false],
      ['reviews.jsonl', false],
    ])
    const uses = tables.map(({ columns }) =>
      Object.fromEntries(columns.map(({ name, use }) => [name, use.kind === 'field' ? use.field : use.kind])),
    )
    expect(uses[0]).toMatchObject({ parent_asin: 'id', title: 'title', 'details.Material': 'fact' })
    expect(uses[1]).toMatchObject({ user_id: 'shopper', timestamp: 'at', text: 'ignored' })
  })
  it.each([
    ['a line each', (rows: readonly object[]) => jsonl(...rows)],
    [
      'over many lines',
      (rows: readonly object[]) => rows.map((row) => JSON.stringify(row, null, 2)).join('\n'),
    ],
  ])('leaves products with an asin that are not Amazon’s alone: objects %s', async (_, text) => {
    const rows = [
      { asin: 'B1', title: 'Oak Table', price: 12.5, currency: 'GBP', stock: 0, material: 'solid oak' },
      { asin: 'B2', title: 'Pine Desk', price: 20, currency: 'GBP', stock: 3, material: 'pine' },
    ]
    const source = await openImport(files.write('products.jsonl', text(rows)))
    expect([source.format.startsWith('json'), source.currency]).toEqual([true, 'GBP'])
    const [first] = await all(source.items)
    expect(first).toMatchObject({ product: { price: { minor: 1250, currency: 'GBP' }, stock: 0 } })
  })
  it('leaves one file to whoever maps its columns', async () => {
    const source = await openImport(
      files.write('own.json', jsonl({ asin: 'B1', title: 'Oak Table', label: 'Table of Oak', price: '1' })),
      { map: { title: 'label' } },
    )
    expect(source.format).toBe('jsonl')
  })
  it('refuses broken lines one by one', async () => {
    const meta = `${meta2014}\n{'asin': '4', 'title': 'Half\n[1, 2]\n{"asin": "5", "title": "Oak Table"}`
    const reviews = `${reviews2014}\n{"reviewerID": "A9", "asin": "5"}\n{"reviewerID": "NA", "asin": "5", "unixReviewTime": 1252886400}\n{"reviewerID": 7, "asin": ["5"], "unixReviewTime": 1252886400}`
    expect(
      (await outline(files.folder({ 'm.json': meta, 'r.json': reviews }))).filter((line) => /^\d/.test(line)),
    ).toEqual([
      '3 title: the title is empty',
      '4 : neither JSON nor a Python dictionary: a string is never closed',
      '5 : the line is not an object',
      '3 asin: there is no product "0000017003"',
      '4 reviewTime: the date is empty',
      '5 reviewerID: names no shopper',
      '6 asin: names no product',
    ])
  })
})

describe('parseLiteral', () => {
  it.each([
    ["{'a': [1, 2.5, -3e2], 'b': (True, None), \"c\": {}}", { a: [1, 2.5, -300], b: [true, null], c: {} }],
    ["{'it\\'s': 'a \\\\ b\\n\\x41\\u00e9', u'k': 5L,}", { "it's": 'a \\ b\nAé', k: 5 }],
    ['{"json": "still"}', { json: 'still' }],
    ["'one'", 'one'],
  ])('reads %s', (text, value) => {
    expect(parseLiteral(text)).toEqual(value)
  })
  it.each([
    "{'a'",
    "{'a': }",
    "{'a' 'b'}",
    "'open",
    '{1',
    '',
    '[1 2]',
    `${'['.repeat(60)}`,
    "{'a': nothing}",
    "{'a': 1} x",
  ])('refuses %s', (text) => {
    expect(() => parseLiteral(text)).toThrow(SyntaxError)
  })
})
