/** Editing the storyboard: pure functions over beats and the sentences that are kept. */
import type { Run } from '../../api/run'
import type { Beat, Move, SlotName } from '../../../shared/domain/beats'
import type { Fact } from '../../../shared/domain/facts'
import type { SentenceOrigin } from '../../../shared/domain/narrative'

/** A sentence as the engine takes it back: slots as tokens. */
export interface KeptSentence {
  readonly template: string
  readonly origin: SentenceOrigin
}

/** Sentences to keep, by beat id. */
export type KeepMap = Readonly<Record<string, KeptSentence>>

/** A storyboard at one moment, enough to come back to it. */
export interface Board {
  readonly beats: readonly Beat[]
  readonly keep: KeepMap
}

/** The storyboard of a run: its beats and every finished sentence. */
export function boardOf(run: Run): Board {
  const kept = run.beats.flatMap((beat) => {
    const written = run.sentences[beat.id]?.written
    return written ? [[beat.id, { template: written.template, origin: written.origin }] as const] : []
  })
  return { beats: run.beats, keep: Object.fromEntries(kept) }
}

/** The board with the beat `id` put where the beat `over` is. */
export function moveBeat(board: Board, id: string, over: string): Board {
  const from = board.beats.findIndex((beat) => beat.id === id)
  const to = board.beats.findIndex((beat) => beat.id === over)
  const moved = board.beats[from]
  if (!moved || to < 0 || from === to) return board
  const rest = board.beats.filter((beat) => beat.id !== id)
  return { ...board, beats: [...rest.slice(0, to), moved, ...rest.slice(to)] }
}

/** The board without a sentence, so that it is written again. */
export function forget(board: Board, id: string): Board {
  return { ...board, keep: Object.fromEntries(Object.entries(board.keep).filter(([key]) => key !== id)) }
}

/** The board without a beat. */
export function dropBeat(board: Board, id: string): Board {
  return { beats: board.beats.filter((beat) => beat.id !== id), keep: forget(board, id).keep }
}

/** The board with a beat after `after`, or before a closing beat when nothing is named. */
export function insertBeat(board: Board, beat: Beat, after?: string): Board {
  const named = board.beats.findIndex((one) => one.id === after)
  const closing = board.beats.findIndex((one) => one.move === 'close')
  const end = closing >= 0 ? closing : board.beats.length
  const at = named >= 0 ? named + 1 : end
  return { ...board, beats: [...board.beats.slice(0, at), beat, ...board.beats.slice(at)] }
}

/** The board with one sentence replaced by another that was written for the same beat. */
export function replaceSentence(board: Board, id: string, sentence: KeptSentence): Board {
  return { ...board, keep: { ...board.keep, [id]: sentence } }
}

/** A sentence as a person left it, with the values of the catalogue that are still in it as slots. */
export interface Edited {
  readonly template: string
  /** The slots that are still said, in the beat's order. */
  readonly slots: readonly SlotName[]
}

const SLOT = /<((?:p[1-4]|h[12]|u)\.[a-zA-Z]+)>/g

/** Where a value stands on its own: not "sand" in "sandals", not "₹99" in "₹990". */
function placeOfValue(text: string, value: string): number {
  const plain = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.search(new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'u'))
}

/**
 * Reads an edited sentence: every value that stands in it unchanged, wherever, is its slot again; others are gone.
 * @param values the values said, in the order of the slots of `before`
 */
export function readEdited(text: string, before: string, values: readonly string[], beat: Beat): Edited {
  const slots = [...before.matchAll(SLOT)].map((match, index) => ({
    slot: match[1] as SlotName,
    value: values[index] ?? '',
  }))
  // Longest first: a title may hold another value.
  const wanted = slots.filter(({ value }) => value !== '').sort((a, b) => b.value.length - a.value.length)
  let pieces: readonly (string | { readonly slot: SlotName })[] = [
    text.trim().replace(/\s+/g, ' ').replace(/[<>]/g, ''),
  ]
  for (const { slot, value } of wanted) {
    const index = pieces.findIndex((piece) => typeof piece === 'string' && placeOfValue(piece, value) >= 0)
    const piece = pieces[index]
    if (typeof piece !== 'string') continue
    const at = placeOfValue(piece, value)
    const split = [piece.slice(0, at), { slot }, piece.slice(at + value.length)]
    pieces = [...pieces.slice(0, index), ...split, ...pieces.slice(index + 1)]
  }
  const said = new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.slot])))
  const template = pieces.map((piece) => (typeof piece === 'string' ? piece : `<${piece.slot}>`)).join('')
  return {
    template: /[.!?…]["”’)]?$/.test(template) ? template : `${template}.`,
    slots: beat.slots.filter((slot) => said.has(slot)),
  }
}

function withoutRelation(beat: Beat): Beat {
  const { id, move, voice, length, level, slots, factIds, pinned } = beat
  return {
    id,
    move,
    voice,
    length,
    slots,
    ...(level === undefined ? {} : { level }),
    ...(factIds === undefined ? {} : { factIds }),
    ...(pinned === undefined ? {} : { pinned }),
  }
}

