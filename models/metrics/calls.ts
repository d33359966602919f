/** Whether a text ends by asking its reader for a next step towards buying. */
import { MASK, sentencesOf, wordsOf } from './text'

/** A last sentence of fewer words than this is read with the one before: "Your basket looks lonely. Just an observation." */
const SHORT_WORDS = 6

/** Where an imperative can begin: a clause, or after a word or two that lead up to it. */
const opening =
  '(?:^|[,;:.!?–—-]\\s*)(?:(?:so|then|and|or|but|do|just|simply|please|why not|now|next|go on|by all means),?\\s+)*'
const imperative = (steps: string) => new RegExp(`${opening}(?:${steps})\\b`, 'i')

/** Steps that a shop asks for and nobody else. "Take your time" and "sleep on it" are none. */
const STEP = imperative(
  'order(?!s? of)|buy|shop|click|tap|visit|browse|discover|explore|come (?:and|in|see|by|back|with)|open the|(?:ask|tell|write to|send|drop) us|let us (?:know|do|pack|send)|go (?:ahead|on|and see|to)|say yes|have (?:an? )?(?:\\w+ )?(?:look|peek|read)|take (?:an?|one) (?:\\w+ )?look|(?:take|bring) (?:it|them|one) home|(?:add|put|pop|drop) (?:it|them|one)|treat yourself',
)
/** Steps that may as well be advice about a fact ("check that you have room"): they count where the sentence states none. */
const ADVICE = imperative(
  'look(?! elsewhere| out)|see|check|compare|read|choose|pick|try|get|save|grab|act|start|begin|spend a moment|find out|do the sums|score|lay|put|bring',
)
/** The shop's own furniture, wherever it stands. */
const FURNITURE =
  /\b(?:basket|cart|checkout|(?:the|this|its|their|product) (?:\w+ )?page|listing|(?:an?|one|your|the|to|and|then|can|you|press) order(?!s? of)|order(?:ing)? (?:it|them|yours|one|now|today|when|if|takes)|(?:one|another) look)\b/i

/** The end of a text: its last sentence, with the one before where the last is short. */
export function endingOf(text: string): string {
  const sentences = sentencesOf(text)
  const last = sentences.at(-1) ?? ''
  return wordsOf(last).length < SHORT_WORDS ? [sentences.at(-2) ?? '', last].join(' ').trim() : last
}

/**
 * Whether the end of a text calls to action: an imperative next step, or talk of basket, order and page. Catalogue values should be masked
 * (`masked`), so that advice about a fact is not taken for a call. A lexicon, so it errs both ways: of the phrasebook's own
 * last sentences it agrees with the author on 88 % of the calls (the playful ones hint) and 96 % of the quiet ones.
 */
export function callsToAction(text: string): boolean {
  const ending = endingOf(text)
  return STEP.test(ending) || FURNITURE.test(ending) || (!ending.includes(MASK) && ADVICE.test(ending))
}
