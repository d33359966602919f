/** A difference with its interval against nothing at all: a forest plot's row, small enough for a table. */
import type { MarkLook } from './marks'
import { markPaint } from './marks'

/** A difference; bounds where there are any. */
export interface WhiskerData {
  readonly value: number
  readonly low?: number
  readonly high?: number
}

/** How it is drawn. */
export interface WhiskerOptions {
  readonly look: MarkLook
  /** The largest difference that must fit, either way. */
  readonly reach: number
}

const [WIDTH, HEIGHT] = [84, 20]

/** 84 by 20 px; the line in the middle is no difference. The text beside it says the same. */
export function Whisker({ data, options }: { readonly data: WhiskerData; readonly options: WhiskerOptions }) {
  const { value, low, high } = data
  const { look, reach } = options
  const x = (difference: number) => WIDTH / 2 + (difference / (reach || 1)) * (WIDTH / 2 - 7)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden className="shrink-0">
      <path d={`M${WIDTH / 2} 1V${HEIGHT - 1}`} stroke="var(--line-strong)" />
      {low !== undefined && high !== undefined && (
        <path
          d={`M${x(low)} 10H${x(high)}M${x(low)} 7v6M${x(high)} 7v6`}
          stroke="var(--ink-2)"
          strokeWidth={1.25}
          fill="none"
        />
      )}
      <g transform={`translate(${x(value) - 5} 5) scale(.833)`}>
        <path d={look.shape} {...markPaint(look)} />
      </g>
    </svg>
  )
}
