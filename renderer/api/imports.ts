/** An import as it goes on, for the Catalogue page. Kept outside the page so that leaving the page does not end it. */
import type { QueryClient } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { ErrorData } from '../../shared/contract/errors'
import type { ImportEvent, ImportResult } from '../../shared/contract/events'
import { errorWords } from './errors'
import type { Desk } from './streams'

/** How far an import is. */
export interface ImportState {
  readonly path: string
  readonly phase: 'reading' | 'indexing' | 'done' | 'stopped' | 'failed'
  readonly rows: number
  readonly refused: number
  /** 0 to 1; undefined where the size is not known. */
  readonly share?: number | undefined
  readonly result?: ImportResult
  readonly error?: ErrorData
}

/** What an import is started with. */
export interface ImportInput {
  readonly path: string
  readonly name?: string | undefined
  readonly format?: string | undefined
  /** Further files that belong to the first. */
  readonly others?: string[] | undefined
  /** What columns mean. */
  readonly map?: Record<string, string> | undefined
}

const key = ['import'] as const

/** Folds one event in. */
export function reduceImport(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case 'progress': {
      const share = event.totalBytes > 0 ? Math.min(1, event.bytes / event.totalBytes) : undefined
      return { ...state, phase: 'reading', rows: event.rows, refused: event.refused, share }
    }
    case 'indexing':
      return { ...state, phase: 'indexing', share: 1 }
    case 'done':
      return { ...state, phase: 'done', share: 1, refused: event.result.refusedTotal, result: event.result }
  }
}

/** Starts an import; `onDone` is told the result. Returns what stops it: then nothing is stored. */
export function startImport(
  desk: Desk,
  input: ImportInput,
  onDone: (result: ImportResult) => void,
): () => void {
  return follow(desk, input.path, onDone, (on) => desk.client.importFile.subscribe(input, on))
}

/** Starts importing anew what a catalogue was imported from; `path` is its file, to be shown. Otherwise as `startImport`. */
export function startImportAgain(
  desk: Desk,
  { catalogue, path }: { readonly catalogue: string; readonly path: string },
  onDone: (result: ImportResult) => void,
): () => void {
  return follow(desk, path, onDone, (on) => desk.client.importAgain.subscribe({ catalogue }, on))
}

/** What a stream tells. */
interface Listener {
  readonly onData: (event: ImportEvent) => void
  readonly onError: (cause: unknown) => void
  readonly onComplete: () => void
}

function follow(
  desk: Desk,
  path: string,
  onDone: (result: ImportResult) => void,
  subscribe: (on: Listener) => { readonly unsubscribe: () => void },
): () => void {
  let state: ImportState = { path, phase: 'reading', rows: 0, refused: 0 }
  const show = (next: ImportState) => {
    state = next
    desk.queries.setQueryData(key, state)
  }
  const running = () => isUnderWay(state)
  show(state)
  const subscription = subscribe({
    onData: (event) => {
      show(reduceImport(state, event))
      if (event.type === 'done') onDone(event.result)
    },
    onError: (cause) => show({ ...state, phase: 'failed', error: errorWords(cause) }),
    onComplete: () => {
      if (running()) show({ ...state, phase: 'stopped' })
    },
  })
  return () => {
    subscription.unsubscribe()
    if (running()) show({ ...state, phase: 'stopped' })
  }
}

/** Whether it has not ended yet. */
export function isUnderWay(state: Pick<ImportState, 'phase'> | null | undefined): boolean {
  return state?.phase === 'reading' || state?.phase === 'indexing'
}

/** Whether an import is under way. */
export function isImporting(queries: QueryClient): boolean {
  return isUnderWay(queries.getQueryData<ImportState | null>(key))
}

/** Forgets the last import, so that another can be set up. Whoever shows it is told, which removing the query would not do. */
export function clearImport(queries: QueryClient): void {
  queries.setQueryData<ImportState | null>(key, null)
}

/** The import on show, live. */
export function useImport(): ImportState | undefined {
  const nothingToFetch = () => Promise.reject(new Error('An import is started, not fetched'))
  const { data } = useQuery<ImportState | null>({
    queryKey: key,
    queryFn: nothingToFetch,
    enabled: false,
    staleTime: Infinity,
    gcTime: Infinity,
  })
  return data ?? undefined
}
