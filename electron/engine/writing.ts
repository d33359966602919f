/** One request from picks to finished narrative, as a stream. */
import { performance } from 'node:perf_hooks'
import type { Batch } from '../../models/language/batch'
import { FeedError } from '../../models/language/decoder'
import { FreePlan } from '../../models/narrative/freePlan'
import { NO_BEAT, planBeats } from '../../models/narrative/planner'
import type { RelationGround } from '../../models/narrative/relations'
import { beatIsTrue } from '../../models/narrative/relations'
import type { Affinity } from '../../models/narrative/relevance'
import type { Manuscript, WriterEvent, Written } from '../../models/narrative/writer'
import { beatFills } from '../../models/narrative/values'
import type { Subject } from '../../models/narrative/values'
import { ShelftalkError } from '../../shared/contract/errors'
import type { ShownToken, WriteEvent } from '../../shared/contract/events'
import type { WriteRequest } from '../../shared/contract/schemas'
import type { Preview } from '../../shared/contract/services'
import type { Beat } from '../../shared/domain/beats'
import type { Product } from '../../shared/domain/catalogue'
import { isFactKind } from '../../shared/domain/facts'
import type { Narrative } from '../../shared/domain/narrative'
import type { Persona } from '../../shared/domain/persona'
import type { Directives } from '../../shared/domain/template'
import { CHANNEL_WORDS } from '../../shared/domain/voices'
import type { Catalogue, Store } from '../store/types'
import type { AdapterShelf } from './adapters/shelf'
import type { Language } from './language'
import { modelInfo } from './language'
import type { Picked, Picker } from './picks'
import { namedFirst, personaOf, withoutPicked } from './people'
import { directivesOf } from './templates'

/** What writing works with. */
export interface Workbench {
  readonly store: Store
  readonly language: Language
  readonly picker: Pick<Picker, 'pick'>
  readonly affinity: Affinity
  readonly adapters: AdapterShelf
}

/** A request with everything looked up. */
interface Order extends Picked {
  readonly catalogue: Catalogue
  readonly subject: Subject
  readonly directives: Directives
  readonly retrieveMs: number
}

async function order(
  { store, picker, affinity }: Pick<Workbench, 'store' | 'picker' | 'affinity'>,
  request: WriteRequest,
): Promise<Order> {
  const started = performance.now()
  const catalogue = await store.catalogue(request.catalogue)
  const [found, directives] = await Promise.all([
    personaOf(store, catalogue, request.audience),
    directivesOf(store, request.variant),
  ])
  const persona = withKnownLocale(found)
  const { strategy, decoding, diversity, calibration } = request.variant
  const wanted = {
    persona,
    occasion: request.occasion,
    strategy,
    count: directives.products,
    seed: decoding.seed,
    ...{ diversity, calibration },
    productIds: request.productIds,
  }
  const picked = await picker.pick(catalogue, wanted)
  const close = closestFirst(persona, picked.products[0], affinity)
  const own = withoutPicked(namedFirst(close, picked.picks[0]?.because), picked.products)
  const subject = { persona: forWhom(own), occasion: request.occasion, products: picked.products }
  return { ...picked, catalogue, subject, directives, retrieveMs: performance.now() - started }
}

/** As a text may speak of her: where it is a present, what the giver likes and has is not what it is chosen by. */
function forWhom(persona: Persona): Persona {
  return persona.recipient === undefined ? persona : { ...persona, interests: [], history: [] }
}

/** The interest and the owned thing nearest the first product in front: they are what a narrative speaks of. */
function closestFirst(persona: Persona, product: Product | undefined, affinity: Affinity): Persona {
  if (!product) return persona
  const nearness = new Map<string, number>()
  const near = (text: string) => {
    const known = nearness.get(text) ?? affinity(text, product)
    nearness.set(text, known)
    return known
  }
  const thing = (item: Persona['history'][number]) =>
    item.noun === product.noun ? 2 : near(`${item.noun ?? ''} ${item.title}`)
  return {
    ...persona,
    interests: [...persona.interests].sort((a, b) => near(b) - near(a)),
    history: [...persona.history].sort((a, b) => thing(b) - thing(a)),
  }
}

