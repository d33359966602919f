/** The writer: plan in, narrative out, streamed. The story of one narrative fits this file. */
import { setTimeout } from 'node:timers/promises'
import type { Beat } from '../../shared/domain/beats'
import { factKind, isFactKind } from '../../shared/domain/facts'
import type { TypicalRange } from '../../shared/domain/measures'
import type { Decoding, Narrative, SentenceOrigin, WrittenBeat } from '../../shared/domain/narrative'
import { verifiedFacts } from '../../shared/domain/narrative'
import { beatProduct, headText, promptText } from '../../shared/domain/prompt'
import type { AdapterMix } from '../language/adapterFeeds'
import { Batch } from '../language/batch'
import { DraftTable } from '../language/draftTable'
import type { LanguageModel } from '../language/model'
import { Passage } from '../language/passage'
import { checkText } from './checker'
import { CLAIM_WORDS, unsupportedClaims } from './claims'
import { foresee } from './drafting'
import { fallbackSentence } from './fallback'
import { writeHead } from './freeHead'
import { FreePlan } from './freePlan'
import { freePrompt } from './freePrompt'
import type { TextSoFar } from './fitting'
import { leaveOut, misfit, wordCount } from './fitting'
import type { GuardTables } from './guard'
import { guardTables } from './guard'
import type { PlanRequest } from './planner'
import type { Realised } from './realise'
import { joinSentences, realiseSentence } from './realise'
import { writeSentence } from './sentence'
import type { Manner } from './subjectPrompt'
import { subjectPrompt } from './subjectPrompt'
import type { Subject } from './values'
import { beatFills } from './values'
import { editedProblem, sentenceProblem } from './verify'

/** A planned narrative to be written. */
export interface Manuscript {
  readonly subject: Subject
  readonly manner: Manner
  readonly beats: readonly Beat[]
  /** What a model that plans for itself may plan; `beats` are then empty. */
  readonly free?: Omit<PlanRequest, 'subject'>
  /** Words aimed at: beats that are not needed to come within are left out. All are written when absent. */
  readonly range?: { readonly min: number; readonly max: number }
  /** Words that no sentence may hold. */
  readonly avoid?: readonly string[]
  /** Sentences to keep, by beat id, slots as tokens. */
  readonly keep: Readonly<Record<string, { readonly template: string; readonly origin: SentenceOrigin }>>
  readonly decoding: Decoding
  readonly adapters: AdapterMix
  /** Typical ranges of the catalogue, by which the checker judges "lighter than most"; not judged where absent. */
  readonly ranges?: ReadonlyMap<string, TypicalRange>
}

/** What the writer reports on the way. */
export type WriterEvent =
  /** Where the model plans for itself: the plan has grown by a beat. */
  | { readonly type: 'planned'; readonly beats: readonly Beat[] }
  | { readonly type: 'partial'; readonly beat: number; readonly text: string }
  | { readonly type: 'beat'; readonly index: number; readonly written: WrittenBeat }

/** The body of a finished narrative: all but how its products were picked. */
export type Written = Omit<Narrative, 'products' | 'strategy' | 'seed' | 'timing' | 'model' | 'adapters'> & {
  readonly prefillMs: number
  readonly decodeMs: number
  /** Milliseconds from start to the first token. */
  readonly firstTokenMs: number
}

interface Draft {
  readonly templates: string[]
  readonly realised: Realised[]
  readonly origins: SentenceOrigin[]
  readonly rejected: (readonly string[])[]
  tokens: number
  firstTokenMs: number
}

/** Writes narratives with one model. */
export class Writer {
  private readonly model: LanguageModel
  private readonly drafts: DraftTable
  private readonly tables: GuardTables

  /**
   * Precomputes the guard's tables. `drafts` shortens the writing and does not change what is written. Throws when the model's tokenizer
   * lacks a token of the format.
   */
  constructor(model: LanguageModel, drafts: DraftTable = DraftTable.EMPTY) {
    this.model = model
    this.drafts = drafts
    const { tokenizer } = model
    const id = (token: string) => {
      const found = tokenizer.idOf(token)
      if (found === undefined)
        throw new Error(`The model's tokenizer has no ${token}: it was trained on another format`)
      return found
    }
    const vocabulary = {
      size: tokenizer.size,
      text: (token: number) => tokenizer.textOf(token),
      id,
      encode: (text: string) => tokenizer.encode(text),
    }
    this.tables = guardTables(vocabulary, CLAIM_WORDS)
  }

  /** Token ids of a manuscript's prompt, the start token first. */
  promptIds({
    subject,
    manner,
    beats,
    free,
  }: Pick<Manuscript, 'subject' | 'manner' | 'beats' | 'free'>): readonly number[] {
    const prompt = free ? freePrompt({ ...free, subject }) : subjectPrompt(subject, manner, beats)
    return [0, ...this.model.tokenizer.encode(promptText(prompt))]
  }