/** The board with one sentence as a person wrote it; its beat says only the values that are still there. */
export function editSentence(board: Board, id: string, { template, slots }: Edited): Board {
  const beats = board.beats.map((beat) => {
    if (beat.id !== id) return beat
    if (slots.length === beat.slots.length) return beat
    // What related the values, such as a price below the usual, may have gone with one of them.
    const { factIds = {}, ...rest } = withoutRelation(beat)
    const kept = Object.entries(factIds).filter(([slot]) => slots.some((one) => one === slot))
    return { ...rest, slots, factIds: Object.fromEntries(kept) }
  })
  return { beats, keep: { ...board.keep, [id]: { template, origin: 'edited' } } }
}

/** The board with a beat's pin set or taken off. */
export function setPinned(board: Board, id: string, pinned: boolean): Board {
  return { ...board, beats: board.beats.map((beat) => (beat.id === id ? { ...beat, pinned } : beat)) }
}

/** An id that no beat of the board has. */
export function freeId(board: Board): string {
  const taken = new Set(board.beats.map((beat) => beat.id))
  for (let number = board.beats.length + 1; ; number++) if (!taken.has(`n${number}`)) return `n${number}`
}

/** Voice and length for a beat added by hand: those of its neighbours. */
function manner(board: Board): Pick<Beat, 'voice' | 'length'> {
  const model = board.beats.find((beat) => beat.move === 'fact') ?? board.beats[0]
  return { voice: model?.voice ?? 'warm', length: model?.length ?? 'medium' }
}

/** A pinned beat that says one fact of the product shown at `product`, 0-based. */
export function factBeat(board: Board, fact: Fact, product: number): Beat {
  const slot = `p${product + 1}.${fact.kind}` as SlotName
  return {
    id: freeId(board),
    move: 'fact',
    ...manner(board),
    slots: [slot],
    factIds: { [slot]: fact.id },
    pinned: true,
  }
}

/** Moves that can be added without choosing a fact, with the slots they need. */
export const PLAIN_MOVES: readonly { readonly move: Move; readonly slots: readonly SlotName[] }[] = [
  { move: 'hook', slots: [] },
  { move: 'occasion', slots: ['u.occasion'] },
  { move: 'history', slots: ['h1.title'] },
  { move: 'interest', slots: ['u.interest'] },
  { move: 'introduce', slots: ['p1.title'] },
  { move: 'price', slots: ['p1.price'] },
  { move: 'rating', slots: ['p1.rating'] },
  { move: 'close', slots: [] },
]

/** A pinned beat of a plain move. */
export function plainBeat(board: Board, move: Move, slots: readonly SlotName[]): Beat {
  const relation =
    move === 'close'
      ? { relation: 'quiet' as const }
      : move === 'history'
        ? { relation: 'goes' as const }
        : {}
  return { id: freeId(board), move, ...manner(board), ...relation, slots, pinned: true }
}

const sameSubject = (a: Beat, b: Beat) =>
  a.move === b.move &&
  a.slots.join() === b.slots.join() &&
  a.slots.every((slot) => (a.factIds?.[slot] ?? slot) === (b.factIds?.[slot] ?? slot))

/** A fresh plan with the pinned beats of the old board in it: in place of their like, or at the place they had. */
export function mergePinned(plan: readonly Beat[], old: readonly Beat[]): readonly Beat[] {
  const result = [...plan]
  for (const [index, beat] of old.entries()) {
    if (!beat.pinned) continue
    const id = `pin-${beat.id.replace(/^pin-/, '')}`
    const like = result.findIndex((one) => sameSubject(one, beat))
    if (like >= 0) result[like] = { ...beat, id }
    else result.splice(Math.min(index, result.length), 0, { ...beat, id })
  }
  return result
}

/** Sentences written for one beat so far, and which of them is shown. */
export interface Alternatives {
  readonly list: readonly KeptSentence[]
  readonly at: number
}

/** Remembers a sentence and shows it; one that is known already is only shown. */
export function recordAlternative(known: Alternatives | undefined, sentence: KeptSentence): Alternatives {
  const list = known?.list ?? []
  const at = list.findIndex((one) => one.template === sentence.template)
  return at >= 0 ? { list, at } : { list: [...list, sentence], at: list.length }
}

/** Facts the storyboard says, as `productId|factId` (or `productId|field` for the product's own columns). */
export function usedFacts(beats: readonly Beat[], productIds: readonly string[]): ReadonlySet<string> {
  return new Set(
    beats.flatMap((beat) =>
      beat.slots.flatMap((slot) => {
        const [owner = '', field = ''] = slot.split('.')
        const id = owner.startsWith('p') ? productIds[Number(owner.slice(1)) - 1] : undefined
        return id === undefined ? [] : [`${id}|${beat.factIds?.[slot] ?? field}`]
      }),
    ),
  )
}
