import { describe, expect, it } from 'vitest'
import type { Unsupported } from '../../shared/domain/narrative'
import { inventedFacts, unsupportedClaimNarratives } from './groundedness'

const found = (...kinds: Unsupported['kind'][]) =>
  kinds.map((kind): Unsupported => ({ start: 0, end: 1, text: 'x', kind, reason: 'none' }))

describe('groundedness', () => {
  it('counts figures and names as inventions, and any finding as a narrative with one', () => {
    const set = [found('number', 'claim'), found(), found('comparison'), found('name', 'name')]
    expect([inventedFacts(set), unsupportedClaimNarratives(set)]).toEqual([3, 0.75])
  })

  it('has no share of nothing', () => {
    expect([inventedFacts([]), unsupportedClaimNarratives([])]).toEqual([0, Number.NaN])
  })
})
