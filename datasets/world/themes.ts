/**
 * The sixteen dimensions along which tastes and products are placed: fourteen themes, how ornate a thing is, and how dear it is among
 * its like. A shopper's taste and a product's vector share them, so that their dot product is the taste match of the click model.
 */
const table = [
  'outdoors',
  'home',
  'cooking',
  'tech',
  'fashion',
  'beauty',
  'craft',
  'music',
  'play',
  'reading',
  'garden',
  'fitness',
  'pets',
  'celebration',
] as const

/** One of the fourteen themes. */
export type Theme = (typeof table)[number]

/** The themes in the order of the vectors. */
export const THEMES: readonly Theme[] = table

/** Length of every taste and product vector: the themes, then `ornate`, then `tier`. */
export const VECTOR_LENGTH = THEMES.length + 2

/** Index of the ornate axis, -1 plain to 1 ornate. */
export const ORNATE = THEMES.length

/** Index of the price tier axis, -1 plain goods to 1 dear ones. */
export const TIER = THEMES.length + 1

/** A vector with the given themes set, scaled so that its theme part has length one. */
export function themeVector(weights: ReadonlyMap<Theme, number>): number[] {
  const vector = new Array<number>(VECTOR_LENGTH).fill(0)
  for (const [theme, weight] of weights) vector[THEMES.indexOf(theme)] = weight
  const length = Math.hypot(...vector)
  return length > 0 ? vector.map((value) => value / length) : vector
}

/** What shoppers say they care about, with the themes it stands for. Each reads after "your love of" and "for". */
export const INTERESTS: Readonly<Record<string, readonly Theme[]>> = {
  'trail running': ['outdoors', 'fitness'],
  'weekend hiking': ['outdoors'],
  'wild camping': ['outdoors'],
  birdwatching: ['outdoors', 'reading'],
  'cycling to work': ['fitness', 'outdoors'],
  'morning yoga': ['fitness', 'beauty'],
  'strength training': ['fitness'],
  swimming: ['fitness'],
  badminton: ['fitness', 'play'],
  'street cricket': ['fitness', 'play'],
  'sea kayaking': ['outdoors', 'fitness'],
  'home baking': ['cooking'],
  'slow cooking': ['cooking', 'home'],
  'regional Indian cooking': ['cooking'],
  'filter coffee': ['cooking'],
  'loose-leaf tea': ['cooking', 'reading'],
  'hosting dinners': ['cooking', 'celebration'],
  'fermenting and pickling': ['cooking', 'craft'],
  'old houses': ['home', 'craft'],
  'small-flat living': ['home'],
  'mid-century furniture': ['home'],
  'block printing': ['craft', 'fashion'],
  pottery: ['craft', 'home'],
  knitting: ['craft', 'fashion'],
  woodworking: ['craft', 'home'],
  'fixing things': ['craft', 'tech'],
  'film photography': ['tech', 'craft'],
  'home audio': ['tech', 'music'],
  'smart-home tinkering': ['tech', 'home'],
  'mobile gaming': ['tech', 'play'],
  'working from trains': ['tech', 'reading'],
  'fountain pens': ['reading', 'craft'],
  'book clubs': ['reading'],
  journalling: ['reading', 'craft'],
  'watercolour sketching': ['craft', 'reading'],
  'handloom saris': ['fashion', 'craft'],
  'vintage denim': ['fashion'],
  'minimal wardrobes': ['fashion'],
  'silver jewellery': ['fashion', 'celebration'],
  'skincare routines': ['beauty'],
  'natural perfume': ['beauty', 'craft'],
  'grooming without fuss': ['beauty'],
  'balcony gardening': ['garden', 'home'],
  houseplants: ['garden', 'home'],
  'growing herbs': ['garden', 'cooking'],
  'acoustic guitar': ['music'],
  'learning the harmonium': ['music'],
  'choir singing': ['music', 'celebration'],
  'board-game nights': ['play', 'celebration'],
  'jigsaw puzzles': ['play', 'reading'],
  'model railways': ['play', 'craft'],
  'raising two dogs': ['pets', 'outdoors'],
  'rescue cats': ['pets', 'home'],
  'festival decorating': ['celebration', 'home'],
  'planning weddings': ['celebration', 'fashion'],
  'family picnics': ['outdoors', 'cooking'],
  'monsoon walks': ['outdoors'],
  'travelling light': ['outdoors', 'fashion'],
}
