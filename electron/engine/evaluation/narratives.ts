/** Evaluates narratives: writes the cases of a seed, or takes texts written elsewhere for them, and judges the lot. */
import { narrativeCase } from '../../../models/metrics/cases'
import { readWorldProducts } from '../../../datasets/world/read'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { EvaluateNarrativesEvent } from '../../../shared/contract/events'
import type { EvaluateNarrativesRequest } from '../../../shared/contract/schemas'
import type { NarrativeEvaluation, NarrativeFailure } from '../../../shared/domain/evaluation'
import type { RunStore } from '../../store/runs'
import { modelInfo } from '../language'
import { Recording, recorded } from '../recording'
import { SHOP_NAME } from '../shop'
import type { Turns } from '../turns'
import type { Workbench } from '../writing'
import type { Study } from './answer'
import { answer } from './answer'
import { AuthoredText } from './authored'
import type { Judged } from './judge'
import { countsOf, judge } from './judge'
import { openJudges } from './judges'
import { evaluatedText } from './evaluatedText'
import { PERPLEXITY_TEXTS, documentOf, perplexityOf } from './likelihoods'
import type { Measured } from './narrativesRun'
import { narrativesBody, narrativesHead } from './narrativesRun'
import { openCrowd } from './people'
import { ShownProducts } from './shown'

/** What an evaluation works with. */
export interface EvaluationBench extends Workbench {
  readonly turns: Turns
  /** Where runs are kept. */
  readonly runs: RunStore
  /** Folder of the invented shop's files. */
  readonly shopFolder: string
}

/**
 * Runs an evaluation, without the shop's business rules, and keeps it as a run, unless told not to. Takes a turn a narrative, so that the
 * window can write in between; stops within one token of `signal`. Throws BAD_INPUT when no case could be judged.
 */
export async function* evaluateNarratives(
  bench: EvaluationBench,
  request: EvaluateNarrativesRequest,
  signal: AbortSignal,
): AsyncGenerator<EvaluateNarrativesEvent, void, void> {
  const { summary } = await bench.store.catalogue(request.catalogue)
  if (request.free && request.texts) throw textsAreNotPlanned()
  if (request.heldOut && summary.name !== SHOP_NAME) throw allHeldOut(summary.name)
  const recording = request.keep ? new Recording(bench.runs, narrativesHead(request, summary)) : undefined
  yield* recorded(recording, signal, evaluate(bench, request, { signal, recording }))
}

interface Course {
  readonly signal: AbortSignal
  readonly recording: Recording | undefined
}

async function* evaluate(
  bench: EvaluationBench,
  request: EvaluateNarrativesRequest,
  { signal, recording }: Course,
): AsyncGenerator<EvaluateNarrativesEvent, void, void> {
  const total = request.count
  const { summary } = await bench.store.catalogue(request.catalogue)
  yield { type: 'progress', stage: 'preparing', done: 0, total }
  const products = await readWorldProducts(bench.shopFolder)
  const crowd = await openCrowd(bench.store, products, summary.name)
  const study: Study = {
    bench,
    request,
    crowd,
    shown: new ShownProducts({ bench, request, catalogue: summary.name }),
    authored: new AuthoredText(products),
    catalogue: summary.name,
    signal,
  }
  const outside = request.texts && textsByCase(request.texts, total)
  const set: Judged[] = []
  const unwritten: NarrativeFailure[] = []
  for (let index = 0; index < total; index++) {
    const one = narrativeCase(index, request.seed, crowd.ids)
    if (outside && !outside.has(index)) {
      await study.shown.choose(one, await crowd.persona(one.audience))
      continue
    }
    const made = await answer(study, one, outside?.get(index))
    if ('reason' in made) unwritten.push(made)
    else set.push(made)
    recording?.reach(`${index + 1} of ${total} narratives`)
    yield { type: 'progress', stage: 'writing', done: index + 1, total }
  }
  if (set.length === 0) throw nothingToJudge(unwritten)
  yield { type: 'progress', stage: 'measuring', done: total, total }
  const measured = await measuredOf(bench, study, { set, unwritten })
  const kept = await recording?.finish(narrativesBody(measured))
  yield { type: 'done', result: { ...measured.result, ...kept } }
}

