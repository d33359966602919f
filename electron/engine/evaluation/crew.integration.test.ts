import { afterEach, describe, expect, it } from 'vitest'
import type { Event } from '../../../models/evaluate/fixtures'
import { eventColumns, productColumns } from '../../../models/evaluate/fixtures'
import type { RecommenderName } from '../../../shared/domain/recommenders'
import type { Crew } from './crew'
import { startCrew } from './crew'
import type { RecommendData, RecommendOutcome, RecommendTask } from './recommendTasks'

const events = eventColumns(
  Array.from({ length: 30 }, (_, user) =>
    [0, 1, 2].map((at): Event => [`u${user}`, (user + at) % 7, at]),
  ).flat(),
)
const data: RecommendData = {
  ...{ events, products: productColumns(7) },
  request: { protocol: 'leave-last-out', k: 3, seed: 1 },
}

let crew: Crew<RecommendTask, RecommendOutcome> | undefined
afterEach(() => crew?.end())

function start(given: unknown = data, threads = 2, signal = new AbortController().signal) {
  crew = startCrew({ module: 'recommendWorker', threads, data: given, signal })
  return crew
}

describe('threads beside the engine', () => {
  it('do more tasks than they are, each answered by what came of it', async () => {
    const { run } = start()
    const names: readonly RecommenderName[] = ['popularity', 'random', 'popularity-recent']
    const done = await Promise.all(names.map((strategy) => run({ kind: 'rank', strategy })))
    const ranked = done.map((outcome) => (outcome.kind === 'rank' ? outcome.ranking.strategy : undefined))
    expect(ranked).toEqual(names)
    expect(await run({ kind: 'part' })).toMatchObject({ kind: 'part', trainingPairs: 60, heldOutPairs: 30 })
  })

  it('hand back what failed, as it was thrown there, and go on', async () => {
    const { run } = start(data, 1)
    const strategy = 'clairvoyance' as RecommenderName
    await expect(run({ kind: 'rank', strategy })).rejects.toMatchObject({ code: 'INTERNAL' })
    expect((await run({ kind: 'part' })).kind).toBe('part')
  })

  it('fail everything under way and everything after, in words, when one of them dies', async () => {
    const { run } = start({ nothing: 'of use' })
    const both = [run({ kind: 'part' }), run({ kind: 'part' }), run({ kind: 'part' })]
    for (const outcome of await Promise.allSettled(both))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'INTERNAL' } })
    await expect(run({ kind: 'part' })).rejects.toMatchObject({ code: 'INTERNAL' })
  })

  it('stop at once when told to', async () => {
    const stopping = new AbortController()
    const { run } = start(data, 1, stopping.signal)
    const waiting = [run({ kind: 'part' }), run({ kind: 'part' })]
    stopping.abort()
    for (const outcome of await Promise.allSettled(waiting))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } })
    const late = start(data, 1, stopping.signal)
    await expect(late.run({ kind: 'part' })).rejects.toMatchObject({ name: 'AbortError' })
  })
})
