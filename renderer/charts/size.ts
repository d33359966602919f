/** What a dot plot shows, and how high it is. Apart from the plot itself, which brings a library along. */
import type { Axis, Placed } from '../../shared/util/axis'
import { axisOver } from '../../shared/util/axis'
import type { MarkLook } from './marks'

/** A figure. Bounds are drawn where there are both. */
export interface Dot extends Placed {
  readonly name: string
  readonly look: MarkLook
  /** The figure as people read it; shown on hover. */
  readonly text: string
}

/** A row with its figures; several stand below each other in it. */
export interface DotRow {
  readonly label: string
  readonly dots: readonly Dot[]
}

/** A place on a curve. */
export interface CurvePoint extends Placed {
  readonly x: number
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

/** The axis of a plot. */
export function axisOf(data: readonly DotRow[], domain?: readonly [low: number, high: number]): Axis {
  return axisOver(
    data.flatMap(({ dots }) => dots),
    { domain },
  )
}
