/** Noun phrases: where they begin and end, what heads them, and their grammatical number. */
import { nounAisle } from '../nouns/noun'
import { isPlural, singularWord } from '../nouns/number'
import type { GrammaticalNumber } from '../../../shared/domain/facts'
import { MILD, PART_MASS, PARTS, PRAISE } from './lexicon'
import type { Token } from './tokens'

/** A run of tokens `[from, to)`; the last one is the head. */
export interface Phrase {
  readonly from: number
  readonly to: number
  /** Singular head; two words where both belong together ("shoulder strap"). */
  readonly head: string
  readonly number: GrammaticalNumber
}

const inside = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'ADV', 'VERB'])
const determiners = new Set([
  'a',
  'an',
  'the',
  'its',
  'their',
  'both',
  'each',
  'two',
  'three',
  'four',
  'five',
  'six',
  'several',
  'multiple',
  'various',
  'numerous',
  'some',
])
/** Verbs and adverbs that end a run although their tag would let them in. */
const breaks = new Set([
  'that',
  'which',
  'featuring',
  'including',
  'creating',
  'making',
  'adding',
  'ensuring',
  'providing',
  'offering',
  'showcasing',
  'nestled',
  'adorned',
  'perfect',
  'ideal',
  'crafted',
  'made',
  'designed',
  'set',
  'paired',
  'displayed',
  'alike',
  'together',
  'so',
  'not',
  'while',
  'resting',
  'sitting',
  'topped',
  'filled',
  'surrounded',
  'complemented',
  'adds',
  'creates',
  'ensures',
  'provides',
  'offers',
  'makes',
  'features',
  'boasts',
  'evoking',
  'reminiscent',
  'depicting',
  'spelling',
  'holding',
  'wearing',
  'perched',
  'delivering',
  'promising',
  'capturing',
  'giving',
  'suspended',
  'sporting',
  'complementing',
  'boasting',
  'incorporating',
  'housing',
  'including',
  ...'ensure provide add create offer make feature lend lends give gives evoke evokes complement complements promise promises exude exudes allow allows keep keeps bring brings deliver delivers showcase showcases blend blends seamlessly stand stands catch catches hold holds pop pops enhance enhances elevate elevates combine combines reflect reflects capture captures contrast contrasts resemble invite invites draw draws evoked transform transforms complete completes fits let lets help helps run runs sit sits come comes glide glides transition transitions cast casts convey conveys infuse infuses mimic mimics highlight highlights celebrate celebrates maintain maintains speak speaks pay pays tell tells support supports guarantee guarantees suit suits showcased accommodate accommodates work works play plays reveal reveals remain remains become becomes conceal conceals tie ties cradle cradles provide protect protects prevent prevents reminds remind pair pairs can will is are was were has have be while dangling hang hangs dance dances sprouting emerging peeking paired combined set against atop spilling cascading connected attached sure'.split(
    ' ',
  ),
])

/** True for a word that is a verb wherever a noun phrase could end; the tagger takes many for nouns. */
export function isBreak(word: string): boolean {
  return breaks.has(word)
}

/** Skips "a", "the", "both", ... from `at`. */
export function skipDeterminers(tokens: readonly Token[], at: number): number {
  let i = at
  while (
    tokens[i] &&
    (tokens[i]?.pos === 'DET' || determiners.has(tokens[i]?.lower ?? '')) &&
    !/^\d/.test(tokens[i]?.lower ?? '')
  ) {
    // "multiple pockets" and "two drawers" keep their word: it is part of what is said.
    if (/^(two|three|four|five|six|several|multiple|dual)$/.test(tokens[i]?.lower ?? '')) break
    i += 1
  }
  return i
}

const thirdPersons =
  /^(?:house|shield|frame|drape|wrap|rest|flatter|move|nestle|gleam|dance|hug|peek|flow|shine|glow|spill|cradle|contrast|blend|belie|encircle|surround|trap|repel|wick|diffuse|dry|last|absorb|lock|stay|slip|snap|grip)s?$/

/** A finite verb behind a noun ends the run: "lenses | repel". A participle, or a part that the tagger takes for a verb, does not. */
function isFinite(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  // "the black shell houses ...": the tagger takes such a verb for a plural.
  const subject = tokens[at - 1]
  const agrees = token && subject && isPlural(subject.lower) !== token.lower.endsWith('s')
  if (
    agrees &&
    thirdPersons.test(token.lower) &&
    (subject.pos === 'NOUN' || PARTS.has(singular(subject.lower))) &&
    (/^(?:ADJ|DET|PRON|ADP|ADV|VERB)$/.test(tokens[at + 1]?.pos ?? '') ||
      tokens[at + 1]?.lower.includes('-') === true)
  )
    return true
  if (token?.pos !== 'VERB' || tokens[at - 1]?.pos !== 'NOUN' || PRAISE.has(tokens[at - 1]?.lower ?? ''))
    return false
  const noun =
    PARTS.has(singular(token.lower)) ||
    PART_MASS.has(token.lower) ||
    /^(?:finish|closure|fit|hue|taste|flavor)$/.test(token.lower)
  return !noun && nounAisle(token.lower) === undefined && !/(?:ed|ing|en|wn|ut|et)$/.test(token.lower)
}

