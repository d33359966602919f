import { afterAll, describe, expect, it } from 'vitest'
import { SMALL_SHAPE, randomWeights } from '../onnx/randomWeights'
import { FeedError } from './decoder'
import type { Decoder } from './decoder'
import { Network } from './network'
import { xoshiro128 } from './random'

const weights = randomWeights(SMALL_SHAPE, xoshiro128(5))
const network = new Network(SMALL_SHAPE, () => Promise.resolve(weights), { threads: 1 })
afterAll(() => network.dispose())

/** Some text of token ids. */
const text = (length: number, salt = 1): number[] =>
  Array.from({ length }, (_, i) => (i * 37 + salt * 11) % SMALL_SHAPE.vocabulary)
const opened = (rows = 1): Promise<Decoder> => network.open(Array.from({ length: rows }, () => []))
async function fed(...runs: number[][]): Promise<Decoder> {
  const decoder = await opened()
  for (const tokens of runs) await decoder.feed([{ row: 0, tokens }])
  return decoder
}

describe('feed', () => {
  it.each([[1], [50], [119], [139], [1, 2, 3, 4], [60, 67, 68, 80, 120]])(
    'gives the same logits to the last bit, cut at %j, as in one',
    async (...cuts) => {
      const tokens = text(140)
      const bounds = [0, ...cuts, tokens.length]
      const parts = await fed(...bounds.slice(1).map((end, at) => tokens.slice(bounds[at], end)))
      const whole = await fed(tokens)
      expect(parts.tokens(0)).toEqual(tokens)
      expect(parts.logits(0)).toEqual(whole.logits(0))
    },
  )

  it('tells the logits after as many tokens as are wanted, and after no others', async () => {
    const tokens = text(140)
    const decoder = await opened()
    await decoder.feed([{ row: 0, tokens, wanted: 20 }])
    for (const length of [121, 122, 139, 140])
      expect(decoder.logitsAfter(0, length)).toEqual((await fed(tokens.slice(0, length))).logits(0))
    expect([120, 141].map((length) => decoder.logitsAfter(0, length))).toEqual([undefined, undefined])
    decoder.truncate(0, 130)
    expect(decoder.logits(0)).toEqual((await fed(tokens.slice(0, 130))).logits(0))
    await decoder.feed([{ row: 0, tokens: [7] }])
    expect(decoder.logits(0)).toEqual((await fed([...tokens.slice(0, 130), 7])).logits(0))
  })

  it('gives rows that begin alike what each gives alone', async () => {
    const texts = [text(60), [...text(40), ...text(9, 3)], text(60), text(12)]
    const together = await opened(4)
    await together.feed(texts.map((tokens, row) => ({ row, tokens, wanted: 2 })))
    for (const [row, tokens] of texts.entries()) {
      expect(together.tokens(row)).toEqual(tokens)
      expect(together.logits(row)).toEqual((await fed(tokens)).logits(0))
      expect(together.logitsAfter(row, tokens.length - 1)).toEqual((await fed(tokens.slice(0, -1))).logits(0))
    }
  })

  it('gives ragged rows exactly what each gives alone, in more groups than one', async () => {
    const lengths = [3, 70, 20, 1, 130, 5]
    const together = await opened(6)
    await together.feed(lengths.map((length, row) => ({ row, tokens: text(length, row) })))
    const alone = await Promise.all(lengths.map((length, row) => fed(text(length, row))))
    for (let step = 0; step < 5; step++) {
      const added = (row: number) =>
        Array.from({ length: 1 + ((row + step) % 4) }, (_, at) => step + row + at)
      await together.feed(lengths.map((_, row) => ({ row, tokens: added(row) })))
      for (const [row, single] of alone.entries()) {
        await single.feed([{ row: 0, tokens: added(row) }])
        expect(together.logits(row)).toEqual(single.logits(0))
      }
    }
  })

  it('leaves rows alone that are not fed, even a full one in between', async () => {
    const decoder = await opened(3)
    await decoder.feed(
      [0, 1, 2].map((row) => ({ row, tokens: text(row === 1 ? SMALL_SHAPE.context : 9, row) })),
    )
    const before = decoder.logits(1).slice()
    await decoder.feed([
      { row: 2, tokens: [4] },
      { row: 0, tokens: [4] },
    ])
    expect(decoder.logits(1)).toEqual(before)
    expect([0, 1, 2].map((row) => decoder.tokens(row).length)).toEqual([10, SMALL_SHAPE.context, 10])
    expect(decoder.logits(0)).toEqual((await fed(text(9, 0), [4])).logits(0))
  })

  it.each<[string, number, number[], string]>([
    ['row', 1, [1], 'There is no row 1; the decoder has 1'],
    ['token', 0, [5, 96], 'Token id 96 is outside the vocabulary of 96'],
    ['negative token', 0, [-1], 'Token id -1 is outside'],
    ['fraction', 0, [0.5], 'Token id 0.5 is outside'],
    ['length', 0, text(158), "161 tokens do not fit into the model's context of 160"],
  ])('refuses a wrong %s and changes nothing', async (_name, row, tokens, message) => {
    const decoder = await fed(text(3))
    await expect(decoder.feed([{ row, tokens }])).rejects.toThrow(message)
    await expect(decoder.feed([{ row, tokens }])).rejects.toThrow(FeedError)
    expect(decoder.tokens(0)).toEqual(text(3))
  })

  it('refuses a row named twice, and to run twice at once', async () => {
    const decoder = await fed(text(3))
    await expect(
      decoder.feed([
        { row: 0, tokens: [1] },
        { row: 0, tokens: [2] },
      ]),
    ).rejects.toThrow('Row 0 is named twice')
    const running = decoder.feed([{ row: 0, tokens: [1] }])
    await expect(decoder.feed([{ row: 0, tokens: [1] }])).rejects.toThrow('is still running')
    await running
    expect(decoder.tokens(0)).toHaveLength(4)
  })

  it.each([0, 4, 129])('refuses to tell the logits of %i of three tokens', async (wanted) => {
    const decoder = await opened()
    await expect(decoder.feed([{ row: 0, tokens: text(3), wanted }])).rejects.toThrow(FeedError)
  })

  it('has no logits before the first token', async () => {
    const decoder = await opened()
    await decoder.feed([{ row: 0, tokens: [] }])
    expect(() => decoder.logits(0)).toThrow('Row 0 has no tokens yet')
  })

  it('stops between runs when it is cancelled, and can go on afterwards', async () => {
    const decoder = await opened()
    const stop = new AbortController()
    const feeding = decoder.feed([{ row: 0, tokens: text(150) }], stop.signal)
    stop.abort(new Error('enough'))
    await expect(feeding).rejects.toThrow('enough')
    const done = decoder.tokens(0).length
    expect(done).toBeLessThan(150)
    await decoder.feed([{ row: 0, tokens: text(150).slice(done) }])
    expect(decoder.tokens(0)).toEqual(text(150))
  })
})

