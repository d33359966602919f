/** The runs that the filter lets through, and the one on show. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Run } from '../../../shared/domain/run'
import { useEngine } from '../../api/client'
import { useSettled } from '../../ui/useSettled'
import type { ListFilter } from './session'
import { useRunSession, useRunSettings } from './session'

/** The list is asked for again this often while it is looked at: commands in a terminal keep runs too. */
const AGAIN_MS = 5_000
const LIMIT = 500

/** What the filter asks for. */
function asked({ kind, catalogue, text }: ListFilter) {
  return {
    ...(kind === 'all' || kind === 'deleted' ? {} : { kind }),
    ...(kind === 'deleted' ? { deleted: true } : {}),
    ...(catalogue === '' ? {} : { catalogue }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    limit: LIMIT,
  }
}

/** The list, live. */
export function useRuns() {
  const engine = useEngine()
  const filter = useRunSettings((state) => state.filter)
  const text = useSettled(filter.text)
  const options = engine.runs.queryOptions(asked({ ...filter, text }))
  return useQuery({ ...options, placeholderData: keepPreviousData, refetchInterval: AGAIN_MS })
}

/** The run on show: the chosen one, wherever it is, else the first of the list. */
export function useShownRun(): { readonly run: Run | undefined; readonly isPending: boolean } {
  const engine = useEngine()
  const chosen = useRunSession((state) => state.chosen)
  const list = useRuns()
  const listed = list.data?.items.find(({ id }) => id === chosen)
  const elsewhere = useQuery({
    ...engine.run.queryOptions({ id: chosen ?? '' }),
    enabled: chosen !== undefined && listed === undefined && !list.isPending,
  })
  const run = listed ?? (chosen === undefined ? undefined : elsewhere.data) ?? list.data?.items[0]
  return { run, isPending: list.isPending }
}
