/** One mark a system or a run: a colour of Okabe and Ito's palette and a shape, so that it is told without the colour. */

/** How something is marked. `hollow` for what is only there to be held against. */
export interface MarkLook {
  /** A CSS colour. */
  readonly colour: string
  /** A path in a square of 12, centred on 6, 6. */
  readonly shape: string
  readonly hollow?: boolean
}

const shapes = {
  circle: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 0 1 0-9.6Z',
  triangle: 'M6 1.2 11 10.6H1Z',
  square: 'M1.6 1.6h8.8v8.8H1.6Z',
  star: 'M6 .6 7.5 4.4 11.6 4.6 8.4 7.2 9.5 11.2 6 8.9 2.5 11.2 3.6 7.2 .4 4.6 4.5 4.4Z',
  down: 'M6 10.8 1 1.4h10Z',
  diamond: 'M6 .6 11.4 6 6 11.4.6 6Z',
  cross: 'M3 1 6 4 9 1 11 3 8 6 11 9 9 11 6 8 3 11 1 9 4 6 1 3Z',
  hexagon: 'M3.3 1.3h5.4L11.4 6l-2.7 4.7H3.3L.6 6Z',
} as const

const ORDER: readonly (readonly [colour: string, shape: keyof typeof shapes])[] = [
  ['var(--series-1)', 'circle'],
  ['var(--series-2)', 'triangle'],
  ['var(--series-3)', 'square'],
  ['var(--series-4)', 'star'],
  ['var(--series-5)', 'down'],
  ['var(--series-6)', 'diamond'],
  ['var(--series-7)', 'cross'],
  ['var(--series-8)', 'hexagon'],
]

/** What has a mark of its own everywhere; the strategies' are those of the rest of the window. */
const FIXED: Readonly<Record<string, number>> = {
  personalised: 0,
  popularity: 1,
  random: 2,
  ease: 3,
  'popularity-recent': 4,
  'item-knn': 5,
  transitions: 6,
  content: 7,
  hybrid: 0,
  words: 1,
  meaning: 2,
  '': 0,
}

/** The mark of the n-th of several, from 0; they repeat after eight. */
export function markAt(index: number): MarkLook {
  const [colour, shape] = ORDER[index % ORDER.length] ?? ['currentColor', 'circle']
  return { colour, shape: shapes[shape] }
}

/** The mark of a system by its name; one that has none of its own takes that of its place. */
export function systemMark(of: string, index: number): MarkLook {
  if (of === 'authored') return { ...markAt(6), shape: shapes.diamond, hollow: true }
  return markAt(FIXED[of] ?? index)
}

/** The attributes of its path. */
export function markPaint({ colour, hollow }: MarkLook) {
  return hollow
    ? { fill: 'var(--surface)', stroke: colour, strokeWidth: 1.5 }
    : { fill: colour, stroke: 'var(--series-edge)', strokeWidth: 0.75 }
}

/** A mark beside a name, 12 px. */
export function Mark({ look }: { readonly look: MarkLook }) {
  return (
    <svg viewBox="-0.5 -0.5 13 13" className="size-3 shrink-0" aria-hidden>
      <path d={look.shape} {...markPaint(look)} />
    </svg>
  )
}
