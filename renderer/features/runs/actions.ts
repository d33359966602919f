/** What the Runs page can do. */
import { toast } from 'sonner'
import type { PushedRun } from '../../../shared/contract/parts/runs'
import type { Run, RunExport } from '../../../shared/domain/run'
import { DELETED_RUN_DAYS } from '../../../shared/domain/run'
import type { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import type { EvaluationInput } from '../../api/evaluations'
import { startEvaluation } from '../../api/evaluations'
import type { Desk } from '../../api/streams'
import { plural } from '../../ui/format'
import { saveFile } from '../../ui/saveFile'
import { openRun, setNameDraft, useRunSession, useRunSettings } from './session'

/** Where the engine's answers are kept, by operation. */
type Keys = Pick<ReturnType<typeof useEngine>, 'runs' | 'run' | 'compareRuns'>

/** A desk that knows how to have runs asked for again. */
export interface RunDesk extends Desk {
  readonly keys: Keys
}

/** Says what went wrong with something that was asked for. */
export function complain(cause: unknown): void {
  const { message, hint } = errorWords(cause)
  toast.error(message, { description: hint })
}

/** Has every list and every run asked for again. */
export async function refreshRuns({ queries, keys }: RunDesk): Promise<void> {
  await Promise.all(
    [keys.runs, keys.run, keys.compareRuns].map((one) =>
      queries.invalidateQueries({ queryKey: one.pathKey() }),
    ),
  )
}

/** Saves a name or notes. True when they are saved. */
export async function changeRun(
  desk: RunDesk,
  change: { readonly id: string; readonly name?: string; readonly notes?: string },
): Promise<boolean> {
  try {
    await desk.client.updateRun.mutate(change)
    await refreshRuns(desk)
    return true
  } catch (cause) {
    complain(cause)
    return false
  }
}

/** Saves a run's name as it was typed; one that cannot be saved stays as typed. */
export async function saveName(desk: RunDesk, { id, name: before }: Run): Promise<void> {
  const draft = useRunSession.getState().names[id]
  const name = draft?.text.trim()
  if (draft === undefined) return
  const saved = !name || name === before || (await changeRun(desk, { id, name }))
  // What was typed meanwhile is another draft.
  if (useRunSession.getState().names[id] !== draft) return
  setNameDraft(id, saved ? undefined : { ...draft, failed: true })
}

/** Takes a run out of the list and offers the way back. */
export async function deleteWithUndo(desk: RunDesk, { id, name }: Run): Promise<void> {
  try {
    await desk.client.deleteRun.mutate({ id })
    const { checked, chosen, view } = useRunSession.getState()
    const left = checked.filter((one) => one !== id)
    useRunSession.setState({
      checked: left,
      chosen: chosen === id ? undefined : chosen,
      view: view === 'compare' && left.length < 2 ? 'run' : view,
    })
    await refreshRuns(desk)
    toast(`Deleted “${name}”`, {
      description: `It can be brought back for ${DELETED_RUN_DAYS} days.`,
      action: { label: 'Undo', onClick: () => void bringBack(desk, id) },
    })
  } catch (cause) {
    complain(cause)
  }
}

/** Brings a deleted run back and shows it. */
export async function bringBack(desk: RunDesk, id: string): Promise<void> {
  try {
    await desk.client.restoreRun.mutate({ id })
    await refreshRuns(desk)
    openRun(id)
  } catch (cause) {
    complain(cause)
  }
}

/** Hands runs over as a file. */
export async function exportFile(
  desk: Desk,
  ids: readonly string[],
  order: { readonly format: RunExport; readonly values: boolean },
): Promise<void> {
  try {
    const { name, mediaType, encoding, data } = await desk.client.exportRuns.mutate({
      ids: [...ids],
      ...order,
    })
    const bytes = encoding === 'utf8' ? data : Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    saveFile(bytes, name, mediaType)
  } catch (cause) {
    complain(cause)
  }
}

/** Sends runs to the MLflow server of the settings; throws what went wrong, for the form to show. */
export async function pushAll(desk: RunDesk, ids: readonly string[]): Promise<readonly PushedRun[]> {
  const { mlflowUrl, experiment } = useRunSettings.getState()
  const pushed: PushedRun[] = []
  try {
    for (const id of ids) {
      const request = {
        id,
        ...(mlflowUrl.trim() === '' ? {} : { url: mlflowUrl.trim() }),
        ...(experiment.trim() === '' ? {} : { experiment: experiment.trim() }),
      }
      pushed.push(await desk.client.pushRun.mutate(request))
    }
    return pushed
  } finally {
    await refreshRuns(desk)
  }
}

/** Starts an evaluation; its run is shown when it ends, if nothing else was chosen meanwhile. */
export function evaluate(desk: RunDesk, input: EvaluationInput): void {
  const stop = startEvaluation(desk, input, ({ phase, kept }) => {
    useRunSession.setState({ stop: undefined })
    // The engine keeps a stopped one in a moment; the list asks again by itself too.
    void refreshRuns(desk)
    if (phase !== 'done') return
    if (kept?.run !== undefined) {
      const { run } = kept
      if (useRunSession.getState().view === 'start') openRun(run)
      else toast('The evaluation is done', { action: { label: 'Show', onClick: () => openRun(run) } })
    } else if (kept?.notKept !== undefined) {
      toast.error('The evaluation is done, and could not be kept', { description: kept.notKept })
    }
  })
  useRunSession.setState({ stop })
}

/** `Pushed 2 runs`, said with where to. */
export function sayPushed(pushed: readonly PushedRun[]): void {
  const [first] = pushed
  if (!first) return
  const what = pushed.every(({ isNew }) => !isNew) ? 'Brought up to date' : 'Pushed'
  toast(`${what}: ${plural(pushed.length, 'run')}`, {
    description: `${first.url}, experiment “${first.experiment}”`,
  })
}
