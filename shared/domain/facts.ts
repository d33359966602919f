/**
 * The closed set of things a narrative can say about a product. A fact kind is one special token of the model per product
 * (`<p1.material>`), so adding a kind means a new tokenizer and a new training; importers map their fields to these.
 */

/**
 * How a fact's text behaves in a sentence; the realiser and the phrasebook rely on it.
 *
 * - `measure`: figure and unit, no article ("1.2 kg", "40 hours").
 * - `mass`: noun phrase without an article ("recycled nylon", "dark cherry", "Bluetooth 5.3").
 * - `np`: noun phrase; the realiser puts "a" or "an" before it when the fact's number is `one` ("padded laptop sleeve").
 * - `adjective`: fits after "is" or before a noun ("machine-washable", "relaxed", "navy blue").
 * - `name`: a proper name ("Portugal", "Fairtrade").
 * - `money`: an amount in minor units, formatted for the shopper's locale.
 */
export type FactForm = 'measure' | 'mass' | 'np' | 'adjective' | 'name' | 'money'

interface KindEntry {
  readonly form: FactForm
  /** What the interface calls it. */
  readonly label: string
  /** Example text in the right form; also what the prompt preview shows. */
  readonly example: string
}

const table = {
  title: { form: 'name', label: 'Title', example: 'Fenmoor Roll-top Pack' },
  noun: { form: 'mass', label: 'What it is', example: 'backpack' },
  brand: { form: 'name', label: 'Brand', example: 'Fenmoor' },
  price: { form: 'money', label: 'Price', example: '₹4,990' },
  wasPrice: { form: 'money', label: 'Previous price', example: '₹6,490' },
  rating: { form: 'measure', label: 'Rating', example: '4.6 out of 5' },
  material: { form: 'mass', label: 'Material', example: 'waxed canvas' },
  weight: { form: 'measure', label: 'Weight', example: '1.2 kg' },
  capacity: { form: 'measure', label: 'Capacity', example: '24 litres' },
  battery: { form: 'measure', label: 'Battery life', example: '40 hours' },
  power: { form: 'measure', label: 'Power', example: '1,200 W' },
  size: { form: 'measure', label: 'Size', example: '42 × 30 × 18 cm' },
  colour: { form: 'adjective', label: 'Colour', example: 'navy blue' },
  finish: { form: 'np', label: 'Finish', example: 'matte finish' },
  fit: { form: 'adjective', label: 'Fit', example: 'relaxed' },
  closure: { form: 'np', label: 'Closure', example: 'magnetic buckle' },
  care: { form: 'adjective', label: 'Care', example: 'machine-washable' },
  origin: { form: 'name', label: 'Origin', example: 'Jaipur' },
  certification: { form: 'name', label: 'Certification', example: 'Fairtrade' },
  compatibility: { form: 'mass', label: 'Works with', example: 'induction hobs' },
  warranty: { form: 'measure', label: 'Warranty', example: '2 years' },
  pack: { form: 'np', label: 'Pack', example: 'set of 6' },
  flavour: { form: 'mass', label: 'Flavour', example: 'dark cherry' },
  scent: { form: 'mass', label: 'Scent', example: 'cedar and orange' },
  skin: { form: 'mass', label: 'Skin type', example: 'sensitive skin' },
  ages: { form: 'mass', label: 'Ages', example: 'ages 3 to 6' },
  season: { form: 'mass', label: 'Season', example: 'the monsoon' },
  room: { form: 'mass', label: 'Room', example: 'the hallway' },
  noise: { form: 'measure', label: 'Noise', example: '38 dB' },
  water: { form: 'mass', label: 'Water rating', example: 'IPX5 water resistance' },
  speed: { form: 'measure', label: 'Speed', example: '1,200 rpm' },
  temperature: { form: 'measure', label: 'Temperature', example: '-5 °C' },
  connectivity: { form: 'mass', label: 'Connectivity', example: 'Bluetooth 5.3' },
  screen: { form: 'np', label: 'Screen', example: '6.1-inch display' },
  pattern: { form: 'mass', label: 'Pattern', example: 'houndstooth' },
  style: { form: 'adjective', label: 'Style', example: 'mid-century' },
  use: { form: 'mass', label: 'Made for', example: 'day hikes' },
  ingredient: { form: 'mass', label: 'Ingredient', example: 'shea butter' },
  storage: { form: 'measure', label: 'Storage', example: '256 GB' },
  light: { form: 'measure', label: 'Light', example: '800 lumens' },
  reach: { form: 'measure', label: 'Reach', example: '10 m' },
  craft: { form: 'adjective', label: 'Craft', example: 'hand-thrown' },
  includes: { form: 'np', label: 'Comes with', example: 'charging case' },
  feature: { form: 'np', label: 'Feature', example: 'padded laptop sleeve' },
} as const satisfies Record<string, KindEntry>

/** One of the closed set of fact kinds. */
export type FactKind = keyof typeof table

/** Every fact kind, in token order; the order is part of the tokenizer and never changes within a format version. */
export const FACT_KINDS = Object.keys(table) as readonly FactKind[]

/** Kinds that every product has as columns of its own rather than as listed facts. */
export const IDENTITY_KINDS: readonly FactKind[] = ['title', 'noun', 'brand', 'price', 'wasPrice', 'rating']

/** Grammar form, label and example of a kind. */
export function factKind(kind: FactKind): KindEntry {
  return table[kind]
}

/** True for a string that names a fact kind. */
export function isFactKind(text: string): text is FactKind {
  return Object.hasOwn(table, text)
}

/** Grammatical number of a noun phrase: countable singular, plural, or mass. */
export type GrammaticalNumber = 'one' | 'many' | 'mass'

/** Where a fact was read: a field of the source row and, for free text, the character range in that field. */
export interface FactSource {
  readonly field: string
  /** First character, 0-based, inclusive. */
  readonly start?: number
  /** One past the last character. */
  readonly end?: number
}

/** One typed, sourced statement about a product. */
export interface Fact {
  /** Unique within the product, for example `material` or `feature.2`. */
  readonly id: string
  readonly kind: FactKind
  /** Text in the kind's form, without an article ("padded laptop sleeve"). */
  readonly text: string
  /** Number of the noun phrase; only read for kinds of form `np` and `mass`. */
  readonly number: GrammaticalNumber
  readonly source: FactSource
}
