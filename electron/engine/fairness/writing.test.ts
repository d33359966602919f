import { describe, expect, it } from 'vitest'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { createTurns } from '../turns'
import type { Desk, TextOrder } from './writing'
import { writeAll } from './writing'

const never = new AbortController().signal
const of = { name: 'things', version: 1, createdAtMs: 1000 } as CatalogueSummary
const orders = [{ adapters: [] } as unknown as TextOrder]

/** A desk at which opening a batch does `work`, over a catalogue that is asked for by name. */
function deskOver(
  catalogue: () => Promise<{ readonly summary: CatalogueSummary }>,
  work: () => Promise<never>,
) {
  const bench = { store: { catalogue }, language: { model: {} }, adapters: { mix: work } }
  return { bench, turns: createTurns() } as unknown as Desk
}

const gone = (what: string) => new ShelftalkError('NOT_FOUND', `There is no ${what}.`, 'Search for it.')

describe('texts about a catalogue', () => {
  it.each([
    ['changed before', { ...of, version: 2 }, 'changed from version 1 to 2'],
    ['made anew before', { ...of, createdAtMs: 2000 }, 'made anew'],
    ['deleted before', undefined, 'deleted'],
  ])('are not written where it was %s', async (_, now, words) => {
    let begun = 0
    const desk = deskOver(
      () => (now ? Promise.resolve({ summary: now }) : Promise.reject(gone('catalogue'))),
      () => Promise.reject(new Error(`Written ${++begun}`)),
    )
    await expect(writeAll(desk, { of, orders }, never)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: `"things" was ${words} while texts were written about it.`,
    })
    expect(begun).toBe(0)
  })

  it('say that it changed, not that a product is gone, where it changes meanwhile', async () => {
    let version = 1
    const desk = deskOver(
      () => Promise.resolve({ summary: { ...of, version } }),
      () => {
        version++
        return Promise.reject(gone('product "mug-1" in "things"'))
      },
    )
    await expect(writeAll(desk, { of, orders }, never)).rejects.toThrow('changed from version 1 to 2')
  })

  it('fail as they fail where it stays', async () => {
    const desk = deskOver(
      () => Promise.resolve({ summary: of }),
      () => Promise.reject(gone('product')),
    )
    await expect(writeAll(desk, { of, orders }, never)).rejects.toThrow('There is no product.')
  })
})
