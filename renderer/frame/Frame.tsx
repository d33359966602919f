import { Tooltip } from '@base-ui/react/tooltip'
import { Suspense, useEffect } from 'react'
import { Toaster } from 'sonner'
import { Route, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useCommands } from '../state/commands'
import { shownTheme, useSettings } from '../state/settings'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Notices'
import { ErrorBoundary } from './ErrorBoundary'
import { Palette } from './Palette'
import { Rail } from './Rail'
import { TopBar } from './TopBar'
import { useValidBrief } from './useValidBrief'
import { PAGES } from './pages'

/** Ctrl/Cmd-K opens the palette, Ctrl/Cmd-Enter does the page's one thing. */
function useKeys() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const { page, paletteOpen, setPaletteOpen } = useCommands.getState()
      if (event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setPaletteOpen(!paletteOpen)
      } else if (event.key === 'Enter' && !paletteOpen) {
        event.preventDefault()
        page.find((command) => command.primary)?.run()
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** The window: rail, top bar and the page at hand. */
export function Frame() {
  useKeys()
  useValidBrief()
  const theme = useSettings((state) => state.theme)
  return (
    <Router hook={useHashLocation}>
      <Tooltip.Provider delay={450}>
        <div className="flex h-full">
          <Rail />
          <div className="flex min-w-0 flex-1 flex-col">
            <TopBar />
            <main className="min-h-0 flex-1">
              <Pages />
            </main>
          </div>
        </div>
        <Palette />
        <Toaster
          theme={shownTheme(theme)}
          position="bottom-right"
          closeButton
          toastOptions={{ className: 'font-sans' }}
        />
      </Tooltip.Provider>
    </Router>
  )
}

function Pages() {
  const [, go] = useLocation()
  return (
    <Switch>
      {PAGES.map(({ path, page: Page }) => (
        <Route key={path} path={path}>
          <ErrorBoundary>
            <Suspense fallback={null}>
              <Page />
            </Suspense>
          </ErrorBoundary>
        </Route>
      ))}
      <Route>
        <Empty
          title="There is no such page"
          action={
            <Button kind="primary" onClick={() => go('/')}>
              Go to the Studio
            </Button>
          }
        >
          The address names a page this version does not have.
        </Empty>
      </Route>
    </Switch>
  )
}
