import { describe, expect, it } from 'vitest'
import type { FairnessAudit, FairnessGroup } from '../../shared/domain/fairness'
import { auditText } from './showFairness'

const group = (value: string, n: number, texts: number): FairnessGroup => ({
  ...{ value, values: { band: value }, n, texts, small: n < 30 },
  ...{ metrics: { hr: 0.2 }, intervals: {} },
})

const audit = (texts: number): FairnessAudit => ({
  ...{ audit: 'a', catalogue: 'shelf', version: 1, invented: false, currency: 'INR' },
  ...{ strategy: 'personalised', adapters: [], k: 10, seed: 1, rules: [], shoppers: 411, draws: 100 },
  ...{ texts, findings: [], headline: 'Nothing differs.', notes: ['A note.'], ms: 100 },
  reports: [
    {
      ...{ segment: 'band', fields: ['band'], exposures: [] },
      groups: [group('old', 400, texts), group('young', 11, texts)],
      gaps: [
        {
          ...{ metric: 'hr', min: 0.2, max: 0.25, lowest: 'old', highest: 'young', difference: 0.05 },
          ...{ interval: null, ratio: 0.8, fourFifths: null, worst: null, gini: null },
          pairs: [{ a: 'old', b: 'young', difference: -0.05, low: -0.1, high: 0.02, p: 0.2, pHolm: 0.2 }],
          contrasts: [
            {
              ...{ group: 'old', value: 0.2, rest: 0.25, difference: -0.05, low: -0.1, high: 0.02 },
              ...{ relative: null, effect: null, p: 0.001, pHolm: 0.003 },
            },
          ],
        },
      ],
    },
  ],
})

describe('an audit in a terminal', () => {
  it('tells the p of the two groups that stand beside it', () => {
    expect(auditText(audit(0), true)).toMatch(/\| Hit rate .* old +\| young +\| .* \| 0\.20 +\|/)
  })

  it('heads each column with how many shoppers and texts are behind it', () => {
    expect(auditText(audit(0), true)).toContain('| old (n 400) | young (n 11, small) |')
    expect(auditText(audit(12), true)).toContain(
      '| old (n 400; texts 12, small) | young (n 11, small; texts 12, small) |',
    )
  })

  it('has tables of protected attributes alone where no segment is asked for, and says how to see the others', () => {
    const one = audit(0)
    const [report] = one.reports
    if (!report) throw new Error('The audit has a report')
    const both = { ...one, reports: [report, { ...report, segment: 'ageBand', fields: ['ageBand'] }] }
    const brief = auditText(both, false)
    expect(brief).toContain('By age band, 2 groups:')
    expect(brief).not.toContain('By band, 2 groups:')
    expect(brief).toContain('Tables by band are not shown: --segment NAME shows one, --json has all.')
    expect(auditText(both, true)).toContain('By band, 2 groups:')
    expect(auditText(both, true)).not.toContain('not shown')
    // Nothing protected: there is nothing else to show.
    expect(auditText(one, false)).toContain('By band, 2 groups:')
  })

  it('says once that protected attributes come first, where others follow', () => {
    const finding = (isProtected: boolean) => ({
      ...{ group: 'old', value: 0.2, rest: 0.25, difference: -0.05, low: -0.1, high: 0.02, relative: null },
      ...{
        effect: null,
        p: 0.001,
        pHolm: 0.003,
        segment: 'band',
        metric: 'hr' as const,
        n: 400,
        small: false,
      },
      ...{ isProtected, sentence: 'They are hit less.' },
    })
    const told = (...kinds: readonly boolean[]) =>
      auditText({ ...audit(0), findings: kinds.map(finding) }, true).split('protected attributes first')
        .length - 1
    expect([told(true, true, false, false), told(true, true), told(false, false)]).toEqual([1, 0, 0])
  })
})
