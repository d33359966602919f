/** Evaluates recommenders over a catalogue: two threads part it, fit, rank and sum up, while the engine goes on answering. */
import { BASELINES } from '../../../models/evaluate/summary'
import type { Ranked, Summary } from '../../../models/evaluate/summary'
import { EVALUATION_DRAWS } from '../../../models/evaluate/resamples'
import { ShelftalkError } from '../../../shared/contract/errors'
import type {
  EvaluateRecommendEvent,
  EvaluateRecommendRequest,
} from '../../../shared/contract/parts/recommend'
import { createQueue } from '../../../shared/contract/wire/queue'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type { InteractionColumns, ProductColumns } from '../../../shared/domain/columns'
import type { RecommendEvaluation } from '../../../shared/domain/recommendEvaluation'
import type { RecommenderName } from '../../../shared/domain/recommenders'
import { RECOMMENDERS } from '../../../shared/domain/recommenders'
import type { Store } from '../../store/types'
import { Recording, recorded } from '../recording'
import { SHOP_NAME } from '../shop'
import type { Crew } from './crew'
import { startCrew } from './crew'
import { recommendNotes } from './recommendNotes'
import { recommendBody, recommendHead } from './recommendRun'
import type { Parted, RecommendData, RecommendOutcome, RecommendTask } from './recommendTasks'
import { sharedEvents, sharedProducts } from './shared'

/** One a core of the machines this is made for. */
const THREADS = 2
/** Those that take longest are begun first, so that the threads end together. */
const SLOWEST_FIRST: readonly RecommenderName[] = [
  'personalised',
  'ease',
  'content',
  'item-knn',
  'transitions',
]

/** What an evaluation works with. */
export interface RecommendBench {
  readonly store: Pick<Store, 'catalogue' | 'runs'>
  /** Folder of the invented shop's files. */
  readonly shopFolder: string
}

type RecommendCrew = Crew<RecommendTask, RecommendOutcome>
type Tell = (event: EvaluateRecommendEvent) => void

/** A catalogue read. */
interface Read {
  readonly summary: CatalogueSummary
  readonly events: InteractionColumns
  readonly products: ProductColumns
}

/** Runs an evaluation and keeps it as a run, unless told not to. Throws BAD_INPUT where nothing can be held out. */
export async function* evaluateRecommend(
  bench: RecommendBench,
  request: EvaluateRecommendRequest,
  signal: AbortSignal,
): AsyncGenerator<EvaluateRecommendEvent, void, void> {
  const { summary } = await bench.store.catalogue(request.catalogue)
  const recording = request.keep
    ? new Recording(bench.store.runs, recommendHead(request, summary))
    : undefined
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const queue = createQueue<EvaluateRecommendEvent>(() => stop.abort())
  const tell: Tell = (event) => {
    if (event.type === 'progress' && event.total > 0)
      recording?.reach(`${event.done} of ${event.total} lists`)
    queue.push(event)
  }
  const whole = evaluated(bench, request, { signal: either, tell, recording })
  whole.then(
    (result) => {
      queue.push({ type: 'done', result })
      queue.end()
    },
    (cause: unknown) => (signal.aborted ? queue.end() : queue.fail(cause)),
  )
  yield* recorded(recording, signal, streamed(queue.values))
}

/** The queue as a generator, which `recorded` wants. */
async function* streamed<Event>(events: AsyncIterable<Event>): AsyncGenerator<Event, void, void> {
  yield* events
}

/** How an evaluation runs. */
interface Course {
  readonly signal: AbortSignal
  readonly tell: Tell
  readonly recording: Recording | undefined
}

async function evaluated(
  bench: RecommendBench,
  request: EvaluateRecommendRequest,
  { signal, tell, recording }: Course,
): Promise<RecommendEvaluation> {
  const begunMs = performance.now()
  tell({ type: 'progress', stage: 'parting', done: 0, total: 0, strategies: [] })
  const read = await readCatalogue(bench, request)
  const crew: RecommendCrew = startCrew({
    module: 'recommendWorker',
    threads: THREADS,
    data: dataOf(read, request, bench.shopFolder),
    signal,
  })
  try {
    const parted = await part(crew, read)
    const rankings = await rankAll(crew, request, { users: parted.users.length, tell })
    const total = parted.users.length * rankings.length
    tell({ type: 'progress', stage: 'measuring', done: total, total, strategies: [] })
    const summary = await summarised(crew, rankings, request.clicks)
    const result: RecommendEvaluation = {
      ...headOf(read, request, parted),
      ...summary,
      notes: recommendNotes({ ...read, request, parted, summary }),
      ms: performance.now() - begunMs,
    }
    const kept = await recording?.finish(recommendBody(result, rankings, keysOf(read, parted)))
    return { ...result, ms: performance.now() - begunMs, ...kept }
  } finally {
    await crew.end()
  }
}

