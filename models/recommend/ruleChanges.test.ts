import { expect, it } from 'vitest'
import type { Pick } from '../../shared/domain/narrative'
import { ruleChanges } from './ruleChanges'

const pick = (id: string, rules?: readonly string[]): Pick => ({ id, title: id, score: 1, reason: '', rules })

it('says of each place what became of it', () => {
  const ranked = ['a', 'b', 'c', 'd', 'e'].map((id) => pick(id))
  const ruled = {
    picks: [pick('z', ['pinned']), pick('e', ['boosted']), pick('a'), pick('d'), pick('c', ['moved down'])],
    leftOut: [{ pick: pick('b'), at: 1, ruleId: 'r', words: 'left out' }],
    touched: new Map(),
  }
  const { before, after } = ruleChanges(ranked, ruled, 4)
  const said = (list: typeof before) =>
    list.map(({ pick: { id }, place, change, otherPlace, rules }) => [id, place, change, otherPlace, rules])
  expect(said(before)).toEqual([
    ['a', 1, 'down', 3, []],
    ['b', 2, 'removed', undefined, ['left out']],
    ['c', 3, 'removed', 5, ['moved down']],
    ['d', 4, 'same', 4, []],
  ])
  expect(said(after)).toEqual([
    ['z', 1, 'added', undefined, ['pinned']],
    ['e', 2, 'added', 5, ['boosted']],
    ['a', 3, 'down', 1, []],
    ['d', 4, 'same', 4, []],
  ])
})
