/**
 * Seeded garbage in every format of one file: nothing crashes, and every row is kept, joined or refused, once. Some thousand rows a format here; a
 * hundred thousand with `GARBAGE_ROWS=100000 npx vitest run -c build/tests/vitest.config.ts datasets/importers/garbage.test.ts`.
 */
import { afterAll, describe, expect, it } from 'vitest'
import type { GarbageFormat } from './garbage'
import { GARBAGE_FORMATS, garbageFile } from './garbage'
import { openImport } from './open'
import { previewSource } from './preview'
import { scratch } from './testing'

const files = scratch()
afterAll(files.remove)

const ROWS = Number(process.env['GARBAGE_ROWS'] ?? 1500)

/** What became of the rows. */
async function account(path: string, format?: GarbageFormat) {
  const places = new Set<number>()
  const counts = { rows: 0, kept: 0, refused: 0, twice: 0 }
  for await (const item of (await openImport(path, format ? { format } : {})).items) {
    counts.rows += item.type === 'joined' ? item.rows : 1
    if (item.type === 'joined') continue
    const { row } = item.type === 'refused' ? item.refused : item
    if (places.has(row)) counts.twice += 1
    places.add(row)
    if (item.type === 'refused') counts.refused += 1
    else counts.kept += 1
  }
  return counts
}

describe.each(GARBAGE_FORMATS)('%s', (format) => {
  it(
    'accounts for every row of garbage',
    async () => {
      const path = files.write(`garbage-${format}`, garbageFile(format, ROWS, 7))
      const { rows, kept, refused, twice } = await account(path, format)
      expect([rows, twice]).toEqual([ROWS, 0])
      expect(kept).toBeGreaterThan(ROWS / 10)
      expect(refused).toBeGreaterThan(ROWS / 20)
    },
    ROWS * 10 + 20_000,
  )

  it('is found by its content in spite of it, and previewed alike', async () => {
    const path = files.write(`preview-${format}`, garbageFile(format, 300, 3))
    const preview = await previewSource(await openImport(path))
    expect(preview.format).toBe(format)
    expect(preview.rowsRead).toBeGreaterThanOrEqual(200)
    expect(preview.kept + preview.refused).toBe(preview.rowsRead)
    expect(preview.refusals.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(preview.refused)
  })
})
