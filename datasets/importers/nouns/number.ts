/** Singular and plural of English nouns: `pluralize`, with the words of shops that it gets wrong. */
import pluralize from 'pluralize'

/** Plural to singular where the rules fail. */
const irregular: Readonly<Record<string, string>> = {
  booties: 'bootie',
  brownies: 'brownie',
  hoodies: 'hoodie',
  smoothies: 'smoothie',
  cookies: 'cookie',
  onesies: 'onesie',
  beanies: 'beanie',
  foodies: 'foodie',
  goodies: 'goodie',
  veggies: 'veggie',
  lenses: 'lens',
  quiches: 'quiche',
  canvases: 'canvas',
  trellises: 'trellis',
  chaises: 'chaise',
  clutches: 'clutch',
  torches: 'torch',
  kimonos: 'kimono',
  pianos: 'piano',
  cellos: 'cello',
  avocados: 'avocado',
  tattoos: 'tattoo',
}
/** Words that end in s and are singular. */
const singulars = new Set([
  'lens',
  'canvas',
  'trellis',
  'brass',
  'bass',
  'glass',
  'compass',
  'dress',
  'chess',
  'swiss',
  'cactus',
  'octopus',
  'asparagus',
  'hummus',
  'couscous',
  'citrus',
  'hibiscus',
  'eucalyptus',
  'christmas',
  'atlas',
  'moss',
  'grass',
  'cross',
  'press',
  'mattress',
  'harness',
  'iris',
  'less',
  'swiss',
  'fitness',
  'gas',
  'bus',
  'tennis',
  'plus',
  'focus',
  'chassis',
])

/** Words met before: a catalogue asks for the same few thousand again and again. */
const known = new Map<string, string>()
const KNOWN_MAX = 20_000

/** The singular of a lower-case word; a singular is returned as it is. */
export function singularWord(word: string): string {
  const met = known.get(word)
  if (met !== undefined) return met
  const single = singulars.has(word) ? word : (irregular[word] ?? pluralize.singular(word))
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(word, single)
  return single
}

/** True for a plural form that differs from its singular. */
export function isPlural(word: string): boolean {
  return !singulars.has(word) && singularWord(word) !== word
}

/** The plural of a lower-case word. */
export function pluralWord(word: string): string {
  const spelt = Object.entries(irregular).find(([, single]) => single === word)?.[0]
  return spelt ?? pluralize.plural(word)
}
