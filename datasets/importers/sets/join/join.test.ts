import { afterAll, describe, expect, it } from 'vitest'
import { openImport } from '../../open'
import { importAll, outline, scratch } from '../../testing'
import { guessInteractions, guessRole, guessShoppers } from './guess'
import { joinSpec } from './spec'

const files = scratch()
afterAll(files.remove)

const products = 'ProductKey,ProductName,Price\n1,Oak Table,10\n2,Pine Desk,20\n3,Elm Chair,30\n'
const shoppers =
  'CustomerKey,FirstName,LastName,BirthDate,Gender,AnnualIncome\nc1,ANN,O\'NEIL,02/03/1980,F,"$90,000 "\nc2,Bo,Lee,25/12/1999,NA,"$10,000 "\nc3,,,,X,"$50,000 "\n'
const orders =
  'OrderDate,OrderNumber,CustomerKey,ProductKey,Quantity\n05/02/2019,o1,c1,1,2\n13/02/2019,o2,c2,3,1\n14/02/2019,o3,c9,1,1\n15/02/2019,o4,c1,9,1\n16/02/2019,o5,c1,1,0\nlater,o6,c1,1,1\n05/02/2019,o1,c1,1,2\n17/02/2019,o7,NA,1,1\n18/02/2019,o8,c1,2,"32,623"\n'
const set = { 'products.csv': products, 'customers.csv': shoppers, 'orders.csv': orders }

