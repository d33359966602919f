/** Directive obedience: which of a template's directives a finished text obeys, read from the text alone. */
import type { Product } from '../../shared/domain/catalogue'
import { isFactKind } from '../../shared/domain/facts'
import type { Persona } from '../../shared/domain/persona'
import type { Directives, LeadWith } from '../../shared/domain/template'
import { EASY_GRADE, readingGrade } from '../../shared/domain/reading'
import { CHANNEL_WORDS } from '../../shared/domain/voices'
import { occasionPhrase } from '../narrative/phrases'
import { callsToAction } from './calls'
import { spellings, spokenTitle } from './factsStated'
import { productValues, shopperWords } from './givenValues'
import { MASK, masked, says, sentencesOf, wordsOf } from './text'

/** Directives that can be checked on a text. The voice is told by a classifier, apart (`naiveBayes.ts`). */
export const CHECKED_DIRECTIVES = [
  'channel',
  'length',
  'products',
  'lead with',
  'must mention',
  'avoid',
  'close call',
  'close quiet',
  'reading level',
] as const

/** One of them. */
export type CheckedDirective = (typeof CHECKED_DIRECTIVES)[number]

/** A text with what it was asked to be. */
export interface Instructed {
  readonly text: string
  readonly directives: Directives
  readonly products: readonly Product[]
  readonly persona: Persona
  readonly occasion: string
}

/** Whether each directive that applies was obeyed; those that do not apply are absent. */
export type Obedience = Readonly<Partial<Record<CheckedDirective, boolean>>>

/**
 * Reads one text. `channel` is the channel's range of words, `length` the template's own, which takes its place; `products` that exactly
 * as many titles are named as are shown; `lead with` that the first sentence holds it; `must mention` that each kind the first product has
 * is stated; `avoid` that none of its values or words stand outside titles; `close quiet` (and `none`) that the end asks for nothing; `reading
 * level` that the school grade is at most `EASY_GRADE`, catalogue values and shopper's words counting as one short word each. A
 * directive does not apply where it is empty: a kind that no product has, an occasion or a history that the shopper lacks.
 */
export function obedienceOf(instructed: Instructed): Obedience {
  const { text, directives } = instructed
  const within = ({ min, max }: { readonly min: number; readonly max: number }) =>
    wordsOf(text).length >= min && wordsOf(text).length <= max
  const checks: Record<CheckedDirective, boolean | undefined> = {
    channel: directives.words ? undefined : within(CHANNEL_WORDS[directives.channel]),
    length: directives.words && within(directives.words),
    products: namesShownProducts(instructed),
    'lead with': directives.leadWith && leads(instructed, directives.leadWith),
    'must mention': mentionsAll(instructed),
    avoid: avoidsAll(instructed),
    'close call': directives.close === 'call' ? callsToAction(factless(instructed)) : undefined,
    'close quiet': directives.close === 'call' ? undefined : !callsToAction(factless(instructed)),
    'reading level': directives.readingLevel && isEasyToRead(instructed),
  }
  return Object.fromEntries(Object.entries(checks).filter(([, obeyed]) => obeyed !== undefined))
}

/** The text with everything masked that it was given to say. */
const ownWords = ({ text, products, persona, occasion }: Instructed) =>
  masked(text, [...productValues(products, persona.locale), ...shopperWords(persona, occasion)])

/** The text with the catalogue's values masked; the shopper's own words stay: a call may well name the occasion. */
const factless = ({ text, products, persona }: Instructed) =>
  masked(text, productValues(products, persona.locale))

const isEasyToRead = (instructed: Instructed) =>
  readingGrade(ownWords(instructed).replaceAll(MASK, 'thing')) <= EASY_GRADE

const namesShownProducts = ({ text, products, directives }: Instructed) =>
  products.filter((product) => says(text, spokenTitle(product))).length === directives.products

function mentionsAll({ text, directives, products, persona }: Instructed): boolean | undefined {
  const [product] = products
  const wanted = directives.mustMention.flatMap((kind) => {
    const values = product ? spellings(product, kind, persona.locale) : []
    return values.length > 0 ? [values.flat()] : []
  })
  return wanted.length === 0 ? undefined : wanted.every((ways) => ways.some((way) => says(text, way)))
}

function avoidsAll({ text, directives, products, persona }: Instructed): boolean | undefined {
  const unwanted = directives.avoid.flatMap((one) =>
    isFactKind(one) ? products.flatMap((product) => spellings(product, one, persona.locale).flat()) : [one],
  )
  // A name holds what it holds: titles, also of what the shopper owns, are no mention.
  const titles = [...products, ...persona.history].map(spokenTitle)
  const untitled = masked(text, titles)
  return unwanted.length === 0 ? undefined : !unwanted.some((value) => says(untitled, value))
}

/** A first sentence of fewer words is read with the second. */
const SHORT_OPENING = 5
/** So is a longer question, which leads up to it: "Anyone for passing files on? The Thumb Drive is on its way." */
const SHORT_QUESTION = 8

function leads({ text, products, persona, occasion }: Instructed, lead: LeadWith): boolean | undefined {
  const [first = '', second = ''] = sentencesOf(text)
  const long = first.endsWith('?') ? SHORT_QUESTION : SHORT_OPENING
  const opening = wordsOf(first).length < long ? `${first} ${second}` : first
  const any = (values: readonly string[]) =>
    values.length === 0 ? undefined : values.some((value) => says(opening, value))
  switch (lead) {
    case 'history':
      return any(
        persona.history.flatMap(({ title, noun }) => [
          spokenTitle({ title }),
          // "Every backpack needs a sidekick" speaks of hers, unless it is a backpack that is shown.
          ...(noun
            ? [
                `your ${noun}`,
                `your old ${noun}`,
                ...(products.some((shown) => shown.noun === noun) ? [] : [noun]),
              ]
            : []),
        ]),
      )
    case 'occasion':
      return any([occasionPhrase(occasion) ?? '', occasion].filter(Boolean))
    case 'interest':
      return any(persona.interests)
    case 'price':
      return any(
        products.slice(0, 1).flatMap((product) => spellings(product, 'price', persona.locale).flat()),
      )
    case 'product':
      return any(products.slice(0, 1).map(spokenTitle))
  }
}

/** How often a directive applied, and the share of those in which it was obeyed. */
export interface DirectiveScore {
  readonly directive: CheckedDirective
  readonly applied: number
  readonly obeyed: number
}

/** Obedience over a set of texts: `overall` over every directive of every text, `least` the worst single directive's share. 0-1. */
export interface ObedienceSummary {
  readonly overall: number
  readonly least: number
  readonly scores: readonly DirectiveScore[]
}

/** Sums up. A directive that never applied is left out; `overall` and `least` are NaN where none did. */
export function summariseObedience(texts: readonly Obedience[]): ObedienceSummary {
  const scores = CHECKED_DIRECTIVES.map((directive): DirectiveScore => {
    const given = texts.flatMap((obedience) => obedience[directive] ?? [])
    return { directive, applied: given.length, obeyed: given.filter(Boolean).length }
  }).filter(({ applied }) => applied > 0)
  const sum = (of: (score: DirectiveScore) => number) => scores.reduce((total, score) => total + of(score), 0)
  return {
    overall: sum(({ obeyed }) => obeyed) / sum(({ applied }) => applied),
    least:
      scores.length === 0 ? Number.NaN : Math.min(...scores.map(({ applied, obeyed }) => obeyed / applied)),
    scores,
  }
}
