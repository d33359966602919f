/** What the Adapters page can do. */
import type { QueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { errorWords } from '../../api/errors'
import type { Desk } from '../../api/streams'
import { useBrief } from '../../state/brief'
import { addToMix } from '../../state/mix'
import { useAdapterSession } from './session'

/** Has the list asked for again. */
type Refresh = (queries: QueryClient) => Promise<void>

const complain = (cause: unknown) => {
  const { message, hint } = errorWords(cause)
  toast.error(message, { description: hint })
}

/** Takes an imported adapter off and offers the way back. */
export async function removeWithUndo(desk: Desk, name: string, refresh: Refresh): Promise<void> {
  const putBack = async () => {
    try {
      await desk.client.restoreAdapter.mutate({ name })
      await refresh(desk.queries)
      useAdapterSession.setState({ chosen: name, importing: false })
    } catch (cause) {
      complain(cause)
    }
  }
  try {
    await desk.client.removeAdapter.mutate({ name })
    await refresh(desk.queries)
    useAdapterSession.setState({ chosen: undefined })
    toast(`Removed “${name}”`, {
      description: 'It is kept for 30 days.',
      action: { label: 'Undo', onClick: () => void putBack() },
    })
  } catch (cause) {
    complain(cause)
  }
}

/** Puts an adapter into the Studio's mix as trained. True when it is in. */
export function tryInStudio(name: string): boolean {
  const { variant, setVariant } = useBrief.getState()
  const mix = addToMix(variant.adapters, name)
  setVariant({ adapters: mix })
  if (mix.some((one) => one.name === name)) return true
  toast('The mix is full', {
    description: 'Take an adapter out of it in the Studio first; four are the most.',
  })
  return false
}
