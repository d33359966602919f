/** The Fairness page over canned services: auditing, looking behind figures, probing, evening out, handing on; and what axe says. */
import type { AddressInfo, Server } from 'node:net'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ShelftalkError } from '../../shared/contract/errors'
import { GROUP_MEASURES, PICK_MEASURES } from '../../shared/domain/fairness'
import type { Services } from '../../shared/contract/services'
import { ensureBundles } from '../bundle/build.mjs'
import { findings } from './accessibility'
import { fakeServer } from './fakeServer'
import { fakeServices } from './fakeServices'
import { chromiumPath } from './standin/chromium'

const executablePath = chromiumPath()
/** Measures of what shoppers see. */
const SEEN = PICK_MEASURES.length + GROUP_MEASURES.length
/** A machine that does other things answers late. */
const PATIENT = { timeout: 60_000 } as const

let browser: Browser
let page: Page
let server: Server
let services: Services
/** Said instead of an audit. */
let refusal: ShelftalkError | undefined
let asked: Parameters<Services['auditFairness']>[0][]
let complaints: string[]

const task = (name: 'Audit' | 'Probe' | 'Even out') =>
  page.getByRole('radiogroup', { name: 'What to do' }).getByText(name, { exact: true }).click()
const article = (name: 'Fairness audit' | 'Probe' | 'Evening out') => page.getByRole('article', { name })
const headline = (name: Parameters<typeof article>[0]) => article(name).getByRole('heading', { level: 2 })
const toast = () => page.locator('[data-sonner-toast]')
/** Pressed until something starts: what a page can do is known a moment after it is drawn. */
async function start(): Promise<void> {
  const under = page.getByRole('progressbar', { name: 'How far it is' })
  await expect
    .poll(async () => {
      if ((await under.count()) === 0) await page.keyboard.press('Control+Enter')
      return under.count()
    }, PATIENT)
    .toBe(1)
}
/** A figure's row of a chart, which is a button. */
const row = (measure: string, group: RegExp) =>
  page.getByRole('list', { name: `Groups by ${measure}` }).getByRole('button', { name: group })

async function choose(label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Audits as the page is set up at first. */
async function audited(): Promise<void> {
  await page
    .getByRole('region', { name: 'Set up' })
    .getByRole('button', { name: /^Audit/ })
    .click()
  await article('Fairness audit').waitFor(PATIENT)
}

/** What axe says in the palettes named; it takes its time, so not everything is looked at in both. */
async function expectNoFindings(schemes: readonly ('light' | 'dark')[] = ['light', 'dark']): Promise<void> {
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await expect.poll(() => findings(page), PATIENT).toEqual([])
  }
}

