/**
 * The main job as a person does it, nothing canned: `shelftalk serve` with the shipped model and shop, a real Chromium, a persona, an
 * occasion, text that streams, a price that leads to its source row.
 */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBundles } from '../bundle/build.mjs'
import { chromiumPath } from './standin/chromium'

const ROOT = resolve(import.meta.dirname, '../..')
const executablePath = chromiumPath()
const PATIENT = { timeout: 60_000 } as const

let home: string
let server: ChildProcess
let browser: Browser
let page: Page

/** The address a started server prints. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said)?.[0]
    if (address) return address
  }
  throw new Error(`The server ended and said: ${said}`)
}

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
    ensureBundles()
    home = mkdtempSync(join(tmpdir(), 'shelftalk-whole-'))
    server = spawn(
      process.execPath,
      [join(ROOT, 'out/main/cli.mjs'), 'serve', '--port', '0', '--home', home],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const address = await addressOf(server)
    browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(executablePath === undefined ? {} : { executablePath }),
    })
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(address)
  })
  afterAll(async () => {
    await browser.close()
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
    rmSync(home, { recursive: true, force: true })
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
    expect(lengths.length).toBeGreaterThan(5)
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
