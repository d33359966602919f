/** The first places of a ranking before and after its rules, each with what became of it. Pure. */
import type { Pick } from '../../shared/domain/narrative'
import type { Ruled } from './rules'

/** One place of one of the lists. */
export interface ChangedPlace {
  readonly pick: Pick
  /** From 1. */
  readonly place: number
  /** What rules did to it, whichever list it is seen in. */
  readonly rules: readonly string[]
  /** `added` and `removed` say that the other list does not show it. */
  readonly change: 'same' | 'up' | 'down' | 'added' | 'removed'
  /** Its place in the other list, also beyond what that shows; undefined where it is nowhere in it. */
  readonly otherPlace?: number
}

/** The first `count` places of both lists. */
export function ruleChanges(
  ranked: readonly Pick[],
  { picks, leftOut }: Ruled,
  count: number,
): { readonly before: readonly ChangedPlace[]; readonly after: readonly ChangedPlace[] } {
  const [placeBefore, placeAfter] = [ranked, picks].map(
    (list) => new Map(list.map((pick, at) => [pick.id, at + 1])),
  )
  const words = new Map([
    ...leftOut.map((one) => [one.pick.id, [one.words]] as const),
    ...picks.map((pick) => [pick.id, pick.rules ?? []] as const),
  ])
  const row = (pick: Pick, at: number, other: ReadonlyMap<string, number> | undefined) => {
    const otherPlace = other?.get(pick.id)
    const shared = { pick, place: at + 1, rules: words.get(pick.id) ?? [] }
    return { ...shared, ...(otherPlace === undefined ? {} : { otherPlace }) }
  }
  return {
    before: ranked.slice(0, count).map((pick, at) => {
      const shown = row(pick, at, placeAfter)
      const { place, otherPlace = Infinity } = shown
      return { ...shown, change: otherPlace > count ? 'removed' : moved(place, otherPlace) }
    }),
    after: picks.slice(0, count).map((pick, at) => {
      const shown = row(pick, at, placeBefore)
      const { place, otherPlace = Infinity } = shown
      return { ...shown, change: otherPlace > count ? 'added' : moved(otherPlace, place) }
    }),
  }
}

function moved(from: number, to: number): 'same' | 'up' | 'down' {
  if (from === to) return 'same'
  return to < from ? 'up' : 'down'
}
