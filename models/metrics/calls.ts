/** Whether a text ends by asking its reader to do something. */
import { sentencesOf, wordsOf } from './text'

/** A last sentence of fewer words than this is read with the one before: "Your basket looks lonely. Just an observation." */
const SHORT_WORDS = 5

/** Next steps a shop asks for, at the start of a clause. "Take your time" and "sleep on it" are none; "take a look" is. */
const steps =
  '(?:look|see|check|order|compare|read|add|put|pop|open|come|choose|pick|try|click|tap|buy|shop|visit|discover|explore|view|browse|grab|save|get|tell us|write to us|go (?:ahead|on)|have a (?:\\w+ )?(?:look|peek|think|try)|take (?:a (?:\\w+ )?look|it home|them home)|ask us to|spend a moment with|treat yourself|give (?:it|them) a)'
const CLAUSE_STEP = new RegExp(
  `(?:^|[,;:.!?–—-]\\s*)(?:(?:so|then|and|or|but|do|just|simply|please|why not|now|next|should you like (?:it|them),?)\\s+)*${steps}\\b`,
  'i',
)
/** The shop's own furniture, wherever it stands. */
const FURNITURE =
  /\b(?:basket|cart|checkout|product page|on the page|you can order|ordering takes|order (?:it|them|yours|now|today|when|if)|full listing|see (?:it|them) (?:for yourself|on))\b/i

/** The end of a text: its last sentence, with the one before where the last is short. */
export function endingOf(text: string): string {
  const sentences = sentencesOf(text)
  const last = sentences.at(-1) ?? ''
  return wordsOf(last).length < SHORT_WORDS ? [sentences.at(-2) ?? '', last].join(' ').trim() : last
}

/** Whether the end of a text calls to action: an imperative next step, or talk of basket, order and page. A lexicon, so it errs both ways. */
export function callsToAction(text: string): boolean {
  const ending = endingOf(text)
  return CLAUSE_STEP.test(ending) || FURNITURE.test(ending)
}
