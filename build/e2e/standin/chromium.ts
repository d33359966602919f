/** The system's Chromium, started once. `STANDIN_PORT` is the port on which a test may connect to it, `STANDIN_SHOW` opens real windows. */
import { existsSync } from 'node:fs'
import type { BrowserContext } from 'playwright-core'
import { chromium } from 'playwright-core'
import { app } from './app'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of the browser that is there; undefined for none. */
export function chromiumPath(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path))
}

let opening: Promise<BrowserContext> | undefined

/** The one context that all windows share. */
export function browserContext(): Promise<BrowserContext> {
  opening ??= open()
  return opening
}

async function open(): Promise<BrowserContext> {
  const executablePath = chromiumPath()
  if (executablePath === undefined)
    throw new Error('No Chromium was found: install one, or name it in CHROMIUM')
  const port = process.env['STANDIN_PORT']
  const context = await chromium.launchPersistentContext(app.getPath('chromium'), {
    executablePath,
    headless: process.env['STANDIN_SHOW'] === undefined,
    viewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    args: ['--window-size=1280,800', ...(port ? [`--remote-debugging-port=${port}`] : [])],
  })
  app.onQuit = () => context.close()
  return context
}
