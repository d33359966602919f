/** The Catalogue page as a person uses it, over canned services: browsing, one product, rules with their preview, versions, the end of a catalogue. */
import type { AddressInfo, Server } from 'node:net'
import type { Browser, Locator, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ShelftalkError } from '../../shared/contract/errors'
import type { ImportEvent } from '../../shared/contract/events'
import type { CompareRequest, WriteRequest } from '../../shared/contract/schemas'
import { ensureBundles } from '../bundle/build.mjs'
import { findings } from './accessibility'
import { fakeServer } from './fakeServer'
import { fakeServices } from './fakeServices'
import { chromiumPath } from './standin/chromium'

const executablePath = chromiumPath()
/** A machine that does other things answers late. */
const PATIENT = { timeout: 60_000 } as const

let browser: Browser
let page: Page
let server: Server
let address: string
let complaints: string[]
const previewed: WriteRequest[] = []
const compared: CompareRequest[] = []
/** What importing again does, where it is not the fake's own. */
let again: ((signal: AbortSignal) => AsyncGenerator<ImportEvent>) | undefined
/** What saving a rule waits for, and how often it was asked for. */
let held: Promise<void> | undefined
let saves = 0
/** Whether the files of catalogues came from a window. */
let sent = false

const rows = () => page.locator('[data-row]')
const titles = () => rows().locator('span.text-13.truncate').allInnerTexts()
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click(PATIENT)
const list = (name: string) => page.getByRole('list', { name, exact: true })
const placed = async (name: string) =>
  (await list(name).getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[1])
async function chosen(within: Page | Locator, label: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: label, exact: true }).click(PATIENT)
  await page.getByRole('option', { name: option }).first().click(PATIENT)
}
const undo = () =>
  page.locator('[data-sonner-toast]').first().getByRole('button', { name: 'Undo' }).click(PATIENT)

