/** Evaluates the search of a catalogue on queries that were judged beforehand. */
import type { JudgedQuery } from '../../../datasets/judged/judged'
import { judgedRetail } from '../../../datasets/judged/retail/judge'
import { heldOutQueries as retailQueries } from '../../../datasets/judged/retail/queries'
import { heldOutQueries as worldQueries } from '../../../datasets/judged/world/queries'
import type { Embedder } from '../../../models/embed/embedder'
import { interval, pairedP } from '../../../models/metrics/bootstrap'
import { ndcg, recall, reciprocalRank } from '../../../models/metrics/ranking'
import { mean, quantile } from '../../../models/metrics/summary'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { EvaluateRetrievalRequest } from '../../../shared/contract/schemas'
import type { CatalogueSummary, Product } from '../../../shared/domain/catalogue'
import type {
  RetrievalEvaluation,
  RetrievalFigure,
  RetrievalSystem,
  RetrievalSystemName,
} from '../../../shared/domain/retrieval'
import { RETRIEVAL_SYSTEMS } from '../../../shared/domain/retrieval'
import type { Catalogue, Hit, Store } from '../../store/types'
import type { Finder } from '../finder'
import type { RunBody, RunHead } from '../recording'
import { Recording } from '../recording'

const DEPTH = 10
/** Queries listed as answered worst. */
const WORST = 10
/** A catalogue that answers fewer of the retail demo store's queries is another one. */
const RETAIL_SHARE = 0.9

/** What an evaluation works with. */
export interface RetrievalBench {
  readonly store: Pick<Store, 'catalogue' | 'runs'>
  readonly finder: Finder
  readonly embedder: Embedder
}

interface Judged {
  readonly name: string
  readonly queries: readonly JudgedQuery[]
}

/** What one system answered to every query. */
interface Answers {
  readonly system: RetrievalSystemName
  readonly ranked: readonly (readonly string[])[]
  readonly ms: readonly number[]
}

/**
 * Runs every query through every system and keeps it as a run, unless told not to. Stops within one query of `signal`, rejecting with its
 * reason. Throws BAD_INPUT for a catalogue without judged queries.
 */
export async function evaluateRetrieval(
  bench: RetrievalBench,
  { catalogue: name, seed, keep }: EvaluateRetrievalRequest,
  signal: AbortSignal,
): Promise<RetrievalEvaluation> {
  const catalogue = await bench.store.catalogue(name)
  const judged = judgedFor(catalogue, await everyProduct(catalogue), seed)
  const recording = keep
    ? new Recording(bench.store.runs, retrievalHead(catalogue.summary, judged, seed))
    : undefined
  try {
    const answers = await everyAnswer(bench, catalogue, { ...judged, signal })
    const result = resultOf(answers, { catalogue: catalogue.summary.name, judged, seed })
    return { ...result, ...(await recording?.finish(retrievalBody(answers, result, judged.queries))) }
  } catch (cause) {
    await recording?.fail(cause, signal)
    throw cause
  }
}

async function everyAnswer(
  bench: RetrievalBench,
  catalogue: Catalogue,
  { queries, signal }: Judged & { readonly signal: AbortSignal },
): Promise<readonly Answers[]> {
  const answers: Answers[] = []
  for (const system of RETRIEVAL_SYSTEMS)
    answers.push(await answered(system, searchBy(system, bench, catalogue), { queries, signal }))
  return answers
}

interface Asked {
  readonly catalogue: string
  readonly judged: Judged
  readonly seed: number
}

function resultOf(answers: readonly Answers[], { catalogue, judged, seed }: Asked): RetrievalEvaluation {
  const gains = new Map(answers.map(({ system, ranked }) => [system, scores(ndcg, ranked, judged.queries)]))
  const hybrid = gains.get('hybrid') ?? []
  return {
    catalogue,
    judged: judged.name,
    queries: judged.queries.length,
    systems: answers.map((one) => figuresOf(one, judged.queries, seed)),
    comparisons: (['words', 'meaning'] as const).map((than) => {
      const other = gains.get(than) ?? []
      return { than, gain: mean(hybrid) - mean(other), p: pairedP(hybrid, other, seed) }
    }),
    worst: judged.queries
      .map(({ query }, at) => ({ query, ndcg10: hybrid[at] ?? 0 }))
      .sort((a, b) => a.ndcg10 - b.ndcg10)
      .slice(0, WORST),
  }
}

