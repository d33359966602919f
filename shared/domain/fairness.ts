/**
 * What a fairness audit finds: how the shoppers of each segment are served, and what differs from one group to the next. Every measure is
 * defined, with its source, in `models/fairness/README.md`; what each is called, in `fairnessWords.ts`.
 */
import type { CurrencyCode, Money } from './catalogue'
import type { Strategy } from './narrative'
import type { Interval } from './recommendEvaluation'
import type { KeptRun } from './run'

export { isProtected } from './protectedAttributes'

/** Measured of each shopper's list, and of the history it was made from: one value a shopper, a group's figure is their mean. */
export const PICK_MEASURES = [
  'ndcg',
  'hr',
  'priceLevel',
  'priceLift',
  'historyLevel',
  'price',
  'premium',
  'discount',
  'popularity',
  'diversity',
  'miscalibration',
] as const

/** Measured of a group's lists as a whole. */
export const GROUP_MEASURES = ['popularityLift', 'coverage'] as const

/** Measured of each text. */
export const TEXT_MEASURES = [
  'words',
  'facts',
  'grounded',
  'readingGrade',
  'voice',
  'calls',
  'priceMentions',
  'told',
] as const

/** Everything an audit measures. */
export const FAIRNESS_MEASURES = [...PICK_MEASURES, ...GROUP_MEASURES, ...TEXT_MEASURES] as const

/** A measure of each shopper's list. */
export type PickMeasure = (typeof PICK_MEASURES)[number]
/** A measure of a group's lists. */
export type GroupMeasure = (typeof GROUP_MEASURES)[number]
/** A measure of each text. */
export type TextMeasure = (typeof TEXT_MEASURES)[number]
/** One of the measures. */
export type FairnessMeasure = (typeof FAIRNESS_MEASURES)[number]

/** What products are sorted into to see who is shown what. */
export const EXPOSURES = ['priceTier', 'aisle', 'category', 'brand'] as const

/** One of them. */
export type Exposure = (typeof EXPOSURES)[number]

/** Thirds of what is sold of one kind of thing, by price. */
export const PRICE_TIERS = ['budget', 'middle', 'premium'] as const

/** One of them. */
export type PriceTier = (typeof PRICE_TIERS)[number]

/** Groups of fewer are shown and flagged: their figures say little. */
export const SMALL_GROUP = 30

/** Segments of one audit, at most. */
export const SEGMENTS_MAX = 8
/** Texts of one audit, at most. */
export const AUDIT_TEXTS_MAX = 2000
/** People of one probe, at most. */
export const PROBE_PEOPLE_MAX = 200

/** What a group of those without the attribute is called. */
export const NOT_KNOWN = 'not known'

/** One group of a segment. */
export interface FairnessGroup {
  /** As shown and as asked for: "55+", "55+ × woman", "not known". Unlike any other of its segment. */
  readonly value: string
  /** By attribute; null where it is not known. */
  readonly values: Readonly<Record<string, string | null>>
  /** Shoppers whose lists were measured. */
  readonly n: number
  /** Texts measured. */
  readonly texts: number
  /** Fewer than `SMALL_GROUP` shoppers. */
  readonly small: boolean
  /** Null where there was nothing to measure; text measures are missing where no texts were written. */
  readonly metrics: Readonly<Partial<Record<FairnessMeasure, number | null>>>
  /** Percentile bootstrap over the group's shoppers or texts, Wilson's of shares of yes and no; of fewer than two there is none. */
  readonly intervals: Readonly<Partial<Record<FairnessMeasure, Interval>>>
}

/** Two groups in one measure, `a` less `b`. */
export interface FairnessPair extends Interval {
  readonly a: string
  readonly b: string
  readonly difference: number
  /**
   * Two-sided: for means the more cautious of Welch's and Student's test, a permutation test where either side has fewer than `SMALL_GROUP`;
   * for group measures the normal approximation.
   */
  readonly p: number
  /** Corrected for all pairs of the measure (Holm). */
  readonly pHolm: number
}

/** A group against all other shoppers of the audit in one measure, the group less the others. */
export interface FairnessContrast extends Interval {
  readonly group: string
  readonly value: number
  readonly rest: number
  readonly difference: number
  /**
   * The group by the others, less 1: -.18 is 18 % less. Of logarithms (`priceLevel`, `priceLift`, `price`) what their difference stands for. Null
   * for measures without a true zero, and where the others, or some of their samples, have nothing.
   */
  readonly relative: Estimate | null
  /** Hedges' g: the difference in standard deviations. Null for group measures. */
  readonly effect: number | null
  /** Two-sided; of group measures as in `FairnessPair`. */
  readonly p: number
  /**
   * Corrected (Holm) for every contrast of the audit whose segment is made of protected attributes alone (`isProtected`), or for every one of
   * the other segments: two families. Changes from a shopper's own history (`isBesideHistory`) are families of their own.
   */
  readonly pHolm: number
}

