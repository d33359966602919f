import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { useEngine } from '../../api/client'
import { skipToken } from '@tanstack/react-query'
import type { Run } from '../../api/run'
import { useRun } from '../../api/streams'
import { useBrief, variantInput } from '../../state/brief'
import { useSession } from './session'

const SETTLE_MS = 350

/** A value once it has not changed for a moment. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What would be written for the brief at hand: picks, plan and prompt, without decoding. */
export function usePreview() {
  const engine = useEngine()
  const catalogue = useBrief((state) => state.catalogue)
  const audience = useBrief((state) => state.audience)
  const occasion = useSettled(useBrief((state) => state.occasion))
  const variant = useSettled(useBrief((state) => state.variant))
  const input = audience && { ...(catalogue ? { catalogue } : {}), audience, occasion, variant: variantInput(variant) }
  return useQuery(engine.preview.queryOptions(input ?? skipToken, { placeholderData: keepPreviousData, retry: false }))
}

/** The run on show, and whether the brief has changed since it was planned. */
export function useShownRun(): { readonly run: Run | undefined; readonly stale: boolean } {
  const runId = useSession((state) => state.runId)
  const plannedFor = useSession((state) => state.plannedFor)
  const catalogue = useBrief((state) => state.catalogue)
  const audience = useBrief((state) => state.audience)
  const occasion = useBrief((state) => state.occasion)
  const { strategy, templateId, templateText, voice, channel } = useBrief((state) => state.variant)
  const run = useRun(runId)
  const key = JSON.stringify([catalogue, audience, occasion.trim(), strategy, templateId, templateText, voice, channel])
  return { run, stale: useDeferredValue(run !== undefined && key !== plannedFor) }
}
