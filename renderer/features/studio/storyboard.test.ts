import { describe, expect, it } from 'vitest'
import type { Run } from '../../api/run'
import type { Beat, SlotName } from '../../../shared/domain/beats'
import type { Fact } from '../../../shared/domain/facts'
import type { Board } from './storyboard'
import {
  boardOf,
  dropBeat,
  editSentence,
  factBeat,
  forget,
  freeId,
  insertBeat,
  mergePinned,
  moveBeat,
  readEdited,
  recordAlternative,
  replaceSentence,
  setPinned,
  usedFacts,
} from './storyboard'

const beat = (id: string, move: Beat['move'] = 'fact', slots: readonly SlotName[] = []): Beat => ({
  id,
  move,
  voice: 'crisp',
  length: 'short',
  slots,
})
const kept = (template: string) => ({ template, origin: 'model' }) as const
const board: Board = {
  beats: [
    beat('a', 'hook'),
    beat('b', 'fact', ['p1.material']),
    beat('c', 'price', ['p1.price']),
    beat('d', 'close'),
  ],
  keep: { a: kept('A.'), b: kept('B <p1.material>.'), c: kept('C.'), d: kept('D.') },
}
const order = (one: Board) => one.beats.map(({ id }) => id).join('')
const sentences = (one: Board) => Object.keys(one.keep).join('')

describe('order', () => {
  it.each([
    { id: 'a', over: 'c', want: 'bcad' },
    { id: 'd', over: 'a', want: 'dabc' },
    { id: 'b', over: 'c', want: 'acbd' },
    { id: 'b', over: 'b', want: 'abcd' },
    { id: 'x', over: 'a', want: 'abcd' },
    { id: 'a', over: 'x', want: 'abcd' },
  ])('moving $id to the place of $over gives $want and keeps every sentence', ({ id, over, want }) => {
    const moved = moveBeat(board, id, over)
    expect([order(moved), sentences(moved)]).toEqual([want, 'abcd'])
  })

  it('gives the same board back when nothing moves', () => {
    expect(moveBeat(board, 'b', 'b')).toBe(board)
  })

  it.each([
    { after: 'a', want: 'axbcd' },
    { after: 'd', want: 'abcdx' },
    { after: undefined, want: 'abcxd' },
    { after: 'gone', want: 'abcxd' },
  ])('a new beat after $after gives $want', ({ after, want }) => {
    expect(order(insertBeat(board, beat('x'), after))).toBe(want)
  })
})

describe('what is kept', () => {
  it('a dropped beat takes its sentence along', () => {
    const less = dropBeat(board, 'b')
    expect([order(less), sentences(less)]).toEqual(['acd', 'acd'])
  })
  it('a forgotten sentence is written again, its beat stays', () => {
    const less = forget(board, 'c')
    expect([order(less), sentences(less)]).toEqual(['abcd', 'abd'])
  })
  it('an alternative takes the place of one sentence only', () => {
    expect(replaceSentence(board, 'b', kept('Other.')).keep).toEqual({ ...board.keep, b: kept('Other.') })
  })
  it('comes from the finished sentences of a run', () => {
    const written = {
      beat: beat('a'),
      text: 'It is wool.',
      template: 'It is <p1.material>.',
      start: 0,
      end: 11,
      origin: 'resampled',
      rejected: [],
    } as const
    const run: Run = {
      phase: 'stopped',
      picks: [],
      products: [],
      prompt: [],
      beats: [beat('a'), beat('b')],
      sentences: { a: { text: 'It is wool.', written }, b: { text: 'It' } },
    }
    expect(boardOf(run)).toEqual({
      beats: run.beats,
      keep: { a: { template: 'It is <p1.material>.', origin: 'resampled' } },
    })
  })
})

