/**
 * Files in the layout that the dataset's page describes, with numbers made up here: `events.csv` (`timestamp,visitorid,event,itemid,transactionid`, the last
 * only for transactions), `item_properties_part1.csv` and `_part2.csv` (`timestamp,itemid,property,value`; every property but `categoryid` and
 * `available` is a hashed number, its value hashed words and numbers such as `n55.000`; the same property may stand there several times, weeks apart), and
 * `category_tree.csv` (`categoryid,parentid`, roots without a parent).
 */
import { afterAll, describe, expect, it } from 'vitest'
import { openImport } from '../../open'
import { importAll, outline, scratch } from '../../testing'

const files = scratch()
afterAll(files.remove)

const set = {
  'events.csv': [
    'timestamp,visitorid,event,itemid,transactionid',
    '1433221332117,257597,view,355,',
    '1433224214164,992329,addtocart,248,',
    '1433223999827,257597,transaction,355,4000',
    '1433223999827,257597,transaction,355,4000',
    '1433223999828,111016,view,999,',
    '1433223999829,111016,like,355,',
  ].join('\n'),
  'item_properties_part1.csv': [
    'timestamp,itemid,property,value',
    '1435460400000,355,categoryid,1338',
    '1441508400000,248,888,1116713 960601 n277.200',
    '1433041200000,355,available,0',
    '1431226800000,355,available,1',
  ].join('\n'),
  'item_properties_part2.csv': [
    'timestamp,itemid,property,value',
    '1432436400000,248,categoryid,1038',
    '1433041200000,248,categoryid,1231',
    '1433041200000,777,790,n1080.000',
    'soon,777,790,n1080.000',
  ].join('\n'),
  'category_tree.csv': 'categoryid,parentid\n1338,1278\n1278,\n1231,1231\n1278,4\n',
}

describe('retailrocket', () => {
  it('reads events of items whose properties are known', async () => {
    const path = files.folder(set)
    expect((await openImport(path)).format).toBe('retailrocket')
    expect(await outline(path)).toEqual([
      '1 joined',
      '1 joined',
      '1 joined',
      '5 categoryid: the category 1278 was there before',
      '2 joined',
      '5 timestamp: "soon" is no Unix time',
      '2 joined',
      'Item 355',
      'Item 248',
      'Item 777',
      'Shopper 257597',
      '257597 view 355',
      'Shopper 992329',
      '992329 cart 248',
      '257597 purchase 355',
      '5 : the same event as an earlier row',
      '6 itemid: there is no product "999"',
      '7 event: "like" is no view, addtocart or transaction',
    ])
  })
  it('keeps the newest category with its path, and who is sold out; a circle in the tree ends the path', async () => {
    const items = await importAll(files.folder(set))
    expect(
      items.flatMap((item) => (item.type === 'product' ? [[item.product.category, item.product.stock]] : [])),
    ).toEqual([
      ['Category 1278 > Category 1338', 0],
      ['Category 1231', undefined],
      ['', undefined],
    ])
  })
  it('accounts for every row once', async () => {
    const items = await importAll(files.folder(set))
    const rows = items.reduce((sum, item) => {
      if (item.type === 'joined') return sum + item.rows
      return item.type === 'shopper' && item.implied ? sum : sum + 1
    }, 0)
    expect(rows).toBe(6 + 4 + 4 + 4)
  })
  it('shows its files, and takes a currency but no columns', async () => {
    const source = await openImport(files.folder(set), { map: { currency: 'EUR' } })
    expect([source.currency, source.currencyFound?.how]).toEqual(['EUR', 'given'])
    expect(source.tables?.map(({ file, first }) => [file, first.length])).toEqual([
      ['item_properties_part1.csv', 4],
      ['item_properties_part2.csv', 4],
      ['category_tree.csv', 4],
      ['events.csv', 6],
    ])
    await expect(openImport(files.folder(set), { map: { title: 'itemid' } })).rejects.toThrow(/are fixed/)
    await expect(openImport(files.folder(set), { map: { currency: 'eur' } })).rejects.toThrow(
      /no currency code/,
    )
  })
  it('says what is missing beside events alone', async () => {
    await expect(openImport(files.folder({ 'events.csv': set['events.csv'] }))).rejects.toThrow(
      /no item properties of Retailrocket/,
    )
  })
})
