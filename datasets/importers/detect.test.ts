import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { detectFormat, sniff } from './detect'
import { scratch } from './testing'

const files = scratch()
afterAll(files.remove)

const formatOf = async (content: string | Uint8Array, name = 'file.txt') => {
  const path = files.write(name, content)
  return detectFormat(path, await sniff(path))
}

describe('detectFormat', () => {
  it.each([
    ['title,price\nA,1\n', 'csv'],
    ['title;price\nA;1\n', 'csv'],
    ['title|price\nA|1\n', 'csv'],
    ['title\tprice\nA\t1\n', 'tsv'],
    ['[{"title":"A"}]', 'json'],
    ['[\n  {\n    "title": "A"\n  }\n]', 'json'],
    ['{"products":[{"title":"A"}]}', 'json'],
    ['{"title":"A"}\n{"title":"B"}\n', 'jsonl'],
    ['{\n "title": "A"\n}\n', 'json'],
    ['{"title":"A","reviews":[{"title":"Great"}]}\n{"title":"B","reviews":[]}\n', 'jsonl'],
    ['{"title":"A","reviews":[{"title":"Great"}]}', 'jsonl'],
    ['{"meta":{"page":1},"items":[{"title":"A"}]}\n', 'json'],
    ['- title: A\n  price: 1\n', 'yaml'],
    ['# a comment\n---\n- title: A\n', 'yaml'],
    ['products:\n  - title: A\n', 'yaml'],
    ['- id: 1\n  current_stock: 2\n  name: A\n  style: b\n', 'retail-demo-store'],
    ['[{"id":"1","persona":"a_b","discount_persona":"c"}]', 'retail-demo-users'],
    ['\ufefftitle,price\nA,1\n', 'csv'],
    ['Handle,Title,Variant Price\na,A,1\n', 'shopify'],
    ['"Handle";"Title";"Option1 Value"\r\na;A;1\r\n', 'shopify'],
    ['Handle,Title,Price\na,A,1\n', 'csv'],
    ['<?xml version="1.0"?>\n<rss><channel/></rss>', 'merchant-feed'],
    ['\ufeff<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'merchant-feed'],
    ['<!DOCTYPE html><html></html>', 'merchant-feed'],
    ['<b>title</b>,price\n', 'csv'],
    ['PAR1....', 'parquet'],
  ])('%j is %s', async (content, format) => {
    expect(await formatOf(content)).toBe(format)
  })

  it('goes by content, not by name', async () => {
    expect(await formatOf('[{"title":"A"}]', 'products.csv')).toBe('json')
  })
  it('looks into gzip', async () => {
    expect(await formatOf(gzipSync('- title: A\n'), 'a.yaml.gz')).toBe('yaml')
  })
  it('does not read Parquet as text, nor text as Parquet', async () => {
    const parquet = files.write('a.parquet', 'PAR1....')
    const text = files.write('b.csv', 'title,price\nA,1\n')
    const [first, second] = [await sniff(parquet), await sniff(text)]
    expect(detectFormat(parquet, first, 'parquet')).toBe('parquet')
    expect(() => detectFormat(parquet, first, 'csv')).toThrow(/is a Parquet file/)
    expect(() => detectFormat(text, second, 'parquet')).toThrow(/is no Parquet file/)
  })
  it('takes a format by name and names them all when it is unknown', async () => {
    const path = files.write('a.csv', 'title,price\n')
    const sniffed = await sniff(path)
    expect(detectFormat(path, sniffed, 'tsv')).toBe('tsv')
    expect(() => detectFormat(path, sniffed, 'xlsx')).toThrow(
      expect.objectContaining({
        hint: expect.stringContaining(
          'retail-demo-store, retail-demo-users, shopify, merchant-feed, parquet, csv',
        ) as unknown,
      }),
    )
  })
})

describe('sniff', () => {
  it.each([
    ['plain', 'title,price\nCafé,1\n', 'UTF-8'],
    ['marked', '\ufefftitle,price\n', 'UTF-8 with a byte order mark'],
    ['wide', Buffer.from('\ufefftitle,price\n', 'utf16le'), 'UTF-16, little-endian'],
    [
      'old',
      Buffer.from('title,price\nCaf\xe9,1\n', 'latin1'),
      'Windows-1252, or UTF-8 with stray bytes of it',
    ],
    ['cut', Buffer.concat([Buffer.alloc(65_535, 'a,'), Buffer.from('é')]), 'UTF-8'],
  ])('names the encoding of a %s file', async (name, content, encoding) => {
    expect((await sniff(files.write(name, content))).encoding).toBe(encoding)
  })

  it.each([
    ['empty.csv', '', 'is empty'],
    ['blank.csv', ' \n\n\t', 'is empty'],
    ['picture.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'is a PNG picture'],
    ['book.csv', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'is a zip archive that cannot be read'],
    ['table.gz', gzipSync('PAR1....'), 'is a Parquet file inside an archive'],
    ['paper.csv', Buffer.from('%PDF-1.7'), 'is a PDF document'],
    ['noise.csv', Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256), 'is a binary file'],
    ['bad.gz', Uint8Array.from([0x1f, 0x8b, 9, 9, 9, 9]), 'is not a readable gzip file'],
  ])('%s %s', async (name, content, problem) => {
    const path = files.write(name, content)
    await expect(sniff(path)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      path,
      message: expect.stringContaining(problem) as unknown,
    })
  })
  it('says that a file is missing', async () => {
    await expect(sniff('nowhere/at/all.csv')).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: '"nowhere/at/all.csv" does not exist',
    })
  })
})
