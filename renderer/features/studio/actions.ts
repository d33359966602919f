/** What the Studio can do: write, stop, and every edit of the storyboard as a request that keeps the other sentences. */
import { toast } from 'sonner'
import type { WriteRequestInput } from '../../../shared/contract/schemas'
import type { Beat } from '../../../shared/domain/beats'
import { errorWords } from '../../api/errors'
import type { Run } from '../../api/run'
import { runBase } from '../../api/run'
import type { Desk } from '../../api/streams'
import { peekRun, startRun } from '../../api/streams'
import { fixedInput, randomSeed, useBrief, variantInput } from '../../state/brief'
import { useSession } from './session'
import type { Board, KeptSentence } from './storyboard'
import {
  boardOf,
  dropBeat,
  editSentence,
  forget,
  insertBeat,
  mergePinned,
  readEdited,
  recordAlternative,
  replaceSentence,
} from './storyboard'

/** The request for the brief at hand; undefined until somebody is chosen. */
export function briefRequest(): WriteRequestInput | undefined {
  const { catalogue, audience, occasion, productIds, variant } = useBrief.getState()
  if (!audience) return undefined
  return { catalogue, audience, occasion, ...fixedInput(productIds), variant: variantInput(variant) }
}

/** What a plan depends on, as one string; sampling is no part of it. */
export function planKey({
  catalogue,
  audience,
  occasion,
  productIds,
  variant,
}: ReturnType<typeof useBrief.getState>): string {
  const { strategy, diversity, calibration, templateId, templateText, voice, channel, plan } = variant
  return JSON.stringify([
    catalogue,
    audience,
    occasion.trim(),
    productIds,
    strategy,
    diversity,
    calibration,
    templateId,
    templateText,
    voice,
    channel,
    plan,
  ])
}

function launch(
  desk: Desk,
  request: WriteRequestInput,
  onDone: (run: Run) => void,
  base?: Parameters<typeof startRun>[3],
): void {
  useSession.getState().stop()
  const { id, stop } = startRun(desk, request, onDone, base)
  useSession.setState({ runId: id, stop })
}

const toMutable = (beats: readonly Beat[]): NonNullable<WriteRequestInput['beats']> =>
  beats.map((beat) => ({ ...beat, slots: [...beat.slots] }))

async function pinnedPlan(desk: Desk, request: WriteRequestInput, run: Run): Promise<readonly Beat[]> {
  const productIds = run.picks.map((pick) => pick.id)
  // Around beats that a person holds fast code plans, whoever planned before.
  const variant = { ...request.variant, plan: 'planned' as const }
  const plan = await desk.client.preview.query({ ...request, variant, productIds })
  return mergePinned(plan.beats, run.beats)
}

/** Writes the whole narrative: an edited storyboard as it stands, otherwise a new plan around the pinned beats. */
export async function writeAll(desk: Desk, planAgain = false): Promise<void> {
  const request = briefRequest()
  if (!request) {
    toast('Choose somebody to write for first', { description: 'Pick a persona or a shopper on the left.' })
    return
  }
  const { runId, edited, plannedFor } = useSession.getState()
  const run = peekRun(desk.queries, runId)
  const key = planKey(useBrief.getState())
  const sameBrief = run !== undefined && plannedFor === key
  const productIds = run?.picks.map((pick) => pick.id) ?? []
  useSession.setState({
    plannedFor: key,
    alternatives: {},
    past: [],
    edited: edited && sameBrief && !planAgain,
  })
  if (sameBrief && edited && !planAgain) {
    launch(
      desk,
      { ...request, productIds, beats: toMutable(run.beats) },
      () => undefined,
      runBase(run, run.beats, new Set()),
    )
    return
  }
  if (sameBrief && run.beats.some((beat) => beat.pinned)) {
    try {
      const beats = await pinnedPlan(desk, request, run)
      const base = runBase(run, beats, new Set())
      launch(desk, { ...request, productIds, beats: toMutable(beats) }, () => undefined, base)
    } catch (cause) {
      const { message, hint } = errorWords(cause)
      toast.error(message, { description: hint })
    }
    return
  }
  launch(desk, request, () => undefined)
}

/** Stops the stream; the words written so far stay. */
export function stopWriting(): void {
  useSession.getState().stop()
}

