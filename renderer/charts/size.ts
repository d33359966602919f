/** What a dot plot shows, and how high it is. Apart from the plot itself, which brings a library along. */
import type { MarkLook } from './marks'

/** A figure. Bounds are drawn where there are both. */
export interface Dot {
  readonly name: string
  readonly look: MarkLook
  readonly value: number
  readonly low?: number
  readonly high?: number
  /** The figure as people read it; shown on hover. */
  readonly text: string
}

/** A row with its figures; several stand below each other in it. */
export interface DotRow {
  readonly label: string
  readonly dots: readonly Dot[]
}

const ROW_PX = 26
/** A row with several figures is higher by so much. */
const SEVERAL = 1.25
/** Room for the axis, pixels. */
export const AXIS_PX = 26

/** Its height, pixels. */
export function plotPx(data: readonly DotRow[]): number {
  const several = data.some(({ dots }) => dots.length > 1)
  return data.length * ROW_PX * (several ? SEVERAL : 1) + AXIS_PX
}

/** An axis: its ends and the round values between them. */
export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10]
/** Ticks that an axis has about. */
const TICKS = 4

/** An axis with round ends around the figures and their bounds; from 0 where they are near it. */
export function axisOf(data: readonly DotRow[], domain?: readonly [low: number, high: number]): Axis {
  const all = data.flatMap(({ dots }) =>
    dots.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
  )
  const [least, most] = domain ?? [Math.min(...all), Math.max(...all)]
  const from = least >= 0 && least < 0.6 * most ? 0 : least
  const width = most - from || Math.abs(most) || 1
  const size = 10 ** Math.floor(Math.log10(width / TICKS))
  const step = size * (STEPS.find((one) => one * size >= width / TICKS) ?? 10)
  const first = Math.floor(from / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  )
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks }
}
