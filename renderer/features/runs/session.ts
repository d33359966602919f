/** What the Runs page shows; the filter and the MLflow settings are remembered between starts. View state only. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { RunKind } from '../../../shared/domain/run'
import { RUNS_AT_ONCE } from '../../../shared/domain/run'

/** Which runs the list shows. */
export interface ListFilter {
  readonly kind: RunKind | 'all' | 'deleted'
  /** A name, or `''` for all. */
  readonly catalogue: string
  readonly text: string
}

/** A run's name as it is being typed. */
export interface NameDraft {
  readonly text: string
  /** Whether saving it failed. */
  readonly failed: boolean
}

interface RunSession {
  /** The run on show, by id; the first of the list when absent or gone. */
  readonly chosen?: string | undefined
  /** Runs to compare, in the order of checking. */
  readonly checked: readonly string[]
  readonly view: 'run' | 'compare' | 'start'
  /** Names that are not saved, by run. */
  readonly names: Readonly<Record<string, NameDraft | undefined>>
  /** Stops the evaluation under way. */
  readonly stop?: (() => void) | undefined
}

/** The page's session. */
export const useRunSession = create<RunSession>()(() => ({ checked: [], view: 'run', names: {} }))

/** Changes a run's name as it is being typed; undefined goes back to the saved one. */
export function setNameDraft(id: string, draft: NameDraft | undefined): void {
  useRunSession.setState(({ names }) => ({ names: { ...names, [id]: draft } }))
}

/** Shows one run. */
export const openRun = (id: string) => useRunSession.setState({ chosen: id, view: 'run' })
/** Shows the form of an evaluation. */
export const openStart = () => useRunSession.setState({ view: 'start' })

/** Checks or unchecks a run; the oldest check gives way where there are too many. Fewer than two leave the comparison. */
export function toggleChecked(id: string): void {
  const { checked, view } = useRunSession.getState()
  const next = checked.includes(id)
    ? checked.filter((one) => one !== id)
    : [...checked, id].slice(-RUNS_AT_ONCE)
  useRunSession.setState({ checked: next, view: next.length < 2 && view === 'compare' ? 'run' : view })
}

interface RunSettings {
  readonly filter: ListFilter
  /** Address of the MLflow server; empty for that of SHELFTALK_MLFLOW. */
  readonly mlflowUrl: string
  /** Its experiment; empty for one a kind. */
  readonly experiment: string
  readonly setFilter: (change: Partial<ListFilter>) => void
}

/** Everything shown. */
export const NO_FILTER: ListFilter = { kind: 'all', catalogue: '', text: '' }

/** What is remembered. */
export const useRunSettings = create<RunSettings>()(
  persist(
    (set) => ({
      filter: NO_FILTER,
      mlflowUrl: '',
      experiment: '',
      setFilter: (change) => set((state) => ({ filter: { ...state.filter, ...change } })),
    }),
    { name: 'shelftalk.runs', version: 1 },
  ),
)
