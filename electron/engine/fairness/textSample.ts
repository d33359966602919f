/** For whom an audit writes, and what: as many texts for each group, of people who differ in all else, with a fair mix of cases. Pure. */
import type { Grouping } from '../../../models/fairness/groups'
import { groupShoppers } from '../../../models/fairness/groups'
import { CASE_PERIOD, CASE_TURNS } from '../../../models/metrics/cases'
import type { Random } from '../../../shared/util/random'
import { seededRandom } from '../../../shared/util/random'
import type { Segments } from './tasks'

/** A text to be written. */
export interface SampledText {
  /** For whom: her place among the tested shoppers. */
  readonly at: number
  /** Which case of the protocol: the i-th text of every group of the first segment has the same. */
  readonly index: number
}

/**
 * Round after round one shopper of each group of the first segment, until `texts` are chosen or everybody is. Within a group people of the
 * other segments' groups take turns, in another order each time. All of a round are told the same case. The same seed draws the same.
 */
export function textSample(
  segments: readonly Segments[],
  wanted: readonly (readonly string[])[],
  { texts, seed }: { readonly texts: number; readonly seed: number },
): readonly SampledText[] {
  const random = seededRandom(seed)
  const groupings = wanted.map((fields) => groupShoppers(segments.length, (at) => segments[at] ?? {}, fields))
  const rounds = roundsOf(random.shuffle([...segments.keys()]), groupings, { texts, random })
  const cases = fairCases(rounds, groupings, random)
  return rounds.flatMap((people, round) => people.map((at) => ({ at, index: cases[round] ?? 0 })))
}

interface Drawing {
  readonly texts: number
  readonly random: Random
}

/** Who is written for in each round. */
function roundsOf(
  order: readonly number[],
  [own, ...rest]: readonly Grouping[],
  { texts, random }: Drawing,
): readonly (readonly number[])[] {
  const cellOf = (at: number) => JSON.stringify(rest.map(({ of }) => of[at]))
  const groups = (own?.groups ?? []).map((_, group) => {
    const members = order.filter((at) => own?.of[at] === group)
    return inTurns(members, cellOf, random)
  })
  const rounds: (readonly number[])[] = []
  for (let left = texts; left > 0; left -= rounds.at(-1)?.length ?? 0) {
    const people = groups.flatMap((members) => members[rounds.length] ?? []).slice(0, left)
    if (people.length === 0) break
    rounds.push(people)
  }
  return rounds
}

/** One of each cell, then the next of each; each turn has the cells in an order of its own, since a fixed one would keep step with the cases. */
function inTurns(
  people: readonly number[],
  cellOf: (at: number) => string,
  random: Random,
): readonly number[] {
  const cells = new Map<string, number[]>()
  for (const at of people) {
    const cell = cells.get(cellOf(at)) ?? []
    cells.set(cellOf(at), cell)
    cell.push(at)
  }
  const longest = Math.max(0, ...[...cells.values()].map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) =>
    random.shuffle([...cells.values()].flatMap((cell) => cell[turn] ?? [])),
  ).flat()
}

/**
 * A case for each round, by minimisation (Taves 1974; Pocock and Simon 1975): the one whose voice, channel and close the groups of the round,
 * by every segment, have had least, of those that have come least often. However many texts a group has, each of its voices, channels and
 * closes comes about as often as the next.
 */
function fairCases(
  rounds: readonly (readonly number[])[],
  groupings: readonly Grouping[],
  random: Random,
): readonly number[] {
  const had = new Map<string, number>()
  const used = new Int32Array(CASE_PERIOD)
  return rounds.map((people) => {
    const groups = people.flatMap((at) => groupings.map(({ of }, segment) => `${segment}/${of[at] ?? -1}`))
    const keysOf = (kind: number) =>
      CASE_TURNS.flatMap((turns, factor) => groups.map((group) => `${group}/${factor}/${kind % turns}`))
    const [kind] = random
      .shuffle([...used.keys()])
      .map((one) => ({ one, cost: keysOf(one).reduce((sum, key) => sum + (had.get(key) ?? 0), 0) }))
      .sort((a, b) => a.cost - b.cost || (used[a.one] ?? 0) - (used[b.one] ?? 0))
    if (!kind) return 0
    for (const key of keysOf(kind.one)) had.set(key, (had.get(key) ?? 0) + 1)
    const again = used[kind.one] ?? 0
    used[kind.one] = again + 1
    return kind.one + CASE_PERIOD * again
  })
}
