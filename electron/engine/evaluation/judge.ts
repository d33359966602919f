/** From texts with what they were asked to be, to the measures. */
import { checkText } from '../../../models/narrative/checker'
import { openingOf, distinctN, openingRepetition } from '../../../models/metrics/diversity'
import type { Obedience } from '../../../models/metrics/directiveObedience'
import { obedienceOf, summariseObedience } from '../../../models/metrics/directiveObedience'
import { factsStated } from '../../../models/metrics/factsStated'
import { productValues, shopperWords } from '../../../models/metrics/givenValues'
import { inventedFacts, unsupportedClaimNarratives } from '../../../models/metrics/groundedness'
import type { Classifier } from '../../../models/metrics/naiveBayes'
import { personaTeller } from '../../../models/metrics/personaIdentification'
import type { Nearness } from '../../../models/metrics/personaIdentification'
import { rougeL } from '../../../models/metrics/rouge'
import { selfBleu4 } from '../../../models/metrics/selfBleu'
import { mean, quantile, share } from '../../../models/metrics/summary'
import { masked, sentencesOf, wordsOf } from '../../../models/metrics/text'
import type { Product } from '../../../shared/domain/catalogue'
import type { DirectiveScore, NarrativeFailure, NarrativeMetrics } from '../../../shared/domain/evaluation'
import type { Beat } from '../../../shared/domain/beats'
import type { TypicalRange } from '../../../shared/domain/measures'
import type { Narrative, Unsupported } from '../../../shared/domain/narrative'
import type { Persona } from '../../../shared/domain/persona'
import type { Directives } from '../../../shared/domain/template'
import type { Voice } from '../../../shared/domain/voices'
import { readingGrade } from '../../../shared/domain/reading'
import { oneByOne } from '../breath'

/** A text with everything that judges it. */
export interface Judged {
  readonly index: number
  readonly text: string
  readonly persona: Persona
  readonly occasion: string
  readonly directives: Directives
  readonly template: string
  readonly voice: Voice
  readonly products: readonly Product[]
  readonly beats: readonly Beat[]
  /** An authored text for the same plan. */
  readonly reference: string
  /** Where the text was written here. */
  readonly narrative?: Narrative
}

/** What texts are judged with. */
export interface Judges {
  readonly recogniseVoice: Classifier<Voice>
  readonly nearness: Nearness
  /** People to tell the right one among. */
  readonly pool: readonly Persona[]
  /** Of the catalogue, by which "lighter than most" is judged. */
  readonly ranges: ReadonlyMap<string, TypicalRange>
  /** Faults of grammar in a text; undefined where the lint is not installed. */
  readonly grammar:
    ((text: string) => Promise<readonly { readonly text: string; readonly message: string }[]>) | undefined
  readonly seed: number
}

/** Measures that each text has by itself; undefined for a text that it does not apply to. */
export type TextValues = Readonly<
  Record<
    | 'unsupportedClaimNarratives'
    | 'factsPerNarrative'
    | 'factsPerLongNarrative'
    | 'personaIdentification'
    | 'obediencePerText'
    | 'voiceRecognition'
    | 'rougeL'
    | 'meanWords'
    | 'readingGrade',
    readonly (number | undefined)[]
  >
>

/** Measures of a set with what is wrong with single texts. */
export interface Verdict {
  readonly metrics: NarrativeMetrics
  /** In the order of the set. */
  readonly values: TextValues
  readonly directives: readonly DirectiveScore[]
  readonly failures: readonly NarrativeFailure[]
}

const LONG_WORDS = 60

/** The text without what it was given to say, so that a voice is told by the writer's own words. */
const ownWords = ({ text, products, persona, occasion }: Judged) =>
  masked(text, [...productValues(products, persona.locale), ...shopperWords(persona, occasion)])

