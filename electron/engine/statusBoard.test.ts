import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineStatus } from '../../shared/contract/events'
import { createStatusBoard } from './statusBoard'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Reads along until the board closes. */
function reader(board: ReturnType<typeof createStatusBoard>): {
  readonly seen: EngineStatus['state'][]
  readonly done: Promise<void>
} {
  const seen: EngineStatus['state'][] = []
  const done = (async () => {
    for await (const { state } of board.follow(new AbortController().signal)) seen.push(state)
  })()
  return { seen, done }
}

describe('the status board', () => {
  it('shows the latest at once and every change after it, to every reader', async () => {
    const board = createStatusBoard(1000)
    board.engine({ state: 'warming', what: 'x' })
    const [a, b] = [reader(board), reader(board)]
    await vi.advanceTimersByTimeAsync(0)
    board.engine({ state: 'ready' })
    board.close()
    await Promise.all([a.done, b.done])
    expect([a.seen, b.seen]).toEqual([
      ['warming', 'ready'],
      ['warming', 'ready'],
    ])
  })
  it('keeps a restart in sight while the engine warms and for a while after', async () => {
    const board = createStatusBoard(1000)
    const { seen, done } = reader(board)
    await vi.advanceTimersByTimeAsync(0)
    board.restarted('it crashed', 1)
    board.engine({ state: 'starting' })
    board.engine({ state: 'warming', what: 'x' })
    board.engine({ state: 'ready' })
    await vi.advanceTimersByTimeAsync(999)
    expect(seen).toEqual(['starting', 'restarted'])
    await vi.advanceTimersByTimeAsync(1)
    expect(seen).toEqual(['starting', 'restarted', 'ready'])
    board.close()
    await done
  })
  it.each(['busy', 'down'] as const)('lets %s take the place of a restart at once', async (state) => {
    const board = createStatusBoard(1000)
    const { seen, done } = reader(board)
    await vi.advanceTimersByTimeAsync(0)
    board.restarted('it crashed', 1)
    board.engine({ state: 'ready' })
    board.engine(state === 'busy' ? { state, what: 'writing' } : { state, reason: 'gone' })
    await vi.advanceTimersByTimeAsync(5000)
    board.close()
    await done
    expect(seen).toEqual(['starting', 'restarted', state])
  })
  it('lets go of a reader that leaves', async () => {
    const board = createStatusBoard(1000)
    const controller = new AbortController()
    const reading = (async () => {
      for await (const status of board.follow(controller.signal)) expect(status.state).toBe('starting')
    })()
    controller.abort()
    await reading
  })
})
