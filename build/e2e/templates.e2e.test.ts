/**
 * A template's life as a merchandiser lives it, nothing canned: shaped by form and as text, saved, its versions compared, an A/B written by
 * the shipped model, deleted and brought back.
 */
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings } from './accessibility'
import type { Served } from './served'
import { serveWhole } from './served'
import { chromiumPath } from './standin/chromium'

const executablePath = chromiumPath()
const PATIENT = { timeout: 60_000 } as const

let served: Served
let browser: Browser
let page: Page
const complaints: string[] = []

const pane = () => page.getByRole('region', { name: 'Products and settings' })
const view = (name: 'Form' | 'Text') =>
  pane().getByRole('radiogroup', { name: 'Edit the template as' }).getByText(name, { exact: true }).click()
const templateText = () => page.getByLabel('Template text').inputValue()
async function choose(label: string, option: string | RegExp): Promise<void> {
  await pane().getByRole('combobox', { name: label, exact: true }).click(PATIENT)
  await page.getByRole('option', { name: option }).click(PATIENT)
}

describe.skipIf(executablePath === undefined)('templates in the window', () => {
  beforeAll(async () => {
    served = await serveWhole()
    browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(executablePath === undefined ? {} : { executablePath }),
    })
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(served.address)
    await page.getByText('Asha Menon').first().click(PATIENT)
    await page.getByLabel('Occasion', { exact: true }).fill('a rainy week in the hills')
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
    expect(complaints).toEqual([])
  })

  it('is shaped by form and as text in step, keeps what is unsaved, and goes back', async () => {
    await choose('Template', /^Shelf card/)
    await choose('Close', 'Call to action')
    await view('Text')
    expect(await templateText()).toBe('channel: card\nproducts: 1\nclose: call')
    await page
      .getByLabel('Template text')
      .fill('channel: card\nproducts: 1\nmust mention: price\nclose: call')
    await view('Form')
    await pane().getByRole('button', { name: 'Remove Price' }).waitFor(PATIENT)
    await page.getByLabel('Must not mention').fill('eco-friendly')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Catalogue' }).click()
    await page.getByRole('link', { name: 'Studio' }).click()
    await pane().getByText('Edited since version 1').waitFor(PATIENT)
    await choose('Template', /^Product page/)
    await choose('Template', /^Shelf card/)
    await view('Text')
    expect(await templateText()).toBe(
      'channel: card\nproducts: 1\nmust mention: price\nmust not mention: eco-friendly\nclose: call',
    )
    await page.getByLabel('Template text').press('Control+z')
    expect(await templateText()).toBe('channel: card\nproducts: 1\nmust mention: price\nclose: call')
  })

  it('says what is wrong by its line, and saves a version', async () => {
    await page.getByLabel('Template text').fill('channel: card\nclose: loud')
    await pane().getByText('line 2', { exact: true }).waitFor(PATIENT)
    expect(await page.getByRole('button', { name: 'Save version 2' }).isDisabled()).toBe(true)
    await page.getByLabel('Template text').press('Control+z')
    await page.getByRole('button', { name: 'Save version 2' }).click(PATIENT)
    await pane()
      .getByText(/^Version 2, /)
      .waitFor(PATIENT)
    await view('Form')
    expect(await findings(page)).toEqual([])
  })

  it('shows what changed between two versions, and restores one as a third', async () => {
    await pane().getByRole('button', { name: 'Versions' }).click()
    const dialog = page.getByRole('dialog')
    const lines = dialog.getByRole('list', { name: 'What changed, line by line' }).getByRole('listitem')
    await expect
      .poll(
        async () => (await lines.allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim()),
        PATIENT,
      )
      .toEqual([
        '1 channel: card',
        '2 products: 1',
        '3 + added: must mention: price',
        '− removed: close: none',
        '4 + added: close: call',
      ])
    expect(await findings(page)).toEqual([])
    await dialog.getByRole('option', { name: /^Version 2/ }).press('ArrowDown')
    await dialog.getByRole('button', { name: 'Restore version 1' }).click()
    await dialog.getByRole('option', { name: /^Version 3.*from version 1/s }).waitFor(PATIENT)
  })

  it('writes an A/B in one click: same person, occasion, products and seed, another template', async () => {
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('option', { name: /^Version 3/ }).click()
    await dialog.getByRole('button', { name: 'A/B: version 2 against version 3' }).click()
    await expect.poll(() => page.getByText(/facts? verified/).count(), PATIENT).toBe(2)
    const columns = page.getByRole('article')
    expect(await columns.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'A: version 2',
      'B: version 3',
    ])
    const [a, b] = await Promise.all(
      [0, 1].map(async (at) => ({
        picks: await columns.nth(at).getByRole('listitem').allInnerTexts(),
        seed: await columns
          .nth(at)
          .getByText(/^seed \d+$/)
          .first()
          .innerText(),
        text: await columns.nth(at).locator('p[lang=en]').innerText(),
      })),
    )
    expect(a?.picks.length).toBeGreaterThan(0)
    expect([b?.picks, b?.seed]).toEqual([a?.picks, a?.seed])
    expect(b?.text).not.toBe(a?.text)
    await page.getByRole('combobox', { name: 'Differences' }).click()
    await page.getByRole('option', { name: /A: version 2/ }).click()
    const marked = columns.nth(1).locator('p[lang=en]')
    await marked.locator('ins, del').first().waitFor(PATIENT)
    /** The text without the words of one kind. */
    const without = (tag: 'ins' | 'del') =>
      page.evaluate<string>(`(() => {
        const copy = document.querySelectorAll('article')[1].querySelector('p[lang=en]').cloneNode(true)
        for (const part of copy.querySelectorAll('${tag}')) part.remove()
        return copy.textContent
      })()`)
    expect([await without('ins'), await without('del')]).toEqual([a?.text, b?.text])
    expect(await findings(page)).toEqual([])
  })

  it('gives the columns back, and a deleted template too', async () => {
    await page.getByRole('button', { name: 'Back to your columns' }).click()
    expect(await page.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Personalised',
      'Popularity',
      'Random',
    ])
    await page.getByRole('link', { name: 'Studio' }).click()
    await pane().getByRole('button', { name: 'More about templates' }).click()
    await page.getByRole('menuitem', { name: /^Delete/ }).click()
    await page.getByText('Deleted the template').waitFor(PATIENT)
    await page.locator('[data-sonner-toast]').getByRole('button', { name: 'Undo' }).click()
    await pane()
      .getByText(/^Version 3, /)
      .waitFor(PATIENT)
  })
})
