/** Browser mode in a real browser: the page as it ships, over the loopback server with its token. */
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpServer } from '../../electron/transports/http'
import { serveHttp } from '../../electron/transports/http'
import { ensureBundles } from '../bundle/build.mjs'
import { fakeServices } from './fakeServices'
import { chromiumPath } from './standin/chromium'

const executablePath = chromiumPath()

describe.skipIf(executablePath === undefined)('browser mode', () => {
  let server: HttpServer
  let browser: Browser
  beforeAll(async () => {
    ensureBundles(['window'])
    server = await serveHttp({
      services: fakeServices({ wordMs: 2 }),
      window: resolve(import.meta.dirname, '../../dist/renderer'),
    })
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}) })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('opens with the printed address, hides the token, writes, and obeys its own policy', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(server.url)
    await page.getByText('Ready', { exact: true }).waitFor({ timeout: 60_000 })
    expect(page.url()).not.toContain(server.token)
    await page.getByRole('button', { name: 'Write', exact: true }).click()
    await page
      .getByText(/facts? verified/)
      .first()
      .waitFor({ timeout: 60_000 })
    await page.reload()
    await page.getByText('Ready', { exact: true }).waitFor({ timeout: 60_000 })
    expect(complaints).toEqual([])
    await page.close()
  })

  it('tells a window without the token what to do', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(server.url.replace(/#.*/, ''))
    await page.getByText('Engine not reachable').waitFor({ timeout: 60_000 })
    await context.close()
  })
})
