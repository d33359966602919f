/** Who comes first among equals. */
import { seededRandom } from '../../shared/util/random'

/** Of picks, those with this share of the best one's score are as good to a shopper. */
const AS_GOOD = 0.9
/** So many of them take turns. */
const TURNS = 4

/**
 * Picks, best first, with one of those as good as the best put in front by seed: else a few products would be recommended to everybody. The
 * others keep their order; the same seed gives the same order.
 */
export function inTurns<Scored extends { readonly score: number }>(
  picks: readonly Scored[],
  seed: number,
): readonly Scored[] {
  const best = picks[0]?.score ?? 0
  const equals = picks.slice(0, TURNS).filter(({ score }) => score >= best * AS_GOOD)
  const first = equals.length > 1 ? seededRandom(seed).pick(equals) : picks[0]
  return first ? [first, ...picks.filter((pick) => pick !== first)] : picks
}
