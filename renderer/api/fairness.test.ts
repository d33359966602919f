import { describe, expect, it } from 'vitest'
import type { TradeOff } from '../../shared/domain/fairness'
import type { TaskState } from './fairness'
import { reduceTask } from './fairness'

const before = { sentence: 'Before.' } as TradeOff
const after = { sentence: 'After.' } as TradeOff
const asked = { segment: { field: 'ageBand', value: '55+' } }
const running: TaskState<'tradeOff'> = {
  ...{ phase: 'running', stage: 'Preparing', done: 0, total: 0, result: before, asked },
}

describe('a task as it goes on', () => {
  it('says how far it is, and keeps what was there before', () => {
    const event = { type: 'progress', stage: 'ranking', done: 3, total: 9 } as const
    expect(reduceTask(running, event, asked)).toEqual({
      ...running,
      ...{ stage: 'Ranking for shoppers', done: 3, total: 9 },
    })
  })

  it('names a stage it does not know as the engine does', () => {
    const event = { type: 'progress', stage: 'pondering', done: 0, total: 0 } as const
    expect(reduceTask(running, event, asked).stage).toBe('pondering')
  })

  it('puts a result, and what it was asked for with, in the place of the one before', () => {
    const request = { segment: { field: 'gender', value: 'woman' } }
    expect(reduceTask(running, { type: 'done', result: after }, request)).toEqual({
      ...{ ...running, phase: 'done', result: after, asked: request },
    })
  })
})
