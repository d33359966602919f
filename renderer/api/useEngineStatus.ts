/** The engine's state, live, for the top bar. */
import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect } from 'react'
import type { EngineStatus } from '../../shared/contract/events'
import { useEngine } from './client'
import { errorWords } from './errors'

const RETRY_MS = 1500

/** What the engine is doing. A lost stream is taken up again every 1.5 seconds. */
export function useEngineStatus(): EngineStatus {
  const engine = useEngine()
  const { data, error, reset, status } = useSubscription(engine.status.subscriptionOptions())
  const lost = status === 'error' || status === 'idle'
  useEffect(() => {
    if (!lost) return undefined
    const timer = setTimeout(reset, RETRY_MS)
    return () => clearTimeout(timer)
  }, [lost, reset])
  if (error) return { state: 'down', reason: errorWords(error).message }
  return data ?? { state: 'starting' }
}
