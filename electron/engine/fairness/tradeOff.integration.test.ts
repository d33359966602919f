/** Trade-offs over a small real store, and the rule that a point becomes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FairnessServices } from '../../../shared/contract/parts/fairness'
import { auditFairnessSchema, tradeOffSchema } from '../../../shared/contract/parts/fairness'
import type { FairnessAudit, TradeOff } from '../../../shared/domain/fairness'
import { parityRule } from '../../../shared/domain/tradeOffSentence'
import { openStore } from '../../store/store'
import type { Store } from '../../store/types'
import { fairnessServices } from '../fairness'
import { importThings, withoutTexts } from './fixtures'

let home: string
let store: Store
let services: FairnessServices

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'shelftalk-trade-off-'))
  store = await openStore(home)
  await importThings(store)
  services = fairnessServices(withoutTexts(store))
})
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true })
})

const never = new AbortController().signal
const old = { field: 'ageBand', value: '55+' }

async function traded(request: object = {}): Promise<{ result: TradeOff; stages: readonly string[] }> {
  const stages: string[] = []
  const whole = tradeOffSchema.parse({ catalogue: 'things', segment: old, steps: 5, ...request })
  for await (const event of services.fairnessTradeOff(whole, never)) {
    if (event.type === 'done') return { result: event.result, stages }
    if (stages.at(-1) !== event.stage) stages.push(event.stage)
  }
  throw new Error('It ended without a result')
}

async function audited(): Promise<FairnessAudit> {
  const request = auditFairnessSchema.parse({ catalogue: 'things', segments: [['ageBand']], keep: false })
  for await (const event of services.auditFairness(request, never))
    if (event.type === 'done') return event.result
  throw new Error('It ended without a result')
}

const premiumOf = ({ reports }: FairnessAudit, value: string) =>
  reports[0]?.groups.find((group) => group.value === value)?.metrics.premium ?? Number.NaN

it('moves a group towards all others; the rule of a point does what the curve says, and others keep their lists', async () => {
  const { result, stages } = await traded()
  expect(stages).toEqual(['reading', 'ranking', 'measuring'])
  expect(result).toMatchObject({
    ...{ catalogue: 'things', version: 1, invented: false, segment: old, by: 'priceTier', n: 60, others: 80 },
    measure: 'priceLevel',
  })
  expect(result.classes.map(({ value }) => value)).toEqual(['budget', 'middle', 'premium'])
  const strengths = result.points.map(({ strength }) => strength)
  expect(strengths).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  const gaps = result.points.map(({ gap }) => Math.abs(gap.value))
  expect(gaps[5]).toBeLessThan((gaps[0] ?? 0) / 2)
  expect(result.halves).toBe(strengths[gaps.findIndex((gap) => gap <= (gaps[0] ?? 0) / 2)])
  expect(result.sentence).toMatch(/^At \d+ % the gap in price level falls from [\d.]+ % to [\d.]+ %/)

  const [before, last] = [await audited(), result.points[5]]
  if (!last) throw new Error('A trade-off has points')
  const rule = await store.rules.save('things', parityRule('Even prices', result, last))
  expect((await store.rules.of('things')).rules).toEqual([rule])
  const after = await audited()
  expect(after.rules).toEqual(['Even prices'])
  expect(premiumOf(before, '55+')).toBeCloseTo(result.points[0]?.shares[2] ?? 0, 1)
  expect(premiumOf(after, '55+')).toBeCloseTo(last.shares[2] ?? 0, 1)
  expect(premiumOf(after, '55+')).toBeGreaterThan(premiumOf(before, '55+') + 0.1)
  expect(after.reports[0]?.groups[1]?.metrics).toEqual(before.reports[0]?.groups[1]?.metrics)
  // The curve is drawn before any rule: asked again, it is the same.
  const again = await traded()
  expect(again.stages).toEqual(['reading', 'measuring'])
  expect(again.result.points).toEqual(result.points)
})

it('evens brands out by their shares of places', async () => {
  const { result } = await traded({ by: 'brand', segment: old })
  expect(result.measure).toBe('exposure')
  expect(result.classes.map(({ value }) => value)).toEqual(['Maker 0', 'Maker 1', 'Maker 2'])
  expect(result.points[5]?.gap.value).toBeLessThanOrEqual(result.points[0]?.gap.value ?? 0)
})

it.each([
  [{ segment: { field: 'shoe', value: '42' } }, 'No shopper of "things" has the attribute "shoe".'],
  [{ segment: { ...old, value: '56+' } }, 'No shopper of "things" who can be tested has age band 56+.'],
  [{ catalogue: 'nowhere' }, 'no catalogue'],
])('refuses %j', async (request, message) => {
  await expect(traded(request)).rejects.toThrow(message)
})
