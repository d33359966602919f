import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { FairnessAudit, FairnessGroup, FairnessReport } from '../domain/fairness'
import { fairnessCsv, fairnessReportHtml } from './fairnessReport'

const group = (value: string, n: number, premium: number | null): FairnessGroup => ({
  ...{ value, values: { band: value }, n, texts: 0, small: n < 30, metrics: { premium } },
  intervals: premium === null ? {} : { premium: { low: premium - 0.02, high: premium + 0.02 } },
})

const report: FairnessReport = {
  ...{ segment: 'band', fields: ['band'] },
  groups: [group('<b>old</b>', 400, 0.2), group('=young', 12, 0.25), group('not known', 3, null)],
  gaps: [
    {
      ...{ metric: 'premium', min: 0.2, max: 0.25, lowest: '<b>old</b>', highest: '=young' },
      ...{ difference: 0.05, interval: { low: 0.01, high: 0.09 }, ratio: 0.8, fourFifths: true, worst: null },
      gini: 0.0556,
      pairs: [
        { a: '<b>old</b>', b: '=young', difference: -0.05, low: -0.09, high: -0.01, p: 0.01, pHolm: 0.02 },
      ],
      contrasts: [
        {
          ...{ group: '<b>old</b>', value: 0.2, rest: 0.25, difference: -0.05, low: -0.09, high: -0.01 },
          ...{ relative: { value: -0.2, low: -0.36, high: -0.04 }, effect: -0.3, p: 0.004, pHolm: 0.008 },
        },
      ],
    },
  ],
  exposures: [
    {
      by: 'priceTier',
      rows: [
        {
          ...{ value: 'budget', ofCatalogue: 0.3 },
          shares: [
            {
              ...{ share: 0.4, low: 0.3, high: 0.5 },
              difference: { value: 0.1, low: 0.02, high: 0.18, pHolm: 0.03 },
            },
            { share: 0.3, low: 0.3, high: 0.3, difference: null },
            null,
          ],
        },
      ],
      distances: [{ group: '<b>old</b>', distance: 0.1, low: 0.05, high: 0.15 }],
    },
  ],
}

const audit: FairnessAudit = {
  ...{
    audit: 'a',
    catalogue: 'shelf',
    version: 3,
    invented: true,
    currency: 'INR',
    strategy: 'personalised',
  },
  ...{
    adapters: [{ name: 'warm', scale: 0.8 }],
    k: 10,
    seed: 7,
    rules: ['Monsoon & sale'],
    model: 'base@1a2b',
  },
  ...{ shoppers: 1415, texts: 60, draws: 2000, reports: [report], run: 'r-9', ms: 1 },
  findings: [],
  headline: 'Nothing "much" differs.',
  notes: ['1 < 2.'],
}

