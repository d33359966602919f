import { describe, expect, it } from 'vitest'
import type { WriteEvent } from '../../shared/contract/events'
import type { Beat } from '../../shared/domain/beats'
import type { Narrative, Pick, WrittenBeat } from '../../shared/domain/narrative'
import { beginRun, endRun, reduceRun, runBase, runSentences } from './run'

const beat = (id: string): Beat => ({ id, move: 'fact', voice: 'warm', length: 'short', slots: [] })
const written = (id: string, text: string, start: number): WrittenBeat => ({
  beat: beat(id),
  text,
  template: text,
  start,
  end: start + text.length,
  origin: 'model',
  rejected: [],
})
const pick = (reason: string): Pick => ({ id: 'P-1', title: 'Pack', score: 1, reason })
const narrative: Narrative = {
  text: 'It is a Pack. It is vegan.',
  spans: [{ start: 8, end: 12, text: 'Pack', productId: 'P-1', field: 'title', productIndex: 0 }],
  beats: [written('a', 'It is a Pack.', 0), written('b', 'It is vegan.', 14)],
  products: [pick('chosen by you')],
  checks: {
    verifiedFacts: 1,
    unsupported: [{ start: 20, end: 25, text: 'vegan', kind: 'claim', reason: 'no fact' }],
    fallbackSentences: 0,
  },
  words: 7,
  tokens: 9,
  timing: { retrieveMs: 1, prefillMs: 1, decodeMs: 1, firstTokenMs: 1, totalMs: 3 },
  seed: 1,
  model: 'm',
  adapters: [],
  strategy: 'personalised',
  voice: 'warm',
  channel: 'card',
}
const planned: WriteEvent = { type: 'planned', beats: [beat('a'), beat('b')], prompt: [] }
const whole: readonly WriteEvent[] = [
  { type: 'picked', picks: [pick('fits your budget')], products: [], retrieveMs: 1 },
  planned,
  { type: 'partial', beat: 0, text: 'It is' },
  { type: 'beat', index: 0, written: written('a', 'It is a Pack.', 0) },
  { type: 'partial', beat: 1, text: 'It' },
  { type: 'done', narrative },
]
const texts = (run: Parameters<typeof runSentences>[0]) =>
  runSentences(run).map(({ sentence }) => sentence.text)

describe('reduceRun', () => {
  it('shows each sentence as it grows and which one is being written', () => {
    const states = whole.reduce(
      (runs, event) => [...runs, reduceRun(runs.at(-1) ?? beginRun(), event)],
      [beginRun()],
    )
    expect(states.map((run) => [run.phase, run.writing, texts(run)])).toEqual([
      ['writing', undefined, []],
      ['writing', undefined, []],
      ['writing', undefined, []],
      ['writing', 'a', ['It is']],
      ['writing', undefined, ['It is a Pack.']],
      ['writing', 'b', ['It is a Pack.', 'It']],
      ['done', undefined, ['It is a Pack.', 'It is vegan.']],
    ])
  })

  it('shows a plan that grows beat by beat, and keeps what is written', () => {
    const grow = (...ids: string[]): WriteEvent => ({ type: 'planned', beats: ids.map(beat), prompt: [] })
    const run = [
      grow(),
      grow('a'),
      { type: 'partial', beat: 0, text: 'It is' } as const,
      { type: 'beat', index: 0, written: written('a', 'It is a Pack.', 0) } as const,
      grow('a', 'b'),
      { type: 'partial', beat: 1, text: 'It' } as const,
    ].reduce(reduceRun, beginRun())
    expect(run.beats.map(({ id }) => id)).toEqual(['a', 'b'])
    expect([run.writing, ...texts(run)]).toEqual(['b', 'It is a Pack.', 'It'])
  })

  it('gives every sentence its own facts and claims, counted from its first character', () => {
    const { sentences } = whole.reduce(reduceRun, beginRun())
    expect(sentences['a']?.spans?.map(({ start, end, text }) => [start, end, text])).toEqual([
      [8, 12, 'Pack'],
    ])
    expect(sentences['a']?.unsupported).toEqual([])
    expect(sentences['b']?.unsupported?.map(({ start, end, text }) => [start, end, text])).toEqual([
      [6, 11, 'vegan'],
    ])
  })

  it('keeps what stays on screen while a storyboard is written again, and why the products were picked', () => {
    const before = whole.reduce(reduceRun, beginRun())
    const again = beginRun(runBase(before, [beat('b'), beat('a')], new Set(['a'])))
    expect([texts(again), again.phase]).toEqual([['It is a Pack.'], 'writing'])
    const events: readonly WriteEvent[] = [
      { type: 'picked', picks: [pick('chosen by you')], products: [], retrieveMs: 1 },
      { type: 'planned', beats: [beat('b'), beat('a')], prompt: [] },
      { type: 'beat', index: 1, written: written('a', 'It is a Pack.', 13) },
    ]
    const after = events.reduce(reduceRun, again)
    expect(after.picks.map((one) => one.reason)).toEqual(['fits your budget'])
    expect(after.sentences['a']?.spans?.length).toBe(1)
  })

  it('ignores words for a beat that was not planned', () => {
    const run = reduceRun(beginRun(), { type: 'partial', beat: 3, text: 'x' })
    expect(run).toEqual(beginRun())
  })
})

describe('endRun', () => {
  it('keeps the words written so far', () => {
    const run = endRun(
      [planned, { type: 'partial', beat: 0, text: 'It is' } as const].reduce(reduceRun, beginRun()),
      'stopped',
    )
    expect([run.phase, run.writing, texts(run)]).toEqual(['stopped', undefined, ['It is']])
  })
})
