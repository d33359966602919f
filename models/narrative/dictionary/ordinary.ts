/** Whether a word is plain English, by the dictionary of a language package that the importer also uses. */
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { WinkMethods } from 'wink-nlp'
import { OPENERS } from './openers'

const common = new Set(OPENERS)

/** Names that are in the dictionary too, and hardly ever open a sentence as anything else. */
const dictionaryNames = new Set('france google anna delft germany spain india'.split(' '))

interface Dictionary {
  readonly nlp: WinkMethods
  /** Words of the dictionary have lower ids; strangers are numbered from here. */
  readonly firstStranger: number
}

let loaded: Dictionary | undefined

/** Loads on first use, some 100 ms, which only a text with an uncommon opening pays. */
function dictionary(): Dictionary {
  if (loaded) return loaded
  const nlp = winkNLP(model, [])
  loaded = { nlp, firstStranger: idOf(nlp, 'qxzvk') }
  return loaded
}

const idOf = (nlp: WinkMethods, word: string) =>
  Number(nlp.readDoc(word).tokens().itemAt(0).out(nlp.its.uniqueId))

const listed = (word: string) => {
  const { nlp, firstStranger } = dictionary()
  return idOf(nlp, word) < firstStranger
}

const ENDINGS = /(?:s|es|ed|d|ing|r|rs|er|ers|ly|ness|less|ful|able)$/
const BEGINNINGS = /^(?:hand|over|under|out|un|re|non|pre|mid)-?/

/** A word of the dictionary, or one made from such a word by a common ending or beginning. */
function derived(word: string): boolean {
  if (listed(word) || listed(`${word}s`)) return true
  const roots = [
    ...['s', 'es', 'ed', 'd', 'ing', 'r', 'rs', 'er', 'ers', 'ly', 'ness', 'less', 'ful', 'able']
      .filter((ending) => word.endsWith(ending))
      .flatMap((ending) => [word.slice(0, -ending.length), `${word.slice(0, -ending.length)}e`]),
    word.replace(BEGINNINGS, ''),
    word.replace(BEGINNINGS, '').replace(ENDINGS, ''),
  ]
  return roots.some((root) => root !== word && root.length >= 4 && listed(root))
}

const answers = new Map<string, boolean>()

/** True for an English word that is no name; parts of a hyphenated word are looked up one by one. */
export function isOrdinary(word: string): boolean {
  const lower = word.toLowerCase().replaceAll('’', "'")
  if (common.has(lower)) return true
  const known = answers.get(lower)
  if (known !== undefined) return known
  const answer = lower
    .split(/[-']/)
    .every((part) => part.length < 3 || (!dictionaryNames.has(part) && (common.has(part) || derived(part))))
  answers.set(lower, answer)
  return answer
}
