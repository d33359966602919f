import type { InteractionKind } from '../../shared/domain/catalogue'
import type { RecommenderName } from '../../shared/domain/recommenders'

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
  /** Why a retrieved product was found, in words; by default what the occasion and the interests say. */
  readonly found?: (productId: string) => string
  /** As the person wrote it ("a rainy week in the hills"). With one, what was retrieved leads; without, it only helps. */
  readonly occasion?: string
  /** Only read for reasons. */
  readonly interests?: readonly string[]
  /** For whom, where it is a present ("your father"): the history then says what not to offer, and nothing of tastes. */
  readonly recipient?: string
  /** For `random`. */
  readonly seed?: number
  /** Products not to pick. */
  readonly exclude?: readonly string[]
  /** How little a product like one picked before is wanted: 0 not minded (default), 1 the most different that there is (`mmr`). */
  readonly diversity?: number
  /** How much the kinds of things picked should be mixed as in the history: 0 not minded (default), 1 above all (`calibrated`). */
  readonly calibration?: number
  /** Now; by default the time of the newest event there is. */
  readonly nowMs?: number
}
