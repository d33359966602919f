/** Setting an import up as a person does: over canned services what the mapping screen does, over the real engine what becomes of it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../electron/engine/engine'
import { openEngine } from '../../electron/engine/engine'
import { findResources } from '../../electron/engine/resources'
import type { HttpServer } from '../../electron/transports/http'
import { serveHttp } from '../../electron/transports/http'
import { productSearchSchema } from '../../shared/contract/parts/versions'
import type { ImportRequest } from '../../shared/contract/schemas'
import { ensureBundles } from '../bundle/build.mjs'
import { findings } from './accessibility'
import { fakeServer } from './fakeServer'
import { fakeServices } from './fakeServices'
import { chromiumPath } from './standin/chromium'

const executablePath = chromiumPath()
const PATIENT = { timeout: 90_000 } as const

let browser: Browser | undefined
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  if (executablePath === undefined) return
  ensureBundles(['window'])
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})
afterAll(() => browser?.close())
beforeEach(async () => {
  if (!browser) return
  complaints = []
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterEach(async () => {
  if (browser) await page.close()
  expect(complaints).toEqual([])
})

const field = () => page.getByLabel('File or folder', { exact: true })
const becomes = (column: string) => page.getByLabel(`What “${column}” becomes`)

async function openImport(address: string): Promise<void> {
  await page.goto(address)
  const link = page.getByRole('link', { name: 'Catalogue' })
  if (!address.includes('#/')) await link.click(PATIENT)
  await page.getByRole('button', { name: 'Import a catalogue' }).first().click(PATIENT)
  await field().waitFor(PATIENT)
}

async function look(path: string): Promise<void> {
  await field().fill(path)
  await page.keyboard.press('Enter')
}

async function choose(column: string, meaning: string): Promise<void> {
  await becomes(column).click(PATIENT)
  await page.getByRole('option', { name: meaning, exact: true }).click(PATIENT)
}

describe.skipIf(executablePath === undefined)('the mapping screen', () => {
  let server: Server
  let address: string
  const previewed: ImportRequest[] = []
  const imported: ImportRequest[] = []
  /** What a preview waits for. */
  let held: Promise<void> | undefined
  const importButton = () => page.getByRole('button', { name: 'Import', exact: true })
  beforeAll(async () => {
    const services = fakeServices({ wordMs: 1 })
    server = fakeServer({
      ...services,
      previewImport: async (request) => {
        previewed.push(request)
        await held
        return services.previewImport(request)
      },
      importFile: (request, signal) => {
        imported.push(request)
        return services.importFile(request, signal)
      },
    })
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', () => settle()))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/#/catalogue`
  })
  afterAll(() => server.close())

  it('shows what each column becomes and why, and what is refused, before anything is stored', async () => {
    await openImport(address)
    expect(await findings(page)).toEqual([])
    await look('shop.csv')
    await page
      .getByText('Of the first 200 rows 188 can be taken, 12 cannot.', { exact: false })
      .waitFor(PATIENT)
    expect(await becomes('Product').innerText()).toBe('Title')
    expect(await becomes('Shade').innerText()).toBe('Kept to look at')
    const refused = page.getByRole('region', { name: 'What cannot be taken' })
    expect(await refused.innerText()).toMatch(
      /"call us" is not one amount of money\s+9 rows, the first: row 12, Cost/,
    )
    expect(await page.getByRole('cell', { name: 'call us' }).count()).toBe(1)
    expect(await page.getByText('Fenmoor Roll-top Pack', { exact: true }).isVisible()).toBe(true)
    expect(await findings(page)).toEqual([])
    expect(imported).toEqual([])
  })

  it('changes a mapping at once, by mouse and by keyboard, and imports with it', async () => {
    await openImport(address)
    await look('shop.csv')
    await choose('Shade', 'Fact: colour')
    await page.getByText('As you said. Said of 2 of the first 3 products.').waitFor(PATIENT)
    await becomes('Maker').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Brand' }).waitFor(PATIENT)
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect.poll(() => becomes('Maker').innerText(), PATIENT).toBe('Kept to look at')
    const currency = page.getByLabel('Currency', { exact: true })
    await currency.fill('gb')
    await page.getByText('Three letters, such as GBP.').waitFor(PATIENT)
    await currency.fill('gbp')
    await page.getByText('£4,990').waitFor(PATIENT)
    await page.getByLabel('Name', { exact: true }).fill('winter')
    await page.keyboard.press('Enter')
    await page.getByText('3 rows refused').waitFor(PATIENT)
    const map = { colour: 'Shade', brand: '-', currency: 'GBP' }
    expect(previewed.at(-1)).toEqual({ path: 'shop.csv', map })
    expect(imported.at(-1)).toEqual({ path: 'shop.csv', map, name: 'winter' })
    await page.getByRole('button', { name: 'Import another' }).click()
    await field().waitFor(PATIENT)
  })

  it('imports nothing while what it would import is not on show, nor in a currency that is none', async () => {
    await openImport(address)
    await look('shop.csv')
    await becomes('Shade').waitFor(PATIENT)
    await expect.poll(() => importButton().isEnabled(), PATIENT).toBe(true)
    let release: () => void = () => undefined
    held = new Promise((settle) => {
      release = settle
    })
    await choose('Shade', 'Fact: colour')
    await expect.poll(() => previewed.at(-1)?.map, PATIENT).toEqual({ colour: 'Shade' })
    expect(await becomes('Shade').innerText()).toBe('Kept to look at')
    expect(await importButton().isDisabled()).toBe(true)
    held = undefined
    release()
    await expect.poll(() => importButton().isEnabled(), PATIENT).toBe(true)
    expect(await becomes('Shade').innerText()).toBe('Fact: colour')
    const currency = page.getByLabel('Currency', { exact: true })
    await currency.fill('rmb')
    await page.getByText('“RMB” is no currency’s code.', { exact: false }).waitFor(PATIENT)
    expect([await currency.inputValue(), await importButton().isDisabled()]).toEqual(['RMB', true])
    const before = imported.length
    await currency.press('Enter')
    await currency.fill('')
    await expect.poll(() => importButton().isEnabled(), PATIENT).toBe(true)
    expect([previewed.at(-1)?.map, imported.length]).toEqual([{ colour: 'Shade' }, before])
  })

  it('has it said which way round dates are that can be read both ways', async () => {
    await openImport(address)
    await look('orders')
    const alert = page.getByRole('alert')
    expect(await alert.innerText(PATIENT)).toMatch(/can be read both ways[\s\S]+at “Dates”/)
    await page.getByRole('combobox', { name: 'Dates' }).click(PATIENT)
    await page.getByRole('option', { name: 'Day first' }).click(PATIENT)
    await expect.poll(() => importButton().isEnabled(), PATIENT).toBe(true)
    expect(previewed.at(-1)).toEqual({ path: 'orders', map: { dates: 'day-first' } })
    expect(await findings(page)).toEqual([])
  })

  it('imports nothing without a title, and says what to do', async () => {
    await openImport(address)
    await look('shop.csv')
    await choose('Product', 'Kept to look at')
    const alert = page.getByRole('alert')
    await alert.waitFor(PATIENT)
    expect(await alert.innerText()).toMatch(/No column looks like a title[\s\S]+Choose below/)
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true)
    expect(await findings(page)).toEqual([])
    await choose('Notes', 'Title')
    await alert.waitFor({ state: 'detached', ...PATIENT })
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(false)
  })

  it('takes over how such a file was mapped before, and forgets it when told', async () => {
    await openImport(address)
    await look('winter-remembered.csv')
    await page.getByText('its mapping was taken over', { exact: false }).waitFor(PATIENT)
    await expect.poll(() => becomes('Shade').innerText(), PATIENT).toBe('Fact: colour')
    expect(await page.getByLabel('Currency', { exact: true }).inputValue()).toBe('EUR')
    const name = page.getByLabel('Name', { exact: true })
    expect(await name.inputValue()).toBe('winter')
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect.poll(() => becomes('Shade').innerText(), PATIENT).toBe('Kept to look at')
    expect(await name.inputValue()).toBe('')
    // The same columns under another name may be another shop's: its catalogue is offered, not taken.
    await page.getByRole('button', { name: 'Choose another' }).click()
    await look('remembered.csv')
    await expect.poll(() => becomes('Shade').innerText(), PATIENT).toBe('Fact: colour')
    expect(await name.inputValue()).toBe('')
    await page.getByRole('button', { name: 'Into “winter” again' }).click()
    expect(await name.inputValue()).toBe('winter')
    await name.fill('shelf')
    await page.getByText('“shelf” ships with Shelftalk; take another.').waitFor(PATIENT)
  })

  it('says what is wrong with a file it cannot read, and lets another be chosen', async () => {
    await openImport(address)
    await look('shop.png')
    await page.getByRole('alert').waitFor(PATIENT)
    expect(await page.getByRole('alert').innerText()).toMatch(/is a PNG picture[\s\S]+Choose a CSV/)
    await page.getByRole('button', { name: 'Choose another' }).click()
    expect(await field().inputValue()).toBe('shop.png')
    await look('"shop.csv"')
    await page.getByRole('heading', { name: 'shop.csv' }).waitFor(PATIENT)
    expect(previewed.at(-1)?.path).toBe('shop.csv')
  })

  it('keeps what was set up while one looks at another page', async () => {
    await openImport(address)
    await look('shop.csv')
    await choose('Shade', 'Fact: colour')
    await page.getByRole('link', { name: 'Studio' }).click()
    await page.getByRole('link', { name: 'Catalogue' }).click()
    await expect.poll(() => becomes('Shade').innerText(), PATIENT).toBe('Fact: colour')
  })

  it.each([
    ['light', 1024, 700],
    ['dark', 1280, 800],
  ] as const)('has nothing serious that axe would find, in %s', async (colorScheme, width, height) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height })
    await openImport(address)
    await look('remembered.csv')
    await page.getByRole('region', { name: 'As they will be stored' }).waitFor(PATIENT)
    expect(await findings(page)).toEqual([])
  })
})

