/** The Runs page over canned services: looking, comparing, noting, deleting, exporting, pushing, evaluating; and what axe says. */
import type { AddressInfo, Server } from 'node:net'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StandIn } from '../../electron/engine/mlflow/standIn'
import { startStandIn } from '../../electron/engine/mlflow/standIn'
import { ShelftalkError } from '../../shared/contract/errors'
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
let mlflow: StandIn
let address: string
let complaints: string[]
/** What is in the way of saving names and of pushing. */
let inTheWay: (() => Promise<void>) | undefined

const list = () => page.getByRole('list', { name: 'Runs' })
const names = () => list().getByRole('button').allInnerTexts()
const run = (name: string) => list().getByRole('button', { name })
const article = () => page.getByRole('article')
const check = (name: string) => page.getByRole('checkbox', { name: `Compare ${name}` }).check()
const LUXURY = '200 narratives over shelf, luxury'
const PERSONAL = '200 narratives over shelf, personalised'
const LAST_OUT = 'Recommenders over shelf, leave last out'

describe.skipIf(executablePath === undefined)('the Runs page', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    ensureBundles(['window'])
    mlflow = await startStandIn()
    browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(executablePath === undefined ? {} : { executablePath }),
    })
  })
  afterAll(async () => {
    await browser.close()
    await mlflow.close()
  })
  beforeEach(async () => {
    complaints = []
    inTheWay = undefined
    const services = fakeServices({ wordMs: 0 })
    server = fakeServer({
      ...services,
      updateRun: async (request) => {
        await inTheWay?.()
        return services.updateRun(request)
      },
      pushRun: async (request) => {
        await inTheWay?.()
        return services.pushRun(request)
      },
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/#/runs`
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    page.setDefaultTimeout(PATIENT.timeout)
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(address)
    await run(LUXURY).waitFor(PATIENT)
  })
  afterEach(async () => {
    await page.context().close()
    server.close()
    expect(complaints).toEqual([])
  })

  it('lists runs, narrows them down, and remembers the filter', async () => {
    expect((await names()).map((text) => text.split('\n')[0])).toHaveLength(7)
    await page.getByRole('searchbox', { name: 'Words in a run' }).fill('luxury')
    await expect.poll(async () => (await names()).length, PATIENT).toBe(1)
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'Narratives' }).click()
    await page.reload()
    await expect.poll(async () => (await names()).length, PATIENT).toBe(1)
    await page.getByRole('searchbox', { name: 'Words in a run' }).fill('nothing of the kind')
    await page.getByRole('heading', { name: 'No run fits' }).waitFor(PATIENT)
    await page.getByRole('button', { name: 'Show all runs' }).click()
    await expect.poll(async () => (await names()).length, PATIENT).toBe(7)
  })

  it('shows what a run says, in a sentence, charts and a table; by keyboard too', async () => {
    await run(LAST_OUT).click()
    await article()
      .getByText(
        /^Personalised finds the held-out product \d\.\d times as often as popularity \[\d\.\d, \d\.\d\]/,
      )
      .waitFor(PATIENT)
    const chart = article().getByRole('img', { name: /^Hit rate@10\. personalised: [\d.]+ % \[/ })
    await chart.locator('svg.recharts-surface').waitFor(PATIENT)
    // A mark a system, a whisker each.
    expect(await chart.locator('g > title').count()).toBe(8)
    expect(await chart.locator('.recharts-errorBar').count()).toBe(8)
    const table = article().getByRole('region', { name: 'Table of figures' })
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([
      ...[
        'personalised',
        'ease',
        'item-knn',
        'transitions',
        'content',
        'popularity-recent',
        'popularity',
        'random',
      ],
    ])
    await article().getByRole('button', { name: 'All 6 charts' }).click()
    expect(
      await article()
        .getByRole('img', { name: /\. (personalised|random): / })
        .count(),
    ).toBe(6)
    expect(await findings(page)).toEqual([])
    await run(LAST_OUT).press('ArrowUp')
    await expect
      .poll(() => article().getByLabel('Name of the run').inputValue(), PATIENT)
      .toMatch(/monsoon stock$/)
  })

  it('says how a run ended that did not finish', async () => {
    await run('200 narratives over shelf, value').click()
    await article().getByText('It failed. The adapter "value" was removed').waitFor(PATIENT)
    expect(await article().locator('svg.recharts-surface').count()).toBe(0)
    expect(await findings(page)).toEqual([])
  })

  it('keeps notes and names as they are typed', async () => {
    await run(LUXURY).click()
    await article().getByRole('textbox', { name: 'Notes' }).fill('For the winter window.')
    await article().getByText('Saved', { exact: true }).waitFor(PATIENT)
    // Left at once: what was typed last is kept all the same.
    await article().getByRole('textbox', { name: 'Notes' }).fill('For the winter window, twice.')
    await run(PERSONAL).click()
    await article().getByLabel('Name of the run').fill('The base')
    await page.keyboard.press('Enter')
    await run('The base').waitFor(PATIENT)
    await page.reload()
    await run(LUXURY).click()
    expect(await article().getByRole('textbox', { name: 'Notes' }).inputValue()).toBe(
      'For the winter window, twice.',
    )
    await article().getByLabel('Name of the run').fill('Never')
    await page.keyboard.press('Escape')
    expect(await article().getByLabel('Name of the run').inputValue()).toBe(LUXURY)
  })

  it('loses neither a name that could not be saved nor word of a push that failed', async () => {
    const full = () => Promise.reject(new ShelftalkError('INTERNAL', 'The disk is full.', 'Make room.'))
    inTheWay = full
    await run(LUXURY).click()
    await article().getByLabel('Name of the run').fill('The best')
    // Left for another run: the name is still there when one comes back.
    await run(PERSONAL).click()
    await page.getByText('The disk is full.').waitFor(PATIENT)
    await run(LUXURY).click()
    await article().getByText('This name is not saved.').waitFor(PATIENT)
    expect(await article().getByLabel('Name of the run').inputValue()).toBe('The best')
    expect(await findings(page)).toEqual([])
    inTheWay = undefined
    await article().getByRole('button', { name: 'Try again' }).click()
    await run('The best').waitFor(PATIENT)
    expect(await article().getByText('This name is not saved.').count()).toBe(0)

    let release: () => void = () => undefined
    const held = new Promise<void>((settle) => {
      release = settle
    })
    inTheWay = async () => {
      await held
      throw new ShelftalkError('INTERNAL', 'The server is away.', 'Try again later.')
    }
    await article().getByRole('button', { name: 'Push to MLflow' }).click()
    await page.getByLabel('Address of the server').fill(mlflow.address)
    await page.getByRole('button', { name: 'Push', exact: true }).click()
    await page.getByRole('button', { name: 'Pushing…' }).waitFor(PATIENT)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached', ...PATIENT })
    release()
    await page.locator('[data-sonner-toast]').getByText('The server is away.').waitFor(PATIENT)
    // The browser says by itself that requests failed; nothing else may complain.
    complaints = complaints.filter((text) => !/Failed to load resource/.test(text))
  })

  it('deletes a run and brings it back, at once or from the list of deleted ones', async () => {
    await run(LUXURY).click()
    await article().getByRole('button', { name: 'Delete' }).click()
    await expect.poll(async () => (await names()).length, PATIENT).toBe(6)
    await page.locator('[data-sonner-toast]').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await names()).length, PATIENT).toBe(7)
    await run(PERSONAL).click()
    await article().getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: /^Deleted/ }).click()
    await run(PERSONAL).click()
    await article().getByRole('button', { name: 'Bring back' }).click()
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'All kinds' }).click()
    await expect.poll(async () => (await names()).length, PATIENT).toBe(7)
  })

  it('compares runs metric by metric, with what is beyond chance in words', async () => {
    await check(PERSONAL)
    expect(await page.getByRole('button', { name: 'Check another to compare' }).isDisabled()).toBe(true)
    await check(LUXURY)
    await page.getByRole('button', { name: 'Compare 2 runs' }).click()
    await article()
      .getByText(/^Of 5 differences tested case by case, 2 are beyond chance: Words \+\d\.\d\d \[/)
      .waitFor(PATIENT)
    const runs = article().getByRole('region', { name: 'The runs' })
    expect(await runs.getByRole('row', { name: /^Adapters/ }).innerText()).toMatch(/–\s+luxury at 0\.8/)
    const table = article().getByRole('region', { name: 'Table of differences' })
    expect(await table.getByRole('row', { name: /^Words/ }).innerText()).toMatch(/higher, p < 0\.001/)
    expect(await table.getByRole('row', { name: /^Self-BLEU-4\s+written/ }).innerText()).toMatch(/not tested/)
    await article().getByRole('radiogroup', { name: 'Rows' }).getByText('Beyond chance').click()
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([
      'Words\nwritten',
      'Reading grade\nwritten',
    ])
    await article().getByRole('combobox', { name: 'Measure of the chart' }).click()
    await page.getByRole('option', { name: 'Words' }).click()
    const chart = article().getByRole('img', { name: /^Words\. written: A 6\d\.\d+ \[.*B 7\d\.\d+ \[/ })
    await chart.locator('svg.recharts-surface').waitFor(PATIENT)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Clear' }).click()
    expect(await article().getByLabel('Name of the run').count()).toBe(1)
  })

  it('exports a run as a file', async () => {
    await run(LAST_OUT).click()
    await article().getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download', PATIENT)
    await page
      .getByRole('group', { name: /^Every value/ })
      .getByRole('menuitem', { name: 'CSV' })
      .click()
    const file = await download
    expect(file.suggestedFilename()).toBe('shelftalk-run-r1-values.csv')
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(lines.slice(0, 2)).toEqual([
      'run,metric,of,key,value',
      expect.stringMatching(/^r1,ndcg@10,personalised,shopper-1,/) as string,
    ])
  })

  it('pushes to an MLflow server, and says when it is away', async () => {
    await run(LAST_OUT).click()
    await article().getByRole('button', { name: 'Push to MLflow' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Address of the server').fill('http://127.0.0.1:9')
    await dialog.getByRole('button', { name: 'Push', exact: true }).click()
    await dialog
      .getByRole('alert')
      .getByText(/^The MLflow server at http:\/\/127\.0\.0\.1:9 does not answer/)
      .waitFor(PATIENT)
    expect(await findings(page)).toEqual([])
    await dialog.getByLabel('Address of the server').fill(mlflow.address)
    await dialog.getByLabel('Experiment').fill('Window')
    await dialog.getByRole('button', { name: 'Push', exact: true }).click()
    await page.getByText('Pushed: 1 run').waitFor(PATIENT)
    expect([...mlflow.runs.values()].map(({ name }) => name)).toEqual([LAST_OUT])
    await article().getByText(`In MLflow at ${mlflow.address} as mlrun1`).waitFor(PATIENT)
    await article().getByRole('button', { name: 'Push to MLflow' }).click()
    expect(await dialog.getByLabel('Address of the server').inputValue()).toBe(mlflow.address)
    await dialog.getByRole('button', { name: 'Push', exact: true }).click()
    await page.getByText('Brought up to date: 1 run').waitFor(PATIENT)
    expect(mlflow.runs.size).toBe(1)
    // The browser says by itself that it could not connect; nothing else may complain.
    complaints = complaints.filter((text) => !/502|Failed to load resource/.test(text))
  })

  it.each([
    ['Recommenders', 'Recommenders, leave-last-out'],
    ['Search', 'Search'],
  ])('starts an evaluation of %s and shows its run', async (kind, name) => {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Start an evaluation' }).waitFor(PATIENT)
    await page.getByRole('radiogroup', { name: 'What is evaluated' }).getByText(kind, { exact: true }).click()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await expect.poll(() => article().getByLabel('Name of the run').inputValue(), PATIENT).toBe(name)
    expect((await names())[0]).toContain(name)
  })

  it('shows a comparison that was kept on the Compare page, with its texts', async () => {
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.getByLabel('Occasion', { exact: true }).fill('a first night trek')
    const compare = page.getByRole('button', { name: 'Compare', exact: true })
    await expect.poll(() => compare.isEnabled(), PATIENT).toBe(true)
    await compare.click()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: /^Keep as a run/ }).click()
    await page.locator('[data-sonner-toast]').getByRole('button', { name: 'Show' }).click()
    await article()
      .getByText(/^Personalised states \d+ facts in \d+ words, Popularity \d+ in \d+, Random \d+ in \d+\./)
      .waitFor(PATIENT)
    expect(await article().getByLabel('Name of the run').inputValue()).toMatch(
      /^Comparison for .*, a first night trek$/,
    )
    expect(await article().getByRole('region', { name: 'What was asked' }).innerText()).toContain(
      'a first night trek',
    )
    expect(await findings(page)).toEqual([])
  })

  it('follows an evaluation while one looks elsewhere, and stops it', async () => {
    await page.getByRole('button', { name: 'Start an evaluation' }).click()
    await page.getByRole('radiogroup', { name: 'What is evaluated' }).getByText('Narratives').click()
    await page.getByRole('spinbutton', { name: 'Narratives' }).fill('2000')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('progressbar', { name: 'How far the evaluation is' }).waitFor(PATIENT)
    await run(LAST_OUT).click()
    await page.getByRole('button', { name: /^An evaluation is under way/ }).click()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped. It is kept as a run that was stopped.').waitFor(PATIENT)
    await expect.poll(async () => (await names())[0], PATIENT).toContain('2000 narratives')
    await run('2000 narratives').click()
    await article()
      .getByText(/^Stopped after \d+ of 2000\. It holds no figures\./)
      .waitFor(PATIENT)
  })
})