/** Prices are written the shopper's way. Throws BAD_INPUT for a locale there is none of. */
function withKnownLocale(persona: Persona): Persona {
  try {
    Intl.getCanonicalLocales(persona.locale)
    return persona
  } catch (cause) {
    const message = `The locale "${persona.locale}" of ${persona.name} is none.`
    throw new ShelftalkError('BAD_INPUT', message, 'Write a BCP 47 tag such as en-IN.', { cause })
  }
}

/** Beats, or what a model that plans for itself may plan. */
type Plan = Pick<Manuscript, 'beats' | 'free' | 'ranges'>

async function plan(
  { language, affinity }: Workbench,
  request: WriteRequest,
  { catalogue, subject, directives }: Order,
): Promise<Plan> {
  const ranges = await catalogue.typicalRanges()
  if (request.beats !== undefined) return { beats: checkedBeats(request.beats, { subject, ranges }), ranges }
  const { seed } = request.variant.decoding
  const free = { directives, inventory: language.inventory, ranges, affinity, seed }
  try {
    if (directives.plan !== 'free') return { beats: planBeats({ ...free, subject }), ranges }
    if (new FreePlan({ ...free, subject }).options(0).beats.length === 0) throw new Error(NO_BEAT)
    return { beats: [], free, ranges }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new ShelftalkError(
      'BAD_INPUT',
      `${message}.`,
      'Loosen the template: fewer fields to avoid, or another channel.',
      { cause },
    )
  }
}

/**
 * An edited storyboard may ask for values that these products do not have, or claim what is not true of them. Throws BAD_INPUT naming the
 * beat.
 */
function checkedBeats(given: readonly Beat[], ground: RelationGround): readonly Beat[] {
  if (given.length === 0)
    throw new ShelftalkError('BAD_INPUT', 'The storyboard is empty.', 'Add a beat, or plan anew.')
  const beats = given.map((beat) => withTrueLink(beat, ground))
  const ids = beats.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) {
    const message = `Two beats of the storyboard are called ${twice}.`
    throw new ShelftalkError('BAD_INPUT', message, 'Give every beat an id of its own.')
  }
  for (const beat of beats) {
    try {
      beatFills(ground.subject, beat)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      throw new ShelftalkError(
        'BAD_INPUT',
        `${message}.`,
        'Drop that beat, or choose a fact these products have.',
        { cause },
      )
    }
    if (!beatIsTrue(ground, beat)) {
      const message = `Beat ${beat.id} (${beat.move}) would say "${beat.relation ?? ''}", which is not so of these products and this shopper.`
      throw new ShelftalkError('BAD_INPUT', message, 'Drop that beat, or plan anew.')
    }
  }
  return beats
}

/** Whether what she owns is the same kind of thing or goes with it is for the data to say, not for whoever adds a history beat. */
function withTrueLink(beat: Beat, ground: RelationGround): Beat {
  if (beat.relation !== 'same' && beat.relation !== 'goes') return beat
  return beatIsTrue(ground, beat) ? beat : { ...beat, relation: beat.relation === 'same' ? 'goes' : 'same' }
}

function manuscriptOf(
  request: WriteRequest,
  { subject, directives }: Order,
  planned: Plan,
): Omit<Manuscript, 'adapters'> {
  const manner = { voice: directives.voice ?? subject.persona.voice, channel: directives.channel }
  // A storyboard that comes with the request is written as it stands.
  const range =
    request.beats === undefined ? (directives.words ?? CHANNEL_WORDS[directives.channel]) : undefined
  const { keep = {}, variant } = request
  const avoid = directives.avoid.filter((one) => !isFactKind(one))
  return { subject, manner, ...planned, avoid, keep, decoding: variant.decoding, ...(range ? { range } : {}) }
}

