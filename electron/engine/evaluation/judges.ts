/** What texts are judged with: a classifier of voices, profiles to tell a reader among, a grammar lint. */
import { narrativeCase } from '../../../models/metrics/cases'
import type { Classifier } from '../../../models/metrics/naiveBayes'
import { trainClassifier } from '../../../models/metrics/naiveBayes'
import { profileText, phraseNearness } from '../../../models/metrics/personaIdentification'
import type { Persona } from '../../../shared/domain/persona'
import type { Voice } from '../../../shared/domain/voices'
import type { AuthoredText } from './authored'
import { grammarLint } from './grammar'
import type { Judges } from './judge'
import type { Crowd } from './people'

/** Profiles to tell a reader among, at least. */
const POOL_MIN = 100
/** Composed texts that teach the classifier of voices. */
const VOICE_TEXTS = 1000

/** What judges are made from. */
export interface JudgesRequest {
  readonly crowd: Crowd
  readonly authored: AuthoredText
  /** Of the catalogue that the texts are about. */
  readonly ranges: Judges['ranges']
  /** People already looked up. */
  readonly known: readonly Persona[]
  readonly count: number
  readonly seed: number
}

/** Opens the judges; the people of the first hundred cases are among the profiles however few cases there are. */
export async function openJudges({
  crowd,
  authored,
  ranges,
  known,
  count,
  seed,
}: JudgesRequest): Promise<Judges> {
  const people = new Map(known.map((persona) => [persona.id, persona]))
  for (let index = 0; index < Math.max(POOL_MIN, count); index++) {
    const { audience } = narrativeCase(index, seed, crowd.ids)
    if (!people.has(audience.id)) people.set(audience.id, await crowd.persona(audience))
  }
  const pool = [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    recogniseVoice: await voiceClassifier(authored, seed),
    nearness: phraseNearness(pool.map(profileText)),
    pool,
    ranges,
    grammar: await grammarLint(),
    seed,
  }
}

/** The last classifier with its seed: phrasebook and shop are the same for as long as a program runs, and training takes seconds. */
let last: { readonly seed: number; readonly trained: Promise<Classifier<Voice>> } | undefined

/** Tells voices apart, taught by composed texts of a seed. */
export function voiceClassifier(authored: AuthoredText, seed: number): Promise<Classifier<Voice>> {
  if (last?.seed === seed) return last.trained
  const trained = authored.voiced(VOICE_TEXTS, seed).then(trainClassifier)
  last = { seed, trained }
  trained.catch(() => (last = undefined))
  return trained
}
