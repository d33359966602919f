import { afterAll, describe, expect, it } from 'vitest'
import { openImport } from '../../open'
import { previewSource } from '../../preview'
import { scratch } from '../../testing'

const files = scratch()
afterAll(files.remove)

const products = 'ProductKey,ProductName,Price\n1,Oak Table,10\n2,Pine Desk,20\n3,Elm Chair,30\n'
const shoppers =
  'CustomerKey,FirstName,LastName,BirthDate,Gender,AnnualIncome\nc1,ANN,O\'NEIL,02/03/1980,F,"$90,000 "\nc2,Bo,Lee,25/12/1999,NA,"$10,000 "\nc3,,,,X,"$50,000 "\n'
const orders =
  'OrderDate,OrderNumber,CustomerKey,ProductKey,Quantity\n05/02/2019,o1,c1,1,2\n13/02/2019,o2,c2,3,1\n14/02/2019,o3,c9,1,1\n15/02/2019,o4,c1,9,1\n16/02/2019,o5,c1,1,0\nlater,o6,c1,1,1\n05/02/2019,o1,c1,1,2\n17/02/2019,o7,NA,1,1\n18/02/2019,o8,c1,2,"32,623"\n'
const set = { 'products.csv': products, 'customers.csv': shoppers, 'orders.csv': orders }

describe('a preview', () => {
  const many = {
    ...set,
    'products.csv': `ProductKey,ProductName,Price\n${Array.from({ length: 300 }, (_, at) => `${at},Oak Table ${at},10`).join('\n')}\n`,
  }
  it('counts shoppers and interactions behind however many products', async () => {
    const found = await previewSource(await openImport(files.folder(many)))
    expect([found.complete, found.products.length, found.shoppers, found.interactions]).toEqual([
      false,
      6,
      3,
      5,
    ])
    expect(found.refusals.map(({ reason }) => reason)).toEqual([
      'a quantity of 0: nothing was bought',
      '"later" is no date',
      'the same event as an earlier row',
      'names no shopper',
    ])
    const small = await previewSource(await openImport(files.folder(set)))
    expect([small.complete, small.shoppers, small.interactions]).toEqual([true, 3, 3])
  })
  it('says what was guessed and what was told', async () => {
    const path = files.folder(set)
    const map = {
      'products.title': 'ProductName',
      'segments.city': 'LastName',
      'interactions.at': 'OrderDate',
    }
    const found = await previewSource(await openImport(path, { map }), map)
    const notes = found.tables.flatMap(({ columns }) =>
      columns.map(({ name, why, note }) => `${name} ${why}: ${note}`),
    )
    expect(notes).toEqual([
      'ProductKey name: By its name.',
      'ProductName given: As you said.',
      'Price name: By its name.',
      'CustomerKey name: By its name.',
      'FirstName name: By its name.',
      'LastName given: As you said.',
      'BirthDate name: By its name.',
      'Gender name: By its name.',
      'AnnualIncome name: By its name.',
      'OrderDate given: As you said.',
      'OrderNumber none: Not kept.',
      'CustomerKey name: By its name.',
      'ProductKey name: By its name.',
      'Quantity name: By its name.',
    ])
  })
})

describe('dates', () => {
  const with_ = (rows: readonly string[]) =>
    files.folder({ 'p.csv': products, 'o.csv': ['OrderDate,CustomerKey,ProductKey', ...rows].join('\n') })
  it('asks before anything is read, where the first rows are all', async () => {
    const path = with_(['01/02/2019,c1,1', '03/04/2019,c1,2'])
    const found = await previewSource(await openImport(path))
    expect(found.problem?.message).toMatch(/dates in "OrderDate" can be read both ways/)
    expect(found.tables.map(({ rows }) => rows.length)).toEqual([3, 2])
    const told = await previewSource(await openImport(path, { map: { dates: 'day-first' } }))
    expect([told.problem, told.interactions]).toEqual([undefined, 2])
  })
  it('foresees no problem where a later row, or a birth date, tells', async () => {
    const many = Array.from({ length: 6000 }, (_, at) => `01/02/2019,c${at},1`)
    const long = await previewSource(await openImport(with_([...many, '25/02/2019,c1,2'])))
    expect(long.problem).toBeUndefined()
    expect(long.warnings[0]).toMatch(/^The first dates in “OrderDate” can be read both ways/)
    const short = await previewSource(await openImport(with_([...many.slice(0, 300), '25/02/2019,c1,2'])))
    expect([short.problem, short.warnings.filter((text) => text.includes('both ways'))]).toEqual([
      undefined,
      [],
    ])
    const people = files.folder({
      'p.csv': products,
      'c.csv': 'CustomerKey,Gender,BirthDate\nc1,F,30/01/1980\n',
      'o.csv': 'OrderDate,CustomerKey,ProductKey\n01/02/2019,c1,1\n',
    })
    expect((await previewSource(await openImport(people))).problem).toBeUndefined()
  })
})
