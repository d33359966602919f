/** Starts the window: palette, engine, pages. */
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/jetbrains-mono/index.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { EngineProvider, engineClient, queryClient } from './api/client'
import { engineLinks } from './api/transport'
import { Frame } from './frame/Frame'
import { followTheme } from './state/settings'
import './styles.css'

followTheme()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with id "root"')
const queries = queryClient()
const client = engineClient(await engineLinks(() => void queries.invalidateQueries()))

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <EngineProvider trpcClient={client} queryClient={queries}>
        <Frame />
      </EngineProvider>
    </QueryClientProvider>
  </StrictMode>,
)
