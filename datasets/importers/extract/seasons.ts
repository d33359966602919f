/** The season or feast that a thing is for. */
import type { Found, Page } from './found'

const soft = new Set(['clothing', 'footwear', 'outdoor', 'sport'])
const feasts =
  /\b(Christmas|Halloween|Easter|Valentine[’']s Day|Thanksgiving|Hanukkah|Diwali|the holiday season|the holidays)\b/
const seasons = /\b(winter|summer|autumn)\b/i

/** "cold winter days", "your summer wardrobe": what a description says of the time of wearing. */
const wearing =
  /(?<!\b(?:spirit|essence|magic|feel) of (?:[a-z]+ ){0,2})\b(winter|summer|autumn)(?= (?:days?|nights?|months|mornings|evenings|walks|strolls|outings|adventures|weather|wardrobe|ensemble|outfits?|getaways|wear|fashion|style|chill|season)\b)/

/** The feast a festive thing is for, and the season in the title of something to wear or take outside. */
export function seasonFacts(page: Page): readonly Found[] {
  const { aisle, text, field } = page
  const feast = page.festive ? feasts.exec(text) : null
  const worn = page.isTitle && aisle && soft.has(aisle) ? seasons.exec(text) : null
  const told = !page.isTitle && aisle && soft.has(aisle) ? wearing.exec(text) : null
  const match = feast ?? worn ?? told
  if (!match) return []
  return [
    {
      kind: 'season',
      text: feast ? match[0] : match[0].toLowerCase(),
      number: 'mass',
      field,
      start: match.index,
      end: match.index + match[0].length,
    },
  ]
}