  /** Rows to write narratives in at the same time, one a mix of adapters. */
  async openBatch(mixes: readonly AdapterMix[], signal: AbortSignal): Promise<Batch> {
    return new Batch(await this.model.open(mixes.map((adapters) => ({ adapters }))), signal)
  }

  /**
   * Writes beat by beat; stops within one run of the graph of `signal`. The same manuscript and model files give the same narrative on one
   * machine: again, after others, and in a batch beside any others, since logits do not depend on how tokens share runs (`decoder.ts`).
   * @param place a row of a batch, opened with the manuscript's adapters; a batch of its own when absent
   */
  async *write(
    manuscript: Manuscript,
    signal: AbortSignal,
    place?: { readonly batch: Batch; readonly row: number },
  ): AsyncGenerator<WriterEvent, Written, void> {
    const startMs = performance.now()
    const { batch, row } = place ?? { batch: await this.openBatch([manuscript.adapters], signal), row: 0 }
    const passage = new Passage(batch, row)
    try {
      return yield* this.writeAll({ ...this.workOn(manuscript), passage, startMs }, signal)
    } finally {
      passage.close()
    }
  }

  private workOn(manuscript: Manuscript): Pick<Work, 'manuscript' | 'beats' | 'heads' | 'draft' | 'free'> {
    const { free, subject } = manuscript
    const heads = manuscript.beats.map((_, index) => this.headIds(manuscript, index))
    const draft: Draft = {
      templates: [],
      realised: [],
      origins: [],
      rejected: [],
      tokens: 0,
      firstTokenMs: 0,
    }
    const plan = free ? { free: new FreePlan({ ...free, subject }) } : {}
    return { manuscript, beats: [...manuscript.beats], heads, draft, ...plan }
  }

  private async *writeAll(work: Work, signal: AbortSignal): AsyncGenerator<WriterEvent, Written, void> {
    const { manuscript, passage, beats, heads, draft } = work
    const prefillStart = performance.now()
    passage.push(this.promptIds(manuscript))
    let decodeStart = prefillStart
    for (let index = 0; ; index++) {
      if (work.free) yield* this.planNext({ ...work, free: work.free }, index, signal)
      else leaveOut(lengthOf(work), index)
      const beat = beats[index]
      if (!beat) break
      if (!work.free) passage.push(index === 0 ? heads[0]! : [this.tables.endBeat, ...heads[index]!])
      if (index === 0) {
        await passage.logits(() => this.ahead(work, 0, []))
        decodeStart = performance.now()
      }
      yield* this.writeBeat(work, { beat, index }, signal)
    }
    return {
      ...finish(manuscript, beats, draft),
      prefillMs: decodeStart - prefillStart,
      decodeMs: performance.now() - decodeStart,
      firstTokenMs: draft.firstTokenMs,
    }
  }

  /** Lets the model write the next head, which the passage then ends with; no beat is added where the text ends. */
  private async *planNext(
    work: Work & { readonly free: FreePlan },
    index: number,
    signal: AbortSignal,
  ): AsyncGenerator<WriterEvent, void, void> {
    const { manuscript, passage, beats, heads, draft, free } = work
    if (index > 0) passage.push([this.tables.endBeat])
    const head = await writeHead(
      {
        ...{ passage, plan: free, decoding: manuscript.decoding, position: index },
        words: wordCount(joinSentences(draft.realised).text),
        numbers: manuscript.subject.products.map((product) => product.titleNumber),
        vocabulary: this.tables.vocabulary,
      },
      signal,
    )
    if (!head) return
    beats.push(head.beat)
    heads.push(head.tokens)
    draft.tokens += head.drawn
    yield { type: 'planned', beats: [...beats] }
  }

  private ahead({ heads }: Work, beat: number, written: readonly number[]): readonly number[] {
    return foresee(this.drafts, { heads, beat, written, endBeat: this.tables.endBeat })
  }

  private headIds({ subject, beats }: Manuscript, index: number): readonly number[] {
    const beat = beats[index]
    return beat
      ? this.model.tokenizer.encode(
          headText(
            beat,
            subject.products.map((product) => product.titleNumber),
          ),
        )
      : []
  }

  private async *writeBeat(
    work: Work,
    place: Place,
    signal: AbortSignal,
  ): AsyncGenerator<WriterEvent, void, void> {
    const { manuscript, draft } = work
    const fills = beatFills(manuscript.subject, place.beat)
    const sentences = this.sentence(work, place, signal)
    for (;;) {
      const step = await sentences.next()
      if (step.done) {
        const { template, origin, rejected, drawn } = step.value
        const realised = realiseSentence(template, fills)
        draft.templates.push(template)
        draft.realised.push(realised)
        draft.origins.push(origin)
        draft.rejected.push(rejected)
        draft.tokens += drawn
        yield { type: 'beat', index: place.index, written: writtenBeat(work.beats, draft, place.index) }
        // The graph keeps every core busy: without a pause the window would be shown the whole text in one lump.
        await setTimeout(PAUSE_MS)
        return
      }
      if (draft.firstTokenMs === 0) draft.firstTokenMs = performance.now() - work.startMs
      yield { type: 'partial', beat: place.index, text: realiseSentence(step.value.template, fills).text }
    }
  }

