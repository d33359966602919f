import { describe, expect, it } from 'vitest'
import type { Persona } from '../../shared/domain/persona'
import { asha } from '../narrative/fixtures'
import { personaTeller, profileText, phraseNearness, tfIdfNearness } from './personaIdentification'
import { share } from './summary'

const person = (id: string, interest: string): Persona => ({
  ...asha,
  id,
  name: 'Mira Sen',
  summary: '',
  interests: [interest],
  history: [],
  recipient: '',
})
const interests = 'trekking chess baking jazz pottery cricket yoga cycling sketching knitting'.split(' ')
const pool = interests.map((interest) => person(interest, interest))
const nearness = tfIdfNearness(pool.map(profileText))
const identified = (texts: readonly (readonly [string, number])[], shared: readonly string[] = []) =>
  share(
    texts
      .map(([text, at]) => ({ text, persona: pool[at]!, shared }))
      .map(personaTeller(pool, { nearness, seed: 1 })),
    Boolean,
  )

describe('profileText', () => {
  it('holds interests, history, recipient and summary, and not the name', () => {
    expect(profileText({ ...asha, summary: 'Asha walks. Verma is her name.' })).toBe(
      'trekking. Kestrel Daypack. backpack. my father.  walks.  is her name.',
    )
  })
})

describe('tfIdfNearness', () => {
  it('is the cosine of weighted terms', () => {
    const profiles = ['trail running. coffee', 'home baking. coffee', 'chess']
    const near = tfIdfNearness(profiles)
    const [rare, common] = [Math.log(3), Math.log(3 / 2)]
    expect(near('A trail.', profiles[0]!)).toBeCloseTo(rare / Math.hypot(rare, rare, common), 10)
    expect(near('Trails and coffee', profiles[1]!)).toBeCloseTo(
      ((common / Math.hypot(rare, common)) * common) / Math.hypot(rare, rare, common),
      10,
    )
    expect(near('A trail.', profiles[2]!)).toBe(0)
  })
})

describe('persona identification', () => {
  it('counts a text whose own profile alone is nearest', () => {
    expect(
      identified([
        ['For anyone who loves chess.', 1],
        ['For anyone who loves jazz.', 1],
        ['A chess board for jazz nights, chess again.', 1],
      ]),
    ).toBeCloseTo(2 / 3, 10)
  })

  it('counts a tie as wrong, a text that says nothing of anybody among them', () => {
    expect(
      identified([
        ['Chess and jazz.', 1],
        ['A fine thing at a fine price.', 4],
      ]),
    ).toBe(0)
  })

  it('does not count what all of them share', () => {
    expect(identified([['For a chess evening.', 1]], ['a chess evening'])).toBe(0)
  })

  it('needs ten different profiles', () => {
    expect(() =>
      personaTeller(pool.slice(0, 5), { nearness, seed: 1 })({ text: 'x', persona: pool[0]!, shared: [] }),
    ).toThrow(RangeError)
  })
})

describe('phraseNearness', () => {
  const profiles = ['wild camping. tent', 'camping chairs. wild flowers', 'tent. chess']
  const near = phraseNearness(profiles)

  it('adds up the rarity of the phrases said whole', () => {
    const words = tfIdfNearness(profiles)
    const text = 'For your wild camping, a tent.'
    expect(near(text, profiles[0]!)).toBeCloseTo(
      Math.log(3) + Math.log(3 / 2) + 0.25 * words(text, profiles[0]!),
      10,
    )
    expect(near(text, profiles[2]!)).toBeCloseTo(Math.log(3 / 2) + 0.25 * words(text, profiles[2]!), 10)
  })

  it('is not taken in by the same words apart', () => {
    expect(near('wild camping', profiles[0]!)).toBeGreaterThan(near('wild camping', profiles[1]!))
  })
})
