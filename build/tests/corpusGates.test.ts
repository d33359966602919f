/** The phrasebook's hard gates, on a fixed sample: nothing banned, no stray marks, no faults of grammar. */
import { describe, expect, it } from 'vitest'
import { bannedFindings, grammarFindings } from '../../datasets/corpus/gates/gates'
import { samplePages } from '../../datasets/corpus/gates/sample'

const EXPANSIONS = 24
const SEED = 1
/** Grammar is read in every third pattern, for speed; `datasets/corpus/gates/report.ts` reads all. */
const GRAMMAR_STEP = 3
const sample = samplePages(EXPANSIONS, SEED)

describe('the gates of the phrasebook', () => {
  it('reads every page', () => {
    expect(new Set(sample.map(({ page }) => page)).size).toBeGreaterThan(30)
  })

  it('finds nothing banned in any sentence', () => {
    expect(bannedFindings(sample)).toEqual([])
  })

  it('finds no fault of grammar in one sentence of every third pattern', async () => {
    const thinned = sample.filter((_, index) => index % GRAMMAR_STEP === 0)
    expect(thinned.length).toBeGreaterThan(1000)
    expect(await grammarFindings(thinned, 1)).toEqual([])
  }, 60_000)
})