describe.skipIf(executablePath === undefined)('the Catalogue page', () => {
  beforeAll(async () => {
    ensureBundles(['window'])
    browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(executablePath === undefined ? {} : { executablePath }),
    })
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    const services = fakeServices({ wordMs: 1, market: true })
    previewed.length = 0
    compared.length = 0
    sent = false
    again = undefined
    held = undefined
    saves = 0
    server = fakeServer({
      ...services,
      compare: (request, signal) => {
        compared.push(request)
        return services.compare(request, signal)
      },
      importAgain: (request, signal) => again?.(signal) ?? services.importAgain(request, signal),
      saveRule: async (request) => {
        saves += 1
        await held
        return services.saveRule(request)
      },
      catalogueVersions: async (name) =>
        (await services.catalogueVersions(name)).map((one) =>
          sent ? { ...one, files: [`${name}.csv`], sent } : one,
        ),
      preview: (request) => {
        previewed.push(request)
        return services.preview(request)
      },
    })
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', () => settle()))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    complaints = []
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${address}#/catalogue`)
    await rows().first().waitFor(PATIENT)
  })
  afterEach(async () => {
    await page.context().close()
    server.close()
    expect(complaints).toEqual([])
  })

  it('narrows products down by what there is, sorts them, and remembers both while one looks elsewhere', async () => {
    const facets = page.getByRole('region', { name: 'Narrow down' })
    await facets.getByRole('checkbox', { name: /^Outdoor/ }).check(PATIENT)
    await expect.poll(titles, PATIENT).toEqual(['Ketmay Trail Kettle', 'Solbrae Lantern'])
    // What lies below a category shows once it is chosen, and another column counts what is left.
    await facets.getByRole('checkbox', { name: /^Lighting/ }).waitFor(PATIENT)
    await expect.poll(() => facets.getByRole('list', { name: 'Brand' }).getByRole('listitem').count()).toBe(2)
    await chosen(page, 'Sort by', 'Dearest first')
    await expect.poll(titles, PATIENT).toEqual(['Solbrae Lantern', 'Ketmay Trail Kettle'])
    await facets.getByLabel('Up to, INR').fill('2,000')
    await page.keyboard.press('Enter')
    await expect.poll(titles, PATIENT).toEqual(['Ketmay Trail Kettle'])
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.getByRole('link', { name: 'Catalogue' }).click()
    await expect.poll(titles, PATIENT).toEqual(['Ketmay Trail Kettle'])
    await page.getByRole('button', { name: 'Not only up to ₹2,000' }).click(PATIENT)
    await expect.poll(() => rows().count(), PATIENT).toBe(2)
    await page.getByLabel('Search products').fill('nothing of the kind')
    await page.getByText('No product is like that.').waitFor(PATIENT)
    await page.getByRole('button', { name: 'Show all products' }).click()
    await expect.poll(() => rows().count(), PATIENT).toBe(10)
    await page.reload()
    await rows().first().waitFor(PATIENT)
    expect((await titles())[0]).toBe('Lumo Noise-cancelling Headphones')
  })

  it('shows a product with the words behind each fact, copies its id, and leads to the Studio', async () => {
    await rows().first().press('Enter')
    const card = page.getByRole('article', { name: 'Fenmoor Roll-top Pack' })
    const feature = card.getByRole('button', { name: /^Feature padded laptop sleeve/ })
    expect(await feature.locator('mark').innerText()).toBe('padded laptop sleeve')
    expect(await feature.innerText()).toContain('Taped seams')
    await feature.press('Enter')
    expect(await page.getByRole('dialog').locator('mark').innerText()).toBe('padded laptop sleeve')
    await page.keyboard.press('Escape')
    // Arrow keys in the list take the card along.
    await rows().first().press('ArrowDown')
    await page.getByRole('article', { name: 'Harrow Packable Rain Shell' }).waitFor(PATIENT)
    await page.getByRole('button', { name: /copy the id/ }).click()
    await page.getByText('Copied the id P-1002').waitFor(PATIENT)
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('P-1002')
    await page.getByRole('button', { name: 'Write about this product' }).click()
    await page.getByText('Chosen in the catalogue').waitFor(PATIENT)
    await expect.poll(() => previewed.at(-1)?.productIds, PATIENT).toEqual(['P-1002'])
    // Compare writes about it too, and says so.
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.getByText('Every column writes about Harrow Packable Rain Shell').waitFor(PATIENT)
    await page.getByRole('button', { name: 'Compare', exact: true }).click(PATIENT)
    await expect.poll(() => compared.at(-1)?.productIds, PATIENT).toEqual(['P-1002'])
    await page.getByRole('link', { name: 'Studio' }).click()
    await page.getByRole('button', { name: 'Pick again' }).click()
    await expect.poll(() => previewed.at(-1)?.productIds, PATIENT).toBe(undefined)
  })

  it('makes a rule beside what it does, saves it, and takes everything back', async () => {
    await tab('Rules')
    await page.getByLabel('Occasion', { exact: true }).fill('a rainy week')
    await expect
      .poll(() => list('With rules').getByText('Boosted by rule Monsoon sale').count(), PATIENT)
      .toBeGreaterThan(0)
    const before = await placed('With rules')
    await page.getByRole('button', { name: 'New rule' }).click()
    const form = page.getByRole('form', { name: 'New rule' })
    expect(await form.getByRole('button', { name: /Save rule/ }).isDisabled()).toBe(true)
    await form.getByLabel('Name, as picks will say it').fill('Hero')
    await chosen(form, 'What it does', 'Pin')
    await form.getByLabel('These products').fill('Notebook')
    await page.getByRole('option', { name: 'Pinewren Field Notebook' }).click(PATIENT)
    // It is not saved yet, and shows already.
    await expect.poll(async () => (await placed('With rules'))[0], PATIENT).toBe('Pinewren Field Notebook')
    await list('With rules').getByText('Pinned by rule Hero').waitFor(PATIENT)
    await page.getByText('Means 1 product of the catalogue; acts on 1').waitFor(PATIENT)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Saved “Hero”').waitFor(PATIENT)
    const order = page.getByRole('list', { name: 'Rules, in the order in which they hold' })
    expect(await order.getByRole('listitem').count()).toBe(3)
    await undo()
    await expect.poll(() => order.getByRole('listitem').count(), PATIENT).toBe(2)
    await expect.poll(() => placed('With rules'), PATIENT).toEqual(before)
  })

  it('saves a rule once, and ends no other that was begun meanwhile', async () => {
    await tab('Rules')
    let release: () => void = () => undefined
    held = new Promise((settle) => {
      release = settle
    })
    await page.getByRole('button', { name: /^No last pieces/ }).click()
    const name = page.getByLabel('Name, as picks will say it')
    await name.fill('No last piece')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Saving…' }).waitFor(PATIENT)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'New rule' }).click()
    await name.fill('Hero')
    held = undefined
    release()
    await page.getByText('Saved “No last piece”').waitFor(PATIENT)
    expect([saves, await name.inputValue()]).toEqual([1, 'Hero'])
  })

  it('switches, orders, deletes and brings rules back, by keyboard too', async () => {
    await tab('Rules')
    const order = page.getByRole('list', { name: 'Rules, in the order in which they hold' })
    const names = () => order.locator('span.font-medium').allInnerTexts()
    await order.getByRole('switch', { name: 'No last pieces is on' }).click(PATIENT)
    await expect.poll(() => order.getByRole('switch', { checked: true }).count(), PATIENT).toBe(2)
    await order.getByRole('button', { name: 'Move Monsoon sale' }).focus()
    for (const key of ['Space', 'ArrowDown', 'Space']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(200)
    }
    await expect.poll(names, PATIENT).toEqual(['No last pieces', 'Monsoon sale'])
    await undo()
    await expect.poll(names, PATIENT).toEqual(['Monsoon sale', 'No last pieces'])
    await order.getByRole('button', { name: 'Delete Monsoon sale' }).press('Enter')
    await expect.poll(names, PATIENT).toEqual(['No last pieces'])
    await page.getByRole('button', { name: /^Deleted rules/ }).click(PATIENT)
    await page.getByRole('button', { name: 'Bring back' }).click(PATIENT)
    await expect.poll(async () => (await names()).sort(), PATIENT).toEqual(['Monsoon sale', 'No last pieces'])
    // A form says what is wrong with it, field by field.
    await order.getByRole('button', { name: /^Monsoon sale/ }).click()
    const form = page.getByRole('form', { name: 'Rule Monsoon sale' })
    await form.getByLabel('by', { exact: true }).fill('0.5')
    await form.getByText('A factor is above 1').waitFor(PATIENT)
    expect(await form.getByRole('button', { name: /Save rule/ }).isDisabled()).toBe(true)
    await form.getByRole('button', { name: 'Cancel' }).click()
  })

  it('compares versions, goes back and forward, imports again, and deletes after asking', async () => {
    await page.getByRole('button', { name: /^market/ }).click()
    await tab('Versions')
    const options = page.getByRole('listbox', { name: 'Versions, newest first' }).getByRole('option')
    await options.first().press('ArrowDown')
    await page.getByText('Version 2 against').waitFor(PATIENT)
    const differing = list('Products that differ')
    await expect.poll(() => differing.getByRole('listitem').count(), PATIENT).toBe(4)
    const changed = differing.getByRole('listitem').filter({ hasText: 'Harrow Packable Rain Shell' })
    expect(await changed.locator('del').first().innerText()).toBe('₹3,450')
    expect(await changed.locator('ins').first().innerText()).toBe('₹3,950')
    await page.getByRole('radiogroup', { name: 'Show' }).getByText('Removed 1').click()
    await expect.poll(() => differing.getByRole('listitem').count(), PATIENT).toBe(1)
    await page.getByRole('button', { name: 'Go back to version 2' }).click()
    await page.getByText('Version 2 is current again, as version 4').waitFor(PATIENT)
    await expect.poll(() => options.count(), PATIENT).toBe(4)
    await undo()
    await page.getByText('Version 3 is current again, as version 5').waitFor(PATIENT)
    await page.getByRole('button', { name: 'More for market' }).click()
    await page.getByRole('menuitem', { name: /^Import again/ }).click(PATIENT)
    await page
      .getByText(/“demo”, version 1/)
      .first()
      .waitFor(PATIENT)
    await page.getByRole('button', { name: 'Import another' }).click()
    await page.getByLabel('File or folder').waitFor(PATIENT)
    await page.getByRole('button', { name: /^market/ }).click()
    await page.getByRole('button', { name: 'More for market' }).click()
    await page.getByRole('menuitem', { name: /^Delete/ }).click(PATIENT)
    await page.getByRole('button', { name: 'Keep it' }).click(PATIENT)
    await page.getByRole('button', { name: 'More for market' }).click()
    await page.getByRole('menuitem', { name: /^Delete/ }).click(PATIENT)
    await page.getByRole('button', { name: 'Delete for good' }).click(PATIENT)
    await page.getByText('Deleted “market”').waitFor(PATIENT)
    await expect.poll(() => page.getByRole('button', { name: /^market/ }).count(), PATIENT).toBe(0)
    await page.getByRole('button', { name: 'More for shelf' }).click()
    expect(await page.getByRole('menuitem', { name: /^Delete/ }).getAttribute('aria-disabled')).toBe('true')
  })

  it('has a file chosen again that a window sent, for it is not kept', async () => {
    sent = true
    await page.getByRole('button', { name: /^market/ }).click()
    await page.getByRole('button', { name: 'More for market' }).click()
    const item = page.getByRole('menuitem', { name: /^Import again…/ })
    expect(await item.innerText()).toContain('market.csv: what a window sent is not kept')
    await item.click(PATIENT)
    await page.getByRole('heading', { name: 'Import a catalogue' }).waitFor(PATIENT)
    await page.getByLabel('File or folder').waitFor(PATIENT)
  })

  it('imports one thing at a time, and says how it ended beside what is being set up', async () => {
    const more = () => page.getByRole('button', { name: 'More for market' }).click(PATIENT)
    const item = () => page.getByRole('menuitem', { name: /^Import again/ })
    const begin = async () => {
      await page.getByRole('button', { name: /^market/ }).click()
      await more()
      await item().click(PATIENT)
    }
    again = async function* (signal) {
      yield { type: 'progress', rows: 3, refused: 0, bytes: 1, totalBytes: 2 }
      await new Promise((settle) => signal.addEventListener('abort', settle, { once: true }))
    }
    await begin()
    await page.getByText('3 rows read').waitFor(PATIENT)
    await page.getByRole('button', { name: /^market/ }).click()
    await more()
    expect(await item().getAttribute('aria-disabled')).toBe('true')
    expect(await item().innerText()).toContain('Another import is under way.')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Import a catalogue' }).first().click()
    await page.getByRole('button', { name: 'Stop, store nothing' }).click()
    await page.getByLabel('File or folder').fill('shop.csv')
    await page.keyboard.press('Enter')
    const setUp = page.getByRole('heading', { name: 'shop.csv' })
    await setUp.waitFor(PATIENT)
    again = async function* () {
      yield { type: 'indexing' }
      throw new ShelftalkError('IMPORT_REFUSED', 'The file is gone.', 'Put it back.')
    }
    await begin()
    await page.getByText('The file is gone.').waitFor(PATIENT)
    expect(await setUp.isVisible()).toBe(true)
    again = undefined
    await begin()
    await page.getByRole('button', { name: 'Import another' }).click(PATIENT)
    await setUp.waitFor(PATIENT)
  })

  it.each(['light', 'dark'] as const)(
    'has nothing serious that axe would find, in %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await rows().first().click()
      await page.getByRole('article').waitFor(PATIENT)
      expect(await findings(page)).toEqual([])
      await tab('Rules')
      await list('With rules').getByRole('listitem').first().waitFor(PATIENT)
      expect(await findings(page)).toEqual([])
      await page.getByRole('button', { name: /^Monsoon sale/ }).click()
      await page.getByRole('form').waitFor(PATIENT)
      expect(await findings(page)).toEqual([])
      await page.getByRole('button', { name: /^market/ }).click()
      await tab('Versions')
      await list('Products that differ').waitFor(PATIENT)
      expect(await findings(page)).toEqual([])
      await page.getByRole('button', { name: 'More for market' }).click()
      await page.getByRole('menuitem', { name: /^Delete/ }).click(PATIENT)
      await page.getByRole('alertdialog').waitFor(PATIENT)
      expect(await findings(page)).toEqual([])
    },
  )
})
