/** The desktop shell from outside: it opens, writes, survives its engine, keeps its page where it is and ends cleanly. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBundles } from '../bundle/build.mjs'
import type { OpenedApp } from './openApp'
import { openApp, shellKind } from './openApp'

const here = shellKind()
/** Canned services can stand behind the stand-in alone; Electron starts the engine itself. */
const canned = here === 'standin'
let home: string
let app: OpenedApp
let page: Page

const enginePid = () => Number(readFileSync(join(home, 'engine.pid'), 'utf8'))
const state = () =>
  page.getByRole('status').filter({ hasText: /Starting|Warming|Ready|Busy|Restarted|Engine/ })

async function write(): Promise<string> {
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  await page
    .getByText(/facts? verified/)
    .first()
    .waitFor({ timeout: 60_000 })
  return page.locator('main').innerText()
}

describe.skipIf(here === undefined)('the desktop shell', () => {
  beforeAll(async () => {
    ensureBundles()
    home = mkdtempSync(join(tmpdir(), 'shelftalk-shell-'))
    app = await openApp(home, {
      STANDIN_ENGINE: join(import.meta.dirname, 'fakeEngine.ts'),
      STANDIN_FILE: '/somewhere/products.csv',
    })
    page = app.page
  })
  afterAll(async () => {
    await app.close()
    rmSync(home, { recursive: true, force: true })
  })

  it('opens the window and reaches the engine through the port', async () => {
    await expect.poll(() => page.title()).toBe('Shelftalk')
    await expect.poll(() => state().innerText(), { timeout: 60_000 }).toContain('Ready')
  })

  it('writes a narrative', async () => {
    expect(await write()).toMatch(/\d+ facts? verified/)
  })

  it('gives a page that was loaded again a port of its own', async () => {
    await page.reload()
    await expect.poll(() => state().innerText(), { timeout: 30_000 }).toContain('Ready')
    expect(await write()).toMatch(/\d+ facts? verified/)
  })

  it.skipIf(!canned)('says that the engine was restarted after it was killed, and writes again', async () => {
    const before = enginePid()
    process.kill(before, 'SIGKILL')
    await expect.poll(() => state().innerText(), { timeout: 30_000 }).toContain('Restarted')
    await expect.poll(enginePid, { timeout: 30_000 }).not.toBe(before)
    expect(await write()).toMatch(/\d+ facts? verified/)
  })

  it('keeps the page where it is', async () => {
    const before = page.url()
    await page.evaluate("void window.open('https://example.com')")
    await page.evaluate("void window.location.assign('https://example.com')").catch(() => undefined)
    await new Promise((settle) => setTimeout(settle, 500))
    expect(page.url()).toBe(before)
    await expect.poll(() => page.context().pages().length).toBe(1)
  })

  it('runs no script that did not ship, and loads nothing from elsewhere', async () => {
    const planted = await page.evaluate(async () => {
      const { document, fetch } = globalThis as unknown as {
        document: {
          createElement(name: string): { textContent: string }
          body: { append(node: unknown): void }
        }
        fetch(url: string): Promise<unknown>
      }
      const script = document.createElement('script')
      script.textContent = 'globalThis.planted = true'
      document.body.append(script)
      const fetched = await fetch('https://example.com').then(
        () => 'fetched',
        () => 'refused',
      )
      return [Reflect.get(globalThis, 'planted') === undefined, fetched]
    })
    expect(planted).toEqual([true, 'refused'])
  })

  it('offers the page a chosen file and nothing of Node or of the shell', async () => {
    const seen = await page.evaluate(async () => {
      const desktop = Reflect.get(globalThis, 'shelftalkDesktop') as { chooseFile(): Promise<unknown> }
      const names = ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      )
      return { names, keys: Object.keys(desktop).sort() }
    })
    expect(seen).toEqual({ names: [], keys: ['chooseFile', 'pathOf'] })
  })

  it.skipIf(!canned)('hands on the path of the file that was chosen', async () => {
    const chosen = await page.evaluate(() =>
      (Reflect.get(globalThis, 'shelftalkDesktop') as { chooseFile(): Promise<unknown> }).chooseFile(),
    )
    expect(chosen).toBe('/somewhere/products.csv')
  })

  it('ends cleanly, with its engine, remembering where the window was', async () => {
    const engine = canned ? enginePid() : undefined
    expect(await app.close()).toBe(0)
    if (engine === undefined) return
    expect(() => process.kill(engine, 0)).toThrow('ESRCH')
    const file = join(home, 'standin/userData/window.json')
    expect(existsSync(file) && JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      width: 1280,
      height: 800,
      maximised: false,
    })
    expect(readFileSync(join(home, 'logs/main.log'), 'utf8')).toContain('"msg":"ended"')
  })
})
