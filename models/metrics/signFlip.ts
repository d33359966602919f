/** Whether pairs differ, without a distribution: were neither side the larger, each difference could as well have had the other sign. */
import { seededRandom } from '../../shared/util/random'

/** Up to so many differences every turn of signs is looked at: 4,096 of them. */
const EXACT_PAIRS = 12
const TURNS = 10_000

/**
 * Two-sided p of paired differences by turning their signs (Fisher 1935): of up to twelve exact, and at least 2 in 2^n; of more by random
 * turns, and at least 1 in 10,001. 1 where nothing differs, NaN of nothing.
 */
export function signFlipP(differences: readonly number[], seed = 1): number {
  if (differences.length === 0) return Number.NaN
  const largest = differences.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const sum = differences.reduce((all, one) => all + one, 0)
  // Turns that make the same sum differ by rounding alone.
  const seen = Math.abs(sum) - 1e-10 * largest * differences.length
  return differences.length <= EXACT_PAIRS ? exactP(differences, seen) : drawnP(differences, seen, seed)
}

function exactP(differences: readonly number[], seen: number): number {
  const turns = 2 ** differences.length
  let extreme = 0
  for (let turn = 0; turn < turns; turn++) {
    const sum = differences.reduce((all, one, at) => all + ((turn >> at) & 1 ? -one : one), 0)
    if (Math.abs(sum) >= seen) extreme++
  }
  return extreme / turns
}

function drawnP(differences: readonly number[], seen: number, seed: number): number {
  const random = seededRandom(seed)
  let extreme = 0
  for (let turn = 0; turn < TURNS; turn++) {
    const sum = differences.reduce((all, one) => all + (random.below(2) === 0 ? -one : one), 0)
    if (Math.abs(sum) >= seen) extreme++
  }
  return (extreme + 1) / (TURNS + 1)
}