describe('a folder of tables', () => {
  it('joins products, shoppers and dated orders, and refuses the rest by file and row', async () => {
    const items = await importAll(files.folder(set))
    expect(items.flatMap((item) => (item.type === 'refused' ? [item.refused] : []))).toEqual([
      { file: 'orders.csv', row: 4, field: 'CustomerKey', reason: 'there is no shopper "c9"' },
      { file: 'orders.csv', row: 5, field: 'ProductKey', reason: 'there is no product "9"' },
      { file: 'orders.csv', row: 6, field: 'Quantity', reason: 'a quantity of 0: nothing was bought' },
      { file: 'orders.csv', row: 7, field: 'OrderDate', reason: '"later" is no date' },
      { file: 'orders.csv', row: 8, field: '', reason: 'the same event as an earlier row' },
      { file: 'orders.csv', row: 9, field: 'CustomerKey', reason: 'names no shopper' },
    ])
    expect(items.flatMap((item) => (item.type === 'interaction' ? [item.interaction] : []))).toEqual([
      { shopperId: 'c1', productId: '1', kind: 'purchase', atMs: Date.UTC(2019, 1, 5) },
      { shopperId: 'c2', productId: '3', kind: 'purchase', atMs: Date.UTC(2019, 1, 13) },
      { shopperId: 'c1', productId: '2', kind: 'purchase', atMs: Date.UTC(2019, 1, 18) },
    ])
  })
  it('gives shoppers names and segments; ages are those on the last day of the data', async () => {
    const items = await importAll(files.folder(set))
    expect(
      items.flatMap((item) => (item.type === 'shopper' ? [[item.shopper.name, item.shopper.segments]] : [])),
    ).toEqual([
      ["Ann O'neil", { ageBand: '35-44', gender: 'woman', incomeBand: '90,000 and over' }],
      ['Bo Lee', { ageBand: 'under 25', gender: 'undisclosed', incomeBand: 'under 50,000' }],
      ['Shopper c3', { gender: 'non-binary', incomeBand: '50,000 to under 90,000' }],
    ])
  })
  it('tells what it is, what it reads and what it leaves', async () => {
    const source = await openImport(
      files.folder({ ...set, LICENSE: 'MIT License\n', 'places.csv': 'place,country\nA,B\n' }),
    )
    expect([source.format, source.origin]).toEqual([
      'tables',
      'products.csv + customers.csv + orders.csv (tables; not used: LICENSE, places.csv)',
    ])
    expect(
      source.tables?.map(({ file, uses, columns }) => [file, Object.keys(uses ?? {}), columns?.fields]),
    ).toEqual([
      ['products.csv', [], { id: 'ProductKey', title: 'ProductName', price: 'Price' }],
      [
        'customers.csv',
        ['CustomerKey', 'FirstName', 'LastName', 'BirthDate', 'Gender', 'AnnualIncome'],
        undefined,
      ],
      ['orders.csv', ['CustomerKey', 'ProductKey', 'OrderDate', 'Quantity'], undefined],
    ])
  })
  it('reads several files of one header, the plainer name first; ids that come again are refused', async () => {
    const twice = {
      ...set,
      'products (old).csv': products.replace('Oak Table', 'Old Table'),
      'orders-2.csv': orders.split('\n').slice(0, 2).join('\n'),
    }
    const lines = await outline(files.folder(twice))
    expect(lines.slice(0, 6)).toEqual([
      'Oak Table',
      'Pine Desk',
      'Elm Chair',
      '2 ProductKey: the id "1" repeats row 2 of products.csv',
      '3 ProductKey: the id "2" repeats row 3 of products.csv',
      '4 ProductKey: the id "3" repeats row 4 of products.csv',
    ])
    expect(lines.at(-1)).toBe('2 : the same event as an earlier row')
  })
  it('makes shoppers of those who are only in the log, and reads its kinds', async () => {
    const log =
      'timestamp,user_id,item_id,event\n1433221332,u1,1,view\n1433221333,u1,1,add_to_cart\n1433221334,u1,1,Purchase\n1433221335,u2,2,wishlist\n'
    expect(
      await outline(
        files.folder({ 'items.csv': 'item_id,title,price\n1,Oak Table,1\n2,Pine Desk,2\n', 'log.csv': log }),
      ),
    ).toEqual([
      'Oak Table',
      'Pine Desk',
      'Shopper u1',
      'u1 view 1',
      'u1 cart 1',
      'u1 purchase 1',
      '5 event: "wishlist" is no view, cart or purchase',
    ])
  })
  it.each([
    [
      'a data warehouse',
      {
        'DimProduct.csv': 'ProductKey,EnglishProductName,ListPrice,Color\n1,Oak Table,"$1,250.00",Brown\n',
        'DimCustomer.csv': 'CustomerKey,FirstName,LastName,YearlyIncome,HouseOwnerFlag\nc1,Ann,Lee,90000,1\n',
        'FactSales.csv':
          'ProductKey,OrderDateKey,OrderDate,CustomerKey,OrderQuantity\n1,20190131,2019-01-31,c1,1\n',
      },
      { minor: 125_000, currency: 'USD' },
      { homeOwner: 'yes' },
    ],
    [
      'a fashion shop',
      {
        'articles.csv':
          'article_id,product_code,prod_name,product_type_name,colour_group_name,detail_desc\n01,1,Strap top,Vest top,Black,Jersey top with narrow shoulder straps.\n',
        'customers.csv':
          'customer_id,FN,Active,club_member_status,fashion_news_frequency,age,postal_code\nc1,,,ACTIVE,NONE,49,x\n',
        'transactions_train.csv':
          't_dat,customer_id,article_id,price,sales_channel_id\n2018-09-20,c1,01,0.05,2\n',
      },
      undefined,
      { ageBand: '45-54', membership: 'ACTIVE' },
    ],
  ])('knows the columns of %s', async (_, contents, price, segments) => {
    const items = await importAll(files.folder(contents))
    expect(items.map(({ type }) => type)).toEqual(['product', 'shopper', 'interaction'])
    expect(items[0]).toMatchObject({ product: { ...(price ? { price } : {}) } })
    expect(items[1]).toMatchObject({ shopper: { segments } })
  })
  it('takes files of several formats as paths', async () => {
    const items = files.write('items.json', '[{"sku":"1","title":"Oak Table","price":3}]')
    const log = files.write('log.tsv', 'user\tsku\tdate\nu1\t1\t2020-02-29\n')
    expect(await outline(items, { others: [log] })).toEqual(['Oak Table', 'Shopper u1', 'u1 purchase 1'])
  })
})