async function readCatalogue(
  { store }: RecommendBench,
  { catalogue: name }: EvaluateRecommendRequest,
): Promise<Read> {
  const catalogue = await store.catalogue(name)
  const [events, products] = await Promise.all([catalogue.allInteractions(), catalogue.productColumns()])
  return { summary: catalogue.summary, events, products }
}

/** The click model knows the shoppers and products of the shop that ships, and no others. */
function dataOf(
  { summary, events, products }: Read,
  { protocol, k, seed, users, clicks }: EvaluateRecommendRequest,
  shopFolder: string,
): RecommendData {
  const isShop = summary.invented && summary.name === SHOP_NAME
  return {
    events: sharedEvents(events),
    products: sharedProducts(products),
    request: { protocol, k, seed, ...(users === undefined ? {} : { sample: users }) },
    ...(isShop && clicks ? { worldFolder: shopFolder } : {}),
  }
}

async function part(crew: RecommendCrew, { summary }: Read): Promise<Parted> {
  const outcome = await crew.run({ kind: 'part' })
  if (outcome.kind !== 'part') throw unasked(outcome)
  if (outcome.users.length > 0) return outcome
  throw new ShelftalkError(
    'BAD_INPUT',
    `Nothing can be held out of "${summary.name}": nobody in it has two different products.`,
    'Import interactions with it, such as orders or ratings, or evaluate another catalogue.',
  )
}

/** Every strategy, in the order of `RECOMMENDERS`. */
async function rankAll(
  crew: RecommendCrew,
  request: EvaluateRecommendRequest,
  { users, tell }: { readonly users: number; readonly tell: Tell },
): Promise<readonly Ranked[]> {
  const wanted = new Set<RecommenderName>([...(request.strategies ?? RECOMMENDERS), ...BASELINES])
  const order = [...new Set([...SLOWEST_FIRST, ...RECOMMENDERS])].filter((name) => wanted.has(name))
  const done = new Map<RecommenderName, number>()
  const report = (strategy: RecommenderName, lists: number) => {
    done.set(strategy, lists)
    const sum = [...done.values()].reduce((all, one) => all + one, 0)
    const strategies = [...done].flatMap(([name, lists]) => (lists < users ? name : []))
    tell({ type: 'progress', stage: 'ranking', done: sum, total: users * order.length, strategies })
  }
  const rank = async (strategy: RecommenderName): Promise<Ranked> => {
    const outcome = await crew.run({ kind: 'rank', strategy }, (lists) => report(strategy, lists))
    if (outcome.kind !== 'rank') throw unasked(outcome)
    report(strategy, users)
    return outcome.ranking
  }
  const rankings = await Promise.all(order.map(rank))
  return rankings.sort((a, b) => RECOMMENDERS.indexOf(a.strategy) - RECOMMENDERS.indexOf(b.strategy))
}

async function summarised(
  crew: RecommendCrew,
  rankings: readonly Ranked[],
  clicks: boolean,
): Promise<Summary> {
  const outcome = await crew.run({ kind: 'summarise', rankings, clicks })
  if (outcome.kind !== 'summarise') throw unasked(outcome)
  return outcome.summary
}

function headOf(
  { summary: { name, version, invented }, products }: Read,
  { protocol, k, seed }: EvaluateRecommendRequest,
  { users, trainingPairs, heldOutPairs }: Parted,
) {
  return {
    ...{ catalogue: name, version, invented, protocol, k, seed },
    ...{ users: users.length, items: products.ids.length, trainingPairs, heldOutPairs },
    draws: EVALUATION_DRAWS,
  }
}

/** Ids of the tested shoppers. */
function keysOf({ events }: Read, { users }: Parted): readonly string[] {
  return Array.from(users, (user) => events.shoppers[user] ?? '')
}

const unasked = ({ kind }: RecommendOutcome) => new Error(`A thread answered "${kind}" to something else`)
