import { describe, expect, it } from 'vitest'
import { axisOver } from './axis'

describe('an axis', () => {
  it.each([
    ['from 0 where figures are near it', [{ value: 0.1 }, { value: 0.3 }], {}, [0, 0.1, 0.2, 0.3]],
    ['around bounds', [{ value: -0.1, low: -0.16, high: 0.02 }], {}, [-0.2, -0.15, -0.1, -0.05, 0, 0.05]],
    ['in fewer steps', [{ value: -0.1, low: -0.16, high: 0.02 }], { steps: 2 }, [-0.2, -0.1, 0, 0.1]],
    ['within ends', [{ value: 0.5 }], { domain: [0, 1] }, [0, 0.25, 0.5, 0.75, 1]],
    ['of nothing but 0', [{ value: 0 }], {}, [0, 0.25]],
    ['of none', [], {}, [0, 0.25, 0.5, 0.75, 1]],
  ] as const)('%s', (_, figures, options, ticks) => {
    expect(axisOver(figures, options).ticks).toEqual(ticks)
  })
})
