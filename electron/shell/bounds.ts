/** Where the window was and how large. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** Size at first, and the least that the pages are made for. */
export const WINDOW_SIZE = { width: 1280, height: 800, minWidth: 1024, minHeight: 700 } as const

/** A stretch of screen. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is remembered. */
export interface WindowState extends Rectangle {
  readonly maximised: boolean
}

const stateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(WINDOW_SIZE.minWidth).max(20_000),
  height: z.number().int().min(WINDOW_SIZE.minHeight).max(20_000),
  maximised: z.boolean(),
}) satisfies z.ZodType<WindowState>

/** Points of a window that must be on a screen for it to be found and dragged. */
const VISIBLE_MIN = 120

function overlap(a: Rectangle, b: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  }
}

/** What was remembered in `file`; undefined where nothing was, where it is damaged, or where that screen is gone. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState | undefined {
  let parsed
  try {
    parsed = stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
  const state = parsed.data
  if (!state) return undefined
  const seen = screens.some((screen) => {
    const { width, height } = overlap(state, screen)
    return width >= VISIBLE_MIN && height >= VISIBLE_MIN
  })
  return seen ? state : undefined
}

/** Remembers; a disk that is full must not keep a window from closing, so failures are not thrown. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch {
    return
  }
}
