import { describe, expect, it } from 'vitest'
import type { DotRow } from './size'
import { axisOf, plotPx } from './size'

const look = { colour: 'red', shape: '' }
const row = (...values: readonly (readonly [low: number, value: number, high: number])[]): DotRow => ({
  label: 'a',
  dots: values.map(([low, value, high]) => ({ ...{ name: 'a', look, text: '' }, low, value, high })),
})

describe('an axis', () => {
  it.each([
    [
      'from 0 where the least is near it',
      [row([0, 0.002, 0.007]), row([0.179, 0.22, 0.26])],
      [0, 0.1, 0.2, 0.3],
    ],
    ['around what is far from 0', [row([64.2, 66, 67.6]), row([69, 70.6, 72.3])], [62.5, 65, 67.5, 70, 72.5]],
    ['on both sides of 0', [row([-0.3, 0.1, 0.5])], [-0.4, -0.2, 0, 0.2, 0.4, 0.6]],
    ['of one figure', [row([0.5, 0.5, 0.5])], [0.4, 0.6]],
    ['of nothing but 0', [row([0, 0, 0])], [0, 0.25]],
    ['that ends where a figure does', [row([0, 40, 80])], [0, 20, 40, 60, 80]],
  ])('%s', (_, rows, ticks) => {
    expect(axisOf(rows).ticks).toEqual(ticks)
  })

  it('has the ends it is given', () => {
    expect(axisOf([row([0.9, 0.95, 0.99])], [0, 1])).toEqual({
      low: 0,
      high: 1,
      ticks: [0, 0.25, 0.5, 0.75, 1],
    })
  })
})

describe('a plot', () => {
  it.each([
    [[row([0, 1, 2])], 52],
    [[row([0, 1, 2]), row([0, 1, 2], [0, 1, 2])], 91],
  ])('%# has a height', (rows, height) => {
    expect(plotPx(rows)).toBe(height)
  })
})
