import { describe, expect, it } from 'vitest'
import { ShelftalkError } from '../../shared/contract/errors'
import type { RunDraft } from '../../shared/domain/run'
import type { RunStore } from '../store/runs'
import { Recording, recorded } from './recording'

/** A store that takes runs and shows them. */
function keeping(record?: RunStore['record']) {
  const drafts: RunDraft[] = []
  const never = () => Promise.reject(new Error('is not asked for'))
  const store: RunStore = {
    ...{ all: never, one: never, values: never, update: never, remove: never, restore: never },
    record: async (draft) => {
      drafts.push(draft)
      return record ? record(draft) : { ...draft, id: 'r1', notes: '' }
    },
  }
  return { drafts, store }
}

const head = { kind: 'narratives', name: 'Twelve narratives', params: { count: 12 } } as const
const metrics = [{ name: 'mean-words', of: '', value: 60 }]

/** Reads a stream of three events whose third is preceded by `end`; leaves it after `read` of them. */
async function course(
  end: (recording: Recording, controller: AbortController) => Promise<unknown>,
  read = Infinity,
) {
  const { drafts, store } = keeping()
  const controller = new AbortController()
  const recording = new Recording(store, head)
  async function* events() {
    yield 1
    recording.reach('2 of 12 narratives')
    yield 2
    await end(recording, controller)
    yield 3
  }
  const seen: number[] = []
  const failure = await (async () => {
    for await (const event of recorded(recording, controller.signal, events())) {
      seen.push(event)
      if (seen.length >= read) break
    }
  })().catch((cause: unknown) => cause)
  return { drafts, seen, failure }
}

describe('an evaluation that is recorded', () => {
  it('and finishes is kept once, with what came out', async () => {
    const { drafts, seen } = await course((recording) => recording.finish({ metrics, params: { texts: 11 } }))
    expect(seen).toEqual([1, 2, 3])
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      ...{
        kind: 'narratives',
        name: 'Twelve narratives',
        state: 'finished',
        adapters: [],
        metrics,
        app: '0.1.0',
      },
      params: { count: 12, texts: 11 },
    })
    expect(drafts[0]?.error).toBeUndefined()
  })

  it('and fails is kept with the reason and how far it came, and fails as before', async () => {
    const cause = new Error('The disk is full.')
    const { drafts, failure } = await course(() => Promise.reject(cause))
    expect(failure).toBe(cause)
    expect(drafts).toMatchObject([
      { state: 'failed', error: 'The disk is full. (after 2 of 12 narratives)', metrics: [] },
    ])
  })

  it('and is stopped is kept as cancelled, whatever it throws', async () => {
    const { drafts } = await course((_, controller) => {
      controller.abort()
      return Promise.reject(new ShelftalkError('BAD_INPUT', 'No case could be judged.', 'Wait.'))
    })
    expect(drafts).toMatchObject([{ state: 'cancelled', error: 'Stopped after 2 of 12 narratives.' }])
  })

  it('and is left by its reader is kept as cancelled', async () => {
    const { drafts, seen } = await course(() => Promise.resolve(), 1)
    expect(seen).toEqual([1])
    expect(drafts).toMatchObject([{ state: 'cancelled', error: 'Stopped.' }])
  })

  it.each(['BAD_INPUT', 'NOT_FOUND', 'ADAPTER_UNREADABLE'] as const)(
    'and is refused with %s is not kept',
    async (code) => {
      const { drafts, failure } = await course(() => Promise.reject(new ShelftalkError(code, 'No.', 'Else.')))
      expect(failure).toMatchObject({ code })
      expect(drafts).toEqual([])
    },
  )

  it('and cannot be kept says why, and the figures come all the same', async () => {
    const full = new ShelftalkError('STORE_UNAVAILABLE', 'The disk is full.', 'Make room.')
    const recording = new Recording(keeping(() => Promise.reject(full)).store, head)
    expect(await recording.finish({ metrics })).toEqual({ notKept: 'The disk is full.' })
  })
})