describe('mark and rewind', () => {
  it('restores tokens and logits, and refeeding repeats the same logits', async () => {
    const decoder = await fed(text(30))
    const mark = decoder.mark(0)
    const logits = decoder.logits(0).slice()
    await decoder.feed([{ row: 0, tokens: [7] }])
    const after = decoder.logits(0).slice()
    await decoder.feed([{ row: 0, tokens: text(60, 3) }])
    decoder.rewind(mark)
    expect(decoder.tokens(0)).toEqual(text(30))
    expect(decoder.logits(0)).toEqual(logits)
    await decoder.feed([{ row: 0, tokens: [7] }])
    expect(decoder.logits(0)).toEqual(after)
  })

  it('voids later marks, keeps earlier ones', async () => {
    const decoder = await opened()
    const start = decoder.mark(0)
    await decoder.feed([{ row: 0, tokens: text(4) }])
    const later = decoder.mark(0)
    decoder.rewind(start)
    expect(() => decoder.rewind(later)).toThrow('Row 0 was rewound to before this mark')
    decoder.rewind(start)
    expect(() => decoder.logits(0)).toThrow(FeedError)
  })
})

describe('fork', () => {
  it('copies a row, and the two go on apart', async () => {
    const decoder = await opened(3)
    await decoder.feed([
      { row: 0, tokens: text(40) },
      { row: 2, tokens: text(5, 9) },
    ])
    decoder.fork(0, 2)
    await decoder.feed([
      { row: 0, tokens: [1] },
      { row: 2, tokens: [2] },
    ])
    expect(decoder.tokens(2)).toEqual([...text(40), 2])
    expect(decoder.logits(0)).toEqual((await fed(text(40), [1])).logits(0))
    expect(decoder.logits(2)).toEqual((await fed(text(40), [2])).logits(0))
  })
})
