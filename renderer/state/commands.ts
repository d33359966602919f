/** What the page at hand can do, for the command palette and the keyboard. View state only. */
import { useEffect } from 'react'
import { create } from 'zustand'

/** One command. */
export interface Command {
  readonly id: string
  readonly label: string
  /** Where the palette lists it. */
  readonly group: string
  /** More words to find it by. */
  readonly words?: string
  /** The page's one action, Ctrl/Cmd-Enter. */
  readonly primary?: boolean
  readonly keys?: string
  readonly run: () => void
}

interface Commands {
  readonly page: readonly Command[]
  readonly paletteOpen: boolean
  readonly setPage: (commands: readonly Command[]) => void
  readonly setPaletteOpen: (open: boolean) => void
}

/** The commands of the page at hand and whether the palette is open. */
export const useCommands = create<Commands>()((set) => ({
  page: [],
  paletteOpen: false,
  setPage: (page) => set({ page }),
  setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
}))

/** Offers `commands` while the page is shown; pass a stable list. */
export function usePageCommands(commands: readonly Command[]): void {
  const setPage = useCommands((state) => state.setPage)
  useEffect(() => {
    setPage(commands)
    return () => setPage([])
  }, [commands, setPage])
}
