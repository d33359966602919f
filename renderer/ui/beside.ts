/** Where a panel goes so that it covers none of the text it explains. Pure. */

/** A panel's side and width. */
export interface Placed {
  readonly side: 'right' | 'left' | 'bottom'
  readonly width: number
}

/** As wide as a panel likes to be, and as narrow as it still reads well, pixels. */
const WIDTH = { best: 400, least: 300 } as const
/** Between text and panel, and between panel and window, pixels. */
const GAP = 12

/** Right of the text where there is room, else left of it; below the fact where there is none on either side. */
export function beside(text: { readonly left: number; readonly right: number }, windowWidth: number): Placed {
  const room = { right: windowWidth - text.right - 2 * GAP, left: text.left - 2 * GAP }
  for (const side of ['right', 'left'] as const) {
    if (room[side] >= WIDTH.least) return { side, width: Math.floor(Math.min(WIDTH.best, room[side])) }
  }
  return { side: 'bottom', width: Math.min(WIDTH.best, windowWidth - 2 * GAP) }
}