describe('a mapping', () => {
  const own = {
    'a.csv': 'Ref;Was;Preis\n1;Oak Table;1,50\n2;Pine Desk;2,50\n',
    'b.csv': 'Wer;Ort;Alter\nx;Ulm;44\ny;Bonn;17\n',
    'c.csv': 'Wer;Ref;Wann\nx;1;02/01/2019\ny;2;03/01/2019\n',
  }
  const map = {
    'products.file': 'a.csv',
    'products.id': 'Ref',
    'products.title': 'Was',
    'products.price': 'Preis',
    currency: 'EUR',
    'shoppers.file': 'b.csv',
    'shoppers.id': 'Wer',
    'segments.region': 'Ort',
    'segments.ageBand': 'Alter',
    'interactions.file': 'c.*',
    'interactions.shopper': 'Wer',
    'interactions.product': 'Ref',
    'interactions.at': 'Wann',
    'interactions.kind': 'view',
    dates: 'day-first',
  }
  it('joins what no name gives away', async () => {
    const items = await importAll(files.folder(own), { map })
    expect(items).toMatchObject([
      { product: { id: '1', title: 'Oak Table', price: { minor: 150, currency: 'EUR' } } },
      { product: { id: '2', title: 'Pine Desk', price: { minor: 250, currency: 'EUR' } } },
      { shopper: { id: 'x', currency: 'EUR', segments: { region: 'Ulm', ageBand: '35-44' } } },
      { shopper: { id: 'y', segments: { region: 'Bonn', ageBand: 'under 25' } } },
      { interaction: { shopperId: 'x', productId: '1', kind: 'view', atMs: Date.UTC(2019, 0, 2) } },
      { interaction: { shopperId: 'y', productId: '2', kind: 'view', atMs: Date.UTC(2019, 0, 3) } },
    ])
  })
  it('guesses no meaning for a column that was given another', async () => {
    const path = files.folder({
      'p.csv': 'id,name,ListPrice,brand\n1,Oak Table,10,Oxley\n',
      'o.csv': 'user,item\nu,1\n',
    })
    const prices = async (map: Readonly<Record<string, string>>) =>
      (await importAll(path, { map })).flatMap((item) =>
        item.type === 'product' ? [item.product.price] : [],
      )
    expect([await prices({}), await prices({ wasPrice: 'ListPrice' })]).toEqual([
      [{ minor: 1000, currency: 'USD' }],
      [undefined],
    ])
  })
  it('takes a guess back with "-"', async () => {
    const items = await importAll(files.folder(set), {
      map: { 'segments.incomeBand': '-', 'interactions.at': '-', 'segments.ageBand': '-' },
    })
    expect(items.find((item) => item.type === 'shopper')).toMatchObject({
      shopper: { segments: { gender: 'woman' } },
    })
    expect(items.find((item) => item.type === 'interaction')).toMatchObject({ interaction: { atMs: 0 } })
  })
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['an unknown part', { 'orders.date': 'x' }, /"orders\.date", which is no part of a catalogue/],
    [
      'an unknown field',
      { 'interactions.when': 'Wann' },
      /"interactions\.when", which is no field of interactions/,
    ],
    [
      'an unknown product field',
      { 'products.titel': 'Was' },
      /"products\.titel", which is no field of products/,
    ],
    [
      'an attribute that is no name',
      { 'segments.age band': 'Alter' },
      /"segments\.age band" is no name such as segments\.ageBand/,
    ],
    ['an empty value', { 'interactions.at': ' ' }, /"interactions\.at" is empty/],
    ['a date order that is none', { dates: 'us' }, /says dates=us/],
    [
      'a file there is not',
      { ...map, 'shoppers.file': 'd.csv' },
      /shoppers\.file=d\.csv, and there is no such table/,
    ],
    [
      'a column there is not',
      { ...map, 'interactions.at': 'When' },
      /interactions\.at=When names a column that "c\.csv" does not have/,
    ],
    [
      'a product column there is not',
      { ...map, 'products.price': 'Price' },
      /products\.price=Price names a column that "a\.csv" does not have/,
    ],
    [
      'a segment column there is not',
      { ...map, 'segments.region': 'Land' },
      /segments\.region=Land names a column/,
    ],
    [
      'no shopper',
      { ...map, 'interactions.shopper': '-' },
      /Which column of the interactions is "shopper" could not be told/,
    ],
    ['no products', { 'products.file': '-' }, /looks like products/],
  ])('says what is wrong with %s', async (_, wrong, message) => {
    await expect(importAll(files.folder(own), { map: wrong })).rejects.toThrow(message)
  })
})

