import { useQuery } from '@tanstack/react-query'
import { ChevronsUpDown, Command, Monitor, Moon, Sun } from 'lucide-react'
import { useLocation } from 'wouter'
import type { CatalogueSummary } from '../../shared/domain/catalogue'
import { useEngine } from '../api/client'
import { useBrief } from '../state/brief'
import { useCommands } from '../state/commands'
import type { Theme } from '../state/settings'
import { THEMES, useSettings } from '../state/settings'
import { Button, IconButton } from '../ui/Button'
import { Keys } from '../ui/Keys'
import { Menu, MenuGroup, MenuItem } from '../ui/Menu'
import { count, millions, plural } from '../ui/format'
import { EngineState } from './EngineState'
import { PAGES } from './pages'

/** Which catalogue, which model, and how the engine is. */
export function TopBar() {
  const [location] = useLocation()
  const page = PAGES.find((one) => one.path === location)
  const openPalette = useCommands((state) => state.setPaletteOpen)
  return (
    <header className="flex h-11 shrink-0 items-center gap-1 border-b border-line bg-paper pr-2 pl-4">
      <h1 className="w-24 text-13 font-medium max-[859px]:w-auto max-[859px]:pr-2">
        {page?.title ?? 'Shelftalk'}
      </h1>
      <CatalogueMenu />
      <ModelMenu />
      <div className="ml-auto flex items-center gap-1">
        <EngineState />
        <Button kind="quiet" small onClick={() => openPalette(true)}>
          <span className="sr-only">Command palette</span>
          <Command className="size-3.5" aria-hidden />
          <Keys keys="mod+k" />
        </Button>
        <ThemeButton />
      </div>
    </header>
  )
}

function summary(catalogue: CatalogueSummary): string {
  return `${plural(catalogue.products, 'product')}, ${plural(catalogue.shoppers, 'shopper')}, version ${catalogue.version}`
}

function CatalogueMenu() {
  const engine = useEngine()
  const [, go] = useLocation()
  const catalogues = useQuery(engine.catalogues.queryOptions())
  const chosen = useBrief((state) => state.catalogue)
  const choose = useBrief((state) => state.setCatalogue)
  const shown = catalogues.data?.find((one) => one.name === chosen) ?? catalogues.data?.[0]
  return (
    <Menu
      trigger={
        <Button kind="quiet" small className="min-w-0">
          <span className="text-12 text-ink-3 max-[859px]:sr-only">Catalogue</span>
          <span className="truncate text-ink">{shown?.name ?? '…'}</span>
          {shown?.invented && <Invented />}
          <ChevronsUpDown className="size-3 text-ink-3" aria-hidden />
        </Button>
      }
    >
      {catalogues.data?.map((catalogue) => (
        <MenuItem key={catalogue.name} note={summary(catalogue)} onSelect={() => choose(catalogue.name)}>
          {catalogue.name} {catalogue.invented && <Invented />}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => go('/catalogue')}>Import a catalogue…</MenuItem>
    </Menu>
  )
}

function Invented() {
  return (
    <span className="rounded-[4px] border border-line-strong px-1 text-12 leading-[15px] text-ink-2">
      invented shop
    </span>
  )
}

function ModelMenu() {
  const engine = useEngine()
  const model = useQuery(engine.model.queryOptions())
  const info = model.data
  return (
    <Menu
      trigger={
        <Button kind="quiet" small className="min-w-0">
          <span className="text-12 text-ink-3 max-[859px]:sr-only">Model</span>
          <span className="truncate text-ink">{info?.name ?? '…'}</span>
          {info && (
            <span className="text-12 text-ink-3 tabular max-[1100px]:hidden">
              {millions(info.parameters)}
            </span>
          )}
          <ChevronsUpDown className="size-3 text-ink-3" aria-hidden />
        </Button>
      }
    >
      <MenuGroup label="In use">
        {info ? (
          <MenuItem
            note={`${millions(info.parameters)} parameters, ${info.layers} layers, ${count(info.contextTokens)} tokens of context, vocabulary ${count(info.vocabulary)}, weights ${info.digest}`}
            onSelect={() => undefined}
          >
            {info.name}
          </MenuItem>
        ) : (
          <MenuItem disabled onSelect={() => undefined}>
            Not loaded yet
          </MenuItem>
        )}
      </MenuGroup>
    </Menu>
  )
}

const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const
const themeLabels: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' }

function ThemeButton() {
  const theme = useSettings((state) => state.theme)
  const setTheme = useSettings((state) => state.setTheme)
  const Icon = themeIcons[theme]
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  return (
    <IconButton label={`Colours: ${themeLabels[theme]}`} onClick={() => setTheme(next)}>
      <Icon className="size-4" aria-hidden />
    </IconButton>
  )
}
