import { useMemo } from 'react'
import { useEngine } from '../../api/client'
import { useDesk } from '../../api/useDesk'
import type { RunDesk } from './actions'

/** What the page's actions need, from the providers above. */
export function useRunDesk(): RunDesk {
  const desk = useDesk()
  const { runs, run, compareRuns } = useEngine()
  return useMemo(() => ({ ...desk, keys: { runs, run, compareRuns } }), [desk, runs, run, compareRuns])
}
