/** A counterfactual probe: flips one attribute or the name of people, all else held, beside what another seed alone changes. */
import { changeOf, summariseProbe } from '../../../models/fairness/probe'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { Flip, ProbeFairnessEvent, ProbeFairnessRequest } from '../../../shared/contract/parts/fairness'
import { variantSchema } from '../../../shared/contract/schemas'
import type { Shopper } from '../../../shared/domain/catalogue'
import type { FairnessProbe, ProbeAnswer, ProbeCase, ProbeRules } from '../../../shared/domain/fairness'
import { flipWords } from '../../../shared/domain/fairnessSentences'
import { fieldWords } from '../../../shared/domain/fairnessWords'
import type { Persona } from '../../../shared/domain/persona'
import { seededRandom } from '../../../shared/util/random'
import type { Catalogue, Store } from '../../store/types'
import { personaOf, shopperPersona } from '../people'
import type { Picked, Picker } from '../picks'
import { holding, momentOf } from '../ruling'
import { directivesOf } from '../templates'
import { checkAttribute } from './segments'
import type { Course } from './telling'
import { worked } from './telling'
import type { Desk, TextOrder } from './writing'
import { writeAll } from './writing'

/** What a probe works with. */
export interface ProbeBench {
  readonly store: Store
  readonly picker: Picker
  /** Opens the model; only where texts are written. */
  readonly desk: () => Promise<Desk>
}

type ProbeProgress = Exclude<ProbeFairnessEvent, { readonly type: 'done' }>

/** Runs a probe, business rules and all, as in the Studio. Throws NOT_FOUND, and BAD_INPUT for a flip that changes nobody. */
export function probe(
  bench: ProbeBench,
  request: ProbeFairnessRequest,
  signal: AbortSignal,
): AsyncGenerator<ProbeFairnessEvent, void, void> {
  return worked<ProbeProgress, FairnessProbe>(signal, (course) => probed(bench, request, course))
}

async function probed(
  bench: ProbeBench,
  request: ProbeFairnessRequest,
  { signal, tell }: Course<ProbeProgress>,
): Promise<FairnessProbe> {
  const begunMs = performance.now()
  const catalogue = await bench.store.catalogue(request.catalogue)
  const people = await peopleOf(bench.store, catalogue, request)
  const total = people.length
  tell({ type: 'progress', stage: 'probing', done: 0, total })
  const about = request.texts ? await productsOf(bench.store, request) : 0
  const desk = request.texts ? await bench.desk() : undefined
  const random = seededRandom(request.seed)
  const cases: ProbeCase[] = []
  for (const persona of people) {
    signal.throwIfAborted()
    const seeds = { seed: random.below(SEEDS), other: random.below(SEEDS) }
    cases.push(await caseOf({ bench, catalogue, desk, about, request, signal }, persona, seeds))
    tell({ type: 'progress', stage: 'probing', done: cases.length, total })
  }
  const { name, version, invented } = catalogue.summary
  const { strategy, seed, k, flip } = request
  const flipped = flip.what === 'name' ? `name to ${flip.name}` : flipWords(flip.field, flip.value)
  const told = {
    flipped,
    what: flip.what,
    rules: await rulesOf(bench.store, catalogue, { people, request }),
  }
  return {
    ...{ catalogue: name, version, invented, strategy, seed, k, people: total, cases },
    ...told,
    ...summariseProbe(cases, told, seed),
    ms: performance.now() - begunMs,
  }
}

const SEEDS = 1e9

/** Names of the rules that hold for somebody, as they are and after the flip: all that reads an attribute. */
async function rulesOf(
  store: Pick<Store, 'rules'>,
  { summary }: Catalogue,
  { people, request }: { readonly people: readonly Persona[]; readonly request: ProbeFairnessRequest },
): Promise<ProbeRules> {
  const { rules } = await store.rules.of(summary.name)
  const namesFor = (whom: readonly Persona[]) => {
    const held = new Set(whom.flatMap((persona) => holding(rules, momentOf(persona, request.occasion))))
    return rules.filter((rule) => held.has(rule)).map(({ name }) => name)
  }
  return {
    before: namesFor(people),
    after: namesFor(people.map((persona) => flippedPersona(persona, request.flip))),
  }
}

interface Probing {
  readonly bench: ProbeBench
  readonly catalogue: Catalogue
  readonly desk: Desk | undefined
  /** Products that a text is about: the first of the list. */
  readonly about: number
  readonly request: ProbeFairnessRequest
  readonly signal: AbortSignal
}

/** The person, or a random sample of those whom the flip changes. */
async function peopleOf(
  store: Store,
  catalogue: Catalogue,
  { audience, people, flip, seed }: ProbeFairnessRequest,
): Promise<readonly Persona[]> {
  const shoppers = await catalogue.shoppers()
  if (audience) {
    const persona = await personaOf(store, catalogue, audience)
    checkFlip([...shoppers, persona], flip, catalogue)
    if (isFlipped(persona, flip)) throw flippedAlready(persona, flip)
    return [persona]
  }
  checkFlip(shoppers, flip, catalogue)
  const left = shoppers.filter((shopper) => !isFlipped(shopper, flip))
  if (left.length === 0) throw nobodyLeft(catalogue, flip)
  const drawn = seededRandom(seed).shuffle(left).slice(0, people)
  return Promise.all(drawn.map((shopper) => shopperPersona(catalogue, shopper)))
}

