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
  'order(?!s? of)|buy|shop|click|tap|visit|browse|discover|explore|come (?:and|in|see|by|back with)|open the|(?:ask|write to|send|drop) us|tell us (?!everything|if anything)|speak to us|let us (?:know|do|pack|send)|go (?:ahead|on|and (?:see|look)|to)|run along|say yes|have (?:an? )?(?:\\w+ )?(?:look|peek|read)|take (?:an?|one) (?:\\w+ )?look|(?:take|bring) (?:it|them|one) home|(?:add|put|pop|drop) (?:it|them|one)|treat yourself|adopt|(?:give|offer) (?:it|them) an? (?:home|room)|tick (?:this|it|them) off|wander round|poke about|look (?:again|now|first)|flip a coin|decide (?:when|then|after|from there)|put an? question|turn to the|page first',
)
/** Offers and hints that a shop makes in place of an order. */
const OFFER =
  /\b(?:let that decide|(?:and|then) decide (?:after|then|from)|(?:then|and) (?:go with what|do what)|we will (?:see to|answer)|(?:a|one) word(?: to us)?, and|good time to (?:look|see)|easily (?:ordered|yours)|your thumb|and come in|what you (?:decide|see)(?:[;,] (?:you know|just|once))|then (?:choose|decide)|choose (?:when|together)|go ahead|the rest is (?:simple|better seen)|you know where we are|that is what pages are for)\b/i
/** Steps that may as well be advice about a fact ("check that you have room"): they count where nothing is left open by them. */
const ADVICE = imperative(
  'look(?! elsewhere| out| away)|see(?! what| how| if)|check(?! our)|compare|read|pick|try|get|grab|act|start|begin|spend a moment|find out|do the sums|score|lay|bring|confirm|write(?! \\w+ down)',
)
/** The shop's own furniture, wherever it stands. */
const FURNITURE =
  /\b(?:basket|cart|checkout|(?:the|this|its|their|product) (?:\w+ )?page(?! open)|listing|(?:an?|one|your|the|to|and|then|can|you|press) order(?!s? of)|order(?:ing)? (?:it|them|yours|one|now|today|when|if|takes)|(?:one|another) look)\b/i
const AT_REST = /(?:close the page|leave the page|save these)/i
/** A call even beside a fact. */
const INVITES = imperative('have (?:an? )?(?:\\w+ )?(?:look|peek)')
/** Thinking it over is no step. */
const LINGERS = /and see (?:what|how|if)/i

/** The end of a text: its last sentence, with those before as long as all are short: "Open the page. Confirm the details. Decide." */
export function endingOf(text: string): string {
  const sentences = [...sentencesOf(text)]
  let ending = sentences.pop() ?? ''
  while (wordsOf(ending).length < SHORT_WORDS && sentences.length > 0) ending = `${sentences.pop()} ${ending}`
  return ending
}

/**
 * Whether the end of a text calls to action: an imperative next step, an offer in its place, or talk of basket, order and page. Catalogue values
 * should be masked (`masked`): a sentence that states one gives advice about it and is no call. A lexicon, so it errs both ways: of the
 * phrasebook's own last sentences it agrees with the author on 99 % of the calls and of the quiet ones, having been written with them at hand.
 */
export function callsToAction(text: string): boolean {
  const ending = endingOf(text)
  const calls = (sentence: string) =>
    STEP.test(sentence) ||
    OFFER.test(sentence) ||
    FURNITURE.test(sentence) ||
    (!ending.includes(MASK) && !LINGERS.test(sentence) && ADVICE.test(sentence))
  return sentencesOf(ending).some(
    (sentence) =>
      INVITES.test(sentence) || (!sentence.includes(MASK) && !AT_REST.test(sentence) && calls(sentence)),
  )
}
