/**
 * The main job as a person does it, nothing canned: `shelftalk serve` with the shipped model and shop, a real Chromium, a persona, an
 * occasion, text that streams, a price that leads to its source row.
 */
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Served } from './served'
import { serveWhole } from './served'
import { chromiumPath } from './standin/chromium'

const executablePath = chromiumPath()
const PATIENT = { timeout: 60_000 } as const

let served: Served
let browser: Browser
let page: Page

/** Runs in the page: notes how long the narrative is whenever it grows. */
const WATCH = `
  window.narrativeLengths = []
  new MutationObserver(() => {
    const length = document.querySelector('p[lang=en]')?.textContent.length ?? 0
    if (length > (window.narrativeLengths.at(-1) ?? 0)) window.narrativeLengths.push(length)
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
`

const narrative = () => page.locator('p[lang=en]').first().innerText()

describe.skipIf(executablePath === undefined)('the workbench, whole', () => {
  beforeAll(async () => {
    served = await serveWhole()
    browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(executablePath === undefined ? {} : { executablePath }),
    })
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(served.address)
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  it('writes for a chosen persona, streaming, and a clicked price shows the row it came from', async () => {
    await page.getByText('Rohan Gupta').first().click(PATIENT)
    await page.getByLabel('Occasion', { exact: true }).fill('a rainy week in the hills')
    const write = page.getByRole('button', { name: 'Write', exact: true })
    await expect.poll(() => write.isEnabled(), PATIENT).toBe(true)
    await page.evaluate(WATCH)
    await write.click()
    await page
      .getByText(/facts? verified/)
      .first()
      .waitFor(PATIENT)
    const lengths = await page.evaluate<number[]>('window.narrativeLengths')
    // More than one step; how many the window sees depends on how busy the machine is.
    expect(lengths.length).toBeGreaterThan(1)
    const price = page.locator('p[lang=en] .fact', { hasText: /₹[\d,]+/ }).first()
    const said = await price.innerText()
    expect(await narrative()).toContain(said)
    await price.click()
    const mark = page.getByRole('dialog').locator('mark')
    expect(Number((await mark.innerText()).replace(/[^\d.]/g, ''))).toBe(Number(said.replace(/[^\d.]/g, '')))
  })

  it('writes the three strategies side by side', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Compare' }).first().click()
    const compare = page.getByRole('button', { name: 'Compare', exact: true })
    await expect.poll(() => compare.isEnabled(), PATIENT).toBe(true)
    await compare.click()
    await expect.poll(() => page.getByText(/facts? verified/).count(), PATIENT).toBe(3)
  })
})
