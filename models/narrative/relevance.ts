/** Which facts serve this shopper: nearness to the occasion, interests and summary, kinds that people decide by, what was demanded. */
import type { Product } from '../../shared/domain/catalogue'
import type { Fact, FactKind } from '../../shared/domain/facts'
import type { Directives } from '../../shared/domain/template'
import type { Subject } from './values'

/** Nearness in meaning of a phrase and a product (or a phrase), about -1 to 1. */
export type Affinity = (phrase: string, to: Product | string) => number

/** How often people decide by a kind, 0-1; an editorial judgement, not a measurement. */
const appeal: Partial<Record<FactKind, number>> = {
  feature: 0.6,
  material: 0.55,
  use: 0.6,
  capacity: 0.6,
  battery: 0.65,
  weight: 0.55,
  water: 0.6,
  flavour: 0.65,
  scent: 0.6,
  compatibility: 0.45,
  warranty: 0.45,
  care: 0.4,
  colour: 0.35,
  style: 0.3,
  pattern: 0.35,
  size: 0.35,
  pack: 0.4,
  craft: 0.5,
  origin: 0.45,
  certification: 0.5,
  noise: 0.5,
  includes: 0.5,
  skin: 0.6,
  ages: 0.6,
}

/** A product's facts, the most useful to this shopper first; avoided kinds left out. */
export function rankedFacts(
  product: Product,
  subject: Subject,
  directives: Directives,
  affinity: Affinity,
): readonly Fact[] {
  const wants = [subject.occasion, ...subject.persona.interests.slice(0, 3)].filter((text) => text !== '')
  const score = (fact: Fact) => {
    const near = wants.reduce((best, want) => Math.max(best, affinity(want, fact.text)), 0)
    return near + (appeal[fact.kind] ?? 0.4)
  }
  return product.facts
    .filter((fact) => !directives.avoid.includes(fact.kind))
    .map((fact) => ({ fact, score: score(fact) }))
    .sort((a, b) => b.score - a.score)
    .map(({ fact }) => fact)
}