describe('pins', () => {
  const fact: Fact = {
    id: 'feature.2',
    kind: 'feature',
    text: 'thumb rest',
    number: 'one',
    source: { field: 'description' },
  }

  it('a fact is pinned as a beat in the manner of its neighbours, under an id of its own', () => {
    expect(factBeat(board, fact, 1)).toEqual({
      id: 'n5',
      move: 'fact',
      voice: 'crisp',
      length: 'short',
      slots: ['p2.feature'],
      factIds: { 'p2.feature': 'feature.2' },
      pinned: true,
    })
    expect(freeId({ beats: [...board.beats, beat('n6')], keep: {} })).toBe('n7')
  })

  it('pinning changes one beat', () => {
    const pinned = setPinned(board, 'c', true)
    expect(pinned.beats.map((one) => one.pinned === true)).toEqual([false, false, true, false])
    expect(setPinned(pinned, 'c', false).beats.some((one) => one.pinned)).toBe(false)
  })

  it('a new plan keeps pinned beats: in place of their like, or where they stood', () => {
    const old = [
      beat('a', 'hook'),
      { ...factBeat(board, fact, 0), pinned: true },
      { ...beat('c', 'price', ['p1.price']), pinned: true },
    ]
    const plan = [
      beat('b1', 'occasion'),
      beat('b2', 'introduce'),
      beat('b3', 'price', ['p1.price']),
      beat('b4', 'close'),
    ]
    const merged = mergePinned(plan, old)
    expect(merged.map(({ id, move, pinned }) => [id, move, pinned === true])).toEqual([
      ['b1', 'occasion', false],
      ['pin-n5', 'fact', true],
      ['b2', 'introduce', false],
      ['pin-c', 'price', true],
      ['b4', 'close', false],
    ])
    expect(
      mergePinned(plan, merged)
        .filter((one) => one.pinned)
        .map(({ id }) => id),
    ).toEqual(['pin-n5', 'pin-c'])
  })

  it('the same move with another fact is not its like', () => {
    const other = { ...beat('b1', 'fact', ['p1.feature']), factIds: { 'p1.feature': 'feature.1' } }
    expect(mergePinned([other], [factBeat(board, fact, 0)])).toHaveLength(2)
  })
})

describe('alternatives', () => {
  it('new ones are added and shown, known ones only shown', () => {
    const one = recordAlternative(undefined, kept('A.'))
    const two = recordAlternative(one, kept('B.'))
    expect([one.at, two.at, two.list.length]).toEqual([0, 1, 2])
    expect(recordAlternative(two, kept('A.'))).toEqual({ list: two.list, at: 0 })
  })
})

describe('usedFacts', () => {
  it('names facts by id where the beat does, by field otherwise, and nothing of the shopper', () => {
    const beats = [
      beat('a', 'occasion', ['u.occasion']),
      { ...beat('b', 'fact', ['p2.feature']), factIds: { 'p2.feature': 'feature.2' } },
      beat('c', 'price', ['p1.price']),
      beat('d', 'fact', ['p4.material']),
    ]
    expect([...usedFacts(beats, ['P-1', 'P-2'])]).toEqual(['P-2|feature.2', 'P-1|price'])
  })
})

describe('a sentence edited by hand', () => {
  const two = beat('b', 'fact', ['p1.title', 'p1.price'])
  const before = 'The <p1.title> is <p1.price>.'
  it.each([
    ['The Hesper Lamp is ₹990, no more.', 'The <p1.title> is <p1.price>, no more.', ['p1.title', 'p1.price']],
    ['Take the Hesper Lamp', 'Take the <p1.title>.', ['p1.title']],
    ['It is ₹990!', 'It is <p1.price>!', ['p1.price']],
    ['₹990 buys the Hesper Lamp.', '<p1.price> buys the <p1.title>.', ['p1.title', 'p1.price']],
    ['Hesper Lamps for ₹9900.', 'Hesper Lamps for ₹9900.', []],
    ['The hesper lamp\nis ₹ 990.', 'The hesper lamp is ₹ 990.', []],
    ['A <p2.price> lamp.', 'A p2.price lamp.', []],
  ])('%j is read as %j', (text, template, slots) => {
    expect(readEdited(text, before, ['Hesper Lamp', '₹990'], two)).toEqual({ template, slots })
  })

  it('is marked as a person’s, and takes from its beat what it no longer says', () => {
    const related: Beat = { ...two, relation: 'under', factIds: { 'p1.title': 't', 'p1.price': 'p' } }
    const edited = editSentence({ beats: [related], keep: {} }, 'b', {
      template: 'X <p1.title>.',
      slots: ['p1.title'],
    })
    expect(edited).toEqual({
      beats: [{ ...beat('b', 'fact', ['p1.title']), factIds: { 'p1.title': 't' } }],
      keep: { b: { template: 'X <p1.title>.', origin: 'edited' } },
    })
    const same = editSentence({ beats: [related], keep: {} }, 'b', { template: before, slots: two.slots })
    expect(same.beats).toEqual([related])
  })
})