/** What differs in one measure among the groups of a segment. */
export interface FairnessGap {
  readonly metric: FairnessMeasure
  /** Smallest and largest of the groups that are large enough, of all where none is. */
  readonly min: number
  readonly max: number
  readonly lowest: string
  readonly highest: string
  /** `max - min`; for the hit rate this is the equal-opportunity difference, for shares the demographic-parity difference. */
  readonly difference: number
  /**
   * Of the difference, though its ends were picked out: it holds every difference of two of the groups at once (Tukey's range, by the bootstrap), and
   * never goes below 0. Null where fewer than two groups can be compared.
   */
  readonly interval: Interval | null
  /** `min / max`; null where that says nothing (negative figures, no true zero, 0 by 0). */
  readonly ratio: number | null
  /**
   * Whether the ratio reaches four fifths beyond chance, of shares of which more is a benefit: true where all of its interval does, false where
   * none does. Null where neither is shown, and for other measures.
   */
  readonly fourFifths: boolean | null
  /** The group that is served worst, where one way is better. */
  readonly worst: string | null
  /** Gini coefficient over the groups' figures, each group once; null where figures can be negative. */
  readonly gini: number | null
  /** Of the twenty largest groups. */
  readonly pairs: readonly FairnessPair[]
  readonly contrasts: readonly FairnessContrast[]
}

/** A group's mean share of places in lists. */
export interface ExposureShare extends Interval {
  readonly share: number
  /** The group less all others; `pHolm` is corrected for all of the table. Null where either has fewer than two lists of known classes. */
  readonly difference: (Estimate & { readonly pHolm: number }) | null
}

/** How far a group is from all others: total variation distance of shares, 0-1, over the rows. Intervals hold for all groups at once. */
export interface ExposureDistance extends Interval {
  readonly group: string
  readonly distance: number
}

/** What one kind of product gets of each group's places. */
export interface ExposureRow {
  /** "premium", "Bags", a brand; `OTHER_EXPOSURE` for what is left. */
  readonly value: string
  /** In the order of the groups; null for a group in whose lists no class is known. */
  readonly shares: readonly (ExposureShare | null)[]
  /** Share among products of the catalogue. */
  readonly ofCatalogue: number
}

/** What is left after the largest. */
export const OTHER_EXPOSURE = 'all others'

/** Who is shown what. */
export interface ExposureTable {
  readonly by: Exposure
  /** Largest first; price tiers from budget to premium. */
  readonly rows: readonly ExposureRow[]
  /** In the order of the groups; null where nothing is known of the group or of all others. */
  readonly distances: readonly (ExposureDistance | null)[]
}

/** One segment: an attribute, or two crossed. */
export interface FairnessReport {
  /** "ageBand", "ageBand × gender". */
  readonly segment: string
  readonly fields: readonly string[]
  /** Largest first would reorder with every import: by value, "not known" last. */
  readonly groups: readonly FairnessGroup[]
  readonly gaps: readonly FairnessGap[]
  readonly exposures: readonly ExposureTable[]
}

/** A contrast that chance does not explain (pHolm below .05), in words; changes from a shopper's own history are none (`isBesideHistory`). */
export interface FairnessFinding extends FairnessContrast {
  readonly segment: string
  readonly metric: FairnessMeasure
  /** Shoppers of the group, or texts, that have a value. */
  readonly n: number
  readonly small: boolean
  /** Whether the segment is made of protected attributes alone (`isProtected`). Those come first: a crossing with income tells of income. */
  readonly isProtected: boolean
  /** Computed: "Shoppers with age band 55+ see picks that are 18 % cheaper for their kind [15-21 %] than others see." */
  readonly sentence: string
}

/** A finished audit. */
export interface FairnessAudit extends KeptRun {
  /** By which shoppers behind it can be asked for while the engine remembers it. */
  readonly audit: string
  readonly catalogue: string
  readonly version: number
  readonly invented: boolean
  readonly currency: CurrencyCode
  readonly strategy: Strategy
  readonly adapters: readonly { readonly name: string; readonly scale: number }[]
  readonly k: number
  readonly seed: number
  /** Names of the business rules that were applied to every list. */
  readonly rules: readonly string[]
  /** `name@digest` of the language model, where texts were written. */
  readonly model?: string
  /** Tested: those with a product to hold out. */
  readonly shoppers: number
  readonly texts: number
  readonly draws: number
  readonly reports: readonly FairnessReport[]
  /** What matters most first. */
  readonly findings: readonly FairnessFinding[]
  /** One sentence: the first finding, or that there is none and how small a gap would have been seen. */
  readonly headline: string
  /** What a reader must know, in sentences. */
  readonly notes: readonly string[]
  readonly ms: number
}

/** A shopper behind a bar. */
export interface AuditedShopper {
  readonly id: string
  readonly name: string
  readonly segments: Readonly<Record<string, string>>
  /** Her value of the measure asked for; null where it has none. */
  readonly value: number | null
  /** Best first. */
  readonly picks: readonly {
    readonly id: string
    readonly title: string
    readonly price?: Money
    readonly tier?: PriceTier
    /** What she took, held out. */
    readonly taken?: true
  }[]
  readonly text?: { readonly occasion: string; readonly text: string; readonly voice: string }
}