/** Throws BAD_INPUT for a text of no case, or of one that has a text: nothing handed in is left out in silence. */
function textsByCase(
  texts: NonNullable<EvaluateNarrativesRequest['texts']>,
  total: number,
): ReadonlyMap<number, string> {
  const byCase = new Map<number, string>()
  for (const one of texts) {
    const beyond = one.case >= total && `Case ${one.case} is beyond the count of ${total}.`
    const fault = beyond || (byCase.has(one.case) && `Two texts are for case ${one.case}.`)
    if (fault) {
      const hint = 'Give each case from 0 to count - 1 one text at most, or raise the count.'
      throw new ShelftalkError('BAD_INPUT', fault, hint)
    }
    byCase.set(one.case, one.text)
  }
  return byCase
}

const allHeldOut = (catalogue: string) =>
  new ShelftalkError(
    'BAD_INPUT',
    `Training saw nothing of "${catalogue}": all of it is held out.`,
    'Leave held-out away, or evaluate the invented shop.',
  )

const textsAreNotPlanned = () =>
  new ShelftalkError(
    'BAD_INPUT',
    'Texts from elsewhere are not planned here, so free planning says nothing of them.',
    'Leave free away, or leave the texts away.',
  )

const nothingToJudge = ([first]: readonly NarrativeFailure[]) =>
  new ShelftalkError(
    'BAD_INPUT',
    `No case could be judged: ${first?.reason ?? 'there is a text for none of them'}.`,
    'Give texts for cases 0 to count - 1, or choose another catalogue.',
  )

interface Answers {
  readonly set: readonly Judged[]
  readonly unwritten: readonly NarrativeFailure[]
}

async function measuredOf(
  bench: EvaluationBench,
  study: Study,
  { set, unwritten }: Answers,
): Promise<Measured> {
  const { request, crowd, authored, catalogue } = study
  const { adapters, strategy, seed, heldOut, free, count } = request
  const known = set.map(({ persona }) => persona)
  const ranges = await (await bench.store.catalogue(catalogue)).typicalRanges()
  const judges = await openJudges({ crowd, authored, ranges, known, count, seed })
  const { metrics, values, directives, failures } = await judge(set, judges, study.signal)
  const references = set.map(({ narrative: _, ...one }) => ({ ...one, text: one.reference }))
  const { name, digest } = await modelInfo(bench.language)
  const own = await perplexityIn(
    study,
    set.flatMap((one) => documentOf(one) ?? []),
  )
  const result: NarrativeEvaluation = {
    ...{ catalogue, adapters, strategy, seed, heldOut, free, count, directives },
    source: request.texts ? 'texts' : `${name}@${digest}`,
    metrics: { ...metrics, perplexity: own },
    authored: (await judge(references, judges, study.signal)).metrics,
    perplexityHeldOut: await perplexityIn(
      study,
      request.texts ? [] : await authored.documents(Math.min(set.length, PERPLEXITY_TEXTS), seed),
    ),
    counts: countsOf(set),
    failures: [...unwritten, ...failures],
    texts: set.map(evaluatedText),
  }
  const model = request.texts ? undefined : { name, digest }
  return { result, cases: set.map(({ index }) => index), values, model }
}

/** Under the model and the adapters of the request, in its turn. */
async function perplexityIn(
  { bench, request, signal }: Study,
  documents: readonly string[],
): Promise<number | null> {
  if (documents.length === 0) return null
  const { model } = bench.language
  const adapters = await bench.adapters.mix(model, request.adapters)
  const end = await bench.turns.take(signal)
  try {
    return await perplexityOf(model, documents, { adapters, signal })
  } finally {
    end()
  }
}
