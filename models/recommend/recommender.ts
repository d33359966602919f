/** Picks products for a shopper: one interface over every way of picking, with reasons. Pure functions over columns. */
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import type { Pick } from '../../shared/domain/narrative'
import type { RecommenderName } from '../../shared/domain/recommenders'
import type { Steps } from '../../shared/util/steps'
import { atOnce } from '../../shared/util/steps'
import type { FitOptions, History, TrainingSet } from './algorithm'
import { fit } from './algorithm'
import type { Blend } from './blend'
import { scorePart } from './blend'
import { kindsOf, mixOf } from './calibration'
import type { Ground, Voice, Why } from './evidence'
import { whyPicked } from './evidence'
import type { Liked } from './likings'
import { likedHistory, likedProducts } from './likings'
import type { ItemRows } from './matrix'
import { interactionMatrix, itemRows } from './matrix'
import type { WeightedPart } from './personalised'
import { fittingWeightedParts } from './personalised'
import { lately } from './popularity'
import { RANDOM_REASON, coldReason, giftReason } from './reasons'
import { ordered } from './rerank'
import { tasted } from './taste'
import { plainTitle } from './titles'
import type { RecommendRequest } from './types'
import { DAY_MS } from './weights'

/** What a recommender may be told. */
export interface RecommenderOptions {
  /** The weights behind `personalised`; fitted on the interactions, when they are first needed, where left out. */
  readonly blend?: Blend
  /** For how long a bought product is not offered again; 90 days by default. Purchases without a date count as recent. */
  readonly recentDays?: number
}

/** A request that something is known for. */
type PersonalRequest = RecommendRequest & { readonly by: Exclude<RecommenderName, 'random'> }

/**
 * What the best product by each voice is worth. What was retrieved for an occasion leads: it is what the person asked for. What was
 * retrieved for interests alone says little (at the weight of an occasion it halves the hit rate in the shop that ships), and what is
 * popular tells nothing of a stranger.
 */
const OCCASION_WORTH = 0.5
const INTERESTS_WORTH = 0.1
const TASTE_WORTH = 0.4
const COLD_WORTH = 0.06
/** Rank n of what was retrieved is worth 1 / (1 + n / RETRIEVAL_DEPTH) of that, n from 0. */
const RETRIEVAL_DEPTH = 10

/** Scores of every product for one request, and why. */
interface Ranking {
  /** By product row. */
  readonly scores: Float64Array
  readonly why: (row: number) => Why
}

/** A whole catalogue to learn from, at the time of its newest event. */
export function trainingSet(products: ProductColumns, events: InteractionColumns): TrainingSet {
  const matrix = interactionMatrix(events, products.ids.length)
  return { matrix, products, nowMs: events.atMs.at(-1) ?? 0 }
}

/** Recommends from one catalogue version. Build it once; what it learns from the interactions, when it is first asked, is kept. */
export class Recommender {
  private readonly training: TrainingSet
  private readonly users: ItemRows
  private readonly rowOf: ReadonlyMap<string, number>
  private readonly recentDays: number
  private rowsByTitle: ReadonlyMap<string, readonly number[]> | undefined
  private readonly options: FitOptions
  private readonly kinds: readonly string[]
  private readonly parts = new Map<RecommenderName, readonly WeightedPart[]>()
  /** Callers pass one "now" or none, so the last one is the next one's, too. */
  private last: { readonly nowMs: number; readonly counts: Int32Array } | undefined

  constructor(training: TrainingSet, options: RecommenderOptions = {}) {
    const { matrix, products } = training
    this.training = training
    this.users = itemRows(matrix)
    this.rowOf = new Map(products.ids.map((id, row) => [id, row]))
    this.kinds = kindsOf(products)
    this.recentDays = options.recentDays ?? 90
    this.options = options.blend ? { blend: options.blend } : {}
  }

  /** The best products for a request, best first, with reasons. */
  recommend(request: RecommendRequest): readonly Pick[] {
    const { ids, titles } = this.training.products
    const { kinds } = this
    const { scores, why } = this.ranking(request)
    const { count, diversity = 0, calibration = 0 } = request
    const wanted = mixOf(this.liked(request).map(({ row }) => ({ kind: kinds[row]!, weight: 1 })))
    const rows = ordered(this.training.products, { scores, count, diversity, calibration, kinds, wanted })
    return rows.map((row) => ({ id: ids[row]!, title: titles[row]!, score: scores[row]!, ...why(row) }))
  }

  /** The score of every product by row; -Infinity for those that may not be picked. For evaluations that rank everything. */
  scores(request: Omit<RecommendRequest, 'count'>): Float64Array {
    return this.ranking({ ...request, count: 0 }).scores
  }

  private ranking(request: RecommendRequest): Ranking {
    const { by, seed = 1, recipient } = request
    const nowMs =
      request.nowMs ?? request.history.reduce((max, { atMs }) => Math.max(max, atMs), this.training.nowMs)
    const liked = this.liked(request)
    const history = likedHistory(liked, nowMs)
    const scores = new Float64Array(this.training.products.ids.length)
    const forbidden = this.forbidden(request, nowMs)
    if (by === 'random') {
      fit(by, this.training, { seed }).score(history, scores)
      return { scores: barred(scores, forbidden), why: () => ({ reason: RANDOM_REASON }) }
    }
    const voices = this.voices({ ...request, by }, history, forbidden)
    for (const voice of voices) addTo(scores, voice)
    const { matrix, products } = this.training
    const ground: Ground = {
      ...{ request, products, liked, history: tasted(history), matrix, users: this.users },
      lately: this.lately(nowMs),
    }
    const suffix = suffixOf(by, recipient, liked.length === 0)
    const why = (row: number) => {
      const told = whyPicked(row, voices, ground)
      return { ...told, reason: suffix(told.reason) }
    }
    return { scores: barred(scores, forbidden), why }
  }

