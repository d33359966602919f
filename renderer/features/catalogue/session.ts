/** What the Catalogue page shows on the right, and how to stop an import. View state only. */
import { create } from 'zustand'

interface Session {
  /** A catalogue's name; undefined for the one in use. */
  readonly chosen?: string | undefined
  readonly importing: boolean
  readonly stop: () => void
}

/** The page's session; outlives it. */
export const useCatalogueSession = create<Session>()((): Session => ({
  importing: false,
  stop: () => undefined,
}))
