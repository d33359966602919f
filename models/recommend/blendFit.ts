/**
 * Weights of the blend, fitted on validation data: of a sample of users one product each is held out of the training set, and coordinate
 * ascent looks for the weights under which those products rank highest (NDCG at 10; with one product held out 1 / log2(rank + 1), Jarvelin
 * and Kekalainen, 2002). The same training set and seed give the same weights.
 */
import { seededRandom } from '../../shared/util/random'
import type { Steps } from '../../shared/util/steps'
import { atOnce } from '../../shared/util/steps'
import type { FitOptions, TrainingSet } from './algorithm'
import type { Blend, BlendPart, FittedPart } from './blend'
import { DEFAULT_BLEND, fittingParts, partsFor, scorePart } from './blend'
import type { InteractionMatrix } from './matrix'
import { historyOf, without } from './matrix'

/** With fewer users to hold a product out of, weights would be fitted to chance. */
const USERS_MIN = 200
const USERS_MAX = 2000
/** Scores kept while weights are looked for: 64 MB, so that two thousand users have a say where there are a few thousand products. */
const SCORES_MAX = 2 ** 25
/** The largest score there is, as it is kept: a score in 16 bits. */
const SCORE_ONE = 0x7fff
/** Weights tried for each part in turn, relative to one another. */
const TRIED = [0, 0.05, 0.1, 0.25, 0.5, 1, 2]
const ROUNDS_MAX = 4
/** A weight is changed only for a gain of this share, lest it follow chance; the search begins at item-kNN alone. */
const GAIN_MIN = 0.005
const K = 10
/** Users scored between two breaths. */
const USERS_A_STEP = 50

/** A held-out product: a place in the matrix, and whose it is. */
interface Held {
  readonly user: number
  readonly entry: number
}

/** What the parts say for one user: of her held-out product, and of everything else that she does not have. */
interface Judged {
  /** By part, 1 being `SCORE_ONE`. */
  readonly wanted: Int16Array
  /** [others x parts], in the same unit. */
  readonly others: Int16Array
}

/** Fits the weights at one go. */
export function fitBlend(training: TrainingSet, options: FitOptions = {}): Blend {
  return atOnce(fittingBlend(training, options))
}

/**
 * The same in steps, for a process that has other things to do between them. Most take some tenths of a second; the fit of a part is one
 * step, and EASE's over the most products it takes is nearly a second.
 */
export function* fittingBlend(training: TrainingSet, options: FitOptions = {}): Steps<Blend> {
  const parts = partsFor(training)
  const room = Math.floor(SCORES_MAX / parts.length / Math.max(1, training.matrix.items))
  const held = heldOut(training.matrix, Math.min(USERS_MAX, room), options)
  if (held.length < USERS_MIN) return DEFAULT_BLEND
  const matrix = without(training.matrix, new Set(held.map(({ entry }) => entry)))
  const fitted = yield* fittingParts(parts, { ...training, matrix }, options)
  const judged: Judged[] = []
  for (const one of held) {
    judged.push(judge(one, { fitted, training, matrix }))
    if (judged.length % USERS_A_STEP === 0) yield
  }
  return { weights: yield* ascend(judged, parts), users: held.length }
}

/**
 * A sample of users who met two products or more, each with one to hold out: the newest of any kind, so that nothing she did after it is in
 * her history, as nothing is when she is recommended something (`leave-last-out` holds out the same); or any of those met in the strongest
 * way there is, where the validation asks for that.
 */
function heldOut(
  { users, start, weight }: InteractionMatrix,
  count: number,
  { seed = 1, validation = 'newest' }: FitOptions,
): readonly Held[] {
  const random = seededRandom(seed)
  const entries = Array.from({ length: users }, (_, user) => {
    const [from, to] = [start[user]!, start[user + 1]!]
    if (to - from < 2) return []
    if (validation === 'newest') return [to - 1]
    return [...weight.subarray(from, to).keys()].map((n) => from + n).filter((at) => weight[at] === 1)
  })
  const able = [...entries.keys()].filter((user) => entries[user]!.length > 0)
  return random
    .shuffle(able)
    .slice(0, count)
    .map((user) => ({ user, entry: random.pick(entries[user]!) }))
}

function judge(
  { user, entry }: Held,
  of: {
    readonly fitted: readonly FittedPart[]
    readonly training: TrainingSet
    readonly matrix: InteractionMatrix
  },
): Judged {
  const { matrix: whole, nowMs } = of.training
  const wantedItem = whole.item[entry]!
  const history = historyOf(of.matrix, user, whole.atMs[entry]! || nowMs)
  const known = new Set([...history.items, wantedItem])
  const parts = of.fitted.length
  const judged = {
    wanted: new Int16Array(parts),
    others: new Int16Array(parts * (whole.items - known.size)),
  }
  const scores = new Float64Array(whole.items)
  of.fitted.forEach((part, at) => {
    scorePart(part, history, scores)
    judged.wanted[at] = inShort(scores[wantedItem]!)
    let place = at
    for (let item = 0; item < whole.items; item++) {
      if (known.has(item)) continue
      judged.others[place] = inShort(scores[item]!)
      place += parts
    }
  })
  return judged
}

/** Only EASE goes below 0, and what is that unwanted is in no list of ten. */
const inShort = (score: number) => Math.round(Math.max(-1, score) * SCORE_ONE)

/** Tries every weight of one part after the other, until a round changes none. At least one weight is always above 0. */
function* ascend(judged: readonly Judged[], parts: readonly BlendPart[]): Steps<Blend['weights']> {
  const weights = Float64Array.from(parts, (part) => Number(part === 'item-knn'))
  let best = meanNdcg(judged, weights)
  for (let round = 0, moved = true; round < ROUNDS_MAX && moved; round++) {
    moved = false
    for (let part = 0; part < parts.length; part++) {
      let chosen = weights[part]!
      for (const tried of TRIED) {
        if (tried === chosen) continue
        weights[part] = tried
        // By no part at all everything scores the same, which may beat a part that is wrong, and says nothing.
        if (!weights.some((weight) => weight > 0)) continue
        const found = meanNdcg(judged, weights)
        if (found <= best * (1 + GAIN_MIN)) continue
        best = found
        chosen = tried
        moved = true
      }
      weights[part] = chosen
      yield
    }
  }
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Object.fromEntries(parts.map((part, at) => [part, weights[at]! / sum]))
}

function meanNdcg(judged: readonly Judged[], weights: Float64Array): number {
  const sum = judged.reduce((total, one) => {
    const rank = rankOf(one, weights)
    return rank <= K ? total + 1 / Math.log2(rank + 1) : total
  }, 0)
  return sum / judged.length
}

/** The rank of the held-out product, from 1; one that scores the same counts as half before it. No longer exact beyond K. */
function rankOf({ wanted, others }: Judged, weights: Float64Array): number {
  const parts = weights.length
  let target = 0
  for (let part = 0; part < parts; part++) target += weights[part]! * wanted[part]!
  let rank = 1
  for (let from = 0; from < others.length && rank <= K; from += parts) {
    let score = 0
    for (let part = 0; part < parts; part++) score += weights[part]! * others[from + part]!
    if (score > target) rank++
    else if (score === target) rank += 0.5
  }
  return rank
}
