import type { UIEvent } from 'react'
import { useCallback, useState } from 'react'

/** The part of a long list of equal rows that is on screen, and what the scrolling element needs. */
export interface Windowed {
  /** Rows to render. */
  readonly rows: readonly number[]
  /** Height of the whole list, pixels. */
  readonly height: number
  readonly onScroll: (event: UIEvent<HTMLElement>) => void
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined
}

/** Rows rendered beyond each edge, so that a quick turn of the wheel shows no gap. */
const AROUND = 6

/**
 * Which of `count` rows of `rowPx` pixels are in view. Ours rather than a library's because the compiler rules for hooks do not allow
 * the usual one, and equal rows need no measuring.
 */
export function useWindowed(count: number, rowPx: number): Windowed {
  const [top, setTop] = useState(0)
  const [view, setView] = useState(400)
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const observer = new ResizeObserver(() => setView(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { first, end } = windowOf({ top, view, count, rowPx })
  return {
    rows: Array.from({ length: end - first }, (_, index) => first + index),
    height: count * rowPx,
    onScroll: (event) => setTop(event.currentTarget.scrollTop),
    ref,
  }
}

interface View {
  readonly top: number
  readonly view: number
  readonly count: number
  readonly rowPx: number
}

/** First row in view and one past the last, a few more on each side; a list that shrank under the view shows its end. */
export function windowOf({ top, view, count, rowPx }: View): {
  readonly first: number
  readonly end: number
} {
  const inView = Math.ceil(view / rowPx)
  const start = Math.max(0, Math.min(Math.floor(top / rowPx), count - inView))
  return { first: Math.max(0, start - AROUND), end: Math.min(count, start + inView + 1 + AROUND) }
}