function submit(desk: Desk, run: Run, board: Board, fresh: readonly string[] = []): void {
  const request = briefRequest()
  if (!request) return
  const seeded =
    fresh.length > 0
      ? { ...request.variant, decoding: { ...request.variant?.decoding, seed: randomSeed() } }
      : request.variant
  const remember = (done: Run) => {
    const { keep } = boardOf(done)
    const { alternatives } = useSession.getState()
    const added = fresh.flatMap((id) =>
      keep[id] ? [[id, recordAlternative(alternatives[id], keep[id])] as const] : [],
    )
    useSession.setState({ alternatives: { ...alternatives, ...Object.fromEntries(added) } })
  }
  launch(
    desk,
    {
      ...request,
      variant: seeded,
      productIds: run.picks.map((pick) => pick.id),
      beats: toMutable(board.beats),
      keep: { ...board.keep },
    },
    remember,
    runBase(run, board.beats, new Set(Object.keys(board.keep))),
  )
}

/** Edits the storyboard of the shown run; sentences that `change` leaves in the board's `keep` are not written again. */
export function editBoard(desk: Desk, change: (board: Board) => Board, fresh: readonly string[] = []): void {
  const { runId, past } = useSession.getState()
  const run = peekRun(desk.queries, runId)
  if (!run || run.phase === 'writing') return
  const before = boardOf(run)
  const after = change(before)
  if (after === before) return
  useSession.setState({ past: [...past.slice(-19), before], edited: true })
  submit(desk, run, after, fresh)
}

/** Puts a person's own words in the place of a sentence; what the model wrote can be had back with the arrow keys. */
export function editByHand(desk: Desk, id: string, text: string): void {
  const { alternatives, runId } = useSession.getState()
  const run = peekRun(desk.queries, runId)
  const sentence = run?.sentences[id]
  const beat = run?.beats.find((one) => one.id === id)
  if (!run || !beat || !sentence?.written || text.trim() === '' || text.trim() === sentence.text) return
  const { template, origin } = sentence.written
  const values = (sentence.spans ?? []).map((span) => span.text)
  const edited = readEdited(text, template, values, beat)
  const old = recordAlternative(alternatives[id], { template, origin })
  const known = recordAlternative(old, { template: edited.template, origin: 'edited' })
  // A sentence that says fewer values belongs to a beat that does: the older ones cannot be had back one by one, but with Undo.
  const same = edited.slots.length === beat.slots.length
  useSession.setState({ alternatives: { ...alternatives, ...(same ? { [id]: known } : {}) } })
  editBoard(desk, (board) => editSentence(board, id, edited))
}

/** Takes the last edit back. */
export function undo(desk: Desk): void {
  const { runId, past } = useSession.getState()
  const run = peekRun(desk.queries, runId)
  const before = past.at(-1)
  if (!run || !before || run.phase === 'writing') return
  useSession.setState({ past: past.slice(0, -1) })
  submit(desk, run, before)
}

/** Drops a beat and offers the way back. */
export function dropWithUndo(desk: Desk, id: string, label: string): void {
  editBoard(desk, (board) => dropBeat(board, id))
  toast(`Dropped “${label}”`, { action: { label: 'Undo', onClick: () => undo(desk) } })
}

/** Adds a beat after `after` and writes its sentence. */
export function addBeat(desk: Desk, make: (board: Board) => Beat, after?: string): void {
  const { runId } = useSession.getState()
  const run = peekRun(desk.queries, runId)
  if (!run) return
  const beat = make(boardOf(run))
  useSession.setState({ selected: beat.id })
  editBoard(desk, (board) => insertBeat(board, beat, after), [beat.id])
}

/** Writes one sentence again; the one it replaces can be had back with the arrow keys. */
export function rewrite(desk: Desk, id: string): void {
  const { alternatives, runId } = useSession.getState()
  const run = peekRun(desk.queries, runId)
  const current = run && boardOf(run).keep[id]
  if (current)
    useSession.setState({
      alternatives: { ...alternatives, [id]: recordAlternative(alternatives[id], current) },
    })
  editBoard(desk, (board) => forget(board, id), [id])
}

/** Shows the alternative `step` further on; past the last one a new sentence is written. */
export function stepAlternative(desk: Desk, id: string, step: 1 | -1): void {
  const { alternatives, runId } = useSession.getState()
  if (peekRun(desk.queries, runId)?.phase === 'writing') return
  const known = alternatives[id]
  const next = (known?.at ?? 0) + step
  if (next < 0) return
  const sentence: KeptSentence | undefined = known?.list[next]
  if (!known || !sentence) {
    if (step === 1) rewrite(desk, id)
    return
  }
  useSession.setState({ alternatives: { ...alternatives, [id]: { ...known, at: next } } })
  editBoard(desk, (board) => replaceSentence(board, id, sentence))
}