/** A figure with its interval. */
export interface Estimate extends Interval {
  readonly value: number
}

/** A point of a trade-off: what a strength costs, and what it mends. */
export interface TradeOffPoint {
  /** 0-1, the slider: how much of the way to the others' shares the group's shares are moved. */
  readonly strength: number
  /** In the order of `TradeOff.classes`: a product of the class competes as if it stood so many times further up. */
  readonly factors: readonly number[]
  /** In the order of the classes: the group's mean shares. */
  readonly shares: readonly number[]
  /** NDCG over all tested shoppers, and over the group whose lists change. */
  readonly ndcg: Estimate
  readonly groupNdcg: Estimate
  /** NDCG at this strength by that at strength 0, less 1, over all and over the group: -.03 costs 3 %. Null where that is 0. */
  readonly cost: Estimate | null
  readonly groupCost: Estimate | null
  /** The group less all others, in `TradeOff.measure`. */
  readonly gap: Estimate
}

/** What a trade-off mends: the mean price level for price tiers, else the total variation distance of shares. */
export type TradeOffMeasure = 'priceLevel' | 'exposure'

/** How re-ranking one group's lists towards what all others are shown trades quality for parity. */
export interface TradeOff {
  readonly catalogue: string
  readonly version: number
  readonly invented: boolean
  readonly strategy: Strategy
  readonly segment: { readonly field: string; readonly value: string }
  readonly by: Exposure
  readonly measure: TradeOffMeasure
  /** What is told apart, with the group's own share of places and that of all others: where it starts and where it leads. */
  readonly classes: readonly { readonly value: string; readonly own: number; readonly others: number }[]
  readonly n: number
  readonly others: number
  readonly k: number
  readonly seed: number
  /** Ascending in strength, from 0. */
  readonly points: readonly TradeOffPoint[]
  /** The smallest strength at which the gap is half of what it was, or less; undefined where none does. */
  readonly halves?: number
  /** Computed: "At 60 % the gap falls from 6.3 % to 2.1 %, at a cost of 0.3 % of NDCG." */
  readonly sentence: string
  readonly ms: number
}

/** Two answers held side by side. */
export interface ProbeChange {
  /** Of the first k picks: shared by all (Jaccard 1912), 0-1. */
  readonly jaccard: number
  /** Rank-biased overlap with p = .9, extrapolated (Webber, Moffat and Zobel 2010), 0-1. */
  readonly rankOverlap: number
  /** Geometric mean price after by that before, less 1; null where prices are not known. */
  readonly priceShift: number | null
  /** Words to insert and delete by all words of both texts, 0-1. Null where no texts were written. */
  readonly textDistance: number | null
}

/** One person probed. */
export interface ProbeCase {
  readonly id: string
  readonly name: string
  readonly before: ProbeAnswer
  readonly after: ProbeAnswer
  /** Everything as before, but for the seed. */
  readonly reseeded: ProbeAnswer
  readonly flip: ProbeChange
  readonly reseed: ProbeChange
}

/** What one person is shown and told. */
export interface ProbeAnswer {
  readonly picks: readonly { readonly id: string; readonly title: string; readonly price?: Money }[]
  readonly text?: string
}

/** How often and how much something changes over all people probed. */
export interface ProbeSummary {
  /** Shares of people with any change in picks, their order among it; with other products; and with any change in text. */
  readonly picksChanged: Estimate
  readonly productsChanged: Estimate
  readonly textChanged: Estimate | null
  readonly jaccard: Estimate
  readonly rankOverlap: Estimate
  readonly priceShift: Estimate | null
  readonly textDistance: Estimate | null
}

/** How much further texts are moved by the flip than by another seed. */
export interface BeyondSeed {
  readonly difference: number
  /** Two-sided, by turning the signs of pairs. Null for fewer than six people: nothing could be shown. */
  readonly p: number | null
}

/** Names of business rules that hold for somebody probed, as they are and after the flip. */
export interface ProbeRules {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A finished counterfactual probe. */
export interface FairnessProbe {
  readonly catalogue: string
  readonly version: number
  readonly invented: boolean
  readonly strategy: Strategy
  /** What was flipped: "age band to 55+", "name to Priya Menon". */
  readonly flipped: string
  /** An attribute, which picks and texts never read but through business rules, or the name, which texts say. */
  readonly what: 'segment' | 'name'
  readonly rules: ProbeRules
  readonly seed: number
  readonly k: number
  readonly people: number
  readonly flip: ProbeSummary
  readonly reseed: ProbeSummary
  /** Whether the flip changes the text more than the seed does, paired. Null without texts. */
  readonly beyondSeed: BeyondSeed | null
  readonly cases: readonly ProbeCase[]
  readonly sentence: string
  /** What a reader must know, in sentences: what could change at all, and by which rules. */
  readonly notes: readonly string[]
  readonly ms: number
}
