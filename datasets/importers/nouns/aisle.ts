/** Shops' own category words to our aisles. */
import type { Aisle } from '../../../shared/domain/aisles'
import type { FoundNoun } from './noun'
import { nounAisle } from './noun'

/** Words in a category path that point at an aisle, the more telling aisle first. */
const words: readonly (readonly [Aisle, RegExp])[] = [
  ['festive', /\b(seasonal|christmas|xmas|easter|halloween|valentine|holiday|party|festive|diwali)/i],
  ['pets', /\b(pet|pets|dog|cat|aquarium|animal)/i],
  ['bags', /\b(bag|bags|luggage|backpack|handbag|wallet|purse)/i],
  ['footwear', /\b(footwear|shoe|shoes|boot|boots|sandal|sandals|sneaker|sneakers)\b/i],
  ['jewellery', /\b(jewel|jewell?ery|jewelery|watch|watches|necklace|bracelet|earring)/i],
  [
    'beauty',
    /\b(beauty|cosmetic|make-?up|skin|skincare|hair|fragrance|perfume|personal care|grooming|bathing|salon)/i,
  ],
  ['music', /\b(instrument|music|guitar|piano|percussion|strings|microphone)/i],
  [
    'electronics',
    /\b(electronic|computer|laptop|phone|smartphone|audio|video|camera|tv|television|tablet|gaming)/i,
  ],
  ['kitchen', /\b(kitchen|dining|housewares?|cookware|tableware|drinkware|bakeware)/i],
  ['furniture', /\b(furniture|sofa|sofas|chair|chairs|table|tables|desk|dresser|dressers|bedroom set)/i],
  ['homedecor', /\b(home ?decor|home|decor|lighting|bedding|rug|curtain|decorative|cushion|clock|interior)/i],
  ['garden', /\b(floral|flower|plant|garden|bouquet)/i],
  ['outdoor', /\b(outdoor|outdoors|camping|hiking|fishing|kayak)/i],
  ['sport', /\b(sport|sports|fitness|gym|bike|bikes|cycling|yoga|swim)/i],
  ['tools', /\b(tool|tools|hardware|diy|saw|drill|wrench|hammer)/i],
  [
    'grocery',
    /\b(grocer|food|drink|beverage|snack|bakery|dairy|fruit|vegetable|meat|seafood|dispensed|coffee|tea)/i,
  ],
  ['stationery', /\b(book|books|stationery|office supplies|paper|pen)\b/i],
  ['toys', /\b(toy|toys|game|games|puzzle|baby)/i],
  [
    'clothing',
    /\b(apparel|clothing|clothes|fashion|shirt|shirts|dress|dresses|jacket|scarf|socks|tops|accessor)/i,
  ],
]

/** The aisle of a category path, its last level asked first; undefined when no word tells. */
export function categoryAisle(category: string): Aisle | undefined {
  const levels = category.split(/\s*(?:>|\/|\||»)\s*/).reverse()
  for (const level of levels) {
    const hit = words.find(([, pattern]) => pattern.test(level))?.[0] ?? nounAisle(level)
    if (hit) return hit
  }
  return undefined
}

/** "Glasses" stand on a table or on a nose, a pendant hangs from a neck or a ceiling: the shop's category knows. */
const ambiguous =
  /^(?:(?:.* )?glasses|pendant|pendants|chain|charm|ring|rings|ring set|hoop|stud|band|pot|pots|decor|decoration|decorations|decoration set|decor set|box|box set|mask|skull|collection|topper|frame|frames|shade|shades|plug|roll|wrap|cocktail|print|flat|bar|ball|bone|brush|treat|workstation|console|dining set(?: ensemble)?|cheese board|lantern|lanterns|basket|basket set|cooler|coolers)$/

/**
 * The aisle of a product: what its noun says, unless the shop files it under the festive season or under pets, which win over what the thing is;
 * then what the category says; then `general`.
 */
export function aisleFor(noun: FoundNoun, category: string): Aisle {
  const filed =
    /\b(?:eye)?glasses\b|eyewear/i.test(category) && /accessor|fashion|apparel|eyewear/i.test(category)
      ? 'clothing'
      : categoryAisle(category)
  if (filed === 'festive' || filed === 'pets') return filed
  if (filed && ambiguous.test(noun.noun)) return filed
  return noun.aisle ?? filed ?? 'general'
}
