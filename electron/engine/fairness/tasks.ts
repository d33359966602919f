/** What the thread of a fairness audit does, and what it is told and answers; numbers lie in shared memory. */
import type { AuditedTexts, AuditOutcome } from '../../../models/fairness/audit'
import type { PickColumns } from '../../../models/fairness/listMeasures'
import type { Merchandise } from '../../../models/fairness/merchandise'
import type { Ranking } from '../../../models/evaluate/rankUsers'
import type { TradeOffCurve } from '../../../models/fairness/tradeOff'
import type { CurrencyCode } from '../../../shared/domain/catalogue'
import type { InteractionColumns, ProductColumns } from '../../../shared/domain/columns'
import type { Exposure, TradeOffMeasure } from '../../../shared/domain/fairness'
import type { Strategy } from '../../../shared/domain/narrative'
import type { FilteredProduct } from '../../../shared/domain/productFilter'
import type { Rule } from '../../../shared/domain/rules'

/** Places that are ranked for each shopper: candidates for rules and re-ranking, of which the first few are shown. */
export const DEPTH = 100

/** And for those whom rules leave too few, or to whom they could bring something from further down. */
export const DEEP = 1000

/** What the thread is given at its start. */
export interface FairnessData {
  readonly events: InteractionColumns
  readonly products: ProductColumns
  readonly merchandise: Merchandise
  readonly seed: number
}

/** Attributes of each tested shopper. */
export type Segments = Readonly<Record<string, string>>

/** Lists ranked, of everybody who is tested as long as `DEPTH`. */
export interface RankTask {
  readonly kind: 'rank'
  readonly strategy: Strategy
  /** Instead of everybody's: lists of these, by their places, and how long. */
  readonly deeper?: { readonly places: Int32Array; readonly depth: number }
}

/** What rules that hold make of lists. */
export interface RuleTask {
  readonly kind: 'rule'
  /** [places x depth]. */
  readonly lists: Int32Array
  readonly depth: number
  /** Whose lists they are, by their places among all who are tested. */
  readonly places: Int32Array
  /** Products a list shows. */
  readonly k: number
  readonly rules: readonly Rule[]
  /** The day, yyyy-mm-dd. */
  readonly today: string
  /** Of those whose lists they are. */
  readonly segments: readonly Segments[]
  readonly currency: CurrencyCode
  /** Those of the lists and those that pins name, by their rows. */
  readonly products: readonly (readonly [row: number, product: FilteredProduct])[]
}

/** Lists measured and every segment audited. */
export interface AuditTask {
  readonly kind: 'audit'
  readonly lists: Int32Array
  readonly k: number
  readonly segments: readonly Segments[]
  /** An attribute each, or two crossed. */
  readonly wanted: readonly (readonly string[])[]
  readonly texts?: AuditedTexts
  readonly draws: number
}

/** One group's lists moved towards all others'. */
export interface TradeOffTask {
  readonly kind: 'tradeOff'
  readonly lists: Int32Array
  readonly k: number
  readonly by: Exposure
  readonly measure: TradeOffMeasure
  /** 1 for the tested shoppers of the group. */
  readonly isGroup: Uint8Array
  readonly steps: number
  readonly draws: number
}

/** One task. */
export type FairnessTask = { readonly kind: 'part' } | RankTask | RuleTask | AuditTask | TradeOffTask

/** A curve without the lists behind it. */
export type TradedCurve = Omit<TradeOffCurve, 'shown' | 'rows'>

/** What comes of a task. */
export type FairnessOutcome =
  | {
      readonly kind: 'part'
      /** Tested users, by their numbers. */
      readonly users: Int32Array
      /** What each took, held out: its row. */
      readonly taken: Int32Array
    }
  | {
      readonly kind: 'rank'
      /** [users x depth] product rows, best first; -1 where there are no more. */
      readonly lists: Int32Array
      readonly standIn?: NonNullable<Ranking['standIn']>
    }
  | {
      readonly kind: 'rule'
      readonly lists: Int32Array
      /** Lists, by their order, to which products from beyond their end could belong. */
      readonly open: Int32Array
    }
  | {
      readonly kind: 'audit'
      readonly columns: PickColumns
      readonly profilePopularity: Float64Array
      readonly outcome: AuditOutcome
    }
  | { readonly kind: 'tradeOff'; readonly curve: TradedCurve; readonly values: readonly string[] }