describe('dates', () => {
  const with_ = (rows: readonly string[]) =>
    files.folder({ 'p.csv': products, 'o.csv': ['OrderDate,CustomerKey,ProductKey', ...rows].join('\n') })
  it('asks where every date can be read both ways', async () => {
    const path = with_(['01/02/2019,c1,1', '03/04/2019,c1,2'])
    await expect(importAll(path)).rejects.toThrow(/dates in "OrderDate" can be read both ways/)
    const items = await importAll(path, { map: { dates: 'month-first' } })
    expect(items.at(-1)).toMatchObject({ interaction: { atMs: Date.UTC(2019, 2, 4) } })
  })
  it('finds the order far down, and refuses what contradicts it', async () => {
    const many = Array.from({ length: 300 }, (_, at) => `01/02/2019,c${at},1`)
    const items = await importAll(with_([...many, '02/25/2019,c1,2', '02/26/2019,c1,2', '26/02/2019,c2,2']))
    expect(items.at(3)).toMatchObject({ shopper: { id: 'c0' } })
    expect(items.at(4)).toMatchObject({ interaction: { atMs: Date.UTC(2019, 0, 2) } })
    expect(items.at(-1)).toMatchObject({ refused: { row: 304, reason: '"26/02/2019" is no date' } })
  })
  it('borrows the order of birth dates', async () => {
    const people = 'CustomerKey,Gender,BirthDate\nc1,F,30/01/1980\n'
    const path = files.folder({
      'p.csv': products,
      'c.csv': people,
      'o.csv': 'OrderDate,CustomerKey,ProductKey\n01/02/2019,c1,1\n',
    })
    expect((await importAll(path)).at(-1)).toMatchObject({ interaction: { atMs: Date.UTC(2019, 1, 1) } })
  })
})

describe('guesses', () => {
  it.each([
    ['interactions', 'OrderDate,ProductKey,CustomerKey'],
    ['interactions', 'event_time,user_id,product_id,price'],
    ['shoppers', 'CustomerKey,BirthDate,Gender'],
    ['shoppers', 'id,first_name,last_name,email'],
    ['products', 'ProductKey,ProductName,Price'],
    ['products', 'asin,title,stock'],
    [undefined, 'ProductCategoryKey,CategoryName'],
    [undefined, 'ReturnDate,TerritoryKey,ProductKey,ReturnQuantity'],
  ])('%s: %s', (role, columns) => {
    expect(guessRole({ name: 'x', columns: columns.split(',') })).toBe(role)
  })
  it('finds columns by their names, keys before names', () => {
    expect(
      guessInteractions([
        'OrderDate',
        'StockDate',
        'ProductKey',
        'CustomerKey',
        'OrderLineItem',
        'OrderQuantity',
      ]),
    ).toEqual({
      shopper: 'CustomerKey',
      product: 'ProductKey',
      at: 'OrderDate',
      quantity: 'OrderQuantity',
    })
    expect(guessShoppers(['user_id', 'Full Name', 'DOB', 'sex', 'Country', 'email'])).toEqual({
      fields: { id: 'user_id', name: 'Full Name' },
      segments: { ageBand: 'DOB', gender: 'sex', region: 'Country' },
    })
  })
  it('reads a mapping of parts and bare product fields', () => {
    expect(
      joinSpec({
        title: 'T',
        currency: 'GBP',
        'interactions.at': 'D',
        'segments.region': 'R',
        dates: 'day-first',
      }),
    ).toEqual({
      products: { title: 'T', currency: 'GBP' },
      shoppers: {},
      interactions: { at: 'D' },
      segments: { region: 'R' },
      dates: 'day-first',
    })
  })
})

describe('folders that are nothing known', () => {
  it.each([
    ['no table', { README: 'Hello\nthere\n' }, /holds no table/],
    ['no products', { 'a.csv': 'x,y\n1,2\n' }, /No file of .* looks like products/],
  ])('with %s say so and list the formats', async (_, contents, message) => {
    const failure = await openImport(files.folder(contents)).catch((cause: unknown) => cause)
    expect(failure).toMatchObject({
      code: 'BAD_INPUT',
      hint: expect.stringContaining('movielens-100k, movielens-1m') as unknown,
    })
    expect((failure as Error).message).toMatch(message)
  })
  it('without a file say so', async () => {
    await expect(openImport(files.folder({}))).rejects.toThrow(/folder without a file that can be read/)
  })
  it('name the formats where one is asked for that is none', async () => {
    await expect(openImport(files.folder(set), { format: 'netflix' })).rejects.toMatchObject({
      hint: expect.stringContaining('retailrocket') as unknown,
    })
  })
})
