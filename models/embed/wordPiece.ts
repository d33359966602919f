/**
 * BERT's uncased tokenisation: clean, lower case, accents stripped, words cut at punctuation, and each word into the longest pieces
 * of a vocabulary (Devlin et al., 2019; `BertWordPieceTokenizer` of Hugging Face, which the golden test holds it to).
 */

/** Longer words are unknown. */
const WORD_LETTERS_MAX = 100

const control = /[\p{C}\uFFFD]/gu
const ideograph = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/gu
const accent = /\p{Mn}/gu
/** Punctuation stands alone; BERT counts every ASCII sign as punctuation. */
const word = /[!-/:-@[-`{-~]|\p{P}|[^\s!-/:-@[-`{-~\p{P}]+/gu

/** Words of a text as BERT sees them. */
export function wordsOf(text: string): readonly string[] {
  const clean = text
    .replace(/[\t\n\r]/g, ' ')
    .replace(control, '')
    .replace(ideograph, ' $& ')
    .normalize('NFD')
    .replace(accent, '')
    .toLowerCase()
  return clean.match(word) ?? []
}

/** Cuts words into pieces of a vocabulary. */
export class WordPiece {
  private readonly numbers: ReadonlyMap<string, number>

  /** `vocabulary` lists the pieces in the order of their numbers; pieces inside a word begin with `##`. */
  constructor(vocabulary: readonly string[]) {
    this.numbers = new Map(vocabulary.map((piece, number) => [piece, number]))
  }

  /** Numbers of a text's pieces, unknown words left out. */
  pieces(text: string): number[] {
    const found: number[] = []
    for (const one of wordsOf(text)) this.addWord(one, found)
    return found
  }

  /** Whether a word, in whatever case, is one piece. */
  knows(text: string): boolean {
    return this.numbers.has(wordsOf(text).join(' '))
  }

  private addWord(text: string, found: number[]): void {
    const before = found.length
    if (text.length > WORD_LETTERS_MAX && [...text].length > WORD_LETTERS_MAX) return
    for (let start = 0; start < text.length;) {
      const end = this.longestEnd(text, start, found)
      if (end === start) {
        // A word with an unknown piece is unknown as a whole.
        found.length = before
        return
      }
      start = end
    }
  }

  /** Adds the longest piece that begins at `start` and returns where it ends; `start` when there is none. */
  private longestEnd(text: string, start: number, found: number[]): number {
    for (let end = text.length; end > start; end--) {
      const piece = text.slice(start, end)
      const number = this.numbers.get(start === 0 ? piece : `##${piece}`)
      if (number === undefined) continue
      found.push(number)
      return end
    }
    return start
  }
}
