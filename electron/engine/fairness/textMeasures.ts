/** What each text of an audit comes to. */
import { callsToAction } from '../../../models/metrics/calls'
import { factsStated } from '../../../models/metrics/factsStated'
import { productValues, shopperWords } from '../../../models/metrics/givenValues'
import type { Classifier } from '../../../models/metrics/naiveBayes'
import {
  CANDIDATES,
  personaTeller,
  phraseNearness,
  profileText,
} from '../../../models/metrics/personaIdentification'
import { masked, wordsOf } from '../../../models/metrics/text'
import { checkText } from '../../../models/narrative/checker'
import type { TextMeasure } from '../../../shared/domain/fairness'
import { TEXT_MEASURES } from '../../../shared/domain/fairness'
import type { TypicalRange } from '../../../shared/domain/measures'
import type { Narrative } from '../../../shared/domain/narrative'
import type { Persona } from '../../../shared/domain/persona'
import { readingGrade } from '../../../shared/domain/reading'
import type { Voice } from '../../../shared/domain/voices'
import { oneByOne } from '../breath'
import type { WrittenText } from './writing'

/** A text with what it was asked to be. */
export interface MeasuredText extends Pick<WrittenText, 'products'> {
  readonly narrative: Pick<Narrative, 'text' | 'spans'>
  readonly persona: Persona
  readonly occasion: string
  readonly voice: Voice
}

/** What texts are measured with. */
export interface TextJudges {
  readonly recogniseVoice: Classifier<Voice>
  /** People to tell the reader among. */
  readonly pool: readonly Persona[]
  readonly ranges: ReadonlyMap<string, TypicalRange>
  readonly seed: number
}

/** Measures each text, with a breath after every one; NaN where there is nothing to measure. */
export async function measureTexts(
  texts: readonly MeasuredText[],
  judges: TextJudges,
  signal: AbortSignal,
): Promise<Readonly<Record<TextMeasure, Float64Array>>> {
  const isTold = tellerOf(judges)
  const rows = await oneByOne(texts, (one) => ({ ...valuesOf(one, judges), told: isTold(one) }), signal)
  const columns = TEXT_MEASURES.map((measure) => [measure, Float64Array.from(rows, (row) => row[measure])])
  return Object.fromEntries(columns) as Readonly<Record<TextMeasure, Float64Array>>
}

/** NaN where there are too few people to tell one among. */
function tellerOf({ pool, seed }: TextJudges): (text: MeasuredText) => number {
  const profiles = pool.map(profileText)
  if (new Set(profiles).size < CANDIDATES) return () => Number.NaN
  const isTold = personaTeller(pool, { nearness: phraseNearness(profiles), seed })
  return ({ narrative, persona, occasion }) =>
    Number(isTold({ text: narrative.text, persona, shared: [occasion] }))
}

const PRICES: ReadonlySet<string> = new Set(['price', 'wasPrice'])

function valuesOf(
  one: MeasuredText,
  { recogniseVoice, ranges }: TextJudges,
): Readonly<Record<Exclude<TextMeasure, 'told'>, number>> {
  const { narrative, products, persona, occasion, voice } = one
  const { text } = narrative
  const shopper = shopperWords(persona, occasion)
  const facts = factsStated(text, products, persona.locale)
  const spoken = narrative.spans.map(({ field }) => field)
  // A voice, and a call, are told by the writer's own words.
  const own = masked(text, [...productValues(products, persona.locale), ...shopper])
  return {
    words: wordsOf(text).length,
    facts: facts.length,
    grounded: Number(checkText(text, { products, shopper, ranges }).length === 0),
    readingGrade: readingGrade(text),
    voice: Number(recogniseVoice(own) === voice),
    calls: Number(callsToAction(own)),
    // By a slot, or as plain words.
    priceMentions: Number([...spoken, ...facts.map(({ kind }) => kind)].some((kind) => PRICES.has(kind))),
  }
}
