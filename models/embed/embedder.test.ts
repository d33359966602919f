import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEmbedder } from './embedder'
import golden from './golden.json'
import { WordPiece, wordsOf } from './wordPiece'

const folder = resolve(import.meta.dirname, '../weights/embedder')
const embedder = openEmbedder(folder)
const pieces = new WordPiece(readFileSync(join(folder, 'vocab.txt'), 'utf8').trimEnd().split('\n'))
const cosine = (a: string, b: string) => {
  const other = embedder.embed(b)
  return embedder.embed(a).reduce((sum, value, at) => sum + value * other[at]!, 0)
}

/** Largest difference to the Python tool: the last bit of 32-bit sums, and seven decimals in the file. */
const ERROR_MAX = 1e-6

describe('the embedder', () => {
  it.each(golden)('cuts and embeds "$text" as the Python tool does', ({ text, pieces: expected, vector }) => {
    expect(pieces.pieces(text)).toEqual(expected)
    const errors = [...embedder.embed(text)].map((value, at) => Math.abs(value - vector[at]!))
    expect(errors).toHaveLength(256)
    expect(Math.max(...errors)).toBeLessThan(ERROR_MAX)
  })

  it('puts like with like', () => {
    expect(cosine('waterproof rucksack', 'rainproof backpack')).toBeGreaterThan(
      cosine('waterproof rucksack', 'ceramic mug'),
    )
    expect(cosine('gift for a coffee lover', 'espresso machine')).toBeGreaterThan(
      cosine('gift for a coffee lover', 'desk lamp'),
    )
    expect(cosine('trail running', 'trail running')).toBeCloseTo(1, 5)
  })

  it.each([
    ['Backpack', true],
    ['croisant', false],
    ['two words', false],
  ])('knows the word %s: %s', (word, known) => {
    expect(embedder.knows(word)).toBe(known)
  })

  it('has no opinion on nothing', () => {
    expect(embedder.embed('').every((value) => value === 0)).toBe(true)
  })
})

describe('words', () => {
  it.each([
    ['Crème  brûlée', ['creme', 'brulee']],
    ['2-in-1 (£30)', ['2', '-', 'in', '-', '1', '(', '£30', ')']],
    ["don't", ['don', "'", 't']],
    ['a\u200bb\tc\u0000', ['ab', 'c']],
    ['東京tea', ['東', '京', 'tea']],
    ['“Öl”…', ['“', 'ol', '”', '…']],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('are cut into the longest pieces, or are unknown whole', () => {
    const small = new WordPiece(['un', '##happy', '##hap', 'happy', '##py', '##x'])
    expect(small.pieces('unhappy happy unhapx unhapz')).toEqual([0, 1, 3, 0, 2, 5])
    expect(small.pieces(`un${'x'.repeat(98)}`)).toHaveLength(99)
    expect(small.pieces(`un${'x'.repeat(99)}`)).toEqual([])
  })
})

describe('a folder that cannot be used', () => {
  it.each([
    ['no table', (at: string) => rmSync(join(at, 'embedder.safetensors')), 'missing'],
    [
      'half a table',
      (at: string) => truncateSync(join(at, 'embedder.safetensors'), 5000),
      'cut short or damaged',
    ],
    ['nearly nothing', (at: string) => truncateSync(join(at, 'embedder.safetensors'), 4), 'cut short'],
    ['no words', (at: string) => rmSync(join(at, 'vocab.txt')), 'vocab.txt is missing'],
    ['other words', (at: string) => writeFileSync(join(at, 'vocab.txt'), 'a\nb\n'), 'has 2 pieces'],
  ])('is refused with what is wrong: %s', (_, damage, message) => {
    const copy = mkdtempSync(join(tmpdir(), 'shelftalk-embedder-'))
    for (const name of ['embedder.safetensors', 'vocab.txt'])
      copyFileSync(join(folder, name), join(copy, name))
    damage(copy)
    expect(() => openEmbedder(copy)).toThrow(message)
    rmSync(copy, { recursive: true })
  })
})