/** The prompt as the model sees it, token by token. */
function shownPrompt(
  { language }: Workbench,
  manuscript: Omit<Manuscript, 'adapters'>,
): readonly ShownToken[] {
  const { tokenizer } = language.model
  return language.writer.promptIds(manuscript).map((id) => {
    const text = tokenizer.textOf(id)
    return { id, text, kind: /^<[^>]+>$|^<\|/.test(text) ? 'special' : 'value' }
  })
}

/** Picks and plans without decoding; no beats where the model plans for itself. */
export async function previewOf(bench: Workbench, request: WriteRequest): Promise<Preview> {
  const made = await order(bench, request)
  const planned = await plan(bench, request, made)
  const prompt = shownPrompt(bench, manuscriptOf(request, made, planned))
  return { picks: made.picks, products: made.products, beats: planned.beats, prompt }
}

/**
 * Writes one narrative. Stops within one run of the model of `signal`.
 * @param place a row of a batch, opened with the variant's adapters; it writes the same there as by itself
 */
export async function* writeOne(
  bench: Workbench,
  request: WriteRequest,
  signal: AbortSignal,
  place?: { readonly batch: Batch; readonly row: number },
): AsyncGenerator<WriteEvent, void, void> {
  const started = performance.now()
  const made = await order(bench, request)
  yield { type: 'picked', picks: made.picks, products: made.products, retrieveMs: made.retrieveMs }
  signal.throwIfAborted()
  const planned = await plan(bench, request, made)
  const plain = manuscriptOf(request, made, planned)
  const prompt = shownPrompt(bench, plain)
  yield { type: 'planned', beats: planned.beats, prompt }
  const adapters = await bench.adapters.mix(bench.language.model, request.variant.adapters)
  const writerStarted = performance.now()
  const written = yield* forwarded(bench.language.writer.write({ ...plain, adapters }, signal, place), prompt)
  const narrative = await labelled(bench, request, {
    made,
    written,
    beforeMs: writerStarted - started,
    totalMs: performance.now() - started,
  })
  yield { type: 'done', narrative }
}

/** Passes the writer's events on. Throws BAD_INPUT for more beats and products than the model's context holds. */
async function* forwarded(
  events: AsyncGenerator<WriterEvent, Written, void>,
  prompt: readonly ShownToken[],
): AsyncGenerator<WriteEvent, Written, void> {
  try {
    for (;;) {
      const step = await events.next()
      if (step.done) return step.value
      yield step.value.type === 'planned' ? { ...step.value, prompt } : step.value
    }
  } catch (cause) {
    if (!(cause instanceof FeedError)) throw cause
    const hint = 'Take beats out of the storyboard, or show fewer products.'
    throw new ShelftalkError(
      'BAD_INPUT',
      `The narrative is too long for the model: ${cause.message}.`,
      hint,
      {
        cause,
      },
    )
  }
}

interface Outcome {
  readonly made: Order
  readonly written: Written
  /** Milliseconds from the request to the writer's start. */
  readonly beforeMs: number
  readonly totalMs: number
}

async function labelled(
  { language }: Workbench,
  request: WriteRequest,
  { made, written, beforeMs, totalMs }: Outcome,
): Promise<Narrative> {
  const { prefillMs, decodeMs, firstTokenMs, ...body } = written
  const { name, digest } = await modelInfo(language)
  return {
    ...body,
    products: made.picks,
    strategy: request.variant.strategy,
    seed: request.variant.decoding.seed,
    model: `${name}@${digest}`,
    adapters: request.variant.adapters,
    timing: {
      retrieveMs: made.retrieveMs,
      prefillMs,
      decodeMs,
      firstTokenMs: beforeMs + firstTokenMs,
      totalMs,
    },
  }
}
