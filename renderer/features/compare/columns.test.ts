import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { VariantDraft } from '../../state/brief'
import type * as ColumnsModule from './columns'

let decoding: VariantDraft['decoding']
let plain: VariantDraft

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
  const { DEFAULT_DECODING } = await import('../../state/brief')
  decoding = { ...DEFAULT_DECODING, seed: 1 }
  plain = { strategy: 'popularity', adapters: [], decoding }
})

it('says only what tells a column apart', () => {
  const name = (id: string) => (id === 'card' ? 'Shelf card' : undefined)
  expect(columns.columnNote(plain, name)).toBe('')
  const other: VariantDraft = {
    ...plain,
    templateId: 'card',
    voice: 'crisp',
    adapters: [{ name: 'winter', scale: 0.5 }],
    decoding: { ...decoding, temperature: 0.2, seed: 9 },
  }
  expect(columns.columnNote(other, name)).toBe('Shelf card, Crisp expert, winter × 0.5, temperature 0.2')
  const noted = (change: Partial<VariantDraft>) => columns.columnNote({ ...plain, ...change }, name)
  expect([
    noted({ templateId: 'card', templateVersion: 2 }),
    noted({ templateId: 'card', templateText: '' }),
    noted({ templateText: '' }),
    noted({ diversity: 0, calibration: 0.5 }),
  ]).toEqual([
    'Shelf card, version 2',
    'Shelf card, edited',
    'a template not saved',
    'diversity 0, calibration 0.5',
  ])
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

describe('seeds', () => {
  const seeds = () => {
    const state = columns.useColumns.getState()
    return state.columns.map((column) => columns.writtenVariant(column, state).decoding.seed)
  }
  beforeEach(() => columns.resetColumns())

  it('differ by a column’s place, move together, and are one on demand', () => {
    expect(seeds()).toEqual([1, 2, 3])
    columns.changeOffset('random', 9)
    columns.changeSeed(40)
    expect(seeds()).toEqual([40, 41, 49])
    columns.useColumns.setState({ sameSeed: true })
    expect(seeds()).toEqual([40, 40, 40])
    columns.useColumns.setState({ sameSeed: false })
    expect(seeds()).toEqual([40, 41, 49])
  })
  it('stay where the engine takes them', () => {
    columns.changeOffset('personalised', -5)
    columns.changeSeed(columns.SEED_MAX)
    expect(seeds()).toEqual([columns.SEED_MAX - 1, columns.SEED_MAX, columns.SEED_MAX])
  })
  it('of a new column are the next free, unless it brings its own', () => {
    columns.addColumn(plain)
    columns.addColumn({ ...plain, decoding: { ...decoding, seed: 77 } })
    columns.addColumn(plain, true)
    expect(seeds()).toEqual([1, 2, 3, 4, 77, 1])
  })
  it('of a home of before are told apart where all were the same', () => {
    const kept = (given: readonly number[]) => ({
      columns: given.map((seed, at) => ({
        id: `c${at}`,
        variant: { ...plain, decoding: { ...decoding, seed } },
      })),
    })
    const migrated = (given: readonly number[]) => {
      const { columns: found, seed, sameSeed } = columns.migrateColumns(kept(given))
      return [found.map(({ variant }) => variant.decoding.seed), seed, sameSeed]
    }
    expect(migrated([5, 5, 5])).toEqual([[5, 6, 7], 5, false])
    expect(migrated([5, 9])).toEqual([[5, 9], 5, false])
    expect(columns.migrateColumns({}).columns).toHaveLength(3)
  })
})

it('shows what another page asks for with one seed, and gives the columns back as they were', () => {
  columns.resetColumns()
  columns.changeOffset('random', 9)
  const before = columns.useColumns.getState().columns
  const sides = ['A', 'B'].map((label) => ({ ...plain, label, decoding: { ...decoding, seed: 7 } }))
  columns.showHandover({ title: 'first', variants: sides })
  columns.showHandover({ title: 'second', variants: sides })
  const { title, sameSeed, seed, written, columns: shown } = columns.useColumns.getState()
  expect([title, sameSeed, seed, written, shown.map(({ variant }) => variant.label)]).toEqual([
    'second',
    true,
    7,
    [],
    ['A', 'B'],
  ])
  columns.takeColumnsBack()
  const after = columns.useColumns.getState()
  expect([after.columns, after.title, after.sameSeed, after.seed]).toEqual([before, undefined, false, 1])
})
