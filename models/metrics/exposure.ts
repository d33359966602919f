/** What lists show of a catalogue, whoever they please: how much of it, how evenly, how well known. */

/** Share of the products that are shown to anybody, 0-1: catalogue coverage (Ge, Delgado-Battenfeld and Jannach 2010). NaN without products. */
export function coverage(shown: ArrayLike<number>): number {
  let some = 0
  for (let item = 0; item < shown.length; item++) if (shown[item]! > 0) some++
  return some / shown.length
}

/**
 * How unevenly a total is spread over its holders, those with nothing among them: 0 where all have alike, up to 1 - 1/n where one has all
 * (Gini 1912; for recommendations, Fleder and Hosanagar 2009). With x in ascending order, sum((2i - n - 1) x_i) / (n sum(x)), i from 1. NaN
 * where there is nothing to spread.
 */
export function gini(amounts: ArrayLike<number>): number {
  const sorted = Float64Array.from(amounts).sort()
  let [weighted, total] = [0, 0]
  sorted.forEach((amount, at) => {
    weighted += (2 * (at + 1) - sorted.length - 1) * amount
    total += amount
  })
  return weighted / (sorted.length * total)
}

/**
 * How surprising it is that somebody takes a product, bits: -log2 of the share of users who did. Its mean over what lists show is their
 * novelty (mean self-information: Zhou et al. 2010; Vargas and Castells 2011). One that nobody took counts as taken by one, so that the
 * most there is is log2 of the users.
 */
export function selfInformation(takers: number, users: number): number {
  return Math.log2(users / Math.max(1, takers))
}

/**
 * How much better known what users are shown is than what they took themselves: the group's mean popularity of lists by that of profiles,
 * less 1 (Abdollahpouri et al. 2019). 0 is like their own taste, 1 twice as popular, below 0 less known. NaN where no profile holds anything.
 */
export function popularityLift(shown: number, own: number): number {
  return own > 0 ? shown / own - 1 : Number.NaN
}