/** Throws BAD_INPUT for an attribute that nobody has: flipping it would say nothing. */
function checkFlip(people: readonly Pick<Shopper, 'segments'>[], flip: Flip, { summary }: Catalogue): void {
  if (flip.what === 'segment') checkAttribute(people, flip.field, summary.name)
}

/** As in rules, upper and lower case are one. */
function isFlipped({ name, segments }: Pick<Shopper, 'name' | 'segments'>, flip: Flip): boolean {
  if (flip.what === 'name') return name === flip.name
  const own = Object.hasOwn(segments, flip.field) ? segments[flip.field] : undefined
  return own?.trim().toLowerCase() === flip.value.trim().toLowerCase()
}

const valueWords = (flip: Flip) =>
  flip.what === 'name' ? `the name ${flip.name}` : `${fieldWords(flip.field)} ${flip.value}`

const flippedAlready = ({ name }: Persona, flip: Flip) =>
  new ShelftalkError(
    'BAD_INPUT',
    `${name} has ${valueWords(flip)} already.`,
    'Flip something to another value.',
  )

const nobodyLeft = ({ summary }: Catalogue, flip: Flip) =>
  new ShelftalkError(
    'BAD_INPUT',
    summary.shoppers === 0
      ? `"${summary.name}" has no shoppers.`
      : `Every shopper of "${summary.name}" has ${valueWords(flip)} already.`,
    'Flip something to another value, or probe a persona.',
  )

/** The name goes wherever it stands, so that nothing else tells who it was. */
function flippedPersona(persona: Persona, flip: Flip): Persona {
  if (flip.what === 'segment')
    return { ...persona, segments: { ...persona.segments, [flip.field]: flip.value } }
  return { ...persona, name: flip.name, summary: persona.summary.replaceAll(persona.name, flip.name) }
}

interface Seeds {
  readonly seed: number
  readonly other: number
}

async function caseOf(probing: Probing, persona: Persona, { seed, other }: Seeds): Promise<ProbeCase> {
  const { flip, k } = probing.request
  const asked = [
    { persona, seed },
    { persona: flippedPersona(persona, flip), seed },
    { persona, seed: other },
  ]
  const shown: Shown[] = []
  for (const one of asked) shown.push({ ...one, picked: await pickedFor(probing, one) })
  const texts = await textsOf(probing, shown)
  const [before, after, reseeded] = shown.map(({ picked }, at): ProbeAnswer => {
    const text = texts[at]
    return { picks: picksOf(picked, k), ...(text === undefined ? {} : { text }) }
  })
  if (!before || !after || !reseeded) throw new Error('Each person is asked for three times')
  return {
    ...{ id: persona.id, name: persona.name, before, after, reseeded },
    flip: changeOf(before, after, k),
    reseed: changeOf(before, reseeded, k),
  }
}

interface Asked {
  readonly persona: Persona
  readonly seed: number
}

interface Shown extends Asked {
  readonly picked: Picked
}

/** How many products the texts are about. Throws TEMPLATE_INVALID. */
async function productsOf(store: Store, { strategy, adapters, templateText }: ProbeFairnessRequest) {
  const variant = {
    strategy,
    adapters,
    decoding: {},
    ...(templateText === undefined ? {} : { templateText }),
  }
  return (await directivesOf(store, variantSchema.parse(variant))).products
}

/** The one list: what is compared are its first k, and its text is about its first few. */
function pickedFor({ bench, catalogue, about, request }: Probing, { persona, seed }: Asked): Promise<Picked> {
  const { occasion, strategy, k } = request
  return bench.picker.pick(catalogue, { persona, occasion, strategy, count: Math.max(k, about), seed })
}

function picksOf({ products }: Picked, k: number): ProbeAnswer['picks'] {
  return products.slice(0, k).map(({ id, title, price }) => ({ id, title, ...(price ? { price } : {}) }))
}

/** Of the first products of each list. Throws the BAD_INPUT of a text that cannot be planned. */
async function textsOf(
  { catalogue, desk, about, request, signal }: Probing,
  shown: readonly Shown[],
): Promise<readonly string[]> {
  if (!desk) return []
  const { occasion, strategy, adapters, templateText } = request
  const orders = shown.map(({ persona, seed, picked }): TextOrder => ({
    ...{ persona, occasion, strategy, adapters, seed, picked: firstOf(picked, about) },
    ...(templateText === undefined ? {} : { templateText }),
  }))
  const texts = await writeAll(desk, { of: catalogue.summary, orders }, signal)
  return texts.map((text) => {
    if (text instanceof ShelftalkError) throw text
    return text.narrative.text
  })
}

const firstOf = ({ picks, products }: Picked, count: number): Picked => ({
  picks: picks.slice(0, count),
  products: products.slice(0, count),
})
