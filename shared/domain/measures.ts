/** Reading figures out of fact texts, so that "low" and "high" mean low and high for this kind of thing. */
import type { Product } from './catalogue'
import type { FactKind } from './facts'
import { factKind } from './facts'

/** Lower and upper tercile of a measure over products of one noun. */
export interface TypicalRange {
  readonly low: number
  readonly high: number
}

/** Units that may be compared, each with its factor to a common base of its group. */
const units: Readonly<Record<string, readonly [string, number]>> = {
  g: ['mass', 1],
  kg: ['mass', 1000],
  mg: ['mass', 0.001],
  oz: ['mass', 28.35],
  lb: ['mass', 453.6],
  ml: ['volume', 1],
  cl: ['volume', 10],
  l: ['volume', 1000],
  litre: ['volume', 1000],
  litres: ['volume', 1000],
  mm: ['length', 1],
  cm: ['length', 10],
  m: ['length', 1000],
  km: ['length', 1e6],
  inches: ['length', 25.4],
  inch: ['length', 25.4],
  minutes: ['time', 1],
  minute: ['time', 1],
  hours: ['time', 60],
  hour: ['time', 60],
  days: ['time', 1440],
  months: ['time', 43200],
  years: ['time', 525600],
  year: ['time', 525600],
  w: ['power', 1],
  kw: ['power', 1000],
  db: ['noise', 1],
  gb: ['storage', 1],
  tb: ['storage', 1000],
  lumens: ['light', 1],
  lm: ['light', 1],
  rpm: ['rpm', 1],
}

/** The first figure of a measure in its group's base unit; undefined where the text holds none, several sides, or an unknown unit. */
export function measureValue(text: string): { readonly group: string; readonly value: number } | undefined {
  const match = /^(-?\d[\d,]*(?:\.\d+)?)\s*([a-zA-Z]+)\b(?!.*[×x]\s*\d)/.exec(text.trim())
  const unit = units[match?.[2]?.toLowerCase() ?? '']
  if (!match?.[1] || !unit) return undefined
  return { group: unit[0], value: Number(match[1].replaceAll(',', '')) * unit[1] }
}

/** Terciles of every measure kind by noun (`noun|kind|group`), where at least five products of that noun state it. */
export function typicalRanges(products: Iterable<Product>): ReadonlyMap<string, TypicalRange> {
  const seen = new Map<string, number[]>()
  for (const product of products) {
    for (const fact of product.facts) {
      if (factKind(fact.kind).form !== 'measure') continue
      const measure = measureValue(fact.text)
      if (!measure) continue
      const key = `${product.noun}|${fact.kind}|${measure.group}`
      seen.set(key, [...(seen.get(key) ?? []), measure.value])
    }
  }
  const ranges = new Map<string, TypicalRange>()
  for (const [key, values] of seen) {
    if (values.length < 5) continue
    values.sort((a, b) => a - b)
    const at = (share: number) => values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
    ranges.set(key, { low: at(1 / 3), high: at(2 / 3) })
  }
  return ranges
}

/** `low` or `high` when the figure lies beyond the terciles of its noun; undefined in between or where nothing is known. */
export function measureRelation(
  noun: string,
  kind: FactKind,
  text: string,
  ranges: ReadonlyMap<string, TypicalRange>,
): 'low' | 'high' | undefined {
  const measure = measureValue(text)
  const range = measure && ranges.get(`${noun}|${kind}|${measure.group}`)
  if (!range || range.low === range.high) return undefined
  if (measure.value < range.low) return 'low'
  return measure.value > range.high ? 'high' : undefined
}
