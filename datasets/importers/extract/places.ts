/** Rooms and spots that a description names as the product's place: "to your kitchen", "for any home office". */
import type { Found, Page } from './found'

/** What is put up in a place; clothes, food and tools are not of a room. */
const placed = /^(?:furniture|homedecor|kitchen|garden|festive|electronics|music|tools|outdoor|beauty)$/
const place =
  /\b((?:your|any) (?:(?:home|living|dining|guest|bedside|dinner|holiday|dessert|coffee|indoor|Christmas|festive) )?(?:bedroom|kitchen|living room|dining room|living space|dining space|dining area|living area|outdoor space|bookshelf|home bar|bathroom|office|workspace|entryway|hallway|porch|patio|balcony|backyard|nursery|front door|mantel|desk|table|nightstand|windowsill|studio|workshop|garage|toolbox|vanity|countertop|bar|garden))\b(?! (?:setting|decor|lamp|chair|needs|experience|game|routine|essentials|set|setup|style|tools|gear)|-|['’]s)/
/** "your holiday table" reads on; "your table tennis" does not. */
const elsewhere = /\b(?:from|beyond|outside|leave|leaving|like|unlike|away from|out of) $/i

/** The room or spot of something that stands in one; the first that the text names. */
export function placeFacts(page: Page): readonly Found[] {
  if (page.isTitle || !placed.test(page.aisle ?? '')) return []
  const match = place.exec(page.text)
  const text = match?.[1]
  if (!match || text === undefined || elsewhere.test(page.text.slice(0, match.index))) return []
  return [
    {
      kind: 'room',
      text,
      number: 'mass',
      field: page.field,
      start: match.index,
      end: match.index + text.length,
    },
  ]
}