describe.skipIf(executablePath === undefined)('the Fairness page', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    ensureBundles(['window'])
    browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(executablePath === undefined ? {} : { executablePath }),
    })
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    complaints = []
    asked = []
    refusal = undefined
    const fakes = fakeServices({ wordMs: 0 })
    services = {
      ...fakes,
      auditFairness: (request, signal) => {
        asked.push(request)
        if (refusal) throw refusal
        return fakes.auditFairness(request, signal)
      },
    }
    server = fakeServer(services)
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    })
    // Headless, nobody answers a print dialog.
    await context.addInitScript({
      content: `window.print = () => {
        window.top.postMessage('printed: ' + document.querySelector('h1').textContent, '*')
        window.dispatchEvent(new Event('afterprint'))
      }`,
    })
    page = await context.newPage()
    page.setDefaultTimeout(PATIENT.timeout)
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/#/fairness`)
    await page.getByRole('checkbox', { name: /^Age band/ }).waitFor(PATIENT)
  })
  afterEach(async () => {
    await page.context().close()
    server.close()
    expect(complaints).toEqual([])
  })

  it('audits the protected attributes, draws and tells what differs, and hands it on', async () => {
    await page.getByRole('heading', { name: 'Are your shoppers served alike?' }).waitFor(PATIENT)
    await page.getByRole('button', { name: 'Cross two of them' }).click()
    await page.getByRole('menuitem', { name: 'Age band × gender' }).click()
    await page.getByLabel('Texts to write').fill('240')
    await page.getByRole('region', { name: 'Result' }).getByRole('button', { name: 'Audit' }).click()
    await article('Fairness audit').waitFor(PATIENT)
    expect(asked).toMatchObject([
      { segments: [['ageBand'], ['gender'], ['ageBand', 'gender']], texts: 240, rules: true, k: 10, seed: 1 },
    ])
    expect(await headline('Fairness audit').innerText()).toMatch(
      /^Shoppers with age band 55\+ see 1\d\s% fewer premium picks \[[\d.]+–\d+\s%\] than other shoppers see\.$/,
    )
    expect(await article('Fairness audit').innerText()).toMatch(
      /shelf, version 1, invented shop · Personalised, first 10 · 3,280 shoppers · 240 texts · rules: Monsoon sale · seed 1/,
    )
    expect(await page.getByText(/^These figures are of/).count()).toBe(0)
    const others = page.getByRole('region', { name: 'Findings' })
    expect(await others.getByRole('button').first().innerText()).toMatch(/cheaper for their kind .*\s+n 518$/)
    await expectCharts()
    await expectTables()
    await expectNoFindings()
    await expectHandedOn()
    await page.reload()
    expect(await page.getByLabel('Texts to write').inputValue()).toBe('240')
    await page.getByRole('button', { name: 'Leave out age band × gender' }).waitFor(PATIENT)
  })

  it('shows who is behind a figure; goes on, stops, keeps what was there, and says what is wrong', async () => {
    await audited()
    await expectShoppersBehind()
    const begin = page.getByRole('region', { name: 'Set up' }).getByRole('button', { name: /^Audit/ })
    await page.getByLabel('Texts to write').fill('2000')
    await begin.press('Enter')
    await page.getByRole('progressbar', { name: 'How far it is' }).waitFor(PATIENT)
    const stop = page.getByRole('button', { name: 'Stop' })
    await stop.and(page.locator(':focus')).waitFor(PATIENT)
    await headline('Fairness audit').waitFor(PATIENT)
    await page.getByRole('link', { name: 'Runs' }).click()
    await page.getByRole('link', { name: 'Fairness' }).click()
    await stop.press('Enter')
    await page.getByText('Stopped. What came out before is below.').waitFor(PATIENT)
    await begin.and(page.locator(':focus')).waitFor(PATIENT)
    await page.getByLabel('Texts to write').fill('-1')
    await page.getByText('A whole number from 0 to 2,000').waitFor(PATIENT)
    expect(await begin.isDisabled()).toBe(true)
    await page.getByLabel('Texts to write').fill('0')
    refusal = new ShelftalkError('BAD_INPUT', 'Nothing can be held out.', 'Import more.')
    await begin.click()
    await page.getByRole('alert').getByText('Nothing can be held out.').waitFor(PATIENT)
    await headline('Fairness audit').waitFor(PATIENT)
    // A refused request is logged by the browser itself.
    complaints = complaints.filter((text) => !/Failed to load resource/.test(text))
  })

  it('probes shoppers and one persona, and shows each as a diff beside another seed', async () => {
    await task('Probe')
    await choose('Attribute', 'Age band')
    await choose('To', /^55\+/)
    await start()
    expect(await headline('Probe').innerText()).toMatch(
      /^Changing the age band to 55\+ and nothing else changes which products 35\s% of 20 people see \[.*, and products or their order for 35\s% \[.*another seed alone changes products for 0\s%, products or order for 0\s%\./,
    )
    const chart = page.getByRole('img', { name: /^Other products, age band to 55\+: 35\.0 % \[/ })
    await chart.locator('svg.recharts-surface').waitFor(PATIENT)
    const after = page.getByRole('region', { name: /, after$/ })
    expect(await after.locator('ins').count()).toBeGreaterThan(0)
    expect(
      await page
        .getByRole('region', { name: /, before$/ })
        .locator('del')
        .count(),
    ).toBeGreaterThan(0)
    await after.getByText('2 there').first().waitFor(PATIENT)
    await expectNoFindings(['light'])
    await page.getByRole('radiogroup', { name: 'Against' }).getByText('Another seed').click()
    await expect.poll(() => after.getByText('2 there').count(), PATIENT).toBe(0)
    await page.getByRole('radiogroup', { name: 'Change' }).getByText('The name').click()
    expect(await page.getByRole('button', { name: /^Probe/ }).isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: 'To' }).fill('Priya Menon')
    await choose('For', /^Asha Menon/)
    await start()
    await page.getByText(/^Changing the name to Priya Menon and nothing else/).waitFor(PATIENT)
    expect(
      await page.getByRole('region', { name: 'Asha Menon, after' }).locator('ins').first().innerText(),
    ).toMatch(/^Priya/)
  })

  it('evens out: a slider along the curve, one rule of it, the way back, and an audit with it', async () => {
    await audited()
    await task('Even out')
    await start()
    expect(await headline('Evening out').innerText()).toMatch(
      /^At 50\s% the gap in price level falls from 6\.6\s% to 3\.2\s%, at a cost of/,
    )
    const gap = page.getByRole('img', {
      name: /^What it mends: the gap\. From −6\.6 % at 0 % to \+?0\.3 % at 100 %/,
    })
    await gap.locator('.recharts-area path').first().waitFor(PATIENT)
    const slider = page.getByRole('slider', { name: 'Strength' })
    expect(await slider.getAttribute('aria-valuetext')).toBe('50 %')
    await slider.press('ArrowRight')
    await slider.press('ArrowRight')
    expect(await slider.getAttribute('aria-valuetext')).toBe('60 %')
    const premium = page.getByRole('row', { name: /^Premium third/ })
    expect((await premium.innerText()).split('\t').join(' ')).toMatch(
      /^Premium third 22\.3\s% 24\.8\s% 26\.4\s% 1\.20 × further up$/,
    )
    await page.getByText(/^The gap goes from −6\.6\s% to −2\.5\s% \[/).waitFor(PATIENT)
    await expectNoFindings(['dark'])
    await page.getByLabel('Name of the rule').fill('Premium for all ages')
    await page.getByRole('button', { name: 'Save as rule' }).click()
    await page.getByText('“Premium for all ages” holds now.').waitFor(PATIENT)
    const kept = async () =>
      (await services.rules('shelf')).rules.filter(({ action }) => action.kind === 'parity')
    const first = await kept()
    expect(first).toMatchObject([
      {
        ...{ name: 'Premium for all ages', enabled: true },
        when: { segment: { field: 'ageBand', value: '55+' } },
        action: { kind: 'parity', by: 'priceTier', factors: { budget: 0.8853, premium: 1.2 } },
      },
    ])
    await slider.press('ArrowRight')
    await page.getByRole('button', { name: 'Replace the rule' }).click()
    const replaced = toast().filter({ hasText: 'It takes the place of “Premium for all ages”' })
    await replaced.waitFor(PATIENT)
    expect(await kept()).toMatchObject([{ id: first[0]?.id, action: { factors: { budget: 0.8764 } } }])
    await replaced.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Took back “Premium for all ages”').waitFor(PATIENT)
    expect(await kept()).toEqual(first)
    await page.getByRole('button', { name: 'Audit again with the rule' }).click()
    await expect.poll(() => asked.length, PATIENT).toBe(2)
    expect(asked[1]).toMatchObject({ segments: [['ageBand'], ['gender']], rules: true })
    await article('Fairness audit').waitFor(PATIENT)
  })
})

/** Groups with whiskers, n and a sentence; shapes say what chance does not explain. */
async function expectCharts(): Promise<void> {
  const chart = page.getByRole('img', {
    name: /^Premium share\. 18-24: [\d.]+ % \[[\d.]+ %, [\d.]+ %\], n 511; /,
  })
  await chart.locator('svg.recharts-surface').waitFor(PATIENT)
  expect(await chart.locator('.recharts-errorBar').count()).toBe(6)
  const marks = await chart.locator('g > path').all()
  const shapes = await Promise.all(marks.map((mark) => mark.getAttribute('d')))
  expect(shapes.filter((shape) => shape === shapes[4])).toHaveLength(1)
  expect(new Set(shapes).size).toBe(2)
  await page
    .getByText(/Chance does not explain how 55\+ differs from the others\./)
    .first()
    .waitFor(PATIENT)
  await page.getByRole('tab', { name: 'Age band × gender' }).click()
  expect(await row('ndcg', /^55\+ × non-binary small/).innerText()).toMatch(/\nsmall: n 1\d\n: 0\.\d+ \[/)
  await page.getByRole('tab', { name: /^Gender/ }).click()
  expect(await page.getByRole('region', { name: 'Texts', exact: true }).getByRole('figure').count()).toBe(4)
  expect(await row('words', /^woman/).innerText()).toMatch(/\nn 48\n: [\d.]+ \[/)
  await page.getByRole('tab', { name: /^Age band\s*\d*$/ }).click()
  await page.getByRole('button', { name: `All ${SEEN} measures` }).click()
  const picks = page.getByRole('region', { name: /^Picks/ })
  expect(await picks.getByRole('figure').count()).toBe(SEEN)
}

/** Who is shown what, gaps with the four-fifths line, and every pair. */
async function expectTables(): Promise<void> {
  const shares = page.getByRole('region', { name: 'Price tiers by group' })
  expect(await shares.getByRole('row', { name: /^Budget third/ }).innerText()).toMatch(/▲\s*4\d\.\d %/)
  await shares.getByRole('img', { name: 'less than the others' }).first().waitFor(PATIENT)
  await page.getByRole('radiogroup', { name: 'Sorted by' }).getByText('Brands').click()
  const brands = page.getByRole('region', { name: 'Brands by group' })
  await brands.getByRole('rowheader', { name: 'All others', exact: true }).waitFor(PATIENT)
  const gaps = page.getByRole('region', { name: 'Table of gaps' })
  const faultless = gaps.getByRole('row', { name: /^Texts without a fault/ })
  await faultless.getByLabel('reaches four fifths beyond chance').waitFor(PATIENT)
  const ndcg = gaps.getByRole('row', { name: /^NDCG/ })
  expect(await ndcg.getByLabel(/four fifths/).count()).toBe(0)
  await ndcg.getByText('NDCG').hover()
  await page.getByText(/^How near the top of the list the product stands/).waitFor(PATIENT)
  await page.getByText('15 pairs of groups, tested one by one').click()
  await choose('Measure of the pairs', 'Premium share')
  const pairs = page.getByRole('region', { name: 'Table of pairs' })
  expect(await pairs.getByRole('row', { name: /^25-34\s+55\+/ }).innerText()).toMatch(
    /\+[\d.]+ points .*0\.00\d$/,
  )
}

/** The shoppers behind a figure, by keyboard; one opened in the Studio, and the way back. */
async function expectShoppersBehind(): Promise<void> {
  await row('premium share', /^55\+/).press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Age band: 55+' })
  const list = drawer.getByRole('list', { name: 'Shoppers behind the figure' })
  await list.waitFor(PATIENT)
  expect(await list.locator('> li').count()).toBe(20)
  await drawer.getByText('taken next').first().waitFor(PATIENT)
  await drawer.getByText('made for rain').first().waitFor(PATIENT)
  await expectNoFindings(['dark'])
  await drawer.getByRole('button', { name: '10 more' }).click()
  await expect.poll(() => list.locator('> li').count(), PATIENT).toBe(30)
  await drawer.getByRole('radiogroup', { name: 'Order' }).getByText('Highest first').click()
  await list.getByText('90.0 %').waitFor(PATIENT)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await row('premium share', /^55\+/).click()
  await list
    .getByRole('button', { name: /^Open Ila in the Studio/ })
    .first()
    .click()
  await expect.poll(() => new URL(page.url()).hash, PATIENT).toBe('#/')
  await page.getByText('Ila Nair').first().waitFor(PATIENT)
  await page.getByRole('link', { name: 'Fairness' }).click()
  await headline('Fairness audit').waitFor(PATIENT)
}

/** A table, a report of one page, and its print. */
async function expectHandedOn(): Promise<void> {
  const said = (await headline('Fairness audit').innerText()).replaceAll('\u00a0', ' ')
  const saved = async (item: RegExp) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download', PATIENT)
    await page.getByRole('menuitem', { name: item }).click()
    const file = await download
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  const csv = await saved(/^Figures as CSV/)
  expect(csv.name).toBe('shelftalk-fairness-shelf-v1.csv')
  expect(csv.text.split('\r\n')[1]).toMatch(/^shelf,1,figure,ageBand,18-24,,ndcg,,figure,511,/)
  const report = await saved(/^Report as HTML/)
  expect(report.name).toBe('shelftalk-fairness-shelf-v1.html')
  await expectOnePage(report.text, said)
  const printed = page.evaluate<string>(
    `new Promise((heard) => addEventListener('message', ({ data }) => heard(data), { once: true }))`,
  )
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: /^Report as PDF/ }).click()
  expect(await printed).toBe(`printed: ${said}`)
  await expect.poll(() => page.locator('iframe').count(), PATIENT).toBe(0)
}

/** On A4, as the browser engine prints it; and nothing for axe to say. */
async function expectOnePage(html: string, headline: string): Promise<void> {
  const paper = await (await browser.newContext()).newPage()
  await paper.setContent(html)
  expect(await paper.getByRole('heading', { level: 1 }).innerText()).toBe(headline)
  const pdf = await paper.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]/)
  expect(await findings(paper)).toEqual([])
  await paper.context().close()
}
