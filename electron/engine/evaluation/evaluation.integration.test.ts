import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isHeldOut } from '../../../datasets/world/products'
import type { EvaluateNarrativesEvent } from '../../../shared/contract/events'
import { evaluateNarrativesSchema } from '../../../shared/contract/schemas'
import { runsSchema } from '../../../shared/contract/parts/runs'
import type { NarrativeEvaluation } from '../../../shared/domain/evaluation'
import type { Engine } from '../engine'
import { openEngine } from '../engine'
import { findResources } from '../resources'

let folder: string
let engine: Engine
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelftalk-evaluation-'))
  engine = await openEngine({ home: join(folder, 'home'), resources: findResources(import.meta.dirname) })
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

async function events(request: Record<string, unknown>, signal = new AbortController().signal) {
  const seen: EvaluateNarrativesEvent[] = []
  for await (const event of engine.services.evaluateNarratives(
    evaluateNarrativesSchema.parse(request),
    signal,
  ))
    seen.push(event)
  return seen
}

const kept = async () => (await engine.services.runs(runsSchema.parse({}))).total

async function evaluated(request: Record<string, unknown>): Promise<NarrativeEvaluation> {
  const last = (await events(request)).at(-1)
  if (last?.type !== 'done') throw new Error('The evaluation did not end')
  return last.result
}

/** The first two cases as they come, written once. */
let written: Promise<NarrativeEvaluation> | undefined
const two = () => (written ??= evaluated({ count: 2 }))

