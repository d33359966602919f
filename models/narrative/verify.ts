/** Verification of one sentence as the model wrote it, before it is accepted. */
import type { Beat } from '../../shared/domain/beats'
import { slotToken } from '../../shared/domain/tokens'
import { isOrdinary } from './dictionary/ordinary'
import { misnumbers } from './owned'
import { refusal } from './refusals'

/** What is known when a sentence is verified. */
export interface SentenceContext {
  readonly beat: Beat
  /** Claim words no fact at hand supports. */
  readonly claims: readonly string[]
  /** Sentences already accepted. */
  readonly before: readonly string[]
  /** Whether the product spoken of takes "are" and "they". */
  readonly plural: boolean
  /** Common nouns of what the shopper has, as `<h1.noun>` and `<h2.noun>` name them. */
  readonly owned?: readonly (string | undefined)[]
  /** Words the template asks to avoid. */
  readonly avoid?: readonly string[]
}

type Rule = (sentence: string, context: SentenceContext) => string | undefined

const SLOT = /<(?:p[1-4]|h[12]|u)\.[a-zA-Z]+>/g

/** Words that only some kinds of slot may follow: a sentence begun for one kind and ended with another. */
const verbOf: Readonly<Record<string, RegExp>> = {
  price: /\b(weighs?|holds?|carries|measures?|made of|made from|lasts?|rated|cut from)\s*$/i,
  weight: /\b(costs?|made of|made from|holds?|comes? in|priced at|cut from)\s*$/i,
  material: /\b(weighs?|costs?|measures?|priced at|lasts?)\s*$/i,
  colour: /\b(weighs?|costs?|measures?|made of|made from|holds?|priced at)\s*$/i,
  capacity: /\b(weighs?|costs?|made of|made from|priced at)\s*$/i,
  battery: /\b(weighs?|costs?|made of|made from|priced at|measures?)\s*$/i,
  size: /\b(weighs?|costs?|made of|made from|priced at|lasts?)\s*$/i,
  use: /\b(weighs?|costs?|made of|made from|priced at|measures?)\s*$/i,
}

const slotsOnce: Rule = (sentence, { beat }) => {
  const found = [...sentence.matchAll(SLOT)].map(([token]) => token)
  const missing = beat.slots.map(slotToken).find((token) => !found.includes(token))
  if (missing) return `leaves out ${missing}`
  const extra = found.find(
    (token, index) => !beat.slots.map(slotToken).includes(token) || found.indexOf(token) !== index,
  )
  return extra ? `says ${extra} where it should not` : undefined
}

const ending: Rule = (sentence) => (/[.!?]$/.test(sentence) ? undefined : 'does not end')

/** Figures in digits, and those in words that say how much: "one of the two" and "twice a week" do not. */
const FIGURE =
  /\d|\b(five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|dozens?|percent|per cent)\b/i

const noFigures: Rule = (sentence) =>
  FIGURE.test(sentence.replace(SLOT, '')) ? 'spells a figure' : undefined

const noClaims: Rule = (sentence, { claims }) => {
  const words = ` ${sentence
    .replace(SLOT, ' ')
    .toLowerCase()
    .replace(/[^a-z\s-]/g, ' ')} `.replaceAll('-', ' ')
  const claim = claims.find((word) => words.includes(` ${word.replaceAll('-', ' ')} `))
  return claim ? `claims "${claim}"` : undefined
}

