/** The Studio's session: which run is shown, what has been tried for each beat, and the way back. View state only. */
import { create } from 'zustand'
import type { Alternatives, Board } from './storyboard'

/** What the Studio holds while the window is open. */
export interface Session {
  readonly runId?: string
  /** Stops the stream of `runId`. */
  readonly stop: () => void
  /** The brief the run was planned for; another brief means another plan. */
  readonly plannedFor?: string
  /** True once the storyboard was edited by hand: writing again then keeps it. */
  readonly edited: boolean
  readonly alternatives: Readonly<Record<string, Alternatives>>
  readonly past: readonly Board[]
  readonly selected?: string
}

const start: Session = { stop: () => undefined, edited: false, alternatives: {}, past: [] }

/** The session; outlives the page, so that one can look at another page and come back. */
export const useSession = create<Session>()(() => start)
