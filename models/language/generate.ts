/** The decoding loop. */
import type { Decoder } from './decoder'
import { xoshiro128 } from './random'
import type { Random } from './random'
import { sample } from './sampler'
import type { Sampling } from './sampler'

/**
 * Forbids tokens at one position, by setting their logits to minus infinity.
 * @param logits a copy of the row's logits, [vocabulary]
 * @param written tokens this request has written so far
 */
export type Constraint = (logits: Float32Array, written: readonly number[]) => void

/** What to write in one row. */
export interface WriteRequest {
  readonly row: number
  readonly sampling: Sampling
  /** One source a row, so that a row writes the same alone and beside others. */
  readonly random: Random
  /** Writing ends with the first of these, which is written too. */
  readonly stop: ReadonlySet<number>
  /** Tokens to write at most, the stop among them. */
  readonly tokensMax: number
  readonly constrain?: Constraint
}

/** A token as it is written. */
export interface WrittenToken {
  readonly row: number
  readonly token: number
  /** Why this is the row's last one; null while it goes on. */
  readonly ended: 'stop' | 'length' | null
}

/**
 * Writes several rows at once, a token a row and step, until each has ended; yields every step's tokens as soon as they are chosen. Each
 * row must have been fed. The token that ends a row is not fed: feed it together with what comes next, in one run. The same goes for
 * the last step when the caller leaves early. Throws the signal's reason when it aborts.
 */
export async function* generate(
  decoder: Decoder,
  requests: readonly WriteRequest[],
  signal?: AbortSignal,
): AsyncGenerator<readonly WrittenToken[], void, void> {
  let live = requests.map((request) => ({ request, written: [] as number[] }))
  while (live.length > 0) {
    signal?.throwIfAborted()
    const step = live.map(({ request, written }) => choose(decoder, request, written))
    yield step
    live = live.filter((_, index) => step[index]!.ended === null)
    const going = step.filter(({ ended }) => ended === null)
    await decoder.feed(
      going.map(({ row, token }) => ({ row, tokens: [token] })),
      signal,
    )
  }
}

/** Writes one row to its end and returns its tokens, the last of which is not fed. `seed` is 0 when absent. */
export async function write(
  decoder: Decoder,
  request: Omit<WriteRequest, 'random'> & { readonly seed?: number },
  signal?: AbortSignal,
): Promise<number[]> {
  const tokens: number[] = []
  const random = xoshiro128(request.seed ?? 0)
  for await (const step of generate(decoder, [{ ...request, random }], signal)) tokens.push(step[0]!.token)
  return tokens
}

/** Forbids the given tokens. */
export function forbid(ids: Iterable<number>): Constraint {
  const banned = [...ids]
  return (logits) => {
    for (const id of banned) logits[id] = -Infinity
  }
}

function choose(decoder: Decoder, request: WriteRequest, written: number[]): WrittenToken {
  const { row, constrain, sampling, random, stop, tokensMax } = request
  const logits = constrain ? decoder.logits(row).slice() : decoder.logits(row)
  constrain?.(logits, written)
  const token = sample(logits, sampling, random, written)
  written.push(token)
  if (stop.has(token)) return { row, token, ended: 'stop' }
  const full = written.length >= tokensMax || decoder.tokens(row).length >= decoder.context
  return { row, token, ended: full ? 'length' : null }
}