  private async *sentence(work: Work, { beat, index }: Place, signal: AbortSignal) {
    const { manuscript, passage, draft } = work
    const { subject, keep, decoding } = manuscript
    const numbers = subject.products.map((product) => product.titleNumber)
    // Only what a product has backs a claim; what a shopper likes does not. A kind's own name is said of its value: "2 years of warranty".
    const support = [...beatFills(subject, beat).values()]
      .filter((fill) => fill.productIndex >= 0)
      .map((fill) => `${fill.text} ${isFactKind(fill.field) ? factKind(fill.field).label : ''}`)
    const context = {
      beat,
      claims: unsupportedClaims(support),
      before: [...draft.templates],
      plural: numbers[beatProduct(beat) - 1] === 'many',
      owned: subject.persona.history.slice(0, 2).map(({ noun }) => noun),
      avoid: manuscript.avoid ?? [],
    }
    const kept = keep[beat.id]
    const problem =
      kept &&
      (kept.origin === 'edited'
        ? editedProblem(kept.template, context)
        : sentenceProblem(kept.template, { ...context, before: [], claims: [] }))
    if (kept && problem === undefined) {
      passage.push(this.model.tokenizer.encode(` ${kept.template}`))
      return { ...kept, rejected: [], drawn: 0 }
    }
    const written = yield* writeSentence(
      {
        passage,
        foresee: (tokens) => this.ahead(work, index, tokens),
        tables: this.tables,
        beat,
        context,
        decoding,
        position: index,
        fallback: fallbackSentence(beat, numbers),
        misfit: (template) => misfit(lengthOf(work), index, template),
        last: !work.free && index === work.beats.length - 1,
      },
      signal,
    )
    // A sentence that was to be kept and could not be is not dropped in silence.
    const rejected = kept ? [`${kept.template} (${problem ?? ''})`, ...written.rejected] : written.rejected
    return { ...written, rejected }
  }
}

interface Work {
  readonly manuscript: Manuscript
  /** The manuscript's beats, less those left out so far. */
  readonly beats: Beat[]
  /** Heads of these beats, as tokens. */
  readonly heads: (readonly number[])[]
  /** Where the model plans for itself. */
  readonly free?: FreePlan
  readonly passage: Passage
  readonly draft: Draft
  readonly startMs: number
}

const lengthOf = ({ manuscript, beats, heads, draft, free }: Work): TextSoFar => ({
  ...{ manuscript, beats, heads, realised: draft.realised, planned: !free, owed: free?.owedWords() ?? 0 },
})

interface Place {
  readonly beat: Beat
  readonly index: number
}

/** Time left to whoever shows the text, after every sentence. */
const PAUSE_MS = 5
function writtenBeat(beats: readonly Beat[], draft: Draft, index: number): WrittenBeat {
  const { starts, text } = joinSentences(draft.realised.slice(0, index + 1))
  const beat = beats[index]
  if (!beat) throw new RangeError(`There is no beat ${index}`)
  return {
    beat,
    text: draft.realised[index]?.text ?? '',
    template: draft.templates[index] ?? '',
    start: starts[index] ?? 0,
    end: text.length,
    origin: draft.origins[index] ?? 'model',
    rejected: draft.rejected[index] ?? [],
  }
}

function finish(
  manuscript: Manuscript,
  beats: readonly Beat[],
  draft: Draft,
): Omit<Written, 'prefillMs' | 'decodeMs' | 'firstTokenMs'> {
  const { subject, manner, ranges } = manuscript
  const { text, spans } = joinSentences(draft.realised)
  const { persona, occasion, products } = subject
  const shopper = [
    occasion,
    persona.name,
    persona.recipient ?? '',
    ...persona.interests,
    ...persona.history.flatMap((item) => [item.title, item.noun ?? '']),
  ]
  const unsupported = checkText(text, { products, shopper, ...(ranges ? { ranges } : {}) })
  return {
    text,
    spans,
    beats: beats.map((_, index) => writtenBeat(beats, draft, index)),
    checks: {
      verifiedFacts: verifiedFacts(spans, unsupported).length,
      unsupported,
      fallbackSentences: draft.origins.filter((origin) => origin === 'fallback').length,
    },
    words: wordCount(text),
    tokens: draft.tokens,
    voice: manner.voice,
    channel: manner.channel,
  }
}
