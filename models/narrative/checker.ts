/**
 * The checker: reads a finished text as a stranger would, beside the catalogue rows it speaks of, and lists every figure, name, claim
 * and comparison that the rows do not support. It knows nothing of slots, beats or the guard, and shares no code with them; so it also
 * judges texts from other models and from people.
 */
import type { Money, Product } from '../../shared/domain/catalogue'
import type { Unsupported } from '../../shared/domain/narrative'

/** What may support a statement. */
export interface Evidence {
  readonly products: readonly Product[]
  /** The shopper's own words: occasion, interests, recipient, name, titles owned. */
  readonly shopper: readonly string[]
}

interface Term {
  readonly claim: RegExp
  /** Any of these in the rows supports it. */
  readonly support: RegExp
  readonly label: string
}

const term = (label: string, claim: RegExp, support: RegExp = claim): Term => ({ label, claim, support })

/** Statements of fact that a shopper could hold us to. */
const terms: readonly Term[] = [
  term(
    'water resistance',
    /\b(water|rain|weather|shower|splash)[- ]?(proof|resistant|repellent|tight)\b/i,
    /\b(water|rain|weather|shower|splash)[- ]?(proof|resist\w*|repellent|tight)|IPX?\d/i,
  ),
  term(
    'wireless',
    /\b(wireless|cordless|bluetooth)\w*/i,
    /\b(wireless|cordless|bluetooth|battery|wi-?fi)\b/i,
  ),
  term('noise cancelling', /\bnoise[- ]cancel\w*/i),
  term('rechargeable', /\brechargeable\b/i, /\b(rechargeable|usb|battery)\b/i),
  term('animal-free', /\b(vegan|vegetarian|cruelty[- ]free)\b/i),
  term('organic or natural', /\b(organic|all[- ]natural|natural(?!ly))\b/i, /\b(organic|natural)\b/i),
  term('free from', /\b(gluten|sugar|dairy|nut|lactose|fragrance|paraben|bpa)[- ]free\b/i),
  term(
    'ecology',
    /\b(recycled|recyclable|sustainabl[ey]|eco[- ]friendly|biodegradable|compostable|carbon[- ]neutral)\b/i,
  ),
  term(
    'handwork',
    /\bhand[- ]?(made|crafted|stitched|woven|knit(ted)?|painted|blown|thrown|carved|finished)\b|\bartisan(al)?\b/i,
    /\b(hand[- ]?\w+|artisan\w*|craft\w*)\b/i,
  ),
  term('age of the thing', /\b(antique|heirloom|one of a kind|limited[- ]edition)\b/i),
  term('genuineness', /\b(genuine|authentic|bespoke)\b/i),
  term(
    'health',
    /\b(hypoallergenic|dermatologist\w*|clinically|antibacterial|non[- ]toxic|medically?|therapeutic|healthy|healthier|cures?|heals?)\b/i,
  ),
  term(
    'offer',
    /\b(discount(ed)?|on sale|half price|bargain|clearance|free (shipping|delivery|returns|gift))\b/i,
  ),
  term(
    'popularity',
    /\b(best[- ]?sell(er|ing)|award[- ]winning|top[- ]rated|most popular|everyone's favourite)\b/i,
  ),
  term(
    'scarcity',
    /\b(only a few left|selling fast|last chance|while stocks last|nearly gone|few (remain|are left))\b/i,
    /\0/,
  ),
  term('guarantee', /\b(guaranteed?|lifetime|warranty)\b/i, /\b(guarantee\w*|lifetime|warranty|cover)\b/i),
  term('washing', /\b(machine[- ]wash\w*|dishwasher[- ]safe|oven[- ]safe|microwave[- ]safe|wash at)\b/i),
  term(
    'foldability',
    /\b(foldable|collapsible|adjustable|reversible|stackable|detachable)\b/i,
    /\b(fold\w*|collaps\w*|adjust\w*|reversible|stack\w*|detach\w*)\b/i,
  ),
  term('lightness', /\b(lightweight|featherlight)\b/i, /\b(light(weight)?|featherlight|\d+(\.\d+)? ?k?g)\b/i),
  term('unbreakable', /\b(unbreakable|indestructible|shatterproof|scratch[- ]resistant)\b/i),
]

const materials = [
  'leather',
  'suede',
  'cotton',
  'linen',
  'silk',
  'wool',
  'cashmere',
  'denim',
  'velvet',
  'canvas',
  'nylon',
  'polyester',
  'fleece',
  'satin',
  'gold',
  'silver',
  'platinum',
  'steel',
  'titanium',
  'aluminium',
  'aluminum',
  'brass',
  'copper',
  'bamboo',
  'oak',
  'teak',
  'walnut',
  'mahogany',
  'marble',
  'granite',
  'ceramic',
  'porcelain',
  'glass',
  'crystal',
  'diamond',
  'pearl',
  'rubber',
  'plastic',
  'wicker',
  'rattan',
  'jute',
  'wood',
  'wooden',
]

/** Sayings in which a material word states nothing about the product. */
const idioms =
  /\b(silver lining|heart of gold|worth its weight in gold|gold standard|glass of|good as gold)\b/gi

/** Words that open sentences or are names of days, and so on, without being names of products. */
const plainCapitals = new Set([
  'I',
  'You',
  'Your',
  'The',
  'It',
  'A',
  'An',
  'And',
  'But',
  'So',
  'For',
  'If',
  'This',
  'These',
  'They',
])

const rowText = (product: Product) =>
  [
    product.title,
    product.noun,
    product.brand ?? '',
    product.category,
    product.description,
    ...product.facts.map((fact) => fact.text),
    ...Object.values(product.source),
  ].join('\n')

/** Everything the text says that the evidence does not support, in order. An empty list is a clean text. */
export function checkText(text: string, evidence: Evidence): readonly Unsupported[] {
  const rows = evidence.products.map(rowText)
  const support = [...rows, ...evidence.shopper].join('\n')
  const found = [
    ...figures(text, support, evidence),
    ...names(text, [support, ...currencies(evidence)].join('\n')),
    ...claims(text, support, evidence),
    ...comparisons(text, evidence),
  ]
  return found.sort((a, b) => a.start - b.start)
}

/** Figures of a text without grouping: "4,990" and "4990" are one. */
const digitsOf = (figure: string) =>
  figure.replace(/(?<=\d)[,\u00a0\u202f ](?=\d{2,3}\b)/g, '').replace(/\.0+$/, '')

/** The same where a comma stands before the decimals and a full stop between the thousands: "1.234,50". */
const continentalDigitsOf = (figure: string) =>
  digitsOf(figure.replace(/[.\u00a0\u202f](?=\d{3}(\D|$))/g, '').replace(',', '.'))

function figures(text: string, support: string, { products }: Evidence): Unsupported[] {
  const known = new Set(
    [...support.matchAll(/\d[\d,.\u00a0\u202f]*\d|\d/g)].map(([figure]) => digitsOf(figure)),
  )
  const amounts = new Set(
    products.flatMap(({ price, wasPrice }) =>
      [price, wasPrice].flatMap((money) => (money ? moneyForms(money) : [])),
    ),
  )
  for (const { rating } of products)
    if (rating) known.add(rating.mean.toFixed(1)).add(String(rating.mean)).add('5').add(String(rating.count))
  const spelled = [...text.matchAll(NUMBER_WORD)].flatMap((match) => {
    const word = match[0].toLowerCase()
    return known.has(String(numberWords[word])) || stands(support, word)
      ? []
      : [report(match, 'number', `No shown row, nor the shopper, says ${word}`)]
  })
  const inDigits = [...text.matchAll(/\d[\d,.\u00a0\u202f]*\d|\d/g)].flatMap((match) =>
    known.has(digitsOf(match[0])) ||
    amounts.has(digitsOf(match[0])) ||
    amounts.has(continentalDigitsOf(match[0]))
      ? []
      : [report(match, 'number', `No shown product, nor the shopper, has the figure ${match[0]}`)],
  )
  return [...spelled, ...inDigits]
}

/** Numbers in words that say how much; smaller ones stand in too many sayings. */
const numberWords: Readonly<Record<string, number>> = {
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
}
const NUMBER_WORD = new RegExp(`\\b(${Object.keys(numberWords).join('|')})\\b`, 'gi')

/** An amount as it may be written: "34.5" and "34.50". A yen has no minor unit, a dinar has a thousand. */
function moneyForms({ minor, currency }: Money): readonly string[] {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const amount = minor / 10 ** digits
  return [String(amount), amount.toFixed(digits)].map(digitsOf)
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Whether a text has a word that begins like this one: oak is in "oaken" and not in "cloak". */
const begins = (text: string, word: string) => new RegExp(`(?<![\\p{L}\\d])${escaped(word)}`, 'iu').test(text)
/** Whether a text has this very word, or several of it. */
const stands = (text: string, word: string) =>
  new RegExp(`(?<![\\p{L}\\d])${escaped(word)}s?(?![\\p{L}\\d])`, 'iu').test(text)

/** Some prices are written with the code of their currency: "CHF 34.50". */
const currencies = ({ products }: Evidence) =>
  products.flatMap(({ price, wasPrice }) => [price?.currency ?? [], wasPrice?.currency ?? []].flat())

function names(text: string, support: string): Unsupported[] {
  return [...text.matchAll(/(?<=[a-z0-9,;:'’)–-] )[A-Z][\p{L}'’-]+(?: [A-Z][\p{L}'’-]+)*/gu)].flatMap(
    (match) => {
      const strangers = match[0]
        .split(' ')
        .filter((word) => !plainCapitals.has(word) && !stands(support, word.replace(/['’]s$/, '')))
      return strangers.length > 0
        ? [report(match, 'name', `"${strangers.join(' ')}" is in no shown row`)]
        : []
    },
  )
}

function claims(text: string, support: string, { products }: Evidence): Unsupported[] {
  const clean = text.replace(idioms, (saying) => ' '.repeat(saying.length))
  const fromTerms = terms.flatMap(({ claim, support: backing, label }) =>
    [...clean.matchAll(new RegExp(claim, 'gi'))].flatMap((match) =>
      backed(label, backing, support, products) || negated(clean, match.index)
        ? []
        : [report(match, 'claim', `No shown row supports this statement of ${label}`)],
    ),
  )
  const fromMaterials = [...clean.matchAll(new RegExp(`\\b(${materials.join('|')})\\b`, 'gi'))].flatMap(
    (match) =>
      begins(support, match[0])
        ? []
        : [report(match, 'claim', `No shown row mentions ${match[0].toLowerCase()}`)],
  )
  return [...fromTerms, ...fromMaterials]
}

function backed(label: string, backing: RegExp, support: string, products: readonly Product[]): boolean {
  if (label === 'scarcity')
    return products.some(({ stock }) => stock !== undefined && stock > 0 && stock <= 5)
  if (label === 'offer')
    return products.some(
      ({ wasPrice, price }) =>
        wasPrice !== undefined && wasPrice.currency === price?.currency && wasPrice.minor > price.minor,
    )
  return backing.test(support)
}

const negated = (text: string, at: number) =>
  /\b(not|no|never|isn't|aren't|without)\s+(\w+\s+)?$/i.test(text.slice(0, at))

/** "cheaper" and "dearer" need two different prices, of two shown products or of one before and now; which way is not told from words. */
function comparisons(text: string, { products }: Evidence): Unsupported[] {
  const [a, b] = products
  return [...text.matchAll(/\b(cheaper|dearer|less expensive|more expensive|costs (less|more))\b/gi)].flatMap(
    (match) => {
      const comparable =
        a?.price && b?.price && a.price.currency === b.price.currency && a.price.minor !== b.price.minor
      const reduced = products.some(({ price, wasPrice }) => price && wasPrice)
      return comparable || reduced
        ? []
        : [report(match, 'comparison', 'There are no two different prices to compare')]
    },
  )
}

function report(match: RegExpMatchArray, kind: Unsupported['kind'], reason: string): Unsupported {
  const start = match.index ?? 0
  return { start, end: start + match[0].length, text: match[0], kind, reason }
}
