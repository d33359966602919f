/** A figure against another that one turns, with the band its interval makes, and a marker where one stands. */
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import { axisOver } from '../../shared/util/axis'
import type { CurvePoint } from './size'

/** How it is drawn. */
export interface CurveOptions {
  /** What it shows, for those who cannot see it. */
  readonly label: string
  readonly tick: (value: number) => string
  readonly xTick: (value: number) => string
  /** Where one stands, as `x`. */
  readonly at: number
  readonly colour: string
  /** A line that means something, such as no difference at all. */
  readonly level?: number
  readonly heightPx: number
}

/** The curve as one SVG. Nothing in it moves by itself. */
export function Curve({
  data,
  options,
}: {
  readonly data: readonly CurvePoint[]
  readonly options: CurveOptions
}) {
  const { label, tick, xTick, at, colour, level, heightPx } = options
  const { low, high, ticks } = axisOver([...data, ...(level === undefined ? [] : [{ value: level }])])
  const points = data.map(({ x, value, low: from, high: to }) => ({ x, value, band: [from, to] }))
  const here = nearest(data, at)
  return (
    <div role="img" aria-label={label} style={{ height: heightPx }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          accessibilityLayer={false}
          data={points}
          margin={{ top: 6, right: 16, bottom: 0, left: 0 }}
        >
          <CartesianGrid horizontal vertical={false} stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="x"
            domain={[0, 1]}
            ticks={[0, 0.25, 0.5, 0.75, 1]}
            tickFormatter={xTick}
            height={22}
            tick={{ fontSize: 12, fill: 'var(--ink-3)' }}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
          />
          <YAxis
            type="number"
            domain={[low, high]}
            ticks={[...ticks]}
            interval={0}
            tickFormatter={tick}
            width={56}
            tick={{ fontSize: 12, fill: 'var(--ink-3)' }}
            tickLine={false}
            axisLine={false}
          />
          {level !== undefined && <ReferenceLine y={level} stroke="var(--ink-3)" strokeDasharray="4 3" />}
          <Area dataKey="band" stroke="none" fill={colour} fillOpacity={0.16} isAnimationActive={false} />
          <Line dataKey="value" stroke={colour} strokeWidth={2} dot={false} isAnimationActive={false} />
          <ReferenceLine x={here.x} stroke="var(--ink)" strokeWidth={1} />
          <ReferenceDot
            x={here.x}
            y={here.value}
            r={5}
            fill={colour}
            stroke="var(--surface)"
            strokeWidth={2}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

/** The point that is shown nearest to a place. */
function nearest(data: readonly CurvePoint[], at: number): CurvePoint {
  const away = ({ x }: CurvePoint) => Math.abs(x - at)
  return data.reduce((best, one) => (away(one) < away(best) ? one : best), data[0] ?? { x: 0, value: 0 })
}
