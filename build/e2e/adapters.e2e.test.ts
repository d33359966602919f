/** Adapters as a person uses them: scaled, mixed and heard in five voices over canned services; imported and removed over the real engine. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
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
import { readConfig } from '../../models/language/config'
import { encodeTensors } from '../../models/language/safetensorsWriter'
import { siteSizes } from '../../models/onnx/shape'
import type { CompareRequest } from '../../shared/contract/schemas'
import { ensureBundles } from '../bundle/build.mjs'
import { findings } from './accessibility'
import { fakeServer } from './fakeServer'
import { fakeServices } from './fakeServices'
import { chromiumPath } from './standin/chromium'

const executablePath = chromiumPath()
const PATIENT = { timeout: 30_000 } as const
const resources = findResources(import.meta.dirname)

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
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterEach(async () => {
  if (browser) await page.close()
  expect(complaints).toEqual([])
})

const slider = (name: string) => page.getByRole('slider', { name, exact: true })
const scaleOf = async (name: string) => Number(await slider(name).getAttribute('aria-valuenow'))

describe.skipIf(executablePath === undefined)('mixing', () => {
  let address: string
  let close: () => void
  const compared: CompareRequest[] = []
  beforeAll(async () => {
    const services = fakeServices({ wordMs: 1 })
    const server = fakeServer({
      ...services,
      compare: (request, signal) => {
        compared.push(request)
        return services.compare(request, signal)
      },
    })
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', () => settle()))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    close = () => server.close()
  })
  afterAll(() => close())

  async function add(name: string): Promise<void> {
    await page.getByRole('button', { name: /^(Add an adapter|Mix in another)$/ }).click(PATIENT)
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
    await slider(name).waitFor()
  }
  const written = () =>
    page
      .getByText(/facts? verified/)
      .first()
      .waitFor(PATIENT)

  it('scales by keyboard in steps of 0.05, goes back to 1 on a double click, and remembers', async () => {
    await page.goto(address)
    await add('warm')
    await add('value')
    expect(await Promise.all(['warm', 'value'].map(scaleOf))).toEqual([1, 1])
    for (let times = 0; times < 3; times++) await slider('value').press('ArrowRight')
    expect(await scaleOf('value')).toBe(1.15)
    await slider('value').press('End')
    expect(await scaleOf('value')).toBe(2)
    const track = page.locator('[data-orientation=horizontal]', { has: slider('value') }).first()
    await track.dblclick({ position: { x: 100, y: 8 } })
    expect(await scaleOf('value')).toBe(1)
    await slider('warm').press('Home')
    for (let times = 0; times < 8; times++) await slider('warm').press('ArrowRight')
    await page.reload()
    await slider('value').waitFor(PATIENT)
    expect(await Promise.all(['warm', 'value'].map(scaleOf))).toEqual([0.4, 1])
    await page.getByRole('button', { name: 'Write', exact: true }).click(PATIENT)
    await written()
    expect(await page.getByText('warm × 0.4 + value × 1', { exact: true }).count()).toBe(1)
    await page.getByRole('button', { name: 'Take warm out of the mix' }).click()
    expect(await slider('warm').count()).toBe(0)
  })

  it('writes all five voices in one call that differs in adapters only, and keeps the one that is liked', async () => {
    await page.goto(address)
    await page.getByRole('button', { name: 'Write', exact: true }).click(PATIENT)
    await written()
    compared.length = 0
    await page.getByRole('button', { name: 'All voices' }).click()
    await expect.poll(() => page.getByText(/facts? verified/).count(), PATIENT).toBe(5)
    expect(compared).toHaveLength(1)
    const variants = compared[0]?.variants ?? []
    expect(variants.map(({ adapters }) => adapters)).toEqual(
      ['warm', 'crisp', 'playful', 'luxury', 'value'].map((name) => [{ name, scale: 1 }]),
    )
    const rest = variants.map((variant) => JSON.stringify({ ...variant, adapters: [], label: '' }))
    expect(new Set(rest).size).toBe(1)
    expect(compared[0]?.productIds?.length).toBeGreaterThan(0)
    expect(await findings(page)).toEqual([])
    const liked = await page
      .getByRole('article', { name: 'Luxury editorial' })
      .locator('p[lang=en]')
      .innerText()
    await page.getByRole('button', { name: 'Keep the luxury editorial one' }).click()
    expect(await page.locator('p[lang=en]').first().innerText()).toBe(liked)
    expect(await scaleOf('luxury')).toBe(1)
    expect(await page.getByText('The brief has changed since').count()).toBe(0)
  })

  it('keeps a sentence edited by hand with its values linked, and takes it back', async () => {
    await page.goto(address)
    await page.getByRole('button', { name: 'Write', exact: true }).click(PATIENT)
    await written()
    const card = page.locator('section[aria-label=Storyboard] li').nth(3)
    const before = await card.locator('p').innerText()
    const value = await page.locator('p[lang=en] .fact[data-product="1"]').nth(1).innerText()
    expect(before).toContain(value)
    await card.locator('p').dblclick()
    await page.getByRole('textbox', { name: /^Sentence/ }).fill(`My own words about ${value}`)
    await page.keyboard.press('Enter')
    await card.getByText('edited', { exact: true }).waitFor(PATIENT)
    expect(await card.locator('p').innerText()).toBe(`My own words about ${value}.`)
    expect(await page.locator('p[lang=en] .fact[data-product="1"]').nth(1).innerText()).toBe(value)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => card.locator('p').innerText(), PATIENT).toBe(before)
  })

  it('opens a source beside the text, not on it', async () => {
    await page.goto(address)
    await page.getByRole('button', { name: 'Write', exact: true }).click(PATIENT)
    await written()
    for (const index of [0, 2]) {
      await page.locator('p[lang=en] .fact[data-product="1"]').nth(index).click()
      const [panel, text] = await Promise.all([
        page.getByRole('dialog').boundingBox(),
        page.locator('p[lang=en]').first().boundingBox(),
      ])
      if (!panel || !text) throw new Error('nothing to measure')
      expect(panel.x >= text.x + text.width || panel.x + panel.width <= text.x).toBe(true)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
})

describe.skipIf(executablePath === undefined)('the Adapters page over the real engine', () => {
  let root: string
  let engine: Engine
  let server: HttpServer
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'shelftalk-adapters-'))
    engine = await openEngine({ home: join(root, 'home'), resources })
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

  /** A folder as PEFT writes it, for the shipped model; large enough to be sent in several pieces. */
  async function peftFolder(name: string, change: object = {}): Promise<string> {
    const { shape } = await readConfig(resources.model)
    const { inputs, outputs } = siteSizes(shape).down
    const rank = 8
    const layers = Array.from({ length: shape.layers }, (_, layer) => layer)
    const matrix = (rows: number, columns: number) =>
      ({ type: 'F32', shape: [rows, columns], data: new Float32Array(rows * columns) }) as const
    const tensors = layers.flatMap((layer) => {
      const stem = `base_model.model.model.layers.${layer}.mlp.down_proj`
      return [
        [`${stem}.lora_A.weight`, matrix(rank, inputs)],
        [`${stem}.lora_B.weight`, matrix(outputs, rank)],
      ] as const
    })
    const folder = join(root, name)
    await mkdir(folder)
    const config = { peft_type: 'LORA', r: rank, lora_alpha: 16, target_modules: ['down_proj'], ...change }
    await writeFile(join(folder, 'adapter_config.json'), JSON.stringify(config))
    await writeFile(join(folder, 'adapter_model.safetensors'), encodeTensors(Object.fromEntries(tensors)))
    await writeFile(join(folder, 'README.md'), '---\nlicense: mit\n---\n# House\n\nOur *own* hand.\n')
    return folder
  }

  async function openImport(): Promise<void> {
    await page.goto(server.url)
    await page.getByRole('link', { name: 'Adapters' }).click(PATIENT)
    await page.getByRole('button', { name: 'Import an adapter' }).first().click(PATIENT)
  }

  it('says in words why a folder is refused, and keeps nothing of it', async () => {
    await openImport()
    const broken = await peftFolder('broken', { use_dora: true })
    await page.getByLabel('Path of the folder').fill(broken)
    await page.keyboard.press('Enter')
    const alert = page.getByRole('alert')
    await alert.waitFor(PATIENT)
    expect(await alert.innerText()).toMatch(/It is a DoRA[\s\S]+Use a plain LoRA adapter/)
    await page.getByLabel('Path of the folder').fill(join(root, 'none'))
    await page.keyboard.press('Enter')
    await page.getByText(/none does not exist/).waitFor(PATIENT)
    expect((await engine.services.adapters()).filter(({ origin }) => origin === 'imported')).toEqual([])
  })

  it('sends a chosen folder piece by piece, shows its card, removes it and puts it back', async () => {
    const folder = await peftFolder('Our House')
    await openImport()
    await page.locator('input[type=file]').setInputFiles(folder)
    await page.getByText('3 files of an adapter', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('article', { name: 'our-house' }).getByText('Our own hand.').first().waitFor(PATIENT)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Try in Studio' }).click()
    expect(await scaleOf('our-house')).toBe(1)
    await page.getByRole('link', { name: 'Adapters' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('article', { name: 'our-house' }).waitFor({ state: 'detached' })
    expect((await engine.services.adapters()).some(({ name }) => name === 'our-house')).toBe(false)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('article', { name: 'our-house' }).waitFor(PATIENT)
    expect((await engine.services.adapters()).some(({ name }) => name === 'our-house')).toBe(true)
  })
})
