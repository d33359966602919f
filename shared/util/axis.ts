/** Axes that people can count along: round ends, round steps. */

/** A figure on an axis. Bounds are drawn where there are both. */
export interface Placed {
  readonly value: number
  readonly low?: number
  readonly high?: number
}

/** An axis: its ends and the round values between them. */
export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** How an axis is laid out. */
export interface AxisOptions {
  /** Ends to hold; from the figures when left out. */
  readonly domain?: readonly [low: number, high: number] | undefined
  /** Steps that it has about. */
  readonly steps?: number
}

/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10]

/** An axis with round ends around the figures and their bounds; from 0 where they are near it. */
export function axisOver(figures: readonly Placed[], { domain, steps = 4 }: AxisOptions = {}): Axis {
  const all = figures.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const [least, most] = domain ?? (all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)])
  const from = least >= 0 && least < 0.6 * most ? 0 : least
  const width = most - from || Math.abs(most) || 1
  const size = 10 ** Math.floor(Math.log10(width / steps))
  const step = size * (STEPS.find((one) => one * size >= width / steps) ?? 10)
  const first = Math.floor(from / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  )
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks }
}