describe.skipIf(executablePath === undefined)('an import over the real engine', () => {
  let root: string
  let engine: Engine
  let server: HttpServer
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'shelftalk-importing-'))
    engine = await openEngine({ home: join(root, 'home'), resources: findResources(import.meta.dirname) })
    server = await serveHttp({
      services: engine.services,
      window: resolve(import.meta.dirname, '../../dist/renderer'),
    })
  })
  afterAll(async () => {
    await server.close()
    await engine.close()
    await rm(root, { recursive: true })
  })

  const table = (...rows: readonly string[]) => ['code;artikel;preis;farbe;notiz', ...rows].join('\r\n')
  const names = async () => (await engine.services.catalogues()).map(({ name }) => name)

  it('sends a file, has its columns named, imports it, and remembers how', async () => {
    const path = join(root, 'Winter 2024.csv')
    await writeFile(
      path,
      table('1;Oak Table;12,50;dark brown;x', '2;;3,00;red;', '3;Pine Desk;8,00;natural pine;'),
    )
    await openImport(server.url)
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByText('No column looks like a title.').waitFor(PATIENT)
    await choose('artikel', 'Title')
    await page.getByText('Besides the title ("artikel") no column could be recognised.').waitFor(PATIENT)
    await choose('preis', 'Price')
    await page.getByText('3 rows: 2 can be taken, 1 cannot.', { exact: false }).waitFor(PATIENT)
    await choose('farbe', 'Fact: colour')
    await page.getByText('€12.50').waitFor(PATIENT)
    await expect.poll(() => page.getByText('dark brown').count(), PATIENT).toBeGreaterThan(1)
    expect(await names()).toEqual(['shop'])
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('1 row refused').waitFor(PATIENT)
    await page.getByRole('button', { name: 'Use this catalogue' }).click()
    expect(await names()).toEqual(['shop', 'winter-2024'])
    const found = await engine.services.searchProducts(
      productSearchSchema.parse({ catalogue: 'winter-2024', text: 'oak' }),
    )
    expect(found.items[0]).toMatchObject({
      title: 'Oak Table',
      price: { minor: 1250, currency: 'EUR' },
      facts: expect.arrayContaining([
        expect.objectContaining({ kind: 'colour', text: 'dark brown' }),
      ]) as unknown,
    })
    // The next export of the same shop needs no mapping by hand, and goes into the same catalogue when told to.
    await writeFile(join(root, 'Spring.csv'), table('1;Oak Table;11,50;dark brown;x'))
    await page.getByRole('button', { name: 'Import a catalogue' }).first().click()
    await look(join(root, 'Spring.csv'))
    await page.getByText('its mapping was taken over', { exact: false }).waitFor(PATIENT)
    await page.getByText('1 row: 1 can be taken, 0 cannot.', { exact: false }).waitFor(PATIENT)
    await page.getByRole('button', { name: 'Into “winter-2024” again' }).click()
    await page.getByText('It will become version 2 of “winter-2024”.').waitFor(PATIENT)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('“winter-2024”, version 2', { exact: false }).waitFor(PATIENT)
  })
})
