import { afterAll, describe, expect, it } from 'vitest'
import { SMALL_SHAPE, randomWeights } from '../onnx/randomWeights'
import { referenceLogits } from '../onnx/reference'
import { tokenNats } from './likelihood'
import { Network } from './network'
import { xoshiro128 } from './random'

const weights = randomWeights(SMALL_SHAPE, xoshiro128(5))
const network = new Network(SMALL_SHAPE, () => Promise.resolve(weights), {
  arithmetic: 'float32',
  threads: 1,
})
afterAll(() => network.dispose())
const model = { open: (rows: readonly unknown[]) => network.open(rows.map(() => [])) }
const settings = { adapters: [], signal: new AbortController().signal }

/** -ln p(token | before) by the plain loops. */
function expected(tokens: readonly number[], at: number): number {
  const logits = [...referenceLogits(SMALL_SHAPE, weights, tokens.slice(0, at))]
  return (
    Math.log(logits.reduce((sum, value) => sum + Math.exp(value), 0)) -
    (logits[tokens[at] ?? 0] ?? Number.NaN)
  )
}

describe('tokenNats', () => {
  it('gives the counted tokens of every text, and no others, what the plain loops give', async () => {
    const long = [3, 1, 4, 1, 5, 9, 2, 6]
    const texts = [
      { tokens: long, counted: [true, true, false, false, true, true, false, true] },
      { tokens: [7, 7, 2], counted: [false, false, false] },
      { tokens: [5, 8], counted: [false, true] },
      { tokens: [], counted: [] },
      ...Array.from({ length: 6 }, (_, at) => ({ tokens: [at, 2, at], counted: [false, false, true] })),
    ]
    const nats = await tokenNats(model, texts, settings)
    const wanted = texts.map(({ tokens, counted }) =>
      tokens.flatMap((_, at) => (at > 0 && counted[at] ? [expected(tokens, at)] : [])),
    )
    expect(nats.map((list) => list.length)).toEqual(wanted.map((list) => list.length))
    for (const [row, list] of nats.entries())
      for (const [at, value] of list.entries()) expect(value).toBeCloseTo(wanted[row]?.[at] ?? Number.NaN, 3)
  })

  it('stops when told', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    const texts = [{ tokens: [1, 2, 3], counted: [false, true, true] }]
    await expect(tokenNats(model, texts, { adapters: [], signal })).rejects.toThrow('enough')
  })
})
