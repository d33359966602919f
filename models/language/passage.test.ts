import { afterAll, describe, expect, it } from 'vitest'
import { SMALL_SHAPE, randomWeights } from '../onnx/randomWeights'
import { Batch } from './batch'
import type { Decoder, RowTokens } from './decoder'
import { Network } from './network'
import type { Foresight } from './passage'
import { Passage } from './passage'
import { xoshiro128 } from './random'
import { sample } from './sampler'

const weights = randomWeights(SMALL_SHAPE, xoshiro128(5))
const network = new Network(SMALL_SHAPE, () => Promise.resolve(weights), { threads: 1 })
afterAll(() => network.dispose())
const WARM = { temperature: 0.8, topK: 0, topP: 0.95, minP: 0, repetitionPenalty: 1.1 }
const LENGTH = 24

/** A decoder's batch that counts the runs of the graph it makes. */
async function counted(rows = 1): Promise<{ batch: Batch; feeds: (readonly RowTokens[])[] }> {
  const decoder = await network.open(Array.from({ length: rows }, () => []))
  const feeds: (readonly RowTokens[])[] = []
  const feed = decoder.feed.bind(decoder)
  const counting = Object.assign(decoder, {
    feed: (inputs: readonly RowTokens[], signal?: AbortSignal) => {
      feeds.push(inputs)
      return feed(inputs, signal)
    },
  } satisfies Partial<Decoder>)
  return { batch: new Batch(counting), feeds }
}

/** Draws LENGTH tokens after a prompt; `guess` is told the tokens drawn so far. */
async function drawn(
  passage: Passage,
  seed: number,
  guess: (written: readonly number[]) => readonly number[],
) {
  const random = xoshiro128(seed)
  const written: number[] = []
  passage.push([3, 1, 4, 1, 5, seed])
  const foresee: Foresight = () => guess(written)
  while (written.length < LENGTH) {
    const token = sample(await passage.logits(foresee), WARM, random, written)
    written.push(token)
    passage.push([token])
  }
  passage.close()
  return written
}

async function alone(seed: number, guess: (written: readonly number[]) => readonly number[]) {
  const { batch, feeds } = await counted()
  return { tokens: await drawn(new Passage(batch, 0), seed, guess), runs: feeds.length }
}

describe('a passage', () => {
  it('comes out the same however well it was foreseen, and sooner the better it was', async () => {
    const plain = await alone(7, () => [])
    const right = (count: number) => (written: readonly number[]) =>
      plain.tokens.slice(written.length, written.length + count)
    const wrong = (written: readonly number[]) =>
      right(8)(written).map((token, at) => (at === 2 ? token + 1 : token) % 96)
    expect(plain.runs).toBe(LENGTH)
    expect(await alone(7, right(5))).toEqual({ tokens: plain.tokens, runs: LENGTH / 6 })
    expect(await alone(7, wrong)).toEqual({ tokens: plain.tokens, runs: LENGTH / 3 })
  })

  it('goes on after a rewind as if nothing had been written since', async () => {
    const { batch, feeds } = await counted()
    const passage = new Passage(batch, 0)
    passage.push([1, 2, 3])
    const first = (await passage.logits()).slice()
    const start = passage.bookmark()
    passage.push([9, 8, 7])
    const after = (await passage.logits()).slice()
    passage.rewind(start)
    expect(await passage.logits()).toEqual(first)
    passage.push([9, 8, 7])
    expect(await passage.logits()).toEqual(after)
    passage.rewind(start)
    passage.push([5])
    const other = (await passage.logits(() => [6, 7])).slice()
    passage.push([6])
    const ahead = (await passage.logits()).slice()
    const fresh = new Passage((await counted()).batch, 0)
    fresh.push([1, 2, 3, 5])
    expect(await fresh.logits()).toEqual(other)
    fresh.push([6])
    expect(await fresh.logits()).toEqual(ahead)
    expect(feeds).toHaveLength(3)
  })

  it('keeps guesses within the context, and refuses what does not fit', async () => {
    const { batch } = await counted()
    const passage = new Passage(batch, 0)
    passage.push(Array.from({ length: SMALL_SHAPE.context - 1 }, (_, i) => i % 96))
    await passage.logits(() => [1, 2, 3])
    passage.push([1])
    await passage.logits(() => [1, 2, 3])
    passage.push([1])
    await expect(passage.logits()).rejects.toThrow('161 tokens do not fit')
  })
})

describe('passages of one batch', () => {
  it('come out as each does alone, in as many runs as the longest needs', async () => {
    const guess = (written: readonly number[]) => written.slice(-2)
    const seeds = [7, 8, 9, 10, 11]
    const singles = await Promise.all(seeds.map((seed) => alone(seed, guess)))
    const { batch, feeds } = await counted(seeds.length)
    const together = await Promise.all(seeds.map((seed, row) => drawn(new Passage(batch, row), seed, guess)))
    expect(together).toEqual(singles.map(({ tokens }) => tokens))
    expect(feeds).toHaveLength(Math.max(...singles.map(({ runs }) => runs)))
  })

  it('all fail when the batch is stopped', async () => {
    const stop = new AbortController()
    const decoder = await network.open([[], []])
    const batch = new Batch(decoder, stop.signal)
    const running = [0, 1].map((row) => drawn(new Passage(batch, row), row, () => []))
    stop.abort(new Error('enough'))
    const ends = await Promise.allSettled(running)
    expect(ends.map((end) => end.status === 'rejected' && String(end.reason))).toEqual([
      'Error: enough',
      'Error: enough',
    ])
  })

  it('are not held up by one that has left', async () => {
    const { batch } = await counted(2)
    const [one, other] = [new Passage(batch, 0), new Passage(batch, 1)]
    one.push([1])
    const waiting = one.logits()
    other.close()
    expect(await waiting).toHaveLength(96)
    other.push([1])
    await expect(other.logits()).rejects.toThrow('Row 1 has left its batch')
  })
})
