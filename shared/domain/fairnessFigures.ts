/** How the figures of a fairness audit are placed on axes, and which of its measures come first. */
import type { CurrencyCode } from './catalogue'
import type { FairnessGap, FairnessGroup, FairnessMeasure, FairnessReport } from './fairness'
import { SMALL_GROUP } from './fairness'
import { FINDING_LEVEL } from './fairnessSentences'
import { fairnessWords, isBesideHistory, valueText } from './fairnessWords'

/** A figure as charts place it: logarithms by what they stand for, so that an axis counts in even steps of it. */
export function placed(metric: FairnessMeasure, value: number): number {
  const { form } = fairnessWords(metric)
  if (form === 'factor') return Math.expm1(value)
  return form === 'money' ? Math.exp(value) : value
}

/** The words of a place on the axis of a measure. */
export function tickText(metric: FairnessMeasure, currency: CurrencyCode): (place: number) => string {
  const { form } = fairnessWords(metric)
  return (place) => {
    // An axis may begin where a logarithm cannot.
    if (form === 'money') return valueText(metric, Math.log(Math.max(place, 1e-9)), currency)
    if (form === 'factor') return whole(valueText(metric, Math.log1p(Math.max(place, -0.999)), currency))
    return whole(valueText(metric, place, currency))
  }
}

const whole = (text: string) => text.replace(/\.0(?= %)/, '')

/** Whether chance does not explain how a group differs from all other shoppers. */
export function stands(gap: FairnessGap | undefined, group: string): boolean {
  return gap?.contrasts.some((one) => one.group === group && one.pHolm < FINDING_LEVEL) ?? false
}

/** Measures of a segment, those with findings first, the strongest of them at the top; else as they come. */
export function measuresInOrder({ gaps }: Pick<FairnessReport, 'gaps'>): readonly FairnessMeasure[] {
  return [...gaps].sort((a, b) => strengthOf(b) - strengthOf(a)).map(({ metric }) => metric)
}

/** The largest effect that makes a finding; 0 where none does. */
function strengthOf({ metric, contrasts }: FairnessGap): number {
  if (isBesideHistory(metric)) return 0
  const found = contrasts.filter(({ pHolm }) => pHolm < FINDING_LEVEL)
  // Measures of whole groups have no effect size.
  return Math.max(0, ...found.map(({ effect }) => Math.abs(effect ?? 0.01)))
}

/**
 * The p value that stands beside a gap, wherever it is shown: that of its two ends, corrected for every pair of the measure. Undefined where they
 * were not compared.
 */
export function gapP({ pairs, lowest, highest }: FairnessGap): number | undefined {
  return pairs.find(({ a, b }) => (a === lowest && b === highest) || (a === highest && b === lowest))?.pHolm
}

/** What is behind a group's figure: texts of measures of texts, else shoppers; and whether those are few. */
export function behind(
  { n, texts }: Pick<FairnessGroup, 'n' | 'texts'>,
  metric: FairnessMeasure,
): { readonly n: number; readonly small: boolean } {
  const own = fairnessWords(metric).over === 'texts' ? texts : n
  return { n: own, small: own < SMALL_GROUP }
}

/** "< 0.001", "0.042"; a dash for none. */
export function pFigure(p: number | undefined): string {
  if (p === undefined) return '–'
  return p < 0.001 ? '< 0.001' : p.toFixed(p < 0.1 ? 3 : 2)
}
