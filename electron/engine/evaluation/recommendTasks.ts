/** What threads do in an evaluation of recommenders. */
import type { Ranked, Summary } from '../../../models/evaluate/summary'
import type { StudyRequest } from '../../../models/evaluate/study'
import type { InteractionColumns, ProductColumns } from '../../../shared/domain/columns'
import type { RecommenderName } from '../../../shared/domain/recommenders'

/** What each thread is given at its start; the numbers lie in shared memory. */
export interface RecommendData {
  readonly events: InteractionColumns
  readonly products: ProductColumns
  readonly request: StudyRequest
  /** Folder of the invented shop's files, where its click model is to be asked. */
  readonly worldFolder?: string
}

/** One task. */
export type RecommendTask =
  | { readonly kind: 'part' }
  | { readonly kind: 'rank'; readonly strategy: RecommenderName }
  | { readonly kind: 'summarise'; readonly rankings: readonly Ranked[]; readonly clicks: boolean }

/** How the catalogue came to be parted. */
export interface Parted {
  /** Tested users, by their numbers. */
  readonly users: Int32Array
  readonly trainingPairs: number
  readonly heldOutPairs: number
}

/** What comes of a task. */
export type RecommendOutcome =
  | ({ readonly kind: 'part' } & Parted)
  | { readonly kind: 'rank'; readonly ranking: Ranked }
  | { readonly kind: 'summarise'; readonly summary: Summary }