  /** What a request is scored by: what was retrieved, and what the history speaks for; for a stranger what is popular. */
  private voices(request: PersonalRequest, history: History, forbidden: readonly number[]): readonly Voice[] {
    const { by, retrieved = [], occasion = '' } = request
    const rows = this.training.products.ids.length
    if (by === 'popularity' || by === 'popularity-recent')
      return this.partsOf(by).map((part) => voiceOf(part, history, rows))
    const cold = history.items.length === 0
    const taste = (cold ? this.partsOf('popularity') : this.partsOf(by)).map((part) =>
      voiceOf(part, history, rows),
    )
    const own = weighted(taste, cold ? COLD_WORTH : TASTE_WORTH, forbidden)
    if (by !== 'personalised' && !cold) return own
    const found = retrievalScores(this.rows(retrieved), rows)
    return [
      { by: 'found', weight: occasion === '' ? INTERESTS_WORTH : OCCASION_WORTH, scores: found },
      ...own,
    ]
  }

  private lately(nowMs: number): Int32Array {
    if (this.last?.nowMs !== nowMs) this.last = { nowMs, counts: lately(this.training.matrix, nowMs) }
    return this.last.counts
  }

  /** Learns what personal picks need in steps, for a process that has other things to do between them. */
  *preparing(): Steps<void> {
    const parts = yield* fittingWeightedParts(this.training, this.options)
    this.parts.set('personalised', parts)
  }

  /** The parts behind a recommender, fitted when they are first needed. */
  private partsOf(by: PersonalRequest['by']): readonly WeightedPart[] {
    const known = this.parts.get(by)
    if (known) return known
    const parts =
      by === 'personalised'
        ? atOnce(fittingWeightedParts(this.training, this.options))
        : [{ part: by, fitted: fit(by, this.training), weight: 1 }]
    this.parts.set(by, parts)
    return parts
  }

  /** What the shopper's own history says of her tastes: nothing where she buys for somebody else. */
  private liked({ history, recipient }: RecommendRequest): readonly Liked[] {
    return recipient === undefined ? likedProducts(history, this.rowOf) : []
  }

  /** Sold out, recently bought, or not wanted by the caller. */
  private forbidden(request: RecommendRequest, nowMs: number): readonly number[] {
    const sinceMs = nowMs - this.recentDays * DAY_MS
    const recent = request.history.filter(
      ({ kind, atMs }) => kind === 'purchase' && (atMs === 0 || atMs >= sinceMs),
    )
    const { stock } = this.training.products
    const soldOut: number[] = []
    stock.forEach((units, row) => {
      if (units === 0) soldOut.push(row)
    })
    return [
      ...soldOut,
      ...this.namedAlike(this.rows(recent.map((event) => event.productId))),
      ...this.rows(request.exclude ?? []),
    ]
  }

  /** With every product of the same title: to a reader they are one thing, whatever their ids. */
  private namedAlike(rows: readonly number[]): readonly number[] {
    const { titles } = this.training.products
    return rows.flatMap((row) => this.titled().get(plainTitle(titles[row]!)) ?? [])
  }

  /** Rows by title; made when it is first asked for. */
  private titled(): ReadonlyMap<string, readonly number[]> {
    if (this.rowsByTitle) return this.rowsByTitle
    const byTitle = new Map<string, number[]>()
    this.training.products.titles.forEach((title, row) => {
      const plain = plainTitle(title)
      const known = byTitle.get(plain)
      if (known) known.push(row)
      else byTitle.set(plain, [row])
    })
    this.rowsByTitle = byTitle
    return byTitle
  }

  private rows(ids: readonly string[]): readonly number[] {
    return ids.flatMap((id) => this.rowOf.get(id) ?? [])
  }
}

/** A part's scores for a history. */
function voiceOf(part: WeightedPart, history: History, rows: number): Voice {
  const scores = new Float64Array(rows)
  scorePart(part, history, scores)
  return { by: part.part, weight: part.weight, scores, fitted: part.fitted }
}

/** The voices with weights under which the best product that may be picked scores `worth` by them all together. */
function weighted(voices: readonly Voice[], worth: number, forbidden: readonly number[]): readonly Voice[] {
  const total = new Float64Array(voices[0]?.scores.length ?? 0)
  for (const voice of voices) addTo(total, voice)
  for (const row of forbidden) total[row] = 0
  const best = total.reduce((most, score) => Math.max(most, score), 0)
  return best > 0 ? voices.map((voice) => ({ ...voice, weight: (voice.weight * worth) / best })) : voices
}

function addTo(total: Float64Array, { weight, scores }: Voice): void {
  for (let row = 0; row < total.length; row++) total[row]! += weight * scores[row]!
}

function barred(scores: Float64Array, rows: readonly number[]): Float64Array {
  for (const row of rows) scores[row] = -Infinity
  return scores
}

/** Retrieved rows, best first, as scores. */
function retrievalScores(retrieved: readonly number[], rows: number): Float64Array {
  const scores = new Float64Array(rows)
  retrieved.forEach((row, rank) => (scores[row] = Math.max(scores[row]!, 1 / (1 + rank / RETRIEVAL_DEPTH))))
  return scores
}

/** What is added to every reason: for whom it is, or that the shop has no history to go by. */
function suffixOf(
  by: PersonalRequest['by'],
  recipient: string | undefined,
  cold: boolean,
): (reason: string) => string {
  const isPersonal = by !== 'popularity' && by !== 'popularity-recent'
  if (!isPersonal) return (reason) => reason
  if (recipient !== undefined) return (reason) => giftReason(reason, recipient)
  return cold ? coldReason : (reason) => reason
}
