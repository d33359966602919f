/** Probes over a small real store: a flip changes what rules say it does, and nothing else; another seed is held beside it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FairnessServices } from '../../../shared/contract/parts/fairness'
import { probeFairnessSchema } from '../../../shared/contract/parts/fairness'
import type { FairnessProbe } from '../../../shared/domain/fairness'
import { openStore } from '../../store/store'
import type { Store } from '../../store/types'
import { fairnessServices } from '../fairness'
import { importThings, people, withoutTexts } from './fixtures'

let home: string
let store: Store
let services: FairnessServices

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'shelftalk-probe-'))
  store = await openStore(home)
  await importThings(store)
  services = fairnessServices(withoutTexts(store))
})
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true })
})

const old = { what: 'segment', field: 'ageBand', value: '55+' }

async function probed(request: object = {}, signal = new AbortController().signal): Promise<FairnessProbe> {
  const whole = probeFairnessSchema.parse({
    ...{ catalogue: 'things', flip: old, people: 6, k: 5, texts: false },
    ...request,
  })
  for await (const event of services.probeFairness(whole, signal))
    if (event.type === 'done') return event.result
  throw new Error('It ended without a result')
}

describe('a probe', () => {
  it('finds nothing where nothing asks for the attribute, whatever another seed does', async () => {
    const found = await probed()
    expect(found).toMatchObject({
      catalogue: 'things',
      flipped: 'age band to 55+',
      people: 6,
      k: 5,
      beyondSeed: null,
    })
    expect(found.flip).toMatchObject({ picksChanged: { value: 0 }, jaccard: { value: 1 }, textChanged: null })
    expect(found.reseed.picksChanged.value).toBeGreaterThan(0)
    const ages = new Map(people.map(({ id, segments }) => [id, segments.ageBand]))
    const drawn = found.cases.map(({ id }) => id)
    expect(new Set(drawn).size).toBe(6)
    expect(drawn.filter((id) => ages.get(id) === '55+')).toEqual([])
    for (const { before, after } of found.cases) expect(after).toEqual(before)
    expect(found).toMatchObject({ what: 'segment', rules: { before: [], after: [] } })
    expect(found.sentence).toMatch(/^Nothing changes/)
    expect(found.notes.join(' ')).toContain('rule')
    expect((await probed()).cases).toEqual(found.cases)
    expect((await probed({ seed: 2 })).cases.map(({ id }) => id)).not.toEqual(drawn)
  })

  it('finds what a rule does to those of the attribute', async () => {
    const rule = await store.rules.save('things', {
      ...{ name: 'Cheap for 55+', enabled: true, products: {} },
      when: { segment: { field: 'ageBand', value: '55+' } },
      action: { kind: 'priceBand', priceMinor: { max: 30_000 } },
    })
    const other = await store.rules.save('things', {
      ...{ name: 'Rugs for everybody', enabled: true, products: { nouns: ['rug'] } },
      action: { kind: 'boost', factor: 2 },
    })
    const found = await probed()
    expect(found.rules).toEqual({
      before: ['Rugs for everybody'],
      after: ['Cheap for 55+', 'Rugs for everybody'],
    })
    expect(found.notes.join(' ')).toContain('Cheap for 55+')
    await store.rules.remove('things', other.id)
    expect(found.flip.picksChanged.value).toBe(1)
    expect(found.flip.priceShift?.high).toBeLessThan(-0.2)
    for (const { after, reseeded } of found.cases) {
      expect(after.picks.every(({ price }) => price && price.minor <= 30_000)).toBe(true)
      expect(reseeded.picks.some(({ price }) => !price || price.minor > 30_000)).toBe(true)
    }
    await store.rules.remove('things', rule.id)
  })

  it('is of one person where she is named, and of her name', async () => {
    const audience = { kind: 'shopper', id: 's61' }
    const found = await probed({ audience, flip: { what: 'name', name: 'Priya Menon' } })
    expect(found).toMatchObject({ people: 1, flipped: 'name to Priya Menon' })
    expect(found.cases.map(({ id, name }) => [id, name])).toEqual([['s61', 'Asha Rao 61']])
    expect(found.sentence).toContain('the one person')
  })

  it.each([
    ['an attribute nobody has', { flip: { ...old, field: 'shoe' } }, 'has the attribute "shoe"'],
    [
      'a flip to what she is',
      { audience: { kind: 'shopper', id: 's1' }, flip: { ...old, value: ' 55+ ' } },
      'Asha Rao 1 has age band 55+ already.',
    ],
    ['a shopper who is not there', { audience: { kind: 'shopper', id: 'nobody' } }, 'There is no shopper'],
    ['a catalogue that is not there', { catalogue: 'nowhere' }, 'no catalogue'],
  ])('refuses %s', async (_, request, message) => {
    await expect(probed(request)).rejects.toThrow(message)
  })

  it('ends when it is stopped', async () => {
    const stop = new AbortController()
    const request = probeFairnessSchema.parse({ catalogue: 'things', flip: old, texts: false, people: 50 })
    let told = 0
    for await (const event of services.probeFairness(request, stop.signal)) {
      expect(event.type).toBe('progress')
      told++
      stop.abort()
    }
    expect(told).toBeLessThan(5)
  })
})