describe('the report', () => {
  const finding = {
    segment: 'town × band',
    metric: 'premium' as const,
    n: 400,
    small: false,
    isProtected: false,
  }
  const html = fairnessReportHtml(audit)

  it('is a whole document without scripts, links or pictures of others', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).not.toMatch(/<script|<link|<img|https?:|@import|url\(/i)
  })

  it('says what it is about: catalogue, version, invented, model, adapters, rules, seed, draws, run', () => {
    for (const part of ['Fairness of shelf, version 3', 'An invented shop', 'base@1a2b with warm × 0.8'])
      expect(html).toContain(part)
    for (const part of ['1,415 shoppers', 'Monsoon &amp; sale', 'seed 7', '2,000 bootstrap draws', 'run r-9'])
      expect(html).toContain(part)
    expect(fairnessReportHtml({ ...audit, invented: false })).not.toContain('An invented shop')
  })

  it('lets no name be markup', () => {
    expect(html).not.toContain('<b>')
    expect(html).toContain('&lt;b&gt;old&lt;/b&gt;')
    expect(html).toContain('Nothing &quot;much&quot; differs.')
    expect(html).toContain('<li>1 &lt; 2.</li>')
  })

  it('draws groups with n: a diamond beyond chance, a hollow mark for a small group, a dash for none', () => {
    const rows = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'))
    expect(rows.match(/<tspan[^>]*>n [\d,]+<\/tspan>/g)).toHaveLength(3)
    expect(rows.match(/<path d="M[\d.]+ 2\.3l4\.2 4\.2/g)).toHaveLength(1)
    expect(rows.match(/<circle[^>]*fill="#fff"/g)).toHaveLength(1)
    expect(rows).toContain('>–</text>')
    expect(rows).toContain('<title>20.0 % [18.0 %, 22.0 %]</title>')
  })

  it('has the gap with its ratio and the four-fifths line, and defines what it shows', () => {
    expect(html).toContain('<td>0.80 ✓</td>')
    expect(html).toContain('<strong>Premium share.</strong> Share of picks')
    const [gap] = report.gaps
    const below = { ...report, gaps: gap ? [{ ...gap, ratio: 0.79, fourFifths: false }] : [] }
    expect(fairnessReportHtml({ ...audit, reports: [below] })).toContain('<td>0.79 ✗ below ⅘</td>')
  })

  it('keeps notes of texts and prices where there is no room for all, and says how many are left', () => {
    const notes = [
      'It is invented.',
      'Tested are some.',
      'Rules held.',
      'Groups are small.',
      '3 of 9 products have no price in INR; measures of prices leave them out.',
      'Texts were written for some.',
      '2 of them could not be planned and are left out: nothing to say',
    ]
    const foot = fairnessReportHtml({ ...audit, notes }).split('<footer>')[1] ?? ''
    expect([...foot.matchAll(/<li>(.*?)<\/li>/g)].map(([, note]) => note)).toEqual([
      ...notes.slice(4),
      ...['It is invented.', '3 more notes have no room here; the audit itself has all.'],
    ])
    expect(fairnessReportHtml({ ...audit, notes: notes.slice(0, 4) })).not.toContain('no room here')
  })

  it('shows the segment of the first finding, the others in a line', () => {
    const other: FairnessReport = { ...report, segment: 'town × band', fields: ['town', 'band'] }
    const [contrast] = report.gaps[0]?.contrasts ?? []
    if (!contrast) throw new Error('The report has a contrast')
    const found = fairnessReportHtml({
      ...{ ...audit, reports: [report, other] },
      findings: [{ ...contrast, ...finding, sentence: 'They see fewer.' }],
    })
    expect(found).toContain('<h2>Town × band</h2>')
    expect(found).toContain('<strong>band</strong> (3 groups): nothing beyond chance.')
    expect(found).toContain('They see fewer. <small>n 400, p 0.008</small>')
  })

  it('says where the findings are that have no room', () => {
    const [contrast] = report.gaps[0]?.contrasts ?? []
    if (!contrast) throw new Error('The report has a contrast')
    const one = { ...contrast, ...finding, sentence: 'They see fewer.' }
    expect(fairnessReportHtml({ ...audit, findings: Array<typeof one>(7).fill(one) })).toContain(
      'and 2 more, in the CSV<',
    )
  })

  it('can be of an audit without anything', () => {
    expect(fairnessReportHtml({ ...audit, reports: [] })).toContain('Nothing &quot;much&quot; differs.')
  })
})

describe('the table', () => {
  const rows = parse<Record<string, string>>(fairnessCsv(audit), { columns: true })
  const only = (row: string) => rows.filter((one) => one['row'] === row)

  it('has a row a figure', () => {
    expect(rows.map(({ row }) => row)).toEqual([
      ...[
        'figure',
        'figure',
        'figure',
        'gap',
        'contrast',
        'pair',
        'share',
        'shareContrast',
        'share',
        'share',
        'distance',
      ],
    ])
    expect(
      only('figure').map(({ group: of, n, small, value, low }) => [of, n, small, value, low?.slice(0, 4)]),
    ).toEqual([
      ['<b>old</b>', '400', 'false', '0.2', '0.18'],
      // A spreadsheet would take it for a formula.
      ["'=young", '12', 'true', '0.25', '0.23'],
      ['not known', '3', 'true', '', ''],
    ])
  })

  it('has differences with their tests', () => {
    expect(only('gap')[0]).toMatchObject({
      other: '<b>old</b>',
      value: '0.05',
      ratio: '0.8',
      fourFifths: 'true',
      // That of its two ends.
      pHolm: '0.02',
    })
    expect(only('contrast')[0]).toMatchObject({ other: 'all others', ratio: '0.8', pHolm: '0.008', n: '400' })
    expect(only('pair')[0]).toMatchObject({ group: '<b>old</b>', value: '-0.05', pHolm: '0.02' })
  })

  it('counts texts behind measures of texts', () => {
    const told: FairnessReport = {
      ...report,
      groups: report.groups.map((group) => ({ ...group, texts: 40 })),
      gaps: report.gaps.map((gap) => ({ ...gap, metric: 'words' })),
    }
    const read = parse<Record<string, string>>(fairnessCsv({ ...audit, reports: [told] }), { columns: true })
    for (const row of read.filter(({ row: kind }) => kind === 'contrast' || kind === 'figure'))
      expect([row['n'], row['texts'], row['small']]).toEqual(['40', '40', 'false'])
  })

  it('has shares by class', () => {
    expect(only('share')[0]).toMatchObject({ measure: 'priceTier', class: 'budget', value: '0.4', n: '400' })
    expect(only('shareContrast')[0]).toMatchObject({
      class: 'budget',
      value: '0.1',
      high: '0.18',
      pHolm: '0.03',
    })
    expect(only('share').map(({ group: of, value }) => [of, value])).toEqual([
      ...[
        ['<b>old</b>', '0.4'],
        ["'=young", '0.3'],
        ['not known', ''],
      ],
    ])
    expect(only('distance')[0]).toMatchObject({ group: '<b>old</b>', value: '0.1', high: '0.15' })
  })

  it('says in what a figure is kept, and tells it as people read it', () => {
    const of = (metric: 'price' | 'priceLevel', value: number) => {
      const logs: FairnessReport = {
        ...{ ...report, exposures: [] },
        groups: report.groups
          .slice(0, 1)
          .map((one) => ({ ...one, metrics: { [metric]: value }, intervals: {} })),
        gaps: report.gaps.map((gap) => ({ ...gap, metric })),
      }
      const read = parse<Record<string, string>>(fairnessCsv({ ...audit, reports: [logs] }), {
        columns: true,
      })
      return read.slice(0, 2).map(({ value: kept, unit, told }) => [kept, unit, told])
    }
    expect(of('price', 11.5)).toEqual([
      ['11.5', 'ln(minor units of INR)', '₹987'],
      ['0.05', 'ln(ratio of the two)', "'+5.1 % [+1.0 % to +9.4 %]"],
    ])
    expect(of('priceLevel', -0.1319)[0]).toEqual(['-0.1319', 'ln(price / usual)', '−12.4 %'])
    expect(only('figure')[0]).toMatchObject({ unit: 'share, 0-1', told: '20.0 % [18.0 %, 22.0 %]' })
    for (const row of rows) expect([row['row'], row['unit'] !== '']).toEqual([row['row'], true])
    expect(only('shareContrast')[0]).toMatchObject({ told: "'+10.0 points [+2.0 points to +18.0 points]" })
  })

  it('quotes what would break a row', () => {
    const [first] = report.groups
    const odd = {
      ...report,
      groups: first ? [{ ...first, value: 'a "b",\nc' }] : [],
      gaps: report.gaps,
      exposures: [],
    }
    const [read] = parse<Record<string, string>>(fairnessCsv({ ...audit, reports: [odd] }), { columns: true })
    expect(read?.['group']).toBe('a "b",\nc')
  })
})
