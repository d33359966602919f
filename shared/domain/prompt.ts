/**
 * The text form a narrative has for the model, format version 1. The corpus generator and the engine both write it through this file,
 * so what the model is trained on and what it sees cannot drift apart.
 *
 * Document: prompt `<go>` then for every beat: head `<say>` sentence `<eob>`, then `<end>`.
 * Prompt:   voice, channel, aisle, English where not British, shopper fields with values, history with titles, then every product: number, its facts with values.
 * Head:     move, voice, length, reading level where asked for, number of the product spoken of, relation, slots.
 */
import type { Aisle } from './aisles'
import type { Beat, Length, SlotName } from './beats'
import { splitSlot } from './beats'
import type { GrammaticalNumber } from './facts'
import type { English } from './english'
import { COLD, EASY, END, END_BEAT, ENGLISH, FREE, GO, SAY, slotToken } from './tokens'
import type { Channel, Voice } from './voices'

/** A slot with the text the prompt shows for it. */
export interface SlotValue {
  readonly slot: SlotName
  readonly text: string
}

/** One product as the prompt shows it. */
export interface PromptProduct {
  readonly number: GrammaticalNumber
  /** `p1.noun` first, then the facts at hand. */
  readonly values: readonly SlotValue[]
}

/** Everything the model is told before it writes. */
export interface PromptInput {
  readonly voice: Voice
  readonly channel: Channel
  readonly aisle: Aisle
  readonly shopper: readonly SlotValue[]
  readonly history: readonly SlotValue[]
  readonly products: readonly PromptProduct[]
  /** The English of the reader; British when absent. */
  readonly english?: English
  /** The model plans for itself. */
  readonly free?: boolean
}

/** Values longer than this many words are cut in the prompt; the realiser always puts the whole value in. */
export const PROMPT_VALUE_WORDS = 6

/** Kinds whose figure is not shown: no sentence hangs on it but through a head's relation, and digits cost a token each. */
const FIGURES: ReadonlySet<string> = new Set(['price', 'wasPrice', 'rating'])

function shown({ slot, text }: SlotValue): string {
  if (FIGURES.has(splitSlot(slot).field)) return slotToken(slot)
  return `${slotToken(slot)} ${text.replace(/[<>]/g, ' ').split(/\s+/).filter(Boolean).slice(0, PROMPT_VALUE_WORDS).join(' ')}`
}

/** The prompt up to and including `<go>`. */
export function promptText(input: PromptInput): string {
  const parts = [`<v.${input.voice}>`, `<ch.${input.channel}>`, `<c.${input.aisle}>`]
  if (input.english && input.english !== 'gb') parts.push(ENGLISH[input.english])
  if (input.free) parts.push(FREE)
  parts.push(...input.shopper.map(shown))
  parts.push(...(input.history.length > 0 ? input.history.map(shown) : [COLD]))
  input.products.forEach((product, index) => {
    parts.push(`<p${index + 1}>`, `<n.${product.number}>`, ...product.values.map(shown))
  })
  return [...parts, GO].join(' ')
}

/** The product a beat speaks of: that of its first product slot, else the first product. */
export function beatProduct(beat: Pick<Beat, 'slots'>): number {
  for (const slot of beat.slots) {
    const { owner } = splitSlot(slot)
    if (owner.startsWith('p')) return Number(owner.slice(1))
  }
  return 1
}

/** A beat's head, `<b.fact> ... <say>`; `numbers` holds the grammatical number of every product in order. */
export function headText(beat: Omit<Beat, 'id'>, numbers: readonly GrammaticalNumber[]): string {
  const number = numbers[beatProduct(beat) - 1] ?? 'one'
  const relation = beat.relation ? [`<r.${beat.relation}>`] : []
  return [
    `<b.${beat.move}>`,
    `<v.${beat.voice}>`,
    `<l.${beat.length}>`,
    ...(beat.level === 'easy' ? [EASY] : []),
    `<n.${number}>`,
    ...relation,
    ...beat.slots.map(slotToken),
    SAY,
  ].join(' ')
}

/** One whole training document. `sentences[i]` belongs to `beats[i]` and spells its slots as tokens. */
export function documentText(
  input: PromptInput,
  beats: readonly Omit<Beat, 'id'>[],
  sentences: readonly string[],
): string {
  const numbers = input.products.map((product) => product.number)
  const body = beats.map((beat, index) => `${headText(beat, numbers)} ${sentences[index] ?? ''} ${END_BEAT}`)
  return [promptText(input), ...body, END].join(' ')
}

/** The length band of a sentence, a slot counting as one word. */
export function lengthBand(sentence: string): Length {
  const words = sentence.split(/\s+/).filter(Boolean).length
  if (words <= 10) return 'short'
  return words <= 18 ? 'medium' : 'long'
}
