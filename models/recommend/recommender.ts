/** Picks products for a shopper: one interface over every way of picking. Pure functions over columns. */
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import type { Pick } from '../../shared/domain/narrative'
import { xoshiro128 } from '../language/random'
import type { Parts } from './blend'
import { blended, leadingPart, retrievalScores, scaled } from './blend'
import { choose } from './choose'
import { Cooccurrence } from './cooccurrence'
import type { Popularity } from './popularity'
import { popularity } from './popularity'
import { RANDOM_REASON, alikeReason, coldReason, foundReason, popularReason, togetherReason } from './reasons'
import type { Evidence, Liked } from './taste'
import { byContent, byCooccurrence, likedProducts, mostAlike } from './taste'
import type { RecommendRequest, RecommenderName } from './types'
import { DAY_MS } from './weights'

/** What a recommender may be told. */
export interface RecommenderOptions {
  /** How long until an event counts half for popularity; 30 days by default. */
  readonly popularityHalfLifeDays?: number
  /** For how long a bought product is not offered again; 90 days by default. Purchases without a date count as recent. */
  readonly recentDays?: number
}

/** Scores of every product for one request, and why. */
interface Ranking {
  /** By product row. */
  readonly scores: Float64Array
  readonly reason: (row: number) => string
}

/** A request that the shopper's history answers. */
type PersonalRequest = RecommendRequest & { readonly by: Exclude<RecommenderName, 'random' | 'popularity'> }

/** Counts next to nothing: it only orders products that the scores leave equal. */
const TIE_BREAK = 1e-6

/** Recommends from one catalogue version. Build it once; what it derives from the interactions is kept. */
export class Recommender {
  private readonly products: ProductColumns
  private readonly events: InteractionColumns
  private readonly options: Required<RecommenderOptions>
  private readonly rowOf: ReadonlyMap<string, number>
  private readonly newestMs: number
  private readonly popularities = new Map<number, Popularity>()
  private index: Cooccurrence | undefined

  constructor(products: ProductColumns, events: InteractionColumns, options: RecommenderOptions = {}) {
    this.products = products
    this.events = events
    this.options = { popularityHalfLifeDays: 30, recentDays: 90, ...options }
    this.rowOf = new Map(products.ids.map((id, row) => [id, row]))
    this.newestMs = events.atMs.at(-1) ?? 0
  }

  /** The best products for a request, best first, with reasons. */
  recommend(request: RecommendRequest): readonly Pick[] {
    const { ids, titles, nouns } = this.products
    const { scores, reason } = this.ranking(request)
    const rows = choose({ scores, count: request.count, diversity: request.diversity ?? 0, nouns })
    return rows.map((row) => ({
      id: ids[row]!,
      title: titles[row]!,
      score: scores[row]!,
      reason: reason(row),
    }))
  }

  /** The score of every product by row; -Infinity for those that may not be picked. For evaluations that rank everything. */
  scores(request: Omit<RecommendRequest, 'count'>): Float64Array {
    return this.ranking({ ...request, count: 0 }).scores
  }

  private ranking(request: RecommendRequest): Ranking {
    const nowMs =
      request.nowMs ?? request.history.reduce((max, { atMs }) => Math.max(max, atMs), this.newestMs)
    const liked = likedProducts(request.history, this.rowOf, nowMs)
    const ranking = this.ranked(request, liked, nowMs)
    for (const row of this.forbidden(request, nowMs)) ranking.scores[row] = -Infinity
    return ranking
  }

  private ranked(request: RecommendRequest, liked: readonly Liked[], nowMs: number): Ranking {
    const { by } = request
    switch (by) {
      case 'random':
        return { scores: this.draw(request.seed ?? 1), reason: () => RANDOM_REASON }
      case 'popularity':
        return this.popular(nowMs)
      case 'cooccurrence':
      case 'content':
      case 'personalised':
        return this.personal({ ...request, by }, liked, nowMs)
    }
  }

  private draw(seed: number): Float64Array {
    const random = xoshiro128(seed)
    return Float64Array.from(this.products.ids, () => random())
  }

