/**
 * Chooses the next token from logits. Pure: equal logits, settings and random numbers give equal tokens. The filters apply in the
 * order Hugging Face applies them: repetition penalty, temperature, top-k, top-p, min-p.
 */
import type { Decoding } from '../../shared/domain/narrative'
import type { Random } from './random'

/** How to choose. `temperature` 0 takes the likeliest token; `topK` 0, `topP` 1, `minP` 0 and `repetitionPenalty` 1 are off. */
export type Sampling = Omit<Decoding, 'seed'>

/** Always the likeliest token. */
export const GREEDY: Sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 }

/** Tokens less than this as likely as the likeliest one are never drawn; sorting all of them would cost more than decoding. */
const NEGLIGIBLE = 1e-7

/** A token that may be drawn. */
export interface Candidate {
  readonly id: number
  /** Its probability among the candidates; they sum to 1. */
  readonly probability: number
}

/** Every token is forbidden. */
export class NothingAllowedError extends Error {
  constructor() {
    super('No token is allowed here: every logit is minus infinity or not a number')
    this.name = 'NothingAllowedError'
  }
}

/**
 * The next token. Ties go to the lower id. One random number is used, except when greedy.
 * @param logits [vocabulary]; minus infinity forbids a token
 * @param seen tokens the repetition penalty counts; each once, however often it stands there
 * Throws NothingAllowedError when no logit is finite.
 */
export function sample(
  logits: Float32Array,
  settings: Sampling,
  random: Random,
  seen: readonly number[] = [],
): number {
  const penalised = penalise(logits, seen, settings.repetitionPenalty)
  if (settings.temperature === 0) return likeliest(penalised)
  return draw(candidates(penalised, settings), random())
}

/** The id of the greatest logit, the lower one of equals. Throws NothingAllowedError when no logit is finite. */
export function likeliest(logits: Float32Array): number {
  let best = -1
  let greatest = -Infinity
  for (let id = 0; id < logits.length; id++) {
    if (logits[id]! > greatest) {
      greatest = logits[id]!
      best = id
    }
  }
  if (best < 0) throw new NothingAllowedError()
  return best
}

/**
 * How unexpected a token is: minus the natural logarithm of its probability at temperature 1 among the tokens not forbidden, in nats;
 * infinite for a forbidden one.
 */
export function surprise(logits: Float32Array, token: number): number {
  const greatest = logits[likeliest(logits)]!
  let total = 0
  for (const logit of logits) total += Math.exp(logit - greatest)
  return greatest + Math.log(total) - logits[token]!
}

/** The tokens that the settings leave, likeliest first. Throws NothingAllowedError when there is none. */
export function candidates(logits: Float32Array, settings: Sampling): Candidate[] {
  const { temperature, topK, topP, minP } = settings
  const weighed = weigh(logits, temperature)
  const most = topK > 0 ? weighed.slice(0, topK) : weighed
  const total = sum(most)
  const nucleus = most.slice(0, nucleusSize(most, topP * total))
  const likely = nucleus.filter(({ probability }) => probability >= minP)
  const left = sum(likely)
  return likely.map(({ id, probability }) => ({ id, probability: probability / left }))
}

/** Draws by a uniform number in [0, 1). */
export function draw(list: readonly Candidate[], uniform: number): number {
  let cumulated = 0
  for (const { id, probability } of list) {
    cumulated += probability
    if (uniform < cumulated) return id
  }
  return list[list.length - 1]!.id
}

/** Divides positive and multiplies negative logits of seen tokens by the penalty (Keskar et al., "CTRL", 2019). */
function penalise(logits: Float32Array, seen: readonly number[], penalty: number): Float32Array {
  if (penalty === 1 || seen.length === 0) return logits
  const changed = logits.slice()
  for (const id of new Set(seen))
    changed[id] = logits[id]! > 0 ? logits[id]! / penalty : logits[id]! * penalty
  return changed
}

/** Likelihoods relative to the likeliest token, which gets 1, in falling order; ties in order of id. */
function weigh(logits: Float32Array, temperature: number): Candidate[] {
  const greatest = logits[likeliest(logits)]!
  const floor = greatest + Math.log(NEGLIGIBLE) * temperature
  const list: Candidate[] = []
  for (let id = 0; id < logits.length; id++) {
    const logit = logits[id]!
    if (logit >= floor) list.push({ id, probability: Math.exp((logit - greatest) / temperature) })
  }
  return list.sort((a, b) => b.probability - a.probability || a.id - b.id)
}

/** How many of the likeliest are needed to reach `mass`; at least one. */
function nucleusSize(list: readonly Candidate[], mass: number): number {
  let cumulated = 0
  for (const [index, { probability }] of list.entries()) {
    cumulated += probability
    if (cumulated >= mass) return index + 1
  }
  return list.length
}

function sum(list: readonly Candidate[]): number {
  return list.reduce((total, { probability }) => total + probability, 0)
}
