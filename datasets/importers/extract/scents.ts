/** What candles and things for the body smell of: "infused with lavender", "a scent of cedar and orange". */
import type { Found, Page } from './found'
import { sentenceCase } from './phrases'

const perfumed =
  /^(?:candle|soap|bar|balm|butter|lotion|cream|scrub|bomb|salt|perfume|cologne|fragrance|oil|wash|gel|diffuser|wreath|set)s?$/
const scents =
  'lavender|vanilla|cinnamon|cedar|cedarwood|sandalwood|pine|eucalyptus|rosemary|mint|peppermint|citrus|orange|lemon|bergamot|jasmine|rose|gardenia|coconut|honey|almond|oatmeal|clove|nutmeg|apple|pumpkin|ginger|tea tree|chamomile|patchouli|musk|amber|berry|fir|balsam|sage|lemongrass|grapefruit|lime|sea salt|tobacco|leather|evergreen'
const cue = new RegExp(
  `\\b(?:scents?|aromas?|fragrances?|notes|infused|scented)(?: with| of)? (?:the )?(?:soothing |calming |fresh |warm |natural )?((?:${scents})(?:(?:, | and |, and )(?:${scents}))?)\\b`,
  'i',
)

/** The scent of something that has one by its kind. */
export function scentFacts(page: Page): readonly Found[] {
  const head = page.noun.split(' ').at(-1) ?? ''
  if (page.isTitle || !perfumed.test(head) || !/^(?:beauty|homedecor|festive)$/.test(page.aisle ?? ''))
    return []
  const match = cue.exec(page.text)
  const text = match?.[1]
  if (!match || text === undefined || text.includes(',')) return []
  const start = match.index + match[0].length - text.length
  return [
    {
      kind: 'scent',
      text: sentenceCase(text),
      number: 'mass',
      field: page.field,
      start,
      end: start + text.length,
    },
  ]
}
