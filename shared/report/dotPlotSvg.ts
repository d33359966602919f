/** A dot plot as SVG text, for documents without scripts: groups as rows, a mark with its whisker each, told apart by shape as well as shade. */
import { axisOver } from '../util/axis'
import { escaped } from './html'

/** A row of the plot. */
export interface PlotRow {
  readonly label: string
  /** Beside the label, quieter. */
  readonly note: string
  /** Undefined where there was nothing to measure. */
  readonly value?: number
  readonly low?: number
  readonly high?: number
  /** The figure in words. */
  readonly text: string
  /** A filled diamond instead of a circle. */
  readonly stands: boolean
  /** Hollow. */
  readonly small: boolean
}

/** How it is drawn. */
export interface PlotOptions {
  readonly label: string
  readonly widthPx: number
  readonly tick: (value: number) => string
}

const [ROW, AXIS, NAME, INSET] = [13, 15, 88, 15]
const [INK, SOFT, LINE, MARK] = ['#1e1b17', '#6f685f', '#cfc8bd', '#0072b2']

/** The plot. */
export function dotPlotSvg(rows: readonly PlotRow[], { label, widthPx, tick }: PlotOptions): string {
  const height = rows.length * ROW + AXIS
  const figures = rows.flatMap(({ value, low, high }) =>
    value === undefined ? [] : [{ value, ...(low === undefined || high === undefined ? {} : { low, high }) }],
  )
  const { low, high, ticks } = axisOver(figures, { steps: 3 })
  const x = (value: number) => NAME + INSET + ((value - low) / (high - low)) * (widthPx - NAME - 2 * INSET)
  const said = rows.map((row) => `${row.label} ${row.note}: ${row.text}`).join('; ')
  const grid = ticks.map(
    (at) =>
      `<path d="M${px(x(at))} 0V${height - AXIS}" stroke="${LINE}" stroke-width=".5"/>` +
      `<text x="${px(x(at))}" y="${height - 4}" text-anchor="middle" fill="${SOFT}">${escaped(tick(at))}</text>`,
  )
  const body = rows.map((row, at) => rowSvg(row, at * ROW + ROW / 2, x))
  return `<svg viewBox="0 0 ${widthPx} ${height}" width="100%" role="img" aria-label="${escaped(`${label}. ${said}`)}" font-size="7.5">${grid.join('')}${body.join('')}</svg>`
}

function rowSvg(row: PlotRow, y: number, x: (value: number) => number): string {
  const { label, note, value, low, high, text, stands, small } = row
  const name = `<text x="0" y="${y + 2.6}" fill="${INK}"${stands ? ' font-weight="600"' : ''}>${escaped(clipped(label))} <tspan fill="${SOFT}" font-weight="400">${escaped(note)}</tspan></text>`
  if (value === undefined)
    return `${name}<text x="${px(NAME + INSET)}" y="${y + 2.6}" fill="${SOFT}">–</text>`
  const whisker =
    low === undefined || high === undefined
      ? ''
      : `<path d="M${px(x(low))} ${y}H${px(x(high))}M${px(x(low))} ${y - 2}v4M${px(x(high))} ${y - 2}v4" stroke="${INK}" stroke-width=".8" fill="none"/>`
  const paint = small
    ? `fill="#fff" stroke="${INK}" stroke-width="1"`
    : `fill="${stands ? INK : MARK}" stroke="#fff" stroke-width=".6"`
  const at = px(x(value))
  const mark = stands
    ? `<path d="M${at} ${y - 4.2}l4.2 4.2l-4.2 4.2l-4.2 -4.2Z" ${paint}/>`
    : `<circle cx="${at}" cy="${y}" r="3" ${paint}/>`
  return `${name}${whisker}<g><title>${escaped(text)}</title>${mark}</g>`
}

/** Names longer than their room would run into the plot. */
const clipped = (label: string) => (label.length > 15 ? `${label.slice(0, 14)}…` : label)
const px = (value: number) => value.toFixed(1)
