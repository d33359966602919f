/**
 * Takes the README's pictures of the real workbench: `npx tsx build/e2e/shots.ts [FOLDER]` (default `build/readme`). Starts
 * `shelftalk serve` over a fresh home, drives Chromium, and writes PNG files; nothing in them is canned.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { ensureBundles } from '../bundle/build.mjs'
import { chromiumPath } from './standin/chromium'

const ROOT = resolve(import.meta.dirname, '../..')
const folder = resolve(process.argv[2] ?? join(ROOT, 'build/readme'))
const PATIENT = { timeout: 90_000 } as const

const executablePath = chromiumPath()
if (executablePath === undefined) throw new Error('No Chromium here: install one to take pictures.')
mkdirSync(folder, { recursive: true })
ensureBundles()
const home = mkdtempSync(join(tmpdir(), 'shelftalk-shots-'))
const server = spawn(
  process.execPath,
  [join(ROOT, 'out/main/cli.mjs'), 'serve', '--port', '0', '--home', home],
  {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const address = await new Promise<string>((found) => {
  let said = ''
  server.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const url = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said)?.[0]
    if (url) found(url)
  })
})
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })

async function write(page: Page, who: string, occasion: string): Promise<void> {
  await page.getByText(who).first().click(PATIENT)
  await page.getByLabel('Occasion', { exact: true }).fill(occasion)
  await page.waitForTimeout(800)
  await page.getByRole('button', { name: 'Write', exact: true }).click(PATIENT)
  await page
    .getByText(/facts? verified/)
    .first()
    .waitFor(PATIENT)
  await page.waitForTimeout(500)
}

/** An audit by age band and gender, with whom the first finding is about, and what evening out would cost. */
async function fairness(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.getByRole('link', { name: 'Fairness' }).click()
  const setUp = page.getByRole('region', { name: 'Set up' })
  await setUp.getByRole('button', { name: /^Audit/ }).click(PATIENT)
  await page.getByRole('article', { name: 'Fairness audit' }).waitFor(PATIENT)
  await page.waitForTimeout(1200)
  await page.screenshot({ path: join(folder, `fairness-${scheme}.png`) })
  await page.getByRole('radiogroup', { name: 'What to do' }).getByText('Even out').click()
  await setUp.getByRole('button', { name: /^Draw the curve/ }).click(PATIENT)
  await page.getByRole('article', { name: 'Evening out' }).waitFor(PATIENT)
  await page.waitForTimeout(1200)
  await page.screenshot({ path: join(folder, `parity-${scheme}.png`) })
}

/** The catalogue with a product's card, and what the evaluations so far left behind. */
async function shelves(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.getByRole('link', { name: 'Catalogue' }).click()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, `catalogue-${scheme}.png`) })
  await page.getByRole('link', { name: 'Runs' }).click()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, `runs-${scheme}.png`) })
}

async function shoot(scheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: scheme,
    deviceScaleFactor: 1.5,
  })
  const page = await context.newPage()
  await page.goto(address)
  await write(page, 'Asha Menon', 'a rainy week in the hills')
  await page.screenshot({ path: join(folder, `studio-${scheme}.png`) })
  const facts = page.locator('p[lang=en] .fact[data-product="1"]')
  await facts.nth((await facts.count()) - 1).click()
  await page.getByRole('dialog').waitFor(PATIENT)
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(folder, `source-${scheme}.png`) })
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Compare' }).first().click()
  await page.waitForTimeout(800)
  await page.getByRole('button', { name: 'Compare', exact: true }).click(PATIENT)
  const verified = page.getByText(/facts? verified/)
  for (let waited = 0; (await verified.count()) < 3; waited++) {
    if (waited > 300) throw new Error('The comparison did not end')
    await page.waitForTimeout(300)
  }
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, `compare-${scheme}.png`) })
  await fairness(page, scheme)
  await shelves(page, scheme)
  await context.close()
}

try {
  await shoot('light')
  await shoot('dark')
} finally {
  await browser.close()
  server.kill('SIGINT')
  await new Promise((ended) => server.once('exit', ended))
  rmSync(home, { recursive: true, force: true })
}
console.log(`Pictures written to ${folder}`)
