import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useEngine } from '../api/client'
import { useBrief } from '../state/brief'
import type { Command as Entry } from '../state/commands'
import { useCommands } from '../state/commands'
import { THEMES, useSettings } from '../state/settings'
import { Keys } from '../ui/Keys'
import { PAGES } from './pages'

function useEntries(): readonly Entry[] {
  const engine = useEngine()
  const [, go] = useLocation()
  const page = useCommands((state) => state.page)
  const personas = useQuery(engine.personas.queryOptions())
  return useMemo(
    () => [
      ...page,
      ...PAGES.map(({ path, title }) => ({
        id: `go${path}`,
        group: 'Go to',
        label: title,
        run: () => go(path),
      })),
      ...(personas.data ?? []).map(({ id, name, summary }) => ({
        id: `persona-${id}`,
        group: 'Write for',
        label: name,
        words: summary,
        run: () => useBrief.getState().setAudience({ kind: 'persona', id }),
      })),
      ...THEMES.map((theme) => ({
        id: `theme-${theme}`,
        group: 'Appearance',
        label:
          theme === 'system' ? 'Colours as the system' : `${theme === 'dark' ? 'Dark' : 'Light'} colours`,
        words: 'theme mode',
        run: () => useSettings.getState().setTheme(theme),
      })),
    ],
    [page, personas.data, go],
  )
}

/** Everything that can be done, by name. Ctrl/Cmd-K. */
export function Palette() {
  const open = useCommands((state) => state.paletteOpen)
  const setOpen = useCommands((state) => state.setPaletteOpen)
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[#14110e]/30" />
        <Dialog.Popup
          aria-label="Command palette"
          className="fixed top-[14vh] left-1/2 z-40 w-[560px] max-w-[calc(100vw-32px)] -translate-x-1/2 overflow-hidden rounded-md border border-line bg-surface shadow-float outline-none"
        >
          <Entries close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Entries({ close }: { readonly close: () => void }) {
  const entries = useEntries()
  const groups = [...new Set(entries.map((entry) => entry.group))]
  return (
    <Command label="Commands" loop>
      <Command.Input
        autoFocus
        placeholder="Do something or go somewhere"
        className="h-12 w-full border-b border-line bg-transparent px-4 text-16 outline-none"
      />
      <Command.List className="max-h-[52vh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-6 text-center text-13 text-ink-3">
          Nothing by that name. Try “write”, a page or a person.
        </Command.Empty>
        {groups.map((group) => (
          <Command.Group
            key={group}
            heading={group}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-3"
          >
            {entries
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <Command.Item
                  key={entry.id}
                  value={entry.id}
                  keywords={[entry.label, entry.words ?? '']}
                  onSelect={() => {
                    close()
                    entry.run()
                  }}
                  className="flex h-8 items-center rounded-[4px] px-2.5 text-13 data-[selected=true]:bg-hover"
                >
                  <span className="flex-1">{entry.label}</span>
                  {entry.keys && <Keys keys={entry.keys} />}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}
