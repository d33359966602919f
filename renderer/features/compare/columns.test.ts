import { beforeAll, expect, it, vi } from 'vitest'
import type { VariantDraft } from '../../state/brief'
import type * as ColumnsModule from './columns'

const decoding = { temperature: 0.6, topK: 0, topP: 0.92, minP: 0.02, repetitionPenalty: 1.05, seed: 1 }
const plain: VariantDraft = { strategy: 'popularity', adapters: [], decoding }

let columns: typeof ColumnsModule
beforeAll(async () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  }
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('window', { localStorage: storage })
  columns = await import('./columns')
})

it('says only what tells a column apart', () => {
  const name = (id: string) => (id === 'card' ? 'Shelf card' : undefined)
  expect(columns.columnNote(plain, name)).toBe('')
  const other: VariantDraft = {
    ...plain,
    templateId: 'card',
    voice: 'crisp',
    adapters: [{ name: 'winter', scale: 0.5 }],
    decoding: { ...decoding, seed: 9 },
  }
  expect(columns.columnNote(other, name)).toBe('Shelf card, Crisp expert, winter × 0.5, seed 9')
  expect([columns.columnLabel(plain), columns.columnLabel({ ...plain, label: 'Mine' })]).toEqual([
    'Popularity',
    'Mine',
  ])
})

it('keeps room for more lines the narrower the column', () => {
  const heights = [272, 400, 600].map((width) => columns.textHeight(90, width))
  expect(heights).toEqual([444, 387, 252])
  expect(columns.textHeight(90, 100)).toBe(columns.textHeight(90, 272))
})

it('adds up to six columns and leaves one', () => {
  const count = () => columns.useColumns.getState().columns.length
  for (let times = 0; times < 9; times++) columns.addColumn(plain)
  expect(count()).toBe(columns.MAX_COLUMNS)
  for (const { id } of columns.useColumns.getState().columns) columns.removeColumn(id)
  expect(count()).toBe(1)
  columns.resetColumns()
  expect(columns.useColumns.getState().columns.map(({ variant }) => variant.strategy)).toEqual([
    'personalised',
    'popularity',
    'random',
  ])
})
