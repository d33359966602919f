/**
 * Claim words the guard keeps the model from writing unless a fact at hand says them. The phrasebook avoids them, so a model that
 * writes one has made it up. The checker has a lexicon of its own.
 */
export const CLAIM_WORDS: readonly string[] = [
  'waterproof', 'water-resistant', 'rainproof', 'windproof', 'showerproof', 'leakproof', 'weatherproof', 'fireproof', 'shatterproof',
  'vegan', 'vegetarian', 'organic', 'natural', 'sugar-free', 'gluten-free', 'dairy-free', 'halal', 'kosher', 'fresh', 'healthy',
  'wireless', 'cordless', 'rechargeable', 'bluetooth', 'noise-cancelling', 'solar', 'foldable', 'collapsible', 'adjustable',
  'handmade', 'handcrafted', 'hand-stitched', 'handwoven', 'artisan', 'bespoke', 'vintage', 'antique', 'genuine', 'authentic',
  'leather', 'cotton', 'linen', 'silk', 'wool', 'cashmere', 'denim', 'velvet', 'canvas', 'nylon', 'polyester', 'gold', 'silver',
  'steel', 'titanium', 'aluminium', 'bamboo', 'oak', 'teak', 'walnut', 'marble', 'ceramic', 'glass', 'copper', 'brass', 'diamond',
  'recycled', 'recyclable', 'sustainable', 'biodegradable', 'eco-friendly', 'carbon-neutral', 'fairtrade', 'certified', 'ethical',
  'hypoallergenic', 'dermatologist', 'clinically', 'medical', 'orthopaedic', 'antibacterial', 'non-toxic', 'cures', 'heals',
  'discount', 'discounted', 'sale', 'bargain', 'clearance', 'free', 'bestselling', 'bestseller', 'award-winning', 'exclusive',
  'limited', 'guaranteed', 'guarantee', 'warranty', 'lifetime', 'unbreakable', 'indestructible', 'machine-washable', 'dishwasher-safe',
  'lightweight', 'heavyweight', 'breathable', 'insulated', 'padded', 'reflective', 'scratch-resistant', 'stainless', 'durable',
]

/** Claim words, lower case, that none of the texts contain as a word or the start of one. */
export function unsupportedClaims(support: readonly string[]): readonly string[] {
  const said = support.join(' \n ').toLowerCase().replaceAll('-', ' ')
  return CLAIM_WORDS.filter((claim) => !said.includes(claim.replaceAll('-', ' ')))
}
