/** Names: capitalised words that are in no row and not the shopper's. */
import { isOrdinary } from '../dictionary/ordinary'
import { escaped } from './escaped'

/** A name nobody gave. */
export interface Stranger {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Capitals that are no names of products, and letters that stand for common things. */
const plain = new Set(
  'I You Your The It A An And But So For If This These They OK USB LED TV PC UK US EU DIY SPF UPF UV BPA IPX HDMI Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Christmas Easter English'.split(
    ' ',
  ),
)

/** Whether a text has this very word, or several of it. */
const stands = (text: string, word: string) =>
  new RegExp(`(?<![\\p{L}\\d])${escaped(word)}s?(?![\\p{L}\\d])`, 'iu').test(text)

const NAME = /(?<=[a-z0-9,;:'’)–—-] )[A-Z][\p{L}'’-]+(?: [A-Z][\p{L}'’-]+)*(?![\d\p{L}])/gu
const OPENING = /(?:^|(?<=[.!?][”"’)]* ))[“"‘(]?([A-Z][\p{L}’'-]+)(?![\d\p{L}])/gu

/** Whether each part of a word is in the text or plain English: "paraben-free". */
const known = (support: string, word: string) =>
  stands(support, word) || word.split('-').every((part) => stands(support, part) || isOrdinary(part))

const withoutOwner = (word: string) => word.replace(/['’]s$|['’]$/, '')
/** Days and months come in the plural too. */
const isPlain = (word: string) =>
  plain.has(word) || plain.has(withoutOwner(word)) || plain.has(word.replace(/s$/, ''))

function within(text: string, support: string): Stranger[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    // After a colon a sentence may begin anew.
    const anew = /[:—–] $/.test(text.slice(0, match.index))
    const strangers = match[0]
      .split(' ')
      .filter(
        (word, index) =>
          !isPlain(word) &&
          !/^I['’]/.test(word) &&
          !stands(support, withoutOwner(word)) &&
          !(anew && index === 0 && isOrdinary(word)),
      )
    return strangers.length === 0
      ? []
      : [{ start: match.index, end: match.index + match[0].length, text: strangers.join(' ') }]
  })
}

/** A sentence's first word may be any English word; a name among them shows by being in no dictionary. */
function opening(text: string, support: string): Stranger[] {
  return [...text.matchAll(OPENING)].flatMap((match) => {
    const word = match[1] ?? ''
    const bare = withoutOwner(word)
    if (isPlain(word) || known(support, bare)) return []
    const start = match.index + match[0].length - word.length
    return [{ start, end: start + word.length, text: word }]
  })
}

/** Names of a text that `support` does not have. */
export function strangersIn(text: string, support: string): readonly Stranger[] {
  return [...within(text, support), ...opening(text, support)]
}