/** "chef's knife": a possessive that is part of a thing's name. */
function namesKind(tokens: readonly Token[], at: number): boolean {
  return (
    /^['’]s?$/.test(tokens[at]?.text ?? '') &&
    /^(?:chefs?|bakers?|men|women|children|kids|babys?|farmers?|carpenters?|painters?|artists?|dolls?|gardeners?|butchers?|birds?)$/.test(
      tokens[at - 1]?.lower ?? '',
    )
  )
}

/** Nouns that are verbs too; between adjective and noun, or at the end of a phrase, they are the noun. */
const both = /^(?:suit|tie|ties|stand|set|fit|pair|contrast|support|play|work|hang|cast)$/

function isNounHere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return (
    both.test(tokens[at]?.lower ?? '') &&
    tokens[at]?.pos === 'NOUN' &&
    /^(?:ADJ|NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '') &&
    (!next || /^(?:NOUN|PUNCT|CCONJ|ADP)$/.test(next.pos) || next.lower.endsWith('ed'))
  )
}

/** "finely crafted wooden eggs": a participle with its adverb inside a noun phrase. */
function isCraftedHere(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:crafted|designed|made|paired|set)$/.test(tokens[at]?.lower ?? '') &&
    tokens[at - 1]?.lower.endsWith('ly') === true &&
    /^(?:ADJ|NOUN)$/.test(tokens[at + 1]?.pos ?? '')
  )
}

/** End of the run of words that may form one noun phrase from `from`. */
export function runEnd(tokens: readonly Token[], from: number): number {
  let i = from
  const sentence = tokens[from]?.sentence
  while (
    tokens[i] &&
    tokens[i]?.sentence === sentence &&
    (inside.has(tokens[i]?.pos ?? '') || namesKind(tokens, i)) &&
    (!breaks.has(tokens[i]?.lower ?? '') ||
      (i > from && (isNounHere(tokens, i) || isCraftedHere(tokens, i)))) &&
    (i === from || !isFinite(tokens, i))
  )
    i += 1
  return i
}

/** The singular of a word; a known part is left as it is. */
export function singular(word: string): string {
  return PARTS.has(word) || PART_MASS.has(word) ? word : singularWord(word)
}

/** The part a run ends in, looked for from the right; undefined when the run names no known part. */
export function partHead(
  tokens: readonly Token[],
  from: number,
  end: number,
): { readonly to: number; readonly head: string; readonly number: GrammaticalNumber } | undefined {
  for (let to = end; to > from; to--) {
    const word = tokens[to - 1]?.lower ?? ''
    const single = singular(word)
    const pair = to - 2 >= from ? `${tokens[to - 2]?.lower ?? ''} ${single}` : ''
    const mass = [pair, word].find((name) => PART_MASS.has(name))
    if (mass !== undefined) return { to, head: mass, number: 'mass' }
    const part = [pair, single].find((name) => PARTS.has(name))
    // A later noun that is no known part would be the real head: "leather goods".
    if (part !== undefined) return { to, head: part, number: word === single ? 'one' : 'many' }
    if (/^(NOUN|PROPN)$/.test(tokens[to - 1]?.pos ?? '')) return undefined
  }
  return undefined
}

/** Praise, or an adverb: what may go from the front of a phrase. Some words only look like adverbs. */
export function isFluff(word: string): boolean {
  const adverb =
    word.endsWith('ly') &&
    !/^(?:holly|lily|jelly|curly|woolly|family|fly|butterfly|frilly|early|daily|friendly|july|belly|silly|-friendly|.*-friendly|wooly|bubbly|prickly|wrinkly|sparkly|crumbly|assembly|weekly)$/.test(
      word,
    )
  return adverb || PRAISE.has(word) || /^(?:crafted|designed|made)$/.test(word)
}

/** First token of a phrase once praise at its front is dropped; a mild word stays when nothing else would be left before the head. */
export function trimPraise(tokens: readonly Token[], from: number, to: number): number {
  let start = from
  // "nine elegant candles" are said without their number: the words between must go.
  if (start < to - 2 && tokens[start]?.pos === 'NUM' && isFluff(tokens[start + 1]?.lower ?? '')) start += 1
  while (start < to - 1 && isFluff(tokens[start]?.lower ?? '')) start += 1
  const before = tokens[start - 1]
  if (start === to - 1 && start > from && before && MILD.has(before.lower)) return start - 1
  return start
}

/** The exact text between two tokens. */
export function sliceOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { readonly text: string; readonly start: number; readonly end: number } {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  return { text: text.slice(start, end), start, end }
}

/** Text of tokens `[from, to)` as it reads inside a sentence: only the first word of a sentence is brought to lower case. */
export function proseCase(text: string, tokens: readonly Token[], from: number): string {
  const opens = tokens[from - 1]?.sentence !== tokens[from]?.sentence
  const first = text.split(' ')[0] ?? ''
  return opens ? sentenceCase(first) + text.slice(first.length) : text
}

/** Lower case but for acronyms and names of standards ("UV protection", "USB-C port", "Roman numerals"). */
export function sentenceCase(text: string): string {
  return text
    .split(' ')
    .map((word) =>
      /^(?:\p{Lu}{2,}|.*\d|Roman|Italian|French|Scandinavian|Moroccan|Nordic|Celtic|Swiss|German|Japanese|Chinese|Mexican|American|Arabic|Turkish|Persian|Victorian|Bluetooth|Christmas|Easter|Halloween|Edison|Tiffany|LED|RGB|Greek|Irish|English|Asian|African|Western|Lightning|USB|HDMI|Fair|Isle|Windsor|Chesterfield|Adirondack)\p{L}*$/u.test(
        word.replace(/-.*$/, ''),
      )
        ? word
        : word.toLowerCase(),
    )
    .join(' ')
}