  private popular(nowMs: number): Ranking {
    const { scores, lately } = this.popularity(nowMs)
    return { scores: scores.slice(), reason: (row) => popularReason(lately[row]!, scores[row]!) }
  }

  /** What the history and the retrieved products speak for; popularity and retrieval alone for a shopper nobody knows. */
  private personal(request: PersonalRequest, liked: readonly Liked[], nowMs: number): Ranking {
    const rows = this.products.ids.length
    const popular = this.popular(nowMs)
    const together = byCooccurrence(liked, this.cooccurrence(), rows)
    const alike = byContent(liked, this.products)
    const liking = scaled(popular.scores)
    const own: Parts = { cooccurrence: scaled(together.scores), content: scaled(alike.scores) }
    const retrieved = retrievalScores(this.rows(request.retrieved ?? []), rows)
    const shared: Parts = { [request.occasion ? 'occasion' : 'interests']: retrieved, popularity: liking }
    const parts = partsFor(request.by, { own, shared, cold: liked.length === 0 })
    const scores = blended(parts, rows)
    for (let row = 0; row < rows; row++) scores[row]! += TIE_BREAK * liking[row]!
    const reason = (row: number) => {
      const part = leadingPart(parts, row)
      if (part === 'cooccurrence') return this.togetherReason(row, together, liked)
      if (part === 'content') return this.alikeReason(row, liked)
      return part === 'popularity' || !part ? popular.reason(row) : foundReason(request)
    }
    return { scores, reason: liked.length === 0 ? (row) => coldReason(reason(row)) : reason }
  }

  private togetherReason(row: number, evidence: Evidence, liked: readonly Liked[]): string {
    const because = evidence.because[row]!
    const { rows, boughtBoth } = this.cooccurrence().neighbours(because)
    const known = { title: this.products.titles[because]!, kind: kindOf(because, liked) }
    return togetherReason(known, boughtBoth[rows.indexOf(row)] ?? 0)
  }

  private alikeReason(row: number, liked: readonly Liked[]): string {
    const because = mostAlike(row, liked, this.products)
    if (!because) throw new RangeError('Nothing in the history to be like')
    return alikeReason({ title: this.products.titles[because.row]!, kind: because.kind })
  }

  /** Sold out, recently bought, or not wanted by the caller. */
  private forbidden(request: RecommendRequest, nowMs: number): readonly number[] {
    const sinceMs = nowMs - this.options.recentDays * DAY_MS
    const recent = request.history.filter(
      ({ kind, atMs }) => kind === 'purchase' && (atMs === 0 || atMs >= sinceMs),
    )
    const soldOut = [...this.products.stock.keys()].filter((row) => this.products.stock[row] === 0)
    return [
      ...soldOut,
      ...this.rows(recent.map((event) => event.productId)),
      ...this.rows(request.exclude ?? []),
    ]
  }

  private rows(ids: readonly string[]): readonly number[] {
    return ids.flatMap((id) => this.rowOf.get(id) ?? [])
  }

  private popularity(nowMs: number): Popularity {
    const known = this.popularities.get(nowMs)
    if (known) return known
    const halfLifeDays = this.options.popularityHalfLifeDays
    const found = popularity(this.events, this.products.ids.length, { nowMs, halfLifeDays })
    // Callers pass one "now" or none; an evaluation that passes many should not fill the memory.
    if (this.popularities.size >= 16) this.popularities.clear()
    this.popularities.set(nowMs, found)
    return found
  }

  private cooccurrence(): Cooccurrence {
    return (this.index ??= new Cooccurrence(this.events, this.products.ids.length))
  }
}

/** The parts that a recommender blends: those of the shopper, and those that hold for anybody. */
function partsFor(by: PersonalRequest['by'], of: { own: Parts; shared: Parts; cold: boolean }): Parts {
  if (of.cold) return of.shared
  if (by === 'personalised') return { ...of.own, ...of.shared }
  return { [by]: of.own[by] }
}

function kindOf(row: number, liked: readonly Liked[]): Liked['kind'] {
  const found = liked.find((one) => one.row === row)
  if (!found) throw new RangeError(`Row ${row} is not in the history`)
  return found.kind
}
