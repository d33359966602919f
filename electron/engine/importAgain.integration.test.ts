/** Importing again what a catalogue was imported from: one new version of all its files, or nothing; and files that are kept nowhere. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scratch } from '../../datasets/importers/testing'
import type { Embedder } from '../../models/embed/embedder'
import type { ImportEvent } from '../../shared/contract/events'
import type { VersionServices } from '../../shared/contract/parts/versions'
import { along } from '../store/fixtures'
import { openStore } from '../store/store'
import type { Store } from '../store/types'
import { Finder } from './finder'
import { importCatalogue } from './importing'
import { Uploads } from './previews/uploads'
import { versionServices } from './versions'

const files = scratch()
afterAll(files.remove)

/** Every text means the same: what words mean is not asked here. */
const embedder: Embedder = { dimensions: 4, embed: () => along(0), knows: () => true }
let home: string
let store: Store
let versions: VersionServices

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shelftalk-again-'))
  store = await openStore(home)
  versions = versionServices({ store, embedder, finder: new Finder(embedder) })
})
afterEach(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

async function ended(events: AsyncIterable<ImportEvent>, each: () => Promise<void> = async () => undefined) {
  for await (const event of events) {
    if (event.type === 'done') return event.result
    await each()
  }
  throw new Error('The import ended without a result')
}
const { signal } = new AbortController()
const bring = (path: string) => ended(importCatalogue({ store, embedder }, { path, name: 'mine' }, signal))
const again = (each?: () => Promise<void>) => ended(versions.importAgain({ catalogue: 'mine' }, signal), each)
const listed = async () =>
  (await store.versions('mine')).map((one) => [one.version, one.products, one.shoppers, one.interactions])

const products = 'ProductKey,ProductName,Price\n1,Oak Table,10\n2,Pine Desk,20\n'
const set = () =>
  files.folder({
    'products.csv': products,
    'customers.csv': 'CustomerKey,FirstName,Gender\n7,Ann,F\n8,Bo,M\n9,Cy,M\n',
    'orders.csv': 'OrderDate,OrderNumber,CustomerKey,ProductKey\n2019-01-01,o1,7,1\n2019-01-02,o2,8,2\n',
  })
const user = (id: string) => ({
  id,
  first_name: 'A',
  last_name: id,
  age: 30,
  gender: 'F',
  persona: 'a_b',
  discount_persona: 'c',
})
const users = (...ids: readonly string[]) => files.write('users.json', JSON.stringify(ids.map(user)))

describe('importing again', () => {
  it('makes one version of all files, of which none is seen before it is whole', async () => {
    const folder = set()
    await bring(folder)
    await bring(users('7'))
    const path = users('7', '8')
    await bring(path)
    expect(await listed()).toEqual([
      [3, 2, 2, 2],
      [2, 2, 1, 2],
      [1, 2, 3, 2],
    ])
    expect((await store.importRequests('mine')).map((request) => request['path'])).toEqual([folder, path])
    writeFileSync(join(folder, 'products.csv'), `${products}3,Elm Chair,30\n,Nameless,4\n`)
    const before = await listed()
    const result = await again(async () => expect(await listed()).toEqual(before))
    expect(await listed()).toEqual([[4, 3, 2, 2], ...before])
    expect(result).toMatchObject({ catalogue: 'mine', version: 4, products: 3, shoppers: 2, interactions: 2 })
    const catalogue = await store.catalogue('mine')
    expect((await catalogue.shoppers()).map(({ id }) => id)).toEqual(['7', '8'])
    expect(await catalogue.historyOf('8')).toMatchObject([{ productId: '2' }])
    expect((await store.importRequests('mine')).map((request) => request['path'])).toEqual([folder, path])
    await again()
    expect((await store.importRequests('mine')).map((request) => request['path'])).toEqual([folder, path])
  })

  it('keeps the currency of the products where shoppers alone are brought', async () => {
    await ended(
      importCatalogue(
        { store, embedder },
        { path: files.write('p.csv', products), name: 'mine', map: { currency: 'INR' } },
        signal,
      ),
    )
    await bring(users('7'))
    expect((await store.catalogue('mine')).summary.currency).toBe('INR')
  })

  it.each([
    ['is gone', (path: string) => rmSync(path), /users\.json/],
    [
      'holds nobody any more',
      (path: string) => writeFileSync(path, '[{"age":"old","persona":"a_b","discount_persona":"c"}]'),
      /users\.json/,
    ],
  ])('changes nothing where the last file %s, and says why', async (_, spoil, words) => {
    await bring(set())
    const path = users('7')
    await bring(path)
    const before = await listed()
    spoil(path)
    await expect(again()).rejects.toThrow(words)
    expect(await listed()).toEqual(before)
  })

  it('says of which file a row was refused', async () => {
    await bring(files.write('p.csv', `${products}4,,5\n`))
    await bring(files.write('users.json', JSON.stringify([user('7'), { ...user('7') }])))
    const { refused, refusedTotal } = await again()
    expect([refused.map(({ file, row }) => [file, row]), refusedTotal]).toEqual([
      [
        ['p.csv', 4],
        ['users.json', 2],
      ],
      2,
    ])
  })
})

describe('a file that a window sent', () => {
  const send = async (file: string, text: string) => {
    const upload = randomUUID()
    const uploads = new Uploads(join(home, 'uploads'))
    const data = Buffer.from(text).toString('base64')
    const { path } = await uploads.append({ upload, file, offset: 0, data })
    return { path, drop: () => uploads.forget(upload) }
  }

  it('is listed by its name, and is to be chosen again', async () => {
    const { path, drop } = await send('My shop.csv', products)
    await bring(path)
    await drop()
    expect(existsSync(path)).toBe(false)
    expect(await versions.catalogueVersions('mine')).toMatchObject([{ files: ['My shop.csv'], sent: true }])
    await expect(again()).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'A window sent "My shop.csv", and such files are not kept after their import.',
      hint: expect.stringContaining('under the name "mine"') as string,
    })
    expect(await store.versions('mine')).toHaveLength(1)
  })

  it('keeps all files of its catalogue from being imported again by themselves', async () => {
    const path = files.write('p.csv', products)
    await bring(path)
    expect((await versions.catalogueVersions('mine'))[0]).not.toHaveProperty('sent')
    await bring((await send('users.json', JSON.stringify([user('7')]))).path)
    expect((await versions.catalogueVersions('mine'))[0]).toMatchObject({
      files: [path, 'users.json'],
      sent: true,
    })
    await expect(again()).rejects.toThrow('A window sent "users.json"')
  })
})
