/**
 * Seeded garbage in every set of files: nothing crashes, and every row is kept, joined or refused, once. A few thousand rows a format here; a hundred
 * thousand with `GARBAGE_ROWS=100000 npx vitest run -c build/tests/vitest.config.ts datasets/importers/sets/garbage.test.ts`.
 */
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { ShelftalkError } from '../../../shared/contract/errors'
import { openImport } from '../open'
import { scratch } from '../testing'
import type { ImportItem } from '../types'
import type { Contents, LinedFormat } from './garbage'
import { garbage, LINED_FORMATS, ruins } from './garbage'

const files = scratch()
afterAll(files.remove)

const ROWS = Number(process.env['GARBAGE_ROWS'] ?? 3000)

/** Rows of a file as one would count them by hand: lines that are not blank, or records where cells may be quoted; without the header. */
function countRows(name: string, text: string): number {
  const quoted = /^(?:movies|products|customers|orders)\.csv$/.test(name)
  const rows = quoted
    ? (
        parse(text, {
          relax_column_count: true,
          relax_quotes: true,
          skip_empty_lines: true,
          record_delimiter: ['\r\n', '\n', '\r'],
        }) as unknown[]
      ).length
    : text.split('\n').filter((line) => line.trim() !== '').length
  return name.endsWith('.csv') ? rows - 1 : rows
}

const countAll = (contents: Contents) =>
  Object.entries(contents).reduce((sum, [name, text]) => sum + countRows(name, text), 0)

/** What became of the rows. */
class Account {
  readonly places = new Set<string>()
  rows = 0
  twice = 0
  kept = 0
  refused = 0

  add(item: ImportItem): void {
    if (item.type === 'joined') {
      this.rows += item.rows
      return
    }
    if (item.type === 'shopper' && item.implied) return
    const { row, file = '' } = item.type === 'refused' ? item.refused : item
    if (this.places.has(`${file} ${row}`)) this.twice += 1
    this.places.add(`${file} ${row}`)
    this.rows += 1
    if (item.type === 'refused') this.refused += 1
    else this.kept += 1
  }
}

async function read(path: string, format?: LinedFormat): Promise<Account> {
  const account = new Account()
  for await (const item of (await openImport(path, format ? { format } : {})).items) account.add(item)
  return account
}

describe.each(LINED_FORMATS)('%s', (format) => {
  it(
    'accounts for every row of garbage',
    async () => {
      const contents = garbage(format, ROWS, 7)
      const account = await read(files.folder(contents), format)
      expect([account.rows, account.twice]).toEqual([countAll(contents), 0])
      expect(account.kept).toBeGreaterThan(ROWS / 10)
      expect(account.refused).toBeGreaterThan(ROWS / 20)
    },
    ROWS * 10 + 20_000,
  )
  it('is found by its content in spite of it', async () => {
    expect((await openImport(files.folder(garbage(format, 400, 3)))).format).toBe(format)
  })
  it('fails in words where a file cannot be read', { timeout: 120_000 }, async () => {
    for (let seed = 0; seed < 15; seed++) {
      for (const asked of [format, undefined]) {
        const failure = await read(files.folder(ruins(format, seed)), asked).then(
          () => undefined,
          (cause: unknown) => cause,
        )
        expect(
          failure === undefined || failure instanceof ShelftalkError,
          `seed ${seed}: ${String(failure)}`,
        ).toBe(true)
      }
    }
  })
})
