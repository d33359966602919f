import type { InteractionKind } from '../../shared/domain/catalogue'
import { STRATEGIES } from '../../shared/domain/narrative'

/** Every way of picking: the strategies of the workbench and the recommenders that one of them is blended from. */
export const RECOMMENDERS = [...STRATEGIES, 'cooccurrence', 'content'] as const

/** One way of picking. */
export type RecommenderName = (typeof RECOMMENDERS)[number]

/** Something the shopper did. */
export interface HistoryEvent {
  readonly productId: string
  readonly kind: InteractionKind
  /** Milliseconds since the Unix epoch; 0 when not known. */
  readonly atMs: number
}

/** What to pick, for whom and what for. */
export interface RecommendRequest {
  readonly by: RecommenderName
  /** Products wanted; fewer come back when fewer are to be had. */
  readonly count: number
  /** In any order; products that the catalogue lacks are passed over. */
  readonly history: readonly HistoryEvent[]
  /** Product ids found for the occasion and the interests, best first (`Catalogue.rankProducts`). */
  readonly retrieved?: readonly string[]
  /** As the person wrote it ("a rainy week in the hills"). With one, what was retrieved leads; without, it only helps. */
  readonly occasion?: string
  /** Only read for reasons. */
  readonly interests?: readonly string[]
  /** For `random`. */
  readonly seed?: number
  /** Products not to pick. */
  readonly exclude?: readonly string[]
  /** How little a second product of the same kind of thing is wanted: 0 not minded (default), 1 only when nothing else is left. */
  readonly diversity?: number
  /** Now; by default the time of the newest event there is. */
  readonly nowMs?: number
}
