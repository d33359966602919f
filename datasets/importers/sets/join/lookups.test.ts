import { afterAll, describe, expect, it } from 'vitest'
import { openImport } from '../../open'
import { previewSource } from '../../preview'
import { importAll, outline, scratch } from '../../testing'
import type { ImportItem } from '../../types'

const files = scratch()
afterAll(files.remove)

const works = {
  'Products.csv':
    'ProductKey,ProductSubcategoryKey,ProductName,ProductPrice\n1,31.0,Red Helmet,34.99\n2,1,Steep Bike,900\n3,99,Odd Thing,1\n4,,Plain Thing,1\n',
  'Product_Subcategories.csv':
    'ProductSubcategoryKey,SubcategoryName,ProductCategoryKey\n1,Mountain Bikes,1\n31,Helmets,4\n31,Hats,3\n,Nothing,1\n',
  'Product_Categories.csv': 'ProductCategoryKey,CategoryName\n1,Bikes\n4,Accessories\n',
  'Returns.csv': 'ReturnDate,TerritoryKey,ProductKey,ReturnQuantity\n1/18/2015,9,1,1\n',
  'Sales.csv': 'OrderDate,CustomerKey,ProductKey\n2019-01-31,c1,1\n',
}
const categories = (items: readonly ImportItem[]) =>
  items.flatMap((item) => (item.type === 'product' ? [[item.product.title, item.product.category]] : []))

describe('tables of names', () => {
  it('give products their categories, over two steps, every row accounted for', async () => {
    const path = files.folder(works)
    const items = await importAll(path)
    expect(categories(items)).toEqual([
      ['Red Helmet', 'Accessories > Helmets'],
      ['Steep Bike', 'Bikes > Mountain Bikes'],
      ['Odd Thing', ''],
      ['Plain Thing', ''],
    ])
    expect((await outline(path)).slice(0, 4)).toEqual([
      '4 ProductSubcategoryKey: the key "31" was there before',
      '5 ProductSubcategoryKey: the key is empty',
      '2 joined',
      '2 joined',
    ])
    expect(items[0]).toMatchObject({ refused: { file: 'Product_Subcategories.csv' } })
    expect((await openImport(path)).origin).toContain('not used: Returns.csv')
  })
  it('stand in the preview beside the columns they give', async () => {
    const found = await previewSource(await openImport(files.folder(works)))
    const uses = found.tables.map(({ file, columns }) => [
      file,
      columns.map(({ name, use }) => `${name}: ${use.kind === 'field' ? use.field : use.kind}`),
    ])
    expect(uses.slice(0, 3)).toEqual([
      [
        'Products.csv',
        [
          'ProductKey: id',
          'ProductSubcategoryKey: source',
          'ProductName: title',
          'ProductPrice: price',
          'subcategory name: subcategory',
          'ProductCategoryKey: source',
          'category name: category',
        ],
      ],
      [
        'Product_Subcategories.csv',
        ['ProductSubcategoryKey: id', 'SubcategoryName: subcategory', 'ProductCategoryKey: ignored'],
      ],
      ['Product_Categories.csv', ['ProductCategoryKey: id', 'CategoryName: category']],
    ])
  })
  it('may call the name just so, and may be mapped', async () => {
    const shop = {
      'products.csv': 'product_id,title,price,category_id\n1,Oak Table,10,7\n2,Pine Desk,12,8\n',
      'categories.csv': 'category_id,name,description\n7,Tables,For meals.\n8,Desks,For work.\n',
      'orders.csv': 'user,product_id\nu,1\n',
    }
    const path = files.folder(shop)
    expect(categories(await importAll(path))).toEqual([
      ['Oak Table', 'Tables'],
      ['Pine Desk', 'Desks'],
    ])
    const off = await importAll(path, { map: { category: '-' } })
    expect(categories(off).map(([, category]) => category)).toEqual(['', ''])
    const said = await importAll(path, { map: { 'products.brand': 'category name' } })
    expect(said.find(({ type }) => type === 'product')).toMatchObject({ product: { brand: 'Tables' } })
  })
})
