/** What the Adapters page shows; outlives the page. View state only. */
import { create } from 'zustand'

interface AdapterSession {
  /** The adapter on show, by name; the first when absent or gone. */
  readonly chosen?: string | undefined
  readonly importing: boolean
}

/** The page's session. */
export const useAdapterSession = create<AdapterSession>()(() => ({ importing: false }))

/** Shows the import form. */
export const openImport = () => useAdapterSession.setState({ importing: true })
