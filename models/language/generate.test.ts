import { afterAll, describe, expect, it } from 'vitest'
import { SMALL_SHAPE, randomWeights } from '../onnx/randomWeights'
import { referenceLogits } from '../onnx/reference'
import type { Decoder } from './decoder'
import { forbid, generate, write } from './generate'
import type { WriteRequest, WrittenToken } from './generate'
import { Network } from './network'
import { xoshiro128 } from './random'
import { GREEDY, likeliest } from './sampler'

const weights = randomWeights(SMALL_SHAPE, xoshiro128(5))
const network = new Network(SMALL_SHAPE, () => Promise.resolve(weights), {
  arithmetic: 'float32',
  threads: 1,
})
afterAll(() => network.dispose())
const prompt = [3, 1, 4, 1, 5, 9, 2, 6]
const warm = { temperature: 0.9, topK: 40, topP: 0.95, minP: 0.01, repetitionPenalty: 1.1 }

async function opened(rows = 1): Promise<Decoder> {
  const decoder = await network.open(Array.from({ length: rows }, () => []))
  await decoder.feed(Array.from({ length: rows }, (_, row) => ({ row, tokens: prompt.slice(row) })))
  return decoder
}
const request = (row: number, seed: number): WriteRequest => ({
  row,
  sampling: warm,
  random: xoshiro128(seed),
  stop: new Set([50, 51]),
  tokensMax: 30,
})
async function collect(decoder: Decoder, requests: readonly WriteRequest[]): Promise<WrittenToken[]> {
  const tokens: WrittenToken[] = []
  for await (const step of generate(decoder, requests)) tokens.push(...step)
  return tokens
}

describe('greedy decoding', () => {
  it('writes exactly what the plain loops write', async () => {
    const expected: number[] = []
    for (let i = 0; i < 12; i++) {
      expected.push(
        likeliest(Float32Array.from(referenceLogits(SMALL_SHAPE, weights, [...prompt, ...expected]))),
      )
    }
    const decoder = await opened()
    expect(await write(decoder, { row: 0, sampling: GREEDY, stop: new Set(), tokensMax: 12 })).toEqual(
      expected,
    )
    expect(decoder.tokens(0)).toEqual([...prompt, ...expected.slice(0, -1)])
  })
})

describe('generate', () => {
  it('writes the same in a row alone and beside others', async () => {
    const together = await collect(await opened(3), [request(0, 7), request(1, 8), request(2, 9)])
    for (const row of [0, 1, 2]) {
      const alone = await collect(await opened(3), [request(row, 7 + row)])
      expect(together.filter((written) => written.row === row)).toEqual(alone)
    }
  })

  it('writes differently from another seed, and the same from the same', async () => {
    const one = await collect(await opened(), [request(0, 1)])
    expect(await collect(await opened(), [request(0, 1)])).toEqual(one)
    expect(await collect(await opened(), [request(0, 2)])).not.toEqual(one)
  })

  it('ends with a stop token, at the limit, or where the context is full, and says which', async () => {
    const [first] = await write(await opened(), { row: 0, sampling: GREEDY, stop: new Set(), tokensMax: 1 })
    const end = async (stop: number[], tokensMax: number): Promise<[number, WrittenToken['ended']]> => {
      const decoder = await opened()
      const written = await collect(decoder, [
        { ...request(0, 1), sampling: GREEDY, stop: new Set(stop), tokensMax },
      ])
      expect(decoder.tokens(0)).toHaveLength(prompt.length + written.length - 1)
      return [written.length, written[written.length - 1]!.ended]
    }
    expect(await end([first!], 9)).toEqual([1, 'stop'])
    expect(await end([], 9)).toEqual([9, 'length'])
    expect(await end([], 1000)).toEqual([SMALL_SHAPE.context - prompt.length + 1, 'length'])
  })

  it('never writes what a constraint forbids, and tells it what was written', async () => {
    const seen: number[] = []
    const allowed = [10, 20, 30]
    const others = Array.from({ length: SMALL_SHAPE.vocabulary }, (_, id) => id).filter(
      (id) => !allowed.includes(id),
    )
    const rule = forbid(others)
    const decoder = await opened()
    const before = decoder.logits(0).slice()
    const tokens = await write(decoder, {
      row: 0,
      sampling: warm,
      stop: new Set(),
      tokensMax: 8,
      constrain: (logits, written) => {
        seen.push(written.length)
        rule(logits, written)
      },
    })
    expect(tokens.every((id) => allowed.includes(id))).toBe(true)
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    decoder.rewind(decoder.mark(0))
    expect((await opened()).logits(0)).toEqual(before)
  })

  it('stops at once when it is cancelled, and leaves the decoder usable', async () => {
    const decoder = await opened()
    const stop = new AbortController()
    const run = generate(decoder, [{ ...request(0, 1), stop: new Set() }], stop.signal)
    await run.next()
    stop.abort(new Error('enough'))
    await expect(run.next()).rejects.toThrow('enough')
    expect(decoder.tokens(0)).toEqual(prompt)
    await decoder.feed([{ row: 0, tokens: [5] }])
    expect(decoder.tokens(0)).toEqual([...prompt, 5])
  })
})
