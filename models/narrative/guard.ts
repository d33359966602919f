/**
 * The guard: which tokens may come next. Inside a beat's sentence only that beat's slots, each once, may appear; no digits, no invented
 * names, no claim that no fact supports; and the sentence cannot end before every slot was said.
 */
import type { SlotName } from '../../shared/domain/beats'
import { END_BEAT, slotToken, specialTokens } from '../../shared/domain/tokens'

/** What the guard needs of a tokenizer. */
export interface GuardVocabulary {
  readonly size: number
  /** The text a token stands for, its leading space included. */
  readonly text: (id: number) => string
  readonly id: (token: string) => number
  readonly encode: (text: string) => readonly number[]
}

/** Token sets that do not change between requests. */
export interface GuardTables {
  readonly vocabulary: GuardVocabulary
  readonly endBeat: number
  /** Never inside a sentence: special tokens, digits, line breaks, brackets, odd characters. */
  readonly never: Uint8Array
  /** Tokens that begin a capitalised word after a space: only at a sentence's start. */
  readonly capital: Uint8Array
  readonly slotIds: ReadonlyMap<SlotName, number>
  readonly special: Uint8Array
  /** Tokens that end a sentence. */
  readonly stops: Uint8Array
  readonly claimIds: ReadonlyMap<string, readonly (readonly number[])[]>
}

/** A sentence longer than this many tokens is cut off and tried again. */
export const SENTENCE_TOKENS = 56

const allowedCapitals = new Set([' I', " I'", ' You', ' Your'])

/** Precomputes the guard's tables for a tokenizer. */
export function guardTables(vocabulary: GuardVocabulary, claims: readonly string[]): GuardTables {
  const never = new Uint8Array(vocabulary.size)
  const capital = new Uint8Array(vocabulary.size)
  const special = new Uint8Array(vocabulary.size)
  const stops = new Uint8Array(vocabulary.size)
  const slotIds = new Map<SlotName, number>()
  for (const { token } of specialTokens()) {
    const id = vocabulary.id(token)
    special[id] = 1
    if (/^<(p[1-4]|h[12]|u)\./.test(token)) slotIds.set(token.slice(1, -1) as SlotName, id)
  }
  for (let id = 0; id < vocabulary.size; id++) {
    const text = vocabulary.text(id)
    if (/[.!?]$/.test(text)) stops[id] = 1
    if (special[id]) never[id] = 1
    else if (
      text === '' ||
      /[\d\n\r\t<>[\](){}|\\/@#$%^*_=+~`"“”…™®©]/.test(text) ||
      /[^\u0000-\u007f–—’£€₹é]/.test(text)
    )
      never[id] = 1
    if (/^ [A-Z]/.test(text) && !allowedCapitals.has(text)) capital[id] = 1
  }
  const endBeat = vocabulary.id(END_BEAT)
  never[endBeat] = 0
  const claimIds = new Map(claims.map((claim) => [claim, spellings(claim, vocabulary)]))
  return { vocabulary, endBeat, never, capital, slotIds, special, stops, claimIds }
}

/** The ways a claim word may be tokenised: after a space, and at a sentence's start with a capital. */
function spellings(claim: string, vocabulary: GuardVocabulary): readonly (readonly number[])[] {
  const capitalised = claim.charAt(0).toUpperCase() + claim.slice(1)
  return [` ${claim}`, capitalised, ` ${capitalised}`].map((text) => vocabulary.encode(text))
}

/** Masks logits for one sentence. */
export class SentenceGuard {
  private readonly tables: GuardTables
  private readonly open: Map<SlotName, number>
  private readonly banned: readonly (readonly number[])[]
  private readonly insist: boolean
  private readonly ids: number[] = []

  /**
   * `claims` are the words not supported here. With `insist`, no full stop is let through before every slot was said: for sentences
   * tried again because they left one out. Throws when a slot has no token.
   */
  constructor(tables: GuardTables, slots: readonly SlotName[], claims: readonly string[], insist = false) {
    this.tables = tables
    this.insist = insist
    this.open = new Map(
      slots.map((slot) => {
        const id = tables.slotIds.get(slot)
        if (id === undefined) throw new Error(`The tokenizer has no ${slotToken(slot)}`)
        return [slot, id]
      }),
    )
    this.banned = claims.flatMap((claim) => tables.claimIds.get(claim) ?? [])
  }

  /** Tokens of the sentence so far. */
  get tokens(): readonly number[] {
    return this.ids
  }

  /** Notes a token as written. */
  push(id: number): void {
    this.ids.push(id)
    for (const [slot, slotId] of this.open) if (slotId === id) this.open.delete(slot)
  }

  /** A copy of the model's logits, [vocabulary], with everything that may not come next at -Infinity. */
  masked(logits: Float32Array): Float32Array {
    const { never, capital, stops, endBeat } = this.tables
    const first = this.atStart()
    const hold = this.insist && this.open.size > 0
    const copy = logits.slice()
    for (let id = 0; id < copy.length; id++)
      if (never[id] || (!first && capital[id]) || (hold && stops[id])) copy[id] = -Infinity
    // Slots are special tokens, never written but where their beat has them.
    for (const id of this.open.values()) copy[id] = logits[id] ?? -Infinity
    if (this.open.size > 0 || this.ids.length < 3 || !this.ended()) copy[endBeat] = -Infinity
    for (const spelling of this.banned) this.banNext(spelling, copy)
    return copy
  }

  /**
   * Whether the model would end the sentence here, slots still unsaid. What it writes when it is kept from ending is not worth reading:
   * the draw has failed.
   */
  gaveUp(logits: Float32Array): boolean {
    if (this.open.size === 0 || !this.ended()) return false
    const end = logits[this.tables.endBeat] ?? -Infinity
    return logits.every((logit) => logit <= end)
  }

  /** A sentence ends with a full stop, or an exclamation or question mark. */
  private ended(): boolean {
    const last = this.ids.at(-1)
    return last !== undefined && /[.!?]$/.test(this.tables.vocabulary.text(last))
  }

  private atStart(): boolean {
    return (
      this.ids.length === 0 ||
      this.ended() ||
      (this.ids.length === 1 && this.tables.vocabulary.text(this.ids[0] ?? 0).trim() === '')
    )
  }

  private banNext(spelling: readonly number[], logits: Float32Array): void {
    const prefix = spelling.slice(0, -1)
    const last = spelling.at(-1)
    if (last === undefined || prefix.length > this.ids.length) return
    const tail = this.ids.slice(this.ids.length - prefix.length)
    if (prefix.every((id, index) => id === tail[index])) logits[last] = -Infinity
  }
}
