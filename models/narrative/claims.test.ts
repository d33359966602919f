import { describe, expect, it } from 'vitest'
import { CLAIM_WORDS, unsupportedClaims } from './claims'

/** Claim words that the text supports. */
const supported = (text: string) => {
  const missing = new Set(unsupportedClaims([text]))
  return CLAIM_WORDS.filter((claim) => !missing.has(claim))
}

describe('unsupportedClaims', () => {
  it.each([
    ['waxed canvas', ['canvas']],
    ['hand-stitched leather', ['hand-stitched', 'leather']],
    ['noise cancelling', ['noise-cancelling']],
    ['padded, machine-washable', ['machine-washable', 'padded']],
    ['naturally dyed wool', ['natural', 'wool']],
    ['a cloak with sunglasses, marigold and refreshing', []],
    ['', []],
  ])('of %j', (text, expected) => {
    expect([...supported(text)].sort()).toEqual([...expected].sort())
  })
})
