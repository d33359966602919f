import { describe, expect, it } from 'vitest'
import type { EvaluationEvent, EvaluationState } from './evaluations'
import { reduceEvaluation } from './evaluations'

const begun: EvaluationState = { kind: 'narratives', phase: 'running', stage: 'Preparing', done: 0, total: 0 }
const progress = (stage: string, done: number): EvaluationEvent => ({
  type: 'progress',
  stage,
  done,
  total: 9,
})

describe('an evaluation as it goes on', () => {
  it.each([
    [progress('writing', 3), { stage: 'Writing narratives', done: 3, total: 9 }],
    [progress('something new', 3), { stage: 'something new', done: 3, total: 9 }],
    [
      { type: 'done', result: { run: 'r1' } },
      { phase: 'done', kept: { run: 'r1' } },
    ],
    [
      { type: 'done', result: { notKept: 'Full.' } },
      { phase: 'done', kept: { notKept: 'Full.' } },
    ],
  ] as const)('%j', (event, change) => {
    expect(reduceEvaluation(begun, event)).toEqual({ ...begun, ...change })
  })
})
