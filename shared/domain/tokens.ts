/**
 * The special tokens of format version 1, in id order. Every one is a single token, swallows the space before it, and is initialised
 * from the words it stands for.
 */
import { AISLES, aisleLabel } from './aisles'
import { LENGTHS, MOVES, RELATIONS } from './beats'
import type { SlotName } from './beats'
import { FACT_KINDS, factKind } from './facts'
import { CHANNELS, VOICES } from './voices'

/** A special token and the words whose mean embedding it starts from. */
export interface SpecialToken {
  readonly token: string
  readonly words: string
}

const PRODUCTS = [1, 2, 3, 4] as const
const HISTORY = [1, 2] as const
const moveWords: Readonly<Record<(typeof MOVES)[number], string>> = {
  hook: 'open start',
  history: 'you own bought',
  occasion: 'occasion moment',
  interest: 'interest hobby',
  introduce: 'this is',
  fact: 'fact detail',
  compare: 'compare two',
  choose: 'choose which',
  price: 'price cost',
  rating: 'rating buyers',
  limit: 'but honest limit',
  objection: 'doubt answered',
  gift: 'gift for',
  close: 'end close',
}
const voiceWords = {
  warm: 'warm kind',
  crisp: 'precise expert',
  playful: 'playful fun',
  luxury: 'elegant quiet',
  value: 'value sums',
}
const channelWords = { push: 'short notice', card: 'card', page: 'page', email: 'letter' }

/** Token text of a slot: `p1.material` gives `<p1.material>`. */
export function slotToken(slot: SlotName): string {
  return `<${slot}>`
}

/** Marks the end of the prompt; the narrative follows. */
export const GO = '<go>'
/** Ends a beat's head; the sentence follows. */
export const SAY = '<say>'
/** Ends a beat's sentence. */
export const END_BEAT = '<eob>'
/** Ends the narrative. */
export const END = '<end>'
/** In the prompt: the model writes the heads itself. */
export const FREE = '<free>'
/** In a head: the sentence is written in short common words. */
export const EASY = '<g.easy>'
/** In the prompt: the English of the reader, where it is not British. */
export const ENGLISH = { us: '<e.us>', in: '<e.in>' } as const
/** In the prompt: a shopper without history. */
export const COLD = '<cold>'

/** Every special token in id order. */
export function specialTokens(): readonly SpecialToken[] {
  const plain = [
    { token: GO, words: 'write' },
    { token: SAY, words: 'say' },
    { token: END_BEAT, words: 'stop' },
    { token: END, words: 'end' },
    { token: FREE, words: 'free' },
    { token: COLD, words: 'new' },
    { token: '<n.one>', words: 'it is' },
    { token: '<n.many>', words: 'they are' },
    { token: '<n.mass>', words: 'some' },
  ]
  return [
    ...plain,
    ...MOVES.map((move) => ({ token: `<b.${move}>`, words: moveWords[move] })),
    ...VOICES.map((voice) => ({ token: `<v.${voice}>`, words: voiceWords[voice] })),
    ...CHANNELS.map((channel) => ({ token: `<ch.${channel}>`, words: channelWords[channel] })),
    ...LENGTHS.map((length) => ({ token: `<l.${length}>`, words: length })),
    ...RELATIONS.map((relation) => ({ token: `<r.${relation}>`, words: relation })),
    ...AISLES.map((aisle) => ({ token: `<c.${aisle}>`, words: aisleLabel(aisle) })),
    ...PRODUCTS.map((n) => ({ token: `<p${n}>`, words: 'product' })),
    ...HISTORY.map((n) => ({ token: `<h${n}>`, words: 'owned' })),
    ...PRODUCTS.flatMap((n) =>
      FACT_KINDS.map((kind) => ({ token: `<p${n}.${kind}>`, words: factKind(kind).label.toLowerCase() })),
    ),
    ...HISTORY.flatMap((n) => [
      { token: `<h${n}.title>`, words: 'owned title' },
      { token: `<h${n}.noun>`, words: 'owned thing' },
    ]),
    { token: EASY, words: 'easy simple' },
    { token: ENGLISH.us, words: 'American color' },
    { token: ENGLISH.in, words: 'India' },
    { token: '<u.occasion>', words: 'occasion' },
    { token: '<u.interest>', words: 'interest' },
    { token: '<u.recipient>', words: 'friend' },
    { token: '<u.name>', words: 'name' },
  ]
}
