import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEngine } from '../../api/client'
import type { Run } from '../../api/run'
import { useRun } from '../../api/streams'
import { fixedInput, useBrief, variantInput } from '../../state/brief'
import { useSettled } from '../../ui/useSettled'
import { planKey } from './actions'
import { useSession } from './session'

/** What would be written for the brief at hand: picks, plan and prompt, without decoding. */
export function usePreview() {
  const engine = useEngine()
  const catalogue = useBrief((state) => state.catalogue)
  const audience = useBrief((state) => state.audience)
  const occasion = useSettled(useBrief((state) => state.occasion))
  const variant = useSettled(useBrief((state) => state.variant))
  const fixed = fixedInput(useBrief((state) => state.productIds))
  const input = audience && { catalogue, audience, occasion, ...fixed, variant: variantInput(variant) }
  return useQuery(
    engine.preview.queryOptions(input ?? skipToken, { placeholderData: keepPreviousData, retry: false }),
  )
}

/** The run on show, and whether the brief has changed since it was planned. */
export function useShownRun(): { readonly run: Run | undefined; readonly stale: boolean } {
  const runId = useSession((state) => state.runId)
  const plannedFor = useSession((state) => state.plannedFor)
  const key = useBrief(planKey)
  const run = useRun(runId)
  return { run, stale: run !== undefined && key !== plannedFor }
}
