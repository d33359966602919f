/** One request from picks to finished narrative, as a stream. */
import { performance } from 'node:perf_hooks'
import { planBeats } from '../../models/narrative/planner'
import type { Affinity } from '../../models/narrative/relevance'
import type { Manuscript, WriterEvent, Written } from '../../models/narrative/writer'
import { beatFills } from '../../models/narrative/values'
import type { Subject } from '../../models/narrative/values'
import { ShelftalkError } from '../../shared/contract/errors'
import type { ShownToken, WriteEvent } from '../../shared/contract/events'
import type { WriteRequest } from '../../shared/contract/schemas'
import type { Preview } from '../../shared/contract/services'
import type { Beat } from '../../shared/domain/beats'
import type { Narrative } from '../../shared/domain/narrative'
import type { Directives } from '../../shared/domain/template'
import type { Catalogue, Store } from '../store/types'
import type { AdapterShelf, Language } from './language'
import { modelInfo } from './language'
import type { Picked, Picker } from './picks'
import { personaOf } from './people'
import { directivesOf } from './templates'

/** What writing works with. */
export interface Workbench {
  readonly store: Store
  readonly language: Language
  readonly picker: Picker
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
  { store, picker }: Pick<Workbench, 'store' | 'picker'>,
  request: WriteRequest,
): Promise<Order> {
  const started = performance.now()
  const catalogue = await store.catalogue(request.catalogue)
  const [persona, directives] = await Promise.all([
    personaOf(store, catalogue, request.audience),
    directivesOf(store, request.variant),
  ])
  const { strategy, decoding } = request.variant
  const wanted = {
    persona,
    occasion: request.occasion,
    strategy,
    count: directives.products,
    seed: decoding.seed,
    productIds: request.productIds,
  }
  const picked = await picker.pick(catalogue, wanted)
  const subject = { persona, occasion: request.occasion, products: picked.products }
  return { ...picked, catalogue, subject, directives, retrieveMs: performance.now() - started }
}

async function plan(
  { language, affinity }: Workbench,
  request: WriteRequest,
  made: Order,
): Promise<readonly Beat[]> {
  if (request.beats !== undefined) return checkedBeats(request.beats, made.subject)
  const ranges = await made.catalogue.typicalRanges()
  const { subject, directives } = made
  try {
    return planBeats({
      subject,
      directives,
      inventory: language.inventory,
      ranges,
      affinity,
      seed: request.variant.decoding.seed,
    })
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

/** An edited storyboard may ask for values that these products do not have. Throws BAD_INPUT naming the beat. */
function checkedBeats(beats: readonly Beat[], subject: Subject): readonly Beat[] {
  if (beats.length === 0)
    throw new ShelftalkError('BAD_INPUT', 'The storyboard is empty.', 'Add a beat, or plan anew.')
  for (const beat of beats) {
    try {
      beatFills(subject, beat)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      throw new ShelftalkError(
        'BAD_INPUT',
        `${message}.`,
        'Drop that beat, or choose a fact these products have.',
        { cause },
      )
    }
  }
  return beats
}

function manuscriptOf(
  request: WriteRequest,
  { subject, directives }: Order,
  beats: readonly Beat[],
): Omit<Manuscript, 'adapters'> {
  const manner = { voice: directives.voice ?? subject.persona.voice, channel: directives.channel }
  return { subject, manner, beats, keep: request.keep ?? {}, decoding: request.variant.decoding }
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

/** Picks and plans without decoding. */
export async function previewOf(bench: Workbench, request: WriteRequest): Promise<Preview> {
  const made = await order(bench, request)
  const beats = await plan(bench, request, made)
  const prompt = shownPrompt(bench, manuscriptOf(request, made, beats))
  return { picks: made.picks, products: made.products, beats, prompt }
}

/** Writes one narrative. Stops within one token of `signal`. */
export async function* writeOne(
  bench: Workbench,
  request: WriteRequest,
  signal: AbortSignal,
): AsyncGenerator<WriteEvent, void, void> {
  const started = performance.now()
  const made = await order(bench, request)
  yield { type: 'picked', picks: made.picks, products: made.products, retrieveMs: made.retrieveMs }
  signal.throwIfAborted()
  const beats = await plan(bench, request, made)
  const plain = manuscriptOf(request, made, beats)
  yield { type: 'planned', beats, prompt: shownPrompt(bench, plain) }
  const adapters = await bench.adapters.mix(bench.language.model, request.variant.adapters)
  const writerStarted = performance.now()
  const written = yield* forwarded(bench.language.writer.write({ ...plain, adapters }, signal))
  const narrative = await labelled(bench, request, {
    made,
    written,
    beforeMs: writerStarted - started,
    totalMs: performance.now() - started,
  })
  yield { type: 'done', narrative }
}

async function* forwarded(
  events: AsyncGenerator<WriterEvent, Written, void>,
): AsyncGenerator<WriteEvent, Written, void> {
  return yield* events
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
