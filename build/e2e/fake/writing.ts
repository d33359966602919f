/** Picks, plans and "writes" canned narratives with the real realiser and checker, slowly enough to watch. */
import type { Beat, SlotName } from '../../../shared/domain/beats'
import type { Product } from '../../../shared/domain/catalogue'
import type {
  Narrative,
  Pick,
  SentenceOrigin,
  Unsupported,
  WrittenBeat,
} from '../../../shared/domain/narrative'
import { verifiedFacts } from '../../../shared/domain/narrative'
import type { Persona } from '../../../shared/domain/persona'
import type { ShownToken, WriteEvent } from '../../../shared/contract/events'
import type { WriteRequest } from '../../../shared/contract/schemas'
import { seededRandom } from '../../../shared/util/random'
import { joinSentences, realiseSentence } from '../../../models/narrative/realise'
import type { Realised } from '../../../models/narrative/realise'
import { readTemplate } from '../../../models/narrative/template'
import type { Subject } from '../../../models/narrative/values'
import { beatFills } from '../../../models/narrative/values'
import { products } from './products'
import { cannedSentence } from './sentences'

const reasons = {
  personalised: ['close to what you bought last month', 'fits the occasion and your usual budget'],
  popularity: ['bought most in the last 30 days', 'often bought this season'],
  random: ['drawn at random', 'drawn at random'],
} as const

/** Two products for a request; the order depends on strategy, shopper and seed. */
export function pickProducts(request: WriteRequest, persona: Persona): readonly Pick[] {
  const { strategy, decoding } = request.variant
  const fixed = request.productIds
    ?.map((id) => products.find((product) => product.id === id))
    .filter((product) => product !== undefined)
  const seed =
    strategy === 'popularity'
      ? 7
      : strategy === 'random'
        ? decoding.seed + 1000
        : persona.id.length + persona.name.length
  const chosen = fixed && fixed.length > 0 ? fixed : seededRandom(seed).shuffle(products).slice(0, 2)
  return chosen.map((product, index) => ({
    id: product.id,
    title: product.title,
    score: 1 / (index + 1),
    reason: fixed ? 'chosen by you' : (reasons[strategy][index] ?? reasons[strategy][0]),
  }))
}

/** A plan of six or seven beats, or the storyboard as sent. */
export function planFake(request: WriteRequest, subject: Subject): readonly Beat[] {
  if (request.beats) return request.beats
  const voice = request.variant.voice ?? subject.persona.voice
  const product = subject.products[0]
  const facts = (product?.facts ?? []).slice(0, 4)
  const beat = (
    move: Beat['move'],
    slots: readonly SlotName[],
    rest: Partial<Beat> = {},
  ): Omit<Beat, 'id'> => ({ move, voice, length: 'medium', slots, ...rest })
  const beats = [
    request.occasion.trim() === '' ? beat('hook', []) : beat('occasion', ['u.occasion']),
    ...(subject.persona.history.length > 0 ? [beat('history', ['h1.title'], { relation: 'goes' })] : []),
    beat('introduce', ['p1.title']),
    ...facts.map((fact) => beat('fact', [`p1.${fact.kind}`], { factIds: { [`p1.${fact.kind}`]: fact.id } })),
    beat('price', ['p1.price'], { relation: 'under' }),
    beat('close', [], { relation: 'quiet' }),
  ]
  return beats.map((draft, index) => ({ id: `b${index + 1}`, ...draft }))
}

/** What a model would see, roughly. */
export function shownPrompt(subject: Subject, beats: readonly Beat[]): readonly ShownToken[] {
  const special = (text: string): ShownToken => ({ id: text.length * 31, text, kind: 'special' })
  const value = (text: string): ShownToken => ({ id: text.length * 17, text, kind: 'value' })
  const words = (text: string) => text.split(/(?= )/).map(value)
  const first = subject.products[0]
  return [
    special(`<v.${beats[0]?.voice ?? 'warm'}>`),
    special('<ch.page>'),
    special(`<c.${first?.aisle ?? 'general'}>`),
    ...(subject.occasion ? [special('<u.occasion>'), ...words(` ${subject.occasion}`)] : []),
    ...subject.persona.history
      .slice(0, 1)
      .flatMap((item) => [special('<h1.title>'), ...words(` ${item.title}`)]),
    special('<p1>'),
    ...(first?.facts ?? [])
      .slice(0, 5)
      .flatMap((fact) => [special(`<p1.${fact.kind}>`), ...words(` ${fact.text}`)]),
    special('<go>'),
  ]
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new DOMException('Stopped', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })

interface Sentence {
  readonly beat: Beat
  readonly template: string
  readonly realised: Realised
  readonly origin: SentenceOrigin
}

function sentenceOf(request: WriteRequest, subject: Subject, beat: Beat, index: number): Sentence {
  const kept = request.keep?.[beat.id]
  const { seed } = request.variant.decoding
  const template = kept?.template ?? cannedSentence(beat, seed)
  const origin: SentenceOrigin = kept
    ? kept.origin
    : (seed + index) % 9 === 4
      ? 'resampled'
      : (seed + index) % 23 === 7
        ? 'fallback'
        : 'model'
  return { beat, template, realised: realiseSentence(template, beatFills(subject, beat)), origin }
}

function written(sentence: Sentence, start: number): WrittenBeat {
  const { beat, template, realised, origin } = sentence
  const rejected = origin === 'model' ? [] : ['the sentence ended before its slot was said']
  return { beat, template, text: realised.text, start, end: start + realised.text.length, origin, rejected }
}

/** A claim to look at: one narrative in seven says something the catalogue does not. */
function planted(text: string, seed: number): readonly Unsupported[] {
  const at = text.indexOf('useful')
  if (seed % 7 !== 3 || at < 0) return []
  return [
    { start: at, end: at + 6, text: 'useful', kind: 'claim', reason: 'no fact of this product says so' },
  ]
}

/** Streams one canned narrative. `wordMs` is the pause between words. */
export async function* writeFake(
  request: WriteRequest,
  persona: Persona,
  wordMs: number,
  signal: AbortSignal,
): AsyncGenerator<WriteEvent> {
  const startMs = performance.now()
  const picks = pickProducts(request, persona)
  const shown = picks
    .map((pick) => products.find((product) => product.id === pick.id))
    .filter((product): product is Product => product !== undefined)
  const subject: Subject = { persona, occasion: request.occasion, products: shown }
  await pause(60, signal)
  yield { type: 'picked', picks, products: shown, retrieveMs: 41 }
  const beats = planFake(request, subject)
  yield { type: 'planned', beats, prompt: shownPrompt(subject, beats) }
  const sentences: Sentence[] = []
  let at = 0
  for (const [index, beat] of beats.entries()) {
    const sentence = sentenceOf(request, subject, beat, index)
    if (!request.keep?.[beat.id]) {
      const words = sentence.realised.text.split(' ')
      for (let count = 1; count < words.length; count++) {
        await pause(wordMs, signal)
        yield { type: 'partial', beat: index, text: words.slice(0, count).join(' ') }
      }
    }
    sentences.push(sentence)
    yield { type: 'beat', index, written: written(sentence, at) }
    at += sentence.realised.text.length + 1
  }
  yield {
    type: 'done',
    narrative: finish({ request, persona, picks, sentences, totalMs: performance.now() - startMs }),
  }
}

interface Finished {
  readonly request: WriteRequest
  readonly persona: Persona
  readonly picks: readonly Pick[]
  readonly sentences: readonly Sentence[]
  readonly totalMs: number
}

function finish({ request, persona, picks, sentences, totalMs }: Finished): Narrative {
  const { text, spans, starts } = joinSentences(sentences.map((sentence) => sentence.realised))
  const { variant } = request
  const directives = readTemplate(variant.templateText ?? '').directives
  const unsupported = planted(text, variant.decoding.seed)
  return {
    text,
    spans,
    beats: sentences.map((sentence, index) => written(sentence, starts[index] ?? 0)),
    products: picks,
    checks: {
      verifiedFacts: verifiedFacts(spans, unsupported).length,
      unsupported,
      fallbackSentences: sentences.filter((sentence) => sentence.origin === 'fallback').length,
    },
    words: text.split(/\s+/).length,
    tokens: Math.round(text.length / 5),
    timing: { retrieveMs: 41, prefillMs: 48, decodeMs: totalMs - 89, firstTokenMs: 96, totalMs },
    seed: variant.decoding.seed,
    model: 'shelftalk-base',
    adapters: variant.adapters,
    strategy: variant.strategy,
    voice: variant.voice ?? directives?.voice ?? persona.voice,
    channel: variant.channel ?? directives?.channel ?? 'page',
  }
}