const noAvoided: Rule = (sentence, { avoid = [] }) => {
  const words = ` ${sentence
    .replace(SLOT, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const unwanted = avoid.find((word) => words.includes(` ${word.toLowerCase()} `))
  return unwanted === undefined ? undefined : `says "${unwanted}", which is to be avoided`
}

/** Openings that only some kinds of slot may complete. */
const completes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bmade (of|from|out of)\s*$/i, ['material', 'ingredient', 'noun']],
  [/\b(weighs?|weighing)\s*$/i, ['weight']],
  [/\b(costs?|priced at)\s*$/i, ['price', 'wasPrice']],
  [/\bsmells? of\s*$/i, ['scent', 'ingredient']],
  [/\btastes? of\s*$/i, ['flavour', 'ingredient']],
  ...[
    'material',
    'colour',
    'price',
    'weight',
    'capacity',
    'size',
    'fit',
    'care',
    'pattern',
    'style',
    'flavour',
    'scent',
    'finish',
    'warranty',
  ].map((kind): readonly [RegExp, readonly string[]] => [new RegExp(`(^|[.;] )${kind}:\\s*$`, 'i'), [kind]]),
]
const modal = /\b(will|would|can|could|may|might|should|must|cannot|won't)\s*$/i

const rightVerb: Rule = (sentence) => {
  for (const match of sentence.matchAll(SLOT)) {
    const kind = match[0].slice(1, -1).split('.')[1] ?? ''
    const before = sentence.slice(0, match.index)
    if (verbOf[kind]?.test(before)) return `puts the wrong verb before ${match[0]}`
    if (!match[0].startsWith('<u.') && modal.test(before)) return `lacks a verb before ${match[0]}`
    const claimed = completes.find(([opening]) => opening.test(before))
    if (claimed && !claimed[1].includes(kind)) return `puts ${match[0]} where another kind belongs`
  }
  return undefined
}

const noStutter: Rule = (sentence) => {
  const words = sentence.toLowerCase().split(/\s+/)
  if (
    words.some(
      (word, index) =>
        index > 0 && word === words[index - 1] && /^[a-z]+$/.test(word) && word !== 'that' && word !== 'had',
    )
  )
    return 'repeats a word'
  const four = words
    .map((_, index) => words.slice(index, index + 4).join(' '))
    .filter((gram) => gram.split(' ').length === 4)
  return new Set(four).size < four.length ? 'repeats itself' : undefined
}

/** The longest authored sentence has some forty words, slots counted as one. */
const WORDS_MAX = 44
const smallWords = new Set(
  'a an and are as at be for from have if in is it of on or so than that the there they this to we will with you your'.split(
    ' ',
  ),
)

const keepsToThePoint: Rule = (sentence) => {
  const words = sentence.toLowerCase().match(/[a-z']+|<[^>]+>/g) ?? []
  if (words.length > WORDS_MAX) return 'runs on'
  const counts = new Map<string, number>()
  for (const word of words) if (!smallWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return Math.max(0, ...counts.values()) > 3 ? 'harps on a word' : undefined
}

const notSaidBefore: Rule = (sentence, { before }) => {
  const plain = (text: string) => text.replace(SLOT, '#').toLowerCase()
  if (before.some((earlier) => plain(earlier) === plain(sentence))) return 'says a sentence twice'
  const start = (text: string) => plain(text).split(/\s+/).slice(0, 2).join(' ')
  const last = before.at(-1)
  return last !== undefined && start(last) === start(sentence) ? 'opens like the sentence before' : undefined
}

const agreement: Rule = (sentence, { plural, owned = [] }) => {
  const text = sentence.replace(/<p[1-4]\.title>/g, '#')
  const wrong = plural
    ? /(# (is|has|was|does|comes|makes|keeps|gives|takes|sits|holds)\b|(^|[.;:] )(It|it) (is|has|comes|makes|keeps)\b|\bthis #)/
    : /(#(,? which)? (are|have|were|do|come|make|keep|give|take|sit|hold)\b(?! (it|them))|(^|[.;:] )(They|they) (are|have|come|make|keep)\b|\bthese #)/
  return wrong.test(text) || misnumbers(sentence, owned) ? 'does not agree in number' : undefined
}

const balanced: Rule = (sentence) => {
  if (/\s[,.;:!?]/.test(sentence) || /[,;:]{2}|,\./.test(sentence)) return 'has stray punctuation'
  return /\b(a|an|the|and|or|its|their|your)[.!?]$/i.test(sentence) ? 'breaks off' : undefined
}

/** Words that weigh two prices belong where two prices are known. */
const comparesPrices: Rule = (sentence, { beat }) =>
  beat.move !== 'compare' &&
  /\b(cheaper|dearer|less expensive|more expensive|costs? (less|more))\b/i.test(sentence)
    ? 'compares prices that are not there'
    : undefined

const noRefusals: Rule = (sentence, { beat }) => refusal(sentence, beat)

/** The guard lets any word open a sentence; a name among them is in no dictionary. */
const noStrangers: Rule = (sentence) => {
  const openings = [...sentence.matchAll(/(?:^|[.!?] )([A-Z][a-z’'-]+)/g)].map(([, word]) => word ?? '')
  const stranger = openings.find((word) => !isOrdinary(word.replace(/['’]s$/, '')))
  return stranger === undefined ? undefined : `names "${stranger}"`
}

const rules: readonly Rule[] = [
  slotsOnce,
  ending,
  noFigures,
  noClaims,
  noAvoided,
  rightVerb,
  noStutter,
  keepsToThePoint,
  notSaidBefore,
  agreement,
  balanced,
  comparesPrices,
  noRefusals,
  noStrangers,
]

/** What is wrong with a sentence that a person wrote: she may say what she likes, which the checker then reads, but with this beat's slots. */
export function editedProblem(sentence: string, { beat }: Pick<SentenceContext, 'beat'>): string | undefined {
  return sentence.trim() === ''
    ? 'is empty'
    : slotsOnce(sentence, { beat, claims: [], before: [], plural: false })
}

/** What is wrong with a sentence (slots as tokens), or undefined when it may stand. */
export function sentenceProblem(sentence: string, context: SentenceContext): string | undefined {
  for (const rule of rules) {
    const problem = rule(sentence, context)
    if (problem) return problem
  }
  return undefined
}
