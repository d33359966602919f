import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { byteOrderMark, decodeText, LINE_MAX, lines, readBytes, utf8Decoder } from './decode'
import { all, pieces, scratch } from './testing'

const files = scratch()
afterAll(files.remove)

async function* chunks(bytes: Uint8Array, size: number) {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const decoded = async (bytes: Uint8Array, size = 5) => (await all(decodeText(chunks(bytes, size)))).join('')

describe('byteOrderMark', () => {
  it.each([
    [[0xef, 0xbb, 0xbf, 65], 'utf-8', 3],
    [[0xff, 0xfe, 65, 0], 'utf-16le', 2],
    [[0xfe, 0xff, 0, 65], 'utf-16be', 2],
    [[65], 'utf-8', 0],
    [[], 'utf-8', 0],
  ] as const)('%j is %s', (bytes, encoding, length) => {
    expect(byteOrderMark(Uint8Array.from(bytes))).toEqual({ encoding, length })
  })
})

describe('decodeText', () => {
  const text = 'Café, 5 €, „Tisch“, 日本 🙂, Nîmes'
  it.each([1, 2, 3, 4, 5, 1000])('reads UTF-8 in chunks of %i bytes', async (size) => {
    expect(await decoded(Buffer.from(text), size)).toBe(text)
  })
  it('drops a byte order mark', async () => {
    expect(await decoded(Buffer.from(`\ufeff${text}`), 7)).toBe(text)
  })
  it('reads UTF-16 by its mark', async () => {
    expect(await decoded(Buffer.from(`\ufeff${text}`, 'utf16le'), 3)).toBe(text)
  })
  it('reads Windows-1252 and latin-1', async () => {
    const old = Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0xa0, 0x35, 0x20, 0x80, 0x20, 0x93, 0x78, 0x94])
    expect(await decoded(old, 4)).toBe('Café\u00a05 € “x”')
  })
  it('reads a stray old byte among UTF-8 without harm to the rest', async () => {
    const mixed = Buffer.concat([Buffer.from('Café '), Uint8Array.from([0xa0]), Buffer.from(' 日本')])
    expect(await decoded(mixed, 1000)).toBe('Café \u00a0 日本')
  })
  it('reads a sequence that the file cuts off', async () => {
    expect(await decoded(Uint8Array.from([65, 0xe2, 0x82]), 1000)).toBe('Aâ‚')
  })
})

describe('utf8Decoder', () => {
  it('holds back what may go on', () => {
    const decoder = utf8Decoder()
    expect(decoder.write(Uint8Array.from([0xc3]))).toBe('')
    expect(decoder.write(Uint8Array.from([0xa9]))).toBe('é')
    expect(decoder.end()).toBe('')
  })
})

describe('readBytes', () => {
  it('unpacks gzip and counts what it read from disk', async () => {
    const packed = gzipSync('title,price\n'.repeat(100))
    const path = files.write('a.gz', packed)
    let read = 0
    const bytes = await all(readBytes(path, true, (count) => (read += count)))
    expect(Buffer.concat(bytes).toString()).toBe('title,price\n'.repeat(100))
    expect(read).toBe(packed.length)
  })
  it('says that a broken archive cannot be read', async () => {
    const path = files.write('broken.gz', gzipSync('x'.repeat(10_000)).subarray(0, 30))
    await expect(all(readBytes(path, true, () => undefined))).rejects.toThrow(/broken\.gz" cannot be read/)
  })
})

describe('lines', () => {
  it.each([1, 3, 100])('splits at line ends in pieces of %i', async (size) => {
    expect(await all(lines('f', pieces('a\r\nb\n\nc', size)))).toEqual(['a', 'b', '', 'c'])
  })
  it('refuses a line without end', async () => {
    await expect(all(lines('f.jsonl', pieces('a'.repeat(LINE_MAX + 2), 1 << 16)))).rejects.toThrow(
      /longer than/,
    )
  })
})
