import { expect, it } from 'vitest'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type { RankedLists, RememberedAudit } from './shelf'
import { AuditShelf } from './shelf'

const audit = (id: string, catalogue = 'things') => ({ id, catalogue }) as RememberedAudit
const lists = (seed: number) => ({ strategy: 'popularity', seed }) as RankedLists
const version = (name: string, of: number) => ({ name, version: of, createdAtMs: of }) as CatalogueSummary

it('remembers three audits, and three rankings each of just its version', () => {
  const shelf = new AuditShelf()
  for (const id of ['a', 'b', 'c']) shelf.keepAudit(audit(id))
  expect(shelf.audit('a')).toEqual(audit('a'))
  shelf.keepAudit(audit('d'))
  expect(['a', 'b', 'c', 'd'].map((id) => shelf.audit(id)?.id)).toEqual([undefined, 'b', 'c', 'd'])
  for (const seed of [1, 2, 3, 4]) shelf.keepRanked(version('things', 1), lists(seed))
  expect([1, 2, 3, 4].map((seed) => shelf.ranked(version('things', 1), lists(seed))?.seed)).toEqual([
    ...[undefined, 2, 3, 4],
  ])
  expect(shelf.ranked(version('things', 2), lists(4))).toBeUndefined()
})

it('forgets a catalogue, and no other', () => {
  const shelf = new AuditShelf()
  shelf.keepAudit(audit('a'))
  shelf.keepAudit(audit('b', 'others'))
  shelf.keepRanked(version('things', 1), lists(1))
  shelf.keepRanked(version('others', 1), lists(1))
  shelf.forget('things')
  expect(['a', 'b'].map((id) => shelf.audit(id)?.id)).toEqual([undefined, 'b'])
  expect(shelf.ranked(version('things', 1), lists(1))).toBeUndefined()
  expect(shelf.ranked(version('others', 1), lists(1))).toEqual(lists(1))
})
