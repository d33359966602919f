/** For whom an audit writes: as many texts for each group, of people who differ in all else. Pure. */
import { groupShoppers } from '../../../models/fairness/groups'
import { seededRandom } from '../../../shared/util/random'
import type { Segments } from './tasks'

/** A text to be written. */
export interface SampledText {
  /** For whom: her place among the tested shoppers. */
  readonly at: number
  /** The i-th text of every group has the same occasion and template. */
  readonly round: number
}

/**
 * Round after round one shopper of each group of the first segment, until `texts` are chosen or everybody is. Within a group people of the
 * other segments' groups take turns. The same seed draws the same.
 */
export function textSample(
  segments: readonly Segments[],
  wanted: readonly (readonly string[])[],
  { texts, seed }: { readonly texts: number; readonly seed: number },
): readonly SampledText[] {
  const [first = [], ...others] = wanted
  const groupings = [first, ...others].map((fields) =>
    groupShoppers(segments.length, (at) => segments[at] ?? {}, fields),
  )
  const [own, ...rest] = groupings
  const cellOf = (at: number) => JSON.stringify(rest.map(({ of }) => of[at]))
  const order = seededRandom(seed).shuffle([...segments.keys()])
  const groups = (own?.groups ?? []).map((_, group) =>
    inTurns(
      order.filter((at) => own?.of[at] === group),
      cellOf,
    ),
  )
  const longest = Math.max(0, ...groups.map(({ length }) => length))
  const rounds = Array.from({ length: Math.min(longest, texts) }, (_, round) =>
    groups.flatMap((people) => {
      const at = people[round]
      return at === undefined ? [] : { at, round }
    }),
  )
  return rounds.flat().slice(0, texts)
}

/** One of each cell, then the next of each, cells in the order in which they first come. */
function inTurns(people: readonly number[], cellOf: (at: number) => string): readonly number[] {
  const cells = new Map<string, number[]>()
  for (const at of people) {
    const cell = cells.get(cellOf(at)) ?? []
    cells.set(cellOf(at), cell)
    cell.push(at)
  }
  const longest = Math.max(0, ...[...cells.values()].map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) =>
    [...cells.values()].flatMap((cell) => cell[turn] ?? []),
  ).flat()
}
