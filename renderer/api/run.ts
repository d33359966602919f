/** One narrative as it comes about: events folded into what a page shows. Pure; the streams are in `streams.ts`. */
import type { ErrorData } from '../../shared/contract/errors'
import type { ShownToken, WriteEvent } from '../../shared/contract/events'
import type { Beat } from '../../shared/domain/beats'
import type { Product } from '../../shared/domain/catalogue'
import type { Narrative, Pick, Span, Unsupported, WrittenBeat } from '../../shared/domain/narrative'

/** Where a run stands. */
export type RunPhase = 'writing' | 'done' | 'stopped' | 'failed'

/** A sentence so far; `written` once its beat is finished. */
export interface Sentence {
  readonly text: string
  readonly written?: WrittenBeat
  /** Facts and unsupported claims, offsets from the sentence's first character; known when the narrative is finished. */
  readonly spans?: readonly Span[]
  readonly unsupported?: readonly Unsupported[]
}

/** Everything known about one narrative. */
export interface Run {
  readonly phase: RunPhase
  readonly picks: readonly Pick[]
  readonly products: readonly Product[]
  readonly beats: readonly Beat[]
  readonly prompt: readonly ShownToken[]
  /** By beat id. */
  readonly sentences: Readonly<Record<string, Sentence>>
  /** The beat being written, by id. */
  readonly writing?: string | undefined
  readonly narrative?: Narrative
  readonly error?: ErrorData | undefined
}

const blank: Run = { phase: 'writing', picks: [], products: [], beats: [], prompt: [], sentences: {} }

/**
 * A run that has just been started. With `base` it rewrites a storyboard: what stays keeps its place and its words on screen, and
 * the picks keep the reasons they were picked for.
 */
export function beginRun(base?: RunBase): Run {
  return base ? { ...blank, ...base } : blank
}

/** What an edited storyboard starts from. */
export type RunBase = { readonly [Key in 'picks' | 'products' | 'beats' | 'prompt' | 'sentences']: Run[Key] }

/** The part of `run` that an edited storyboard starts from: `beats` in their new order, sentences of `kept` beats only. */
export function runBase(run: Run, beats: readonly Beat[], kept: ReadonlySet<string>): RunBase {
  const sentences = Object.fromEntries(Object.entries(run.sentences).filter(([id]) => kept.has(id)))
  return { picks: run.picks, products: run.products, prompt: run.prompt, beats, sentences }
}

/** Folds one event in. */
export function reduceRun(run: Run, event: WriteEvent): Run {
  switch (event.type) {
    case 'picked': {
      const known = new Map(run.picks.map((pick) => [pick.id, pick]))
      return {
        ...run,
        picks: event.picks.map((pick) => known.get(pick.id) ?? pick),
        products: event.products,
      }
    }
    case 'planned':
      return { ...run, beats: event.beats, prompt: event.prompt }
    case 'partial': {
      const id = run.beats[event.beat]?.id
      if (id === undefined) return run
      return { ...run, writing: id, sentences: { ...run.sentences, [id]: { text: event.text } } }
    }
    case 'beat': {
      const { written } = event
      const before = run.sentences[written.beat.id]
      const same = before?.text === written.text ? before : undefined
      const sentences = { ...run.sentences, [written.beat.id]: { ...same, text: written.text, written } }
      return { ...run, sentences, writing: run.writing === written.beat.id ? undefined : run.writing }
    }
    case 'done': {
      const { narrative } = event
      const sentences = Object.fromEntries(
        narrative.beats.map((written) => [written.beat.id, finishedSentence(narrative, written)]),
      )
      const known = new Map(run.picks.map((pick) => [pick.id, pick]))
      const products = narrative.products.map((pick) => known.get(pick.id) ?? pick)
      return {
        ...run,
        phase: 'done',
        writing: undefined,
        picks: products,
        beats: narrative.beats.map((written) => written.beat),
        sentences,
        narrative: { ...narrative, products },
      }
    }
  }
}

function within<Mark extends { readonly start: number; readonly end: number }>(
  marks: readonly Mark[],
  beat: WrittenBeat,
): readonly Mark[] {
  return marks
    .filter((mark) => mark.end > beat.start && mark.start < beat.end)
    .map((mark) => ({ ...mark, start: mark.start - beat.start, end: mark.end - beat.start }))
}

function finishedSentence({ spans, checks }: Narrative, written: WrittenBeat): Sentence {
  return {
    text: written.text,
    written,
    spans: within(spans, written),
    unsupported: within(checks.unsupported, written),
  }
}

/** The run after its stream ended without a narrative. */
export function endRun(run: Run, phase: 'stopped' | 'failed', error?: ErrorData): Run {
  return { ...run, phase, writing: undefined, error }
}

/** The sentences of a run in order, as far as they go. */
export function runSentences(run: Run): readonly { readonly beat: Beat; readonly sentence: Sentence }[] {
  return run.beats.flatMap((beat) => {
    const sentence = run.sentences[beat.id]
    return sentence ? [{ beat, sentence }] : []
  })
}
