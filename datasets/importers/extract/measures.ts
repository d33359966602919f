/** Figures with units, set sizes and ratings. */
import type { FactKind, GrammaticalNumber } from '../../../shared/domain/facts'
import type { Found, Page } from './found'

interface Rule {
  readonly kind: FactKind
  readonly number: GrammaticalNumber
  /** Group 1 is the fact's text. */
  readonly pattern: RegExp
}

const figure = '\\d[\\d,]*(?:\\.\\d+)?'

const rules: readonly Rule[] = [
  {
    kind: 'weight',
    number: 'mass',
    pattern: new RegExp(
      `\\b(${figure}\\s?(?:kg|g|grams?|kilograms?|lbs?|pounds?|oz|ounces?))\\b(?! (?:capacity|load|limit))`,
      'gi',
    ),
  },
  {
    kind: 'capacity',
    number: 'mass',
    pattern: new RegExp(
      `\\b(${figure}[\\s-]?(?:ml|cl|l|litres?|liters?|gallons?|quarts?|qt|fl oz))\\b`,
      'gi',
    ),
  },
  {
    kind: 'battery',
    number: 'mass',
    pattern: new RegExp(
      `\\b(${figure}[\\s-]?(?:hours?|hrs?))\\b(?=[^.]{0,20}\\b(?:battery|playtime|play|charge|runtime))`,
      'gi',
    ),
  },
  { kind: 'power', number: 'mass', pattern: new RegExp(`\\b(${figure}\\s?(?:W|watts?|kW))\\b`, 'g') },
  { kind: 'storage', number: 'mass', pattern: new RegExp(`\\b(${figure}\\s?(?:GB|TB))\\b`, 'g') },
  { kind: 'light', number: 'mass', pattern: new RegExp(`\\b(${figure}\\s?(?:lumens|lm))\\b`, 'gi') },
  { kind: 'noise', number: 'mass', pattern: new RegExp(`\\b(${figure}\\s?dB)\\b`, 'g') },
  { kind: 'speed', number: 'mass', pattern: new RegExp(`\\b(${figure}\\s?rpm)\\b`, 'gi') },
  {
    kind: 'warranty',
    number: 'mass',
    pattern: new RegExp(`\\b(${figure}[\\s](?:years?|months?))\\b(?=[^.]{0,12}\\bwarranty)`, 'gi'),
  },
  {
    kind: 'size',
    number: 'mass',
    pattern: new RegExp(
      `\\b(${figure}\\s?(?:[x×]\\s?${figure}\\s?){1,2}(?:cm|mm|in|inches|m|ft|feet))\\b`,
      'gi',
    ),
  },
  { kind: 'size', number: 'mass', pattern: new RegExp(`\\b(${figure}\\s(?:cm|mm|inches|feet))\\b`, 'gi') },
  {
    kind: 'screen',
    number: 'one',
    pattern: new RegExp(`\\b(${figure}-inch (?:\\p{L}+ )?(?:display|screen))\\b`, 'giu'),
  },
  {
    kind: 'pack',
    number: 'one',
    pattern: /\b((?:set|pack|box) of (?:\d+|two|three|four|five|six|eight|ten|twelve))\b/gi,
  },
  {
    kind: 'pack',
    number: 'one',
    pattern:
      /\b((?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)-piece(?:(?: \p{L}+)? (?:set|kit))?)\b/giu,
  },
  {
    kind: 'feature',
    number: 'mass',
    pattern: /\b((?:4K|8K|1080p|Full HD|full HD|ultra HD|Ultra HD) resolution)\b/g,
  },
  { kind: 'water', number: 'mass', pattern: /\b(IPX?\d{1,2}(?: water resistance)?)\b/g },
  {
    kind: 'care',
    number: 'mass',
    pattern: /\b(machine[- ]washable|dishwasher[- ]safe|oven[- ]safe|microwave[- ]safe)\b/gi,
  },
]

/** A pack needs its noun: "6-piece" alone is no noun phrase. */
function complete(kind: FactKind, text: string): boolean {
  return kind !== 'pack' || / /.test(text)
}

/** Measures and set sizes wherever they stand; "12-litre" has no measure's form and is left out. */
export function measureFacts(page: Page): readonly Found[] {
  return rules.flatMap(({ kind, number, pattern }) =>
    [...page.text.matchAll(pattern)].flatMap((match): readonly Found[] => {
      const text = match[1] ?? ''
      const hyphenated = number === 'mass' && kind !== 'care' && /\d-/.test(text)
      if (hyphenated || !complete(kind, text)) return []
      const lower = kind === 'pack' || kind === 'care' ? text.toLowerCase() : text
      return [
        { kind, text: lower, number, field: page.field, start: match.index, end: match.index + text.length },
      ]
    }),
  )
}
