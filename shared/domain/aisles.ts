/**
 * Aisles: the closed set of product families the language knows. One special token each (`<c.bags>`). An imported category is mapped
 * to the nearest aisle, or to `general`.
 */
const table = {
  bags: 'bags and luggage',
  clothing: 'clothing',
  footwear: 'shoes',
  jewellery: 'jewellery and watches',
  beauty: 'beauty and care',
  electronics: 'electronics',
  kitchen: 'kitchen and dining',
  homedecor: 'home decor',
  furniture: 'furniture',
  outdoor: 'outdoor and camping',
  grocery: 'food and drink',
  garden: 'plants and flowers',
  tools: 'tools',
  music: 'musical instruments',
  toys: 'toys and games',
  stationery: 'books and stationery',
  sport: 'sport and fitness',
  pets: 'pets',
  festive: 'seasonal and festive',
  general: 'other things',
} as const

/** One of the closed set of product families. */
export type Aisle = keyof typeof table

/** Every aisle in token order. */
export const AISLES = Object.keys(table) as readonly Aisle[]

/** Plain words for an aisle. */
export function aisleLabel(aisle: Aisle): string {
  return table[aisle]
}

/** True for a string that names an aisle. */
export function isAisle(text: string): text is Aisle {
  return Object.hasOwn(table, text)
}
