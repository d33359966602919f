import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fitBlend } from '../../models/recommend/blendFit'
import { plainProducts, trainingOf } from '../../models/recommend/fixtures'
import type { Told } from '../../models/recommend/fixtures'
import type { CatalogueSummary } from '../../shared/domain/catalogue'
import { Blends } from './blends'

const version = (name: string, number: number): CatalogueSummary => ({
  ...{ name, version: number, products: 40, shoppers: 250, interactions: 750 },
  ...{ invented: false, currency: 'GBP', createdAtMs: 1000 + number, origin: 'made up' },
})

/** Pairs of products that go together: whoever takes an even one takes the next. */
const events: readonly Told[] = Array.from({ length: 250 }, (_, user): Told[] => [
  [`${user}`, `${(user * 2) % 40}`, 'purchase', 20],
  [`${user}`, `${((user * 2) % 40) + 1}`, 'purchase', 10],
]).flat()
const training = trainingOf(plainProducts(Array.from({ length: 40 }, (_, row) => `${row}`)), events)
const none = trainingOf(plainProducts(['1']), [])

describe('the weights of a version', () => {
  let folder = ''
  const file = () => join(folder, 'kept', 'blends.json')
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'shelftalk-blends-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('are fitted once, and read the next time', async () => {
    const fitted = await new Blends(file()).of(version('shop', 1), training)
    expect(fitted).toEqual(fitBlend(training))
    expect(fitted.users).toBe(250)
    // Fitted anew over nothing they would be the default ones.
    expect(await new Blends(file()).of(version('shop', 1), none)).toEqual(fitted)
    expect((await new Blends(file()).of(version('shop', 2), none)).users).toBe(0)
    expect((await new Blends(file()).of(version('other', 1), none)).users).toBe(0)
  })

  it('of several versions stand side by side', async () => {
    const blends = new Blends(file())
    await Promise.all([blends.of(version('a', 1), training), blends.of(version('b', 1), none)])
    const kept = JSON.parse(readFileSync(file(), 'utf8')) as { blends: { version: string }[] }
    expect(kept.blends.map((one) => one.version).sort()).toEqual(['a 1 1001', 'b 1 1001'])
  })

  it('are fitted anew where one entry cannot be used, and no other goes with it', async () => {
    const blends = new Blends(file())
    await blends.of(version('a', 1), training)
    await blends.of(version('b', 1), training)
    const kept = JSON.parse(readFileSync(file(), 'utf8')) as {
      blends: { version: string; weights: object }[]
    }
    const broken = kept.blends.map((one) =>
      one.version.startsWith('b') ? { ...one, weights: { 'item-knn': null } } : one,
    )
    writeFileSync(file(), JSON.stringify({ ...kept, blends: broken }))
    // Fitted anew over nothing they are the default ones.
    expect((await new Blends(file()).of(version('b', 1), none)).users).toBe(0)
    expect((await new Blends(file()).of(version('a', 1), none)).users).toBe(250)
  })

  it('are fitted anew where the file cannot be used', async () => {
    await new Blends(file()).of(version('shop', 1), none)
    writeFileSync(file(), '{"blends": 3}')
    expect((await new Blends(file()).of(version('shop', 1), training)).users).toBe(250)
  })
})