function judgedFor({ summary }: Catalogue, products: readonly Product[], seed: number): Judged {
  if (summary.invented)
    return { name: 'generated, for products that training never saw', queries: worldQueries(products, seed) }
  const queries = judgedRetail(retailQueries, products)
  if (queries.length >= RETAIL_SHARE * retailQueries.length)
    return { name: 'the retail demo store, written by hand', queries }
  throw new ShelftalkError(
    'BAD_INPUT',
    `Nobody has judged queries for "${summary.name}".`,
    'Evaluate the invented shop, or import the AWS retail demo store and name it.',
  )
}

async function everyProduct(catalogue: Catalogue): Promise<readonly Product[]> {
  const { ids } = await catalogue.productColumns()
  return catalogue.products(ids)
}

type Search = (text: string) => Promise<readonly Hit[]>

function searchBy(
  system: RetrievalSystemName,
  { finder, embedder }: RetrievalBench,
  catalogue: Catalogue,
): Search {
  switch (system) {
    case 'words':
      return (text) => catalogue.rankProducts({ text, limit: DEPTH, offset: 0 })
    case 'meaning':
      // With the vector that the hybrid has, so that the comparison is of what words add to it.
      return async (text) => {
        const { vector } = await finder.search(catalogue, { text, limit: DEPTH, offset: 0 })
        return catalogue.nearest(vector ?? embedder.embed(text), DEPTH)
      }
    case 'hybrid':
      return (text) => finder.rank(catalogue, { text, limit: DEPTH })
  }
}

async function answered(
  system: RetrievalSystemName,
  search: Search,
  { queries, signal }: { readonly queries: readonly JudgedQuery[]; readonly signal: AbortSignal },
): Promise<Answers> {
  const ranked: string[][] = []
  const ms: number[] = []
  for (const { query } of queries) {
    signal.throwIfAborted()
    const begun = performance.now()
    const hits = await search(query)
    ms.push(performance.now() - begun)
    ranked.push(hits.map(({ id }) => id))
  }
  return { system, ranked, ms }
}

function scores(measure: typeof ndcg, ranked: Answers['ranked'], queries: readonly JudgedQuery[]): number[] {
  return queries.map(({ grades }, at) => measure(ranked[at] ?? [], grades, DEPTH))
}

function figuresOf(
  { system, ranked, ms }: Answers,
  queries: readonly JudgedQuery[],
  seed: number,
): RetrievalSystem {
  const figure = (measure: typeof ndcg): RetrievalFigure => {
    const values = scores(measure, ranked, queries)
    const [low, high] = interval(values, seed)
    return { mean: mean(values), low, high }
  }
  return {
    system,
    ndcg10: figure(ndcg),
    recall10: figure(recall),
    mrr10: figure(reciprocalRank),
    medianMs: quantile(ms, 0.5),
  }
}

function retrievalHead({ name, version, invented }: CatalogueSummary, judged: Judged, seed: number): RunHead {
  return {
    kind: 'retrieval',
    name: `Search over ${name}`,
    seed,
    catalogue: { name, version, invented },
    params: { judged: judged.name, queries: judged.queries.length, depth: DEPTH },
  }
}

const MEASURES = [
  [`ndcg@${DEPTH}`, ndcg, 'ndcg10'],
  [`recall@${DEPTH}`, recall, 'recall10'],
  [`mrr@${DEPTH}`, reciprocalRank, 'mrr10'],
] as const

function retrievalBody(
  answers: readonly Answers[],
  { systems }: RetrievalEvaluation,
  queries: readonly JudgedQuery[],
): RunBody {
  return {
    metrics: systems.flatMap((figures) => [
      ...MEASURES.map(([name, , key]) => {
        const { mean: value, low, high } = figures[key]
        return { name, of: figures.system, value, low, high, n: queries.length, better: 'higher' as const }
      }),
      {
        ...{ name: 'median-ms', of: figures.system, value: figures.medianMs, n: queries.length },
        better: 'lower' as const,
      },
    ]),
    values: answers.flatMap(({ system, ranked }) =>
      MEASURES.map(([metric, measure]) => ({
        ...{ metric, of: system, keys: queries.map(({ query }) => query) },
        values: Float64Array.from(scores(measure, ranked, queries)),
      })),
    ),
  }
}