describe('evaluating narratives', () => {
  it('writes each case, tells how far it is, and measures everything there is to measure', async () => {
    const seen = await events({ count: 3, seed: 2 })
    expect(
      seen.map((event) => (event.type === 'progress' ? `${event.stage} ${event.done}` : event.type)),
    ).toEqual(['preparing 0', 'writing 1', 'writing 2', 'writing 3', 'measuring 3', 'done'])
    const last = seen.at(-1)
    const result = last?.type === 'done' ? last.result : undefined
    expect(result).toMatchObject({
      catalogue: 'shop',
      count: 3,
      seed: 2,
      heldOut: false,
      counts: { texts: 3 },
    })
    // Whether one of three has sixty words is chance.
    const missing = Object.entries(result?.metrics ?? {}).filter(([, value]) => value === null)
    expect(missing.map(([name]) => name).filter((name) => name !== 'factsPerLongNarrative')).toEqual([])
    expect(result?.authored).toMatchObject({ rougeL: 1, latencyP50Ms: null, perplexity: null })
    expect(result?.metrics.perplexity).toBeGreaterThan(1)
    expect(result?.metrics.perplexity).toBeLessThan(20)
  })

  it('gives the same texts and figures for the same seed, and picks held-out products alone when told', async () => {
    const [first, again] = [
      await evaluated({ count: 1, heldOut: true }),
      await evaluated({ count: 1, heldOut: true }),
    ]
    const timeless = ({ metrics, run: _, ...rest }: NarrativeEvaluation) => ({
      ...rest,
      metrics: { ...metrics, latencyP50Ms: 0 },
    })
    expect(timeless(first)).toEqual(timeless(again))
    const ids = first.texts.flatMap(({ products }) => products.map(({ id }) => id))
    expect(ids.length).toBeGreaterThanOrEqual(1)
    expect(ids.filter((id) => !isHeldOut(id))).toEqual([])
  })

  it('judges texts from outside against what was asked, and says what is wrong with each', async () => {
    const own = await two()
    const texts = [
      { case: 0, text: `${own.texts[0]?.text ?? ''} It is waterproof and costs 123456.` },
      { case: 1, text: own.texts[1]?.text ?? '' },
    ]
    const before = await kept()
    const judged = await evaluated({ count: 2, texts, keep: false })
    expect([judged.run, await kept()]).toEqual([undefined, before])
    expect(judged).toMatchObject({
      ...{ source: 'texts', perplexityHeldOut: null },
      metrics: { latencyP50Ms: null, fallbackSentences: null, perplexity: null },
    })
    expect(judged.texts.map(({ products }) => products)).toEqual(own.texts.map(({ products }) => products))
    expect(judged.metrics.inventedFacts).toBe((own.metrics.inventedFacts ?? 0) + 1)
    expect(judged.failures.map(({ reason }) => reason).join('\n')).toContain('123456')
  })

  it('lets the model plan for itself when told, over the same picks', async () => {
    const [planned, free] = [await two(), await evaluated({ count: 2, free: true })]
    expect([planned.free, free.free]).toEqual([false, true])
    expect(free.counts.texts).toBe(2)
    const picks = ({ texts }: NarrativeEvaluation) => texts.map(({ products }) => products)
    expect(picks(free)).toEqual(picks(planned))
    expect(free.texts.map(({ text }) => text)).not.toEqual(planned.texts.map(({ text }) => text))
    await expect(
      evaluated({ count: 1, free: true, texts: [{ case: 0, text: 'Mine.' }] }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })

  it('is kept as a run with a value a text, whose means are the figures', async () => {
    const result = await evaluated({
      count: 2,
      strategy: 'popularity',
      adapters: [{ name: 'luxury', scale: 0.5 }],
    })
    const run = await engine.services.run(result.run ?? '')
    expect(run).toMatchObject({
      ...{ kind: 'narratives', state: 'finished', seed: 1, catalogue: { name: 'shop', invented: true } },
      adapters: [{ name: 'luxury', scale: 0.5 }],
      params: { strategy: 'popularity', count: 2, heldOut: false, free: false, texts: 'model' },
    })
    expect(`${run.model?.name ?? ''}@${run.model?.digest ?? ''}`).toBe(result.source)
    const of = (name: string, who = '') => run.metrics.find((one) => one.name === name && one.of === who)
    expect(of('mean-words')).toMatchObject({ value: result.metrics.meanWords, n: 2 })
    expect(of('mean-words')?.low).toBeLessThanOrEqual(result.metrics.meanWords ?? 0)
    expect(of('mean-words', 'authored')).toMatchObject({ value: result.authored.meanWords, n: 2 })
    expect(of('rouge-l')).toMatchObject({ value: result.metrics.rougeL })
    expect(of('unsupported-claim-narratives')).toMatchObject({ better: 'lower' })
    const exported = await engine.services.exportRuns({ ids: [run.id], format: 'csv', values: true })
    expect(exported.data).toContain('seed 1, case 1')
  })

  it('refuses what it cannot do, and keeps no run of it', async () => {
    await expect(evaluated({ count: 2, texts: [{ case: 7, text: 'Seven.' }] })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
    const twice = [0, 1, 1].map((at) => ({ case: at, text: 'Mine.' }))
    await expect(evaluated({ count: 2, texts: twice })).rejects.toMatchObject({
      message: 'Two texts are for case 1.',
    })
    await expect(evaluated({ count: 1, texts: twice })).rejects.toMatchObject({
      message: 'Case 1 is beyond the count of 1.',
    })
    await expect(evaluated({ count: 2, catalogue: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(evaluated({ count: 1, adapters: [{ name: 'none' }] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const { items } = await engine.services.runs(runsSchema.parse({}))
    expect(items.filter(({ state }) => state !== 'finished')).toEqual([])
  })

  it('stops when told, and lets the next one write', async () => {
    const controller = new AbortController()
    const request = evaluateNarrativesSchema.parse({ count: 50 })
    const seen: EvaluateNarrativesEvent[] = []
    const run = async () => {
      for await (const event of engine.services.evaluateNarratives(request, controller.signal)) {
        seen.push(event)
        if (event.type === 'progress' && event.done === 1) controller.abort()
      }
    }
    await expect(run()).rejects.toThrow()
    expect(seen.at(-1)).toMatchObject({ done: 1 })
    const { items } = await engine.services.runs(runsSchema.parse({}))
    expect(items[0]).toMatchObject({
      ...{ state: 'cancelled', error: 'Stopped after 1 of 50 narratives.', metrics: [] },
      params: { count: 50 },
    })
    expect((await evaluated({ count: 1 })).counts.texts).toBe(1)
  })
})
