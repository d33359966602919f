/** Figures as dots with whiskers, a row each: for comparing places, not lengths (Cleveland 1984). */
import type { ReactElement } from 'react'
import { CartesianGrid, ErrorBar, ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { markPaint } from './marks'
import type { Dot, DotRow } from './size'
import { AXIS_PX, axisOf, plotPx } from './size'

/** How it is drawn. */
export interface DotPlotOptions {
  /** What it shows, for those who cannot see it. */
  readonly label: string
  readonly tick: (value: number) => string
  /** Ends of the axis; from the figures when left out. */
  readonly domain?: readonly [low: number, high: number]
  /** Room for the rows' labels, pixels. */
  readonly labelPx?: number
}

/** How far apart figures of one row are, in rows. */
const SPREAD = 0.5

interface Point {
  readonly x: number
  readonly y: number
  readonly error: readonly [number, number]
  readonly dot: Dot
}

/** The rows' figures over one axis, as one SVG. Nothing in it moves. */
export function DotPlot({
  data,
  options,
}: {
  readonly data: readonly DotRow[]
  readonly options: DotPlotOptions
}) {
  const { label, tick, labelPx = 120 } = options
  const { low, high, ticks } = axisOf(data, options.domain)
  return (
    <div role="img" aria-label={label} style={{ height: plotPx(data) }}>
      <ResponsiveContainer width="100%" height="100%">
        <ScatterChart accessibilityLayer={false} margin={{ top: 2, right: 22, bottom: 0, left: 0 }}>
          <CartesianGrid vertical horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="x"
            domain={[low, high]}
            tickFormatter={tick}
            ticks={[...ticks]}
            interval={0}
            height={AXIS_PX - 4}
            tick={{ fontSize: 12, fill: 'var(--ink-3)' }}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
          />
          <YAxis
            type="number"
            dataKey="y"
            domain={[-0.5, data.length - 0.5]}
            ticks={data.map((_, row) => row)}
            interval={0}
            reversed
            width={labelPx}
            tickFormatter={(row: number) => data[row]?.label ?? ''}
            tick={{ fontSize: 12, fill: 'var(--ink-2)' }}
            tickLine={false}
            axisLine={false}
          />
          <Scatter data={pointsOf(data)} shape={drawn} isAnimationActive={false}>
            <ErrorBar
              dataKey="error"
              direction="x"
              width={4}
              stroke="var(--ink-2)"
              strokeWidth={1.25}
              isAnimationActive={false}
            />
          </Scatter>
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  )
}

function pointsOf(data: readonly DotRow[]): Point[] {
  return data.flatMap(({ dots }, row) =>
    dots.map((dot, at) => ({
      x: dot.value,
      y: row + (dots.length === 1 ? 0 : SPREAD * (at / (dots.length - 1) - 0.5)),
      error: [dot.value - (dot.low ?? dot.value), (dot.high ?? dot.value) - dot.value] as const,
      dot,
    })),
  )
}

/** The mark itself, 11 px, centred on its point. */
function drawn(props: unknown): ReactElement {
  const { cx = 0, cy = 0, payload } = props as { cx?: number; cy?: number; payload?: Point }
  const dot = payload?.dot
  if (!dot) return <g />
  return (
    <g transform={`translate(${cx - 5.5} ${cy - 5.5}) scale(.917)`}>
      <title>{`${dot.name}: ${dot.text}`}</title>
      <path d={dot.look.shape} {...markPaint(dot.look)} />
    </g>
  )
}
