/** The window alone, over canned services: what a person does with a storyboard, a comparison and an import, and what axe says. */
import type { AddressInfo, Server } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureBundles } from '../bundle/build.mjs'
import { findings } from './accessibility'
import { fakeServer } from './fakeServer'
import { fakeServices } from './fakeServices'
import { chromiumPath } from './standin/chromium'

const executablePath = chromiumPath()
const servers: Server[] = []
let browser: Browser
let page: Page
let address: string
let complaints: string[]

/** A machine that does other things answers late. */
const PATIENT = { timeout: 20_000 } as const

const cards = () => page.locator('section[aria-label=Storyboard] li')
const sentences = () => cards().locator('p').allInnerTexts()
const narrative = () => page.locator('p[lang=en]').first().innerText()
const idle = () => page.getByRole('button', { name: 'Write', exact: true }).waitFor()

/** Opens a page, names the occasion and starts by keyboard once there is somebody to write for. */
async function start(url: string, action: 'Write' | 'Compare', occasion: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('Occasion', { exact: true }).fill(occasion)
  await expect
    .poll(() => page.getByRole('button', { name: action, exact: true }).isEnabled(), PATIENT)
    .toBe(true)
  await page.keyboard.press('Control+Enter')
}

async function write(occasion: string): Promise<void> {
  await start(address, 'Write', occasion)
  await page.getByText(/facts? verified/).waitFor()
}

/** The address of a window whose engine takes `wordMs` for a word. */
function serve(wordMs: number): Promise<string> {
  const server = fakeServer(fakeServices({ wordMs }))
  servers.push(server)
  return new Promise((settle) =>
    server.listen(0, '127.0.0.1', () =>
      settle(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    ),
  )
}

describe.skipIf(executablePath === undefined)('the window', () => {
  beforeAll(async () => {
    ensureBundles(['window'])
    address = await serve(10)
    browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(executablePath === undefined ? {} : { executablePath }),
    })
  })
  afterAll(async () => {
    await browser.close()
    for (const server of servers) server.close()
  })
  beforeEach(async () => {
    complaints = []
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: false })
    page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  })
  afterEach(async () => {
    await page.context().close()
    expect(complaints).toEqual([])
  })

  it('writes for a persona and an occasion, and leads from a fact to its source row', async () => {
    await write('a first night trek')
    expect(await narrative()).toContain('a first night trek')
    const fact = page.locator('p[lang=en] .fact[data-product="1"]').nth(1)
    const text = await fact.innerText()
    await fact.press('Enter')
    expect(await page.getByRole('dialog').locator('mark').innerText()).toBe(text)
  })

  it('moves, rewrites and drops beats, changes nothing else, and takes it back', async () => {
    await write('a first night trek')
    const before = await sentences()
    await cards().nth(0).getByRole('button', { name: /^Move/ }).focus()
    for (const key of ['Space', 'ArrowDown', 'Space']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(150)
    }
    await expect.poll(sentences, PATIENT).toEqual([before[1], before[0], ...before.slice(2)])
    await idle()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(sentences, PATIENT).toEqual(before)
    await idle()
    await cards().nth(3).getByRole('group').press('ArrowRight')
    await expect.poll(async () => (await sentences())[3], PATIENT).not.toBe(before[3])
    await idle()
    await cards().nth(3).getByRole('group').press('ArrowLeft')
    await expect.poll(sentences, PATIENT).toEqual(before)
    await idle()
    await cards().nth(3).getByRole('group').press('Delete')
    await expect.poll(sentences, PATIENT).toEqual(before.filter((_, index) => index !== 3))
    await idle()
    await page.locator('[data-sonner-toast]').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(sentences, PATIENT).toEqual(before)
  })

  it('keeps a pinned fact when it plans again', async () => {
    await write('a first night trek')
    await page
      .getByRole('button', { name: /more fact/ })
      .first()
      .click()
    const fact = page
      .getByRole('listitem')
      .filter({ has: page.getByLabel('Pin: say this too') })
      .first()
    const value = (await fact.locator('[data-product]').innerText()).trim()
    await fact.getByLabel('Pin: say this too').click()
    await expect.poll(narrative, PATIENT).toContain(value)
    await idle()
    await page.getByRole('button', { name: 'Plan again' }).click()
    await page.getByRole('button', { name: 'Stop' }).waitFor()
    await idle()
    expect(await narrative()).toContain(value)
  })

  it('stops when told to and keeps the words', async () => {
    await start(await serve(400), 'Write', 'a first night trek')
    await expect.poll(narrative, PATIENT).not.toBe('')
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped.').waitFor()
    expect(await narrative()).not.toBe('')
  })

  it('says what is wrong with a template by its line, and saves a good one', async () => {
    await page.goto(address)
    await page.getByRole('button', { name: 'New template' }).click()
    await page.getByText('Text', { exact: true }).click()
    await page.getByLabel('Template text').fill('channel: page\nvoice: loud')
    await page.getByText(/^voice "loud" is unknown/).waitFor()
    expect(await page.getByText('line 2', { exact: true }).isVisible()).toBe(true)
    await page.getByLabel('Template text').fill('channel: card')
    await page.getByText(/It plans \d+ sentences/).waitFor()
    await page.getByLabel('Name of a new template').fill('Mine')
    await page.getByRole('button', { name: 'Save as' }).click()
    await page.getByText('Saved “Mine”, version 1').waitFor()
  })

  it('writes three strategies side by side and remembers a column that was added', async () => {
    await start(`${address}#/compare`, 'Compare', 'a first night trek')
    await expect.poll(() => page.getByText(/facts? verified/).count(), PATIENT).toBe(3)
    await page.getByLabel('Add a column').click()
    await page.getByRole('menuitem', { name: 'Playful', exact: true }).click()
    await page.reload()
    await expect.poll(() => page.getByRole('article').count(), PATIENT).toBe(4)
  })

  it('imports a file and lists what it refused', async () => {
    await page.goto(`${address}#/catalogue`)
    await page.getByRole('button', { name: 'Import a catalogue' }).click()
    await page.getByLabel('File or folder', { exact: true }).fill('shop.csv')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Import', exact: true }).click(PATIENT)
    await page.getByText('3 rows refused').waitFor(PATIENT)
    expect(await page.getByText('row 2,101').isVisible()).toBe(true)
  })

  it.each(['light', 'dark'] as const)(
    'has nothing serious that axe would find, in %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await write('a first night trek')
      expect(await findings(page)).toEqual([])
      for (const name of ['Compare', 'Adapters', 'Catalogue']) {
        await page.getByRole('link', { name }).click()
        await page.waitForTimeout(400)
        expect(await findings(page)).toEqual([])
      }
    },
  )
})
