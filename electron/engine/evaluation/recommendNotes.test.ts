import { describe, expect, it } from 'vitest'
import { recommendNotes } from './recommendNotes'

const notesOf = (...strategies: readonly string[]) =>
  recommendNotes({
    events: { atMs: Float64Array.of(1, 2) },
    request: { protocol: 'leave-last-out' },
    parted: { users: new Int32Array(2) },
    summary: { results: strategies.map((strategy) => ({ strategy })) },
  } as never)

describe('the notes of an evaluation', () => {
  it('say what is shown beside what is measured, where personal picks are', () => {
    expect(notesOf('popularity', 'random')).toEqual([])
    const notes = notesOf('personalised', 'popularity')
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatch(
      /^personalised is measured by its scores alone; .* business rules come on top\.$/,
    )
  })
})
