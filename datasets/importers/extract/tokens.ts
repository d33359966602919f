/** Words of a text with part of speech and character range, hyphenated words kept whole. */
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { ItemSentence, ItemToken, WinkMethods } from 'wink-nlp'

/** One word or mark. `pos` is a Universal Dependencies tag; `start` and `end` index the text it was read from. */
export interface Token {
  readonly text: string
  readonly lower: string
  readonly pos: string
  readonly start: number
  readonly end: number
  /** 0-based sentence. */
  readonly sentence: number
}

let engine: WinkMethods | undefined

/** The tagger loads on first use: 80 ms that only an import should pay. */
function tagger(): WinkMethods {
  engine ??= winkNLP(model, ['sbd', 'pos'])
  return engine
}

const participle = /(?:ed|ing|en|wn)$/

function join(left: Token, right: Token): Token {
  const text = left.text + '-' + right.text
  const adjective =
    !/^(?:NOUN|PROPN)$/.test(right.pos) ||
    participle.test(right.lower) ||
    /^(style|tone|size|length|waisted|free|safe|top|proof|resistant|up|on|down|toe|neck|knit|quality|grade|like|inspired)$/.test(
      right.lower,
    )
  return { ...left, text, lower: text.toLowerCase(), pos: adjective ? 'ADJ' : right.pos, end: right.end }
}

function rawTokens(text: string): readonly Token[] {
  const nlp = tagger()
  const { its } = nlp
  const tokens: Token[] = []
  let at = 0
  let sentence = 0
  nlp
    .readDoc(text)
    .sentences()
    .each((part: ItemSentence) => {
      part.tokens().each((token: ItemToken) => {
        const value = token.out(its.value)
        const start = text.indexOf(value, at)
        // The tagger rewrites a few characters; such a token has no place in the text and is left out.
        if (start < 0) return
        at = start + value.length
        tokens.push({
          text: value,
          lower: value.toLowerCase(),
          pos: token.out(its.pos),
          start,
          end: at,
          sentence,
        })
      })
      sentence += 1
    })
  return tokens
}

/** Tags a text of up to a few thousand characters. */
export function tokenize(text: string): readonly Token[] {
  const out: Token[] = []
  const raw = rawTokens(text)
  for (let i = 0; i < raw.length; i++) {
    const token = raw[i] as Token
    const next = raw[i + 1]
    const last = out.at(-1)
    const glued =
      token.text === '-' &&
      last?.end === token.start &&
      next?.start === token.end &&
      /^[\p{L}\p{N}]/u.test(next.text)
    if (glued) {
      out[out.length - 1] = join(last, next)
      i += 1
    } else out.push(token)
  }
  return out
}
