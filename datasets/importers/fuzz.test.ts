/** Seeded garbage in every format: nothing crashes, no row is lost, and a file that cannot be read says so in our own words. */
import { afterAll, describe, expect, it } from 'vitest'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Random } from '../../shared/util/random'
import { seededRandom } from '../../shared/util/random'
import { openImport } from './open'
import { scratch } from './testing'
import type { FileFormat, ImportFormat } from './types'

const files = scratch()
afterAll(files.remove)

const bits = [
  'Oak Table',
  '',
  '"',
  '""',
  "'",
  ',',
  ';',
  '|',
  '\t',
  '\n',
  '\r\n',
  '{',
  '}',
  '[',
  ']',
  '- ',
  ': ',
  '&a ',
  '*a ',
  '\\',
  '<b',
  '&amp;',
  '&#',
  '\u0000',
  'é',
  '🙂',
  '\ud800',
  '1,250',
  '$3',
  'NA',
  '#',
  '---\n',
  '!!js ',
  '%',
  '@',
  '`',
  '>',
  '|\n',
  '?',
  'title',
  'price',
  '  ',
  'x'.repeat(300),
]

/** A valid file of ten rows with a few of its characters overwritten by garbage. */
function damaged(random: Random, rows: readonly string[], around: readonly [string, string, string]): string {
  let text = around[0] + rows.join(around[1]) + around[2]
  for (let times = random.below(6); times >= 0; times--) {
    const at = random.below(text.length)
    text = text.slice(0, at) + random.pick(bits) + text.slice(at + random.below(8))
  }
  return text
}

const numbers = Array.from({ length: 10 }, (_, i) => i)
const shapes: Readonly<
  Record<Exclude<FileFormat, 'retail-demo-users' | 'parquet'>, (random: Random) => string>
> = {
  csv: (random) =>
    damaged(
      random,
      numbers.map((i) => `${i},Oak Table ${i},"A fine table, number ${i}",${i}.50`),
      ['id,title,description,price\n', '\n', '\n'],
    ),
  shopify: (random) =>
    damaged(
      random,
      numbers.map((i) => `oak-${i},Oak Table ${i},"A fine table, number ${i}",Size,Small,${i}.50`),
      ['Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant Price\n', '\n', '\n'],
    ),
  'merchant-feed': (random) =>
    damaged(
      random,
      numbers.map(
        (i) => `<item><g:id>${i}</g:id><title>Oak Table ${i}</title><g:price>${i}.50 EUR</g:price></item>`,
      ),
      [
        '<?xml version="1.0"?>\n<rss xmlns:g="http://base.google.com/ns/1.0"><channel>',
        '\n',
        '</channel></rss>\n',
      ],
    ),
  tsv: (random) =>
    damaged(
      random,
      numbers.map((i) => `${i}\tOak Table ${i}\t${i}.50`),
      ['id\ttitle\tprice\n', '\n', '\n'],
    ),
  json: (random) =>
    damaged(
      random,
      numbers.map((i) => JSON.stringify({ id: i, title: `Oak Table ${i}`, price: i, tags: ['a', 'b'] })),
      ['[', ',', ']'],
    ),
  jsonl: (random) =>
    damaged(
      random,
      numbers.map((i) => JSON.stringify({ id: i, title: `Oak Table ${i}`, price: i })),
      ['', '\n', '\n'],
    ),
  yaml: (random) =>
    damaged(
      random,
      numbers.map((i) => `- id: ${i}\n  title: Oak Table ${i}\n  price: ${i}`),
      ['', '\n', '\n'],
    ),
  'retail-demo-store': (random) =>
    damaged(
      random,
      numbers.map(
        (i) =>
          `- id: a${i}\n  name: Oak Table ${i}\n  style: tables\n  category: furniture\n  current_stock: 3\n  price: ${i}`,
      ),
      ['', '\n', '\n'],
    ),
}

interface Outcome {
  readonly rows: readonly number[]
  readonly failure?: unknown
}

async function outcome(path: string, format?: ImportFormat): Promise<Outcome> {
  const rows: number[] = []
  try {
    for await (const item of (await openImport(path, format ? { format } : {})).items) {
      if (item.type !== 'joined') rows.push(item.type === 'refused' ? item.refused.row : item.row)
    }
    return { rows }
  } catch (failure) {
    return { rows, failure }
  }
}

describe.each(Object.entries(shapes))('%s', (format, shape) => {
  it('survives damage', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const path = files.write(`${format}-${seed}`, shape(seededRandom(seed)))
      for (const asked of [undefined, format as ImportFormat]) {
        const { rows, failure } = await outcome(path, asked)
        expect(
          failure === undefined || failure instanceof ShelftalkError,
          `seed ${seed}: ${String(failure)}`,
        ).toBe(true)
        // Rows come once each and in order; JSON lines may leave gaps where a line is blank.
        expect(rows, `seed ${seed}`).toEqual([...new Set(rows)].sort((a, b) => a - b))
        if (failure === undefined) expect(rows.length, `seed ${seed}`).toBeGreaterThan(0)
      }
    }
  })

  it('counts ten rows when nothing is damaged', async () => {
    const path = files.write(
      `${format}-whole`,
      shape({ ...seededRandom(1), below: (n) => (n === 6 ? -1 : 0) }),
    )
    const { rows, failure } = await outcome(path)
    expect([failure, rows.length]).toEqual([undefined, 10])
  })
})

describe('noise', () => {
  it('is refused in words, whatever format it is called', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = seededRandom(1000 + seed)
      const bytes = Uint8Array.from({ length: 1 + random.below(4000) }, () => random.below(256))
      const words = Array.from({ length: random.below(200) }, () => random.pick(bits)).join('')
      for (const content of [bytes, words]) {
        const path = files.write(`noise-${seed}`, content)
        for (const format of [undefined, ...Object.keys(shapes), 'retail-demo-users'] as (
          ImportFormat | undefined
        )[]) {
          const { failure } = await outcome(path, format)
          expect(
            failure === undefined || failure instanceof ShelftalkError,
            `seed ${seed} as ${format ?? 'found'}: ${String(failure)}`,
          ).toBe(true)
        }
      }
    }
  })
})
