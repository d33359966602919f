/** The texts of an audit: written for a sample of shoppers, the same occasions and templates for every group, and measured. */
import { readWorldProducts } from '../../../datasets/world/read'
import { narrativeCase } from '../../../models/metrics/cases'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { AuditFairnessRequest } from '../../../shared/contract/parts/fairness'
import type { Persona } from '../../../shared/domain/persona'
import { seededRandom } from '../../../shared/util/random'
import { AuthoredText } from '../evaluation/authored'
import { voiceClassifier } from '../evaluation/judges'
import { oneByOne } from '../breath'
import { modelInfo } from '../language'
import { shopperPersona } from '../people'
import { readDirectives } from '../templates'
import type { Ground } from './ground'
import type { RememberedAudit } from './shelf'
import type { SampledText } from './textSample'
import { textSample } from './textSample'
import type { MeasuredText } from './textMeasures'
import { measureTexts } from './textMeasures'
import type { Desk, TextOrder } from './writing'
import { writeAll } from './writing'

/** Profiles to tell a reader among, at least, where there are so many shoppers. */
const POOL_MIN = 100

/** What texts are written with. */
export interface TextBench {
  readonly desk: () => Promise<Desk>
  /** Folder of the invented shop's files, whose products teach what voices sound like. */
  readonly shopFolder: string
}

/** How they are written. */
export interface TextCourse {
  readonly signal: AbortSignal
  readonly onText: (done: number, total: number) => void
}

/** Texts measured. */
export interface AuditTexts {
  readonly texts: NonNullable<RememberedAudit['texts']>
  readonly model: { readonly name: string; readonly digest: string }
  /** Why each text that could not be written was not. */
  readonly unwritten: readonly string[]
}

/** Writes and measures; business rules have their say where the request has them. */
export async function auditTexts(
  { desk: open, shopFolder }: TextBench,
  request: AuditFairnessRequest,
  { ground, wanted }: { readonly ground: Ground; readonly wanted: readonly (readonly string[])[] },
  { signal, onText }: TextCourse,
): Promise<AuditTexts> {
  const sample = textSample(ground.segments, wanted, request)
  onText(0, sample.length)
  const desk = await open()
  const people = await peopleOf(ground, sample, signal)
  const asked = sample.flatMap((one) => {
    const persona = people.get(one.at)
    return persona ? [caseOf(one, persona, request)] : []
  })
  const orders = await oneByOne(asked, (one) => orderOf(desk, ground, request, one), signal)
  const written = await writeAll(desk, { of: ground.read.summary, orders }, signal, (done) =>
    onText(done, sample.length),
  )
  const texts = written.flatMap((text, at): readonly (MeasuredText & { readonly at: number })[] => {
    const one = asked[at]
    if (text instanceof ShelftalkError || !one) return []
    return [{ ...text, persona: one.persona, occasion: one.occasion, voice: one.voice, at: one.at }]
  })
  const authored = new AuthoredText(await readWorldProducts(shopFolder))
  const judges = {
    recogniseVoice: await voiceClassifier(authored, request.seed),
    pool: [...people.values()],
    ranges: await ground.read.catalogue.typicalRanges(),
    seed: request.seed,
  }
  const { name, digest } = await modelInfo(desk.bench.language)
  return {
    texts: {
      at: Int32Array.from(texts, ({ at }) => at),
      columns: await measureTexts(texts, judges, signal),
      written: texts.map(({ occasion, narrative, voice }) => ({ occasion, text: narrative.text, voice })),
    },
    model: { name, digest },
    unwritten: written.flatMap((text) => (text instanceof ShelftalkError ? [text.message] : [])),
  }
}

/** Those sampled, as far as the catalogue still has them, and as many others as make a crowd to tell them among, by their places. */
async function peopleOf(
  { read, ranked, segments }: Ground,
  sample: readonly SampledText[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Persona>> {
  const places = new Set(sample.map(({ at }) => at))
  for (const at of seededRandom(ranked.seed).shuffle([...segments.keys()])) {
    if (places.size >= POOL_MIN) break
    places.add(at)
  }
  const shoppers = new Map(read.shoppers.map((shopper) => [shopper.id, shopper]))
  const personaAt = async (at: number) => {
    const shopper = shoppers.get(read.events.shoppers[ranked.users[at] ?? -1] ?? '')
    return shopper ? ([[at, await shopperPersona(read.catalogue, shopper)]] as const) : []
  }
  return new Map((await oneByOne(places, personaAt, signal)).flat())
}

interface Asked extends SampledText {
  readonly persona: Persona
  readonly occasion: string
  readonly template: string
  readonly voice: MeasuredText['voice']
  readonly seed: number
}

/** Occasion, template and seed of her case. */
function caseOf({ at, index }: SampledText, persona: Persona, { seed }: AuditFairnessRequest): Asked {
  const one = narrativeCase(index, seed, { personas: [], shoppers: [persona.id] })
  const voice = readDirectives(one.template).voice ?? persona.voice
  return { at, index, persona, occasion: one.occasion, template: one.template, voice, seed: one.seed }
}

/** Without rules the products are picked beforehand, since writing picks as the Studio does. */
async function orderOf(
  { bench }: Desk,
  { read }: Ground,
  { strategy, adapters, rules }: AuditFairnessRequest,
  { persona, occasion, template, seed }: Asked,
): Promise<TextOrder> {
  const order = { persona, occasion, strategy, adapters, seed, templateText: template }
  if (rules) return order
  const count = readDirectives(template).products
  const wanted = { persona, occasion, strategy, seed, count, withoutRules: true }
  const { picks } = await bench.picker.pick(read.catalogue, wanted)
  return { ...order, productIds: picks.map(({ id }) => id) }
}
