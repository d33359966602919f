/** What the window remembers between starts: appearance and what is folded open. View state only. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** How the window is coloured. */
export const THEMES = ['system', 'light', 'dark'] as const
/** One of them. */
export type Theme = (typeof THEMES)[number]

interface Settings {
  readonly theme: Theme
  /** Inspector sections folded open, by name. */
  readonly open: Readonly<Record<string, boolean>>
  readonly setTheme: (theme: Theme) => void
  readonly setOpen: (section: string, open: boolean) => void
}

/** The settings, kept in local storage. */
export const useSettings = create<Settings>()(
  persist(
    (set) => ({
      theme: 'system',
      open: {},
      setTheme: (theme) => set({ theme }),
      setOpen: (section, open) => set((state) => ({ open: { ...state.open, [section]: open } })),
    }),
    { name: 'shelftalk.settings', version: 1 },
  ),
)

const darkWanted = window.matchMedia('(prefers-color-scheme: dark)')

/** The palette to show for a setting. */
export function shownTheme(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme
  return darkWanted.matches ? 'dark' : 'light'
}

/** Writes the palette to the document now and whenever the setting or the system's wish changes. */
export function followTheme(): void {
  const apply = () => {
    document.documentElement.dataset['theme'] = shownTheme(useSettings.getState().theme)
  }
  apply()
  useSettings.subscribe(apply)
  darkWanted.addEventListener('change', apply)
}
