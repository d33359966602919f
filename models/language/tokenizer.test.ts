import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { spelledBytes } from './byteLevel'
import { ModelFolderError } from './errors'
import { Tokenizer } from './tokenizer'

/** The 256 letters of the byte-level alphabet, in the order of the bytes they stand for. */
const alphabet = ((): string[] => {
  const candidates = Array.from({ length: 0x144 }, (_, code) => String.fromCodePoint(code))
  const letters = Array.from({ length: 256 }, () => '')
  for (const letter of candidates) {
    const byte = spelledBytes(letter)?.[0]
    if (byte !== undefined) letters[byte] = letter
  }
  return letters
})()
const MERGES = [
  ['Ġ', 't'],
  ['h', 'e'],
  ['Ġt', 'he'],
  ['Ġ', 'r'],
  ['o', 'l'],
  ['ol', 'l'],
]
const vocabulary = [...alphabet, ...MERGES.map((pair) => pair.join('')), '<p1.title>', '<end>']
const special = (content: string, lstrip: boolean): object => ({
  id: vocabulary.indexOf(content),
  content,
  lstrip,
  rstrip: false,
  single_word: false,
  normalized: false,
  special: true,
})
const FILE = {
  version: '1.0',
  added_tokens: [special('<p1.title>', true), special('<end>', false)],
  normalizer: null,
  pre_tokenizer: {
    type: 'Sequence',
    pretokenizers: [
      { type: 'Digits', individual_digits: true },
      { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    ],
  },
  post_processor: null,
  decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
  model: {
    type: 'BPE',
    vocab: Object.fromEntries(vocabulary.map((entry, id) => [entry, id])),
    merges: MERGES,
  },
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelftalk-tokenizer-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function load(change: object = {}): Promise<Tokenizer> {
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify({ ...FILE, ...change }))
  return Tokenizer.read(folder)
}

describe('encode', () => {
  it.each<[string, string[]]>([
    ['the', ['t', 'he']],
    [' the roll', ['Ġthe', 'Ġr', 'oll']],
    ['12', ['1', '2']],
    ['é', ['Ã', '©']],
    [' the <p1.title> roll', ['Ġthe', '<p1.title>', 'Ġr', 'oll']],
    ['<p1.title>, <end>', ['<p1.title>', ',', 'Ġ', '<end>']],
    ['the   <p1.title>', ['t', 'he', '<p1.title>']],
    ['<p1.title', ['<', 'p', '1', '.', 't', 'i', 't', 'l', 'e']],
    ['', []],
  ])('%j', async (text, tokens) => {
    const tokenizer = await load()
    expect(tokenizer.encode(text)).toEqual(tokens.map((token) => vocabulary.indexOf(token)))
  })
})

describe('decode', () => {
  it.each(['the roll', ' Crème 12 €, 日本 🎒', 'a\n\tb  c', '\ufeffx'])('gives back %j', async (text) => {
    const tokenizer = await load()
    expect(tokenizer.decode(tokenizer.encode(text))).toBe(text)
  })

  it('holds a character back until its last byte, and owns up to half ones', async () => {
    const tokenizer = await load()
    const [first, second, third] = tokenizer.encode('€') as [number, number, number]
    const stream = tokenizer.stream()
    expect([first, second, third].map((id) => stream.push(id))).toEqual(['', '', '€'])
    expect([stream.push(first), stream.end()]).toEqual(['', '\ufffd'])
    expect(stream.push(tokenizer.encode('a')[0]!)).toBe('a')
    expect(tokenizer.textOf(first)).toBe('\ufffd')
  })
})

describe('the vocabulary', () => {
  it('knows its special tokens', async () => {
    const tokenizer = await load()
    const title = vocabulary.indexOf('<p1.title>')
    expect(tokenizer.size).toBe(264)
    expect(tokenizer.idOf('<p1.title>')).toBe(title)
    expect(tokenizer.idOf('<p9>')).toBeUndefined()
    expect([tokenizer.isSpecial(title), tokenizer.isSpecial(0)]).toEqual([true, false])
    expect([...tokenizer.specialTokens.values()]).toEqual(['<p1.title>', '<end>'])
    expect(tokenizer.textOf(title)).toBe('<p1.title>')
    expect(() => tokenizer.bytesOf(264)).toThrow('Token id 264 is outside the vocabulary of 264')
  })

  it.each<[string, object, string]>([
    ['another algorithm', { model: { type: 'WordPiece', vocab: {} } }, 'FILE_INVALID'],
    ['another decoder', { decoder: { type: 'Metaspace' } }, 'FILE_INVALID'],
    [
      'entries in no byte alphabet',
      { model: { type: 'BPE', vocab: { '▁the': 0 }, merges: [] } },
      'UNSUPPORTED',
    ],
  ])('refuses %s', async (_name, change, fault) => {
    const error: unknown = await load(change).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ModelFolderError)
    expect(error).toMatchObject({ fault })
  })
})