/** Judges a set of texts, with a breath after each; stops between two of them when `signal` aborts. What cannot be measured is null. */
export async function judge(set: readonly Judged[], judges: Judges, signal: AbortSignal): Promise<Verdict> {
  const texts = set.map(({ text }) => text)
  const each: Each = (read) => oneByOne(set, read, signal)
  const found = await each((one) =>
    checkText(one.text, {
      products: one.products,
      shopper: shopperWords(one.persona, one.occasion),
      ranges: judges.ranges,
    }),
  )
  const obediences = await each(obedienceOf)
  const obedience = summariseObedience(obediences)
  const { grammar } = judges
  const faults = grammar && (await each(({ text }) => grammar(text)))
  const sentences = texts.reduce((sum, text) => sum + sentencesOf(text).length, 0)
  const values = await valuesOf(set, judges, { found, obediences, each })
  const metrics: Record<keyof NarrativeMetrics, number> = {
    inventedFacts: inventedFacts(found),
    unsupportedClaimNarratives: unsupportedClaimNarratives(found),
    factsPerNarrative: meanOf(values.factsPerNarrative),
    factsPerLongNarrative: meanOf(values.factsPerLongNarrative),
    personaIdentification: meanOf(values.personaIdentification),
    directiveObedience: obedience.overall,
    worstDirective: obedience.least,
    voiceRecognition: meanOf(values.voiceRecognition),
    openingRepetition: openingRepetition(texts),
    selfBleu4: selfBleu4(texts),
    distinct2: distinctN(texts, 2),
    ...writing(set),
    grammarErrorsPer100: faults ? (100 * faults.flat().length) / sentences : Number.NaN,
    rougeL: meanOf(values.rougeL),
    perplexity: Number.NaN,
    meanWords: meanOf(values.meanWords),
    readingGrade: meanOf(values.readingGrade),
  }
  return {
    metrics: measured(metrics),
    values,
    directives: obedience.scores,
    failures: set.flatMap(({ index, text }, at) => {
      const reasons = [
        ...(found[at] ?? []).map((one) => `${one.kind} "${one.text}": ${one.reason}`),
        ...Object.entries(obediences[at] ?? {}).flatMap(([directive, obeyed]) =>
          obeyed ? [] : [`Disobeys "${directive}"`],
        ),
        ...(faults?.[at] ?? []).map((fault) => `Grammar, "${fault.text}": ${fault.message}`),
      ]
      return reasons.map((reason) => ({ case: index, text, reason }))
    }),
  }
}

/** What is read of each text of the set. */
type Each = <Result>(read: (one: Judged) => Result | Promise<Result>) => Promise<readonly Result[]>

interface Readings {
  readonly each: Each
  readonly found: readonly (readonly Unsupported[])[]
  readonly obediences: readonly Obedience[]
}

/** What can be said of each text by itself. */
async function valuesOf(
  set: readonly Judged[],
  judges: Judges,
  { found, obediences, each }: Readings,
): Promise<TextValues> {
  const facts = await each((one) => factsStated(one.text, one.products, one.persona.locale).length)
  const words = set.map(({ text }) => wordsOf(text).length)
  const isTold = personaTeller(judges.pool, judges)
  const told = await each(({ text, persona, occasion }) => isTold({ text, persona, shared: [occasion] }))
  return {
    unsupportedClaimNarratives: found.map((one) => unsupportedClaimNarratives([one])),
    factsPerNarrative: facts,
    factsPerLongNarrative: facts.map((count, at) => ((words[at] ?? 0) >= LONG_WORDS ? count : undefined)),
    personaIdentification: told.map(Number),
    obediencePerText: obediences.map((one) => known(share(Object.values(one), Boolean))),
    voiceRecognition: await each((one) => Number(judges.recogniseVoice(ownWords(one)) === one.voice)),
    rougeL: await each(({ text, reference }) => known(rougeL(text, reference))),
    meanWords: words,
    readingGrade: set.map(({ text }) => known(readingGrade(text))),
  }
}

/** Undefined for what could not be measured. */
const known = (value: number) => (Number.isFinite(value) ? value : undefined)
const meanOf = (values: readonly (number | undefined)[]) =>
  mean(values.filter((value) => value !== undefined))

/** What only narratives written here have. NaN for a set that has none. */
function writing(
  set: readonly Judged[],
): Pick<Record<keyof NarrativeMetrics, number>, 'fallbackSentences' | 'resampledSentences' | 'latencyP50Ms'> {
  const narratives = set.flatMap(({ narrative }) => narrative ?? [])
  const beats = narratives.flatMap((narrative) => narrative.beats)
  return {
    fallbackSentences: share(beats, ({ origin }) => origin === 'fallback'),
    resampledSentences: share(beats, ({ origin }) => origin === 'resampled'),
    latencyP50Ms: quantile(
      narratives.map(({ timing }) => timing.totalMs),
      0.5,
    ),
  }
}

/** NaN says that there was nothing to measure; JSON has no such number. */
function measured(metrics: Readonly<Record<keyof NarrativeMetrics, number>>): NarrativeMetrics {
  const entries = Object.entries(metrics).map(([name, value]) => [
    name,
    Number.isFinite(value) ? value : null,
  ])
  return Object.fromEntries(entries) as NarrativeMetrics
}

/** How many different things a set is about. */
export function countsOf(set: readonly Judged[]) {
  const different = (values: readonly string[]) => new Set(values).size
  return {
    texts: set.length,
    sentences: set.reduce((sum, { text }) => sum + sentencesOf(text).length, 0),
    words: set.reduce((sum, { text }) => sum + wordsOf(text).length, 0),
    people: different(set.map(({ persona }) => persona.id)),
    products: different(set.flatMap(({ products }) => products.map(({ id }) => id))),
    occasions: different(set.map(({ occasion }) => occasion)),
    openings: different(set.map(({ text }) => openingOf(text))),
  }
}
