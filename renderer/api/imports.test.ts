import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { ImportEvent } from '../../shared/contract/events'
import type { ImportState } from './imports'
import { clearImport, isImporting, reduceImport } from './imports'

const start: ImportState = { path: 'shop.csv', phase: 'reading', rows: 0, refused: 0 }
const result = {
  catalogue: 'shop',
  version: 2,
  products: 10,
  shoppers: 0,
  interactions: 0,
  refused: [],
  refusedTotal: 4,
  ms: 5,
}

it.each<{ readonly event: ImportEvent; readonly want: Partial<ImportState> }>([
  {
    event: { type: 'progress', rows: 5, refused: 1, bytes: 50, totalBytes: 200 },
    want: { rows: 5, refused: 1, share: 0.25 },
  },
  {
    event: { type: 'progress', rows: 5, refused: 0, bytes: 50, totalBytes: 0 },
    want: { rows: 5, share: undefined },
  },
  { event: { type: 'indexing' }, want: { phase: 'indexing', share: 1 } },
  { event: { type: 'done', result }, want: { phase: 'done', refused: 4, result } },
])('$event.type', ({ event, want }) => {
  expect(reduceImport(start, event)).toMatchObject(want)
})

it('is forgotten in sight of whoever shows it', async () => {
  const queries = new QueryClient()
  const shown: unknown[] = []
  queries.setQueryData(['import'], { ...start, phase: 'indexing' })
  expect(isImporting(queries)).toBe(true)
  const observer = new QueryObserver(queries, { queryKey: ['import'], enabled: false })
  const leave = observer.subscribe(({ data }) => shown.push(data))
  clearImport(queries)
  await expect.poll(() => shown).toEqual([null])
  expect(isImporting(queries)).toBe(false)
  leave()
  queries.clear()
})
