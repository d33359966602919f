/** Previews of imports as a command line and a program see them, over the real importers: every word of them, and nothing stored. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../electron/cli/run'
import { previewServices } from '../../electron/engine/previews'
import { Mappings } from '../../electron/engine/previews/mappings'
import type { HttpServer } from '../../electron/transports/http'
import { serveHttp } from '../../electron/transports/http'
import { ROUTES } from '../../electron/transports/rest/routes'
import type { Services } from '../../shared/contract/services'
import { fakeServices } from './fakeServices'

let folder: string
let services: Services
let server: HttpServer
const path = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shelftalk-previews-'))
  const mappings = new Mappings(path('mappings.json'))
  services = { ...fakeServices({ wordMs: 0 }), ...previewServices({ folder, mappings }) }
  server = await serveHttp({ services, window: folder })
  writeFileSync(
    path('shop.csv'),
    [
      'sku;Title;Price;Colour;Style;Note',
      '1;Oak Table;£12,50;dark brown;M;x',
      '2;;£3;red;M;',
      '3;Elm Chair;call us;red;M;',
    ].join('\r\n'),
  )
  writeFileSync(path('artikel.csv'), 'artikel,preis\nOak Table,3\n')
  writeFileSync(path('picture.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

async function run(...argv: readonly string[]) {
  let [out, err] = ['', '']
  const status = await runCli(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    progress: undefined,
    signal: new AbortController().signal,
    open: async () => ({ services, close: async () => undefined }),
  })
  return { status, out, err }
}

describe('import --preview', () => {
  it('says what each column becomes, what is refused and why, and what a product will be', async () => {
    const before = await services.catalogues()
    const { status, out } = await run('import', path('shop.csv'), '--preview')
    expect(status).toBe(0)
    for (const line of [
      /^shop\.csv \(csv\): UTF-8, separated by semicolons\.$/m,
      /^ {2}Title +title +Oak Table \| Elm Chair +By its name\.$/m,
      /^ {2}Colour +fact: colour +dark brown \| red +By its name\. Said of 1 of the first 1 products\.$/m,
      /^ {2}Style +fact: style +M +By its name\. No cell can be said as style/m,
      /^ {2}Kept to look at: Note$/m,
      /^3 rows: 1 would be kept, 2 refused, in "shop"\. Nothing is stored\.$/m,
      /^ {2}1 x the title is empty \(first row 3, Title\)$/m,
      /^ {2}1 x "call us" is not one amount of money \(first row 4, Price\)$/m,
      /^ {2}Oak Table, £12\.50: .*colour dark brown/m,
      /^Currency: Prices say GBP \("£12,50"\)\.$/m,
    ])
      expect(out).toMatch(line)
    expect(await services.catalogues()).toEqual(before)
  })

  it('prints the same as data, mapped as told', async () => {
    const argv = [
      'import',
      path('artikel.csv'),
      '--preview',
      '--json',
      '--name',
      'winter',
      '--map',
      'title=artikel,price=preis,currency=EUR',
    ]
    expect(JSON.parse((await run(...argv)).out)).toMatchObject({
      format: 'csv',
      name: 'winter',
      rowsRead: 1,
      kept: 1,
      refused: 0,
      currency: { code: 'EUR', how: 'given' },
      tables: [
        {
          columns: [
            { name: 'artikel', use: { kind: 'field', field: 'title' }, why: 'given' },
            { name: 'preis' },
          ],
        },
      ],
      products: [{ title: 'Oak Table', price: { minor: 300, currency: 'EUR' } }],
    })
  })

  it('says what is missing where nothing could be imported, with the columns there are', async () => {
    const { status, out } = await run('import', path('artikel.csv'), '--preview')
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(
        /Nothing is known of any column[\s\S]+No column looks like a title.*artikel, preis.*--map/,
      ),
    ])
  })

  it('ends with 2 for a file that cannot be read', async () => {
    const { status, err } = await run('import', path('picture.png'), '--preview')
    expect([status, err]).toEqual([2, expect.stringMatching(/is a PNG picture/)])
  })
})

describe('POST /v1/import/preview', () => {
  const post = (body: unknown) =>
    fetch(`http://127.0.0.1:${server.port}/v1/import/preview`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('answers as it is described', async () => {
    const reply = ROUTES.find((route) => route.path === '/v1/import/preview')?.reply
    const response = await post({ path: path('shop.csv') })
    const body: unknown = await response.json()
    expect([response.status, reply?.safeParse(body).error?.issues]).toEqual([200, undefined])
    expect(reply?.parse(body)).toEqual(body)
  })

  it.each([
    [{ path: 'shop.csv' }, 'is not an absolute path'],
    [{ path: '/nowhere/shop.csv' }, 'does not exist'],
    [{ path: '/nowhere/shop.csv', mapp: {} }, 'mapp'],
  ])('refuses %j', async (body, problem) => {
    const response = await post(body)
    expect(response.status).toBe(400)
    expect(JSON.stringify(await response.json())).toContain(problem)
  })
})

describe('an upload', () => {
  it('is previewed by the path it was given, and forgotten', async () => {
    const upload = randomUUID()
    const data = Buffer.from('id,title,price\n1,Oak Table,£3\n').toString('base64')
    const sent = await services.uploadCataloguePart({ upload, file: 'My shop.csv', offset: 0, data })
    expect(await services.previewImport({ path: sent.path })).toMatchObject({
      name: 'my-shop',
      kept: 1,
      origin: 'My shop.csv (csv)',
    })
    await services.dropCatalogueUpload(upload)
    expect(readdirSync(path('uploads'))).toEqual([])
  })
})
