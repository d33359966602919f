/**
 * The three Englishes a narrative can be written in. The phrasebook is authored in British spelling; the other two differ in the words
 * below, everywhere outside slots, so that one authored sentence serves all three.
 */
export const ENGLISHES = ['gb', 'us', 'in'] as const

/** British, American or Indian English. */
export type English = (typeof ENGLISHES)[number]

const american: Readonly<Record<string, string>> = {
  colour: 'color',
  colours: 'colors',
  coloured: 'colored',
  colourful: 'colorful',
  flavour: 'flavor',
  flavours: 'flavors',
  favour: 'favor',
  favourite: 'favorite',
  favourites: 'favorites',
  neighbour: 'neighbor',
  neighbours: 'neighbors',
  honour: 'honor',
  grey: 'gray',
  jewellery: 'jewelry',
  centre: 'center',
  metre: 'meter',
  litre: 'liter',
  theatre: 'theater',
  travelling: 'traveling',
  traveller: 'traveler',
  travelled: 'traveled',
  organise: 'organize',
  organised: 'organized',
  realise: 'realize',
  realised: 'realized',
  recognise: 'recognize',
  apologise: 'apologize',
  practise: 'practice',
  cosy: 'cozy',
  autumn: 'fall',
  cupboard: 'closet',
  cupboards: 'closets',
  torch: 'flashlight',
  jumper: 'sweater',
  jumpers: 'sweaters',
  trousers: 'pants',
  rucksack: 'backpack',
  biscuit: 'cookie',
  biscuits: 'cookies',
  queue: 'line',
  fortnight: 'two weeks',
  holiday: 'vacation',
  holidays: 'vacations',
  postman: 'mail carrier',
  pavement: 'sidewalk',
  lorry: 'truck',
  shop: 'store',
  shops: 'stores',
  mum: 'mom',
  parcel: 'package',
  parcels: 'packages',
  maths: 'math',
  whilst: 'while',
  towards: 'toward',
  afterwards: 'afterward',
}

const indian: Readonly<Record<string, string>> = {
  jumper: 'sweater',
  jumpers: 'sweaters',
  postman: 'courier',
  fortnight: 'two weeks',
  pavement: 'footpath',
  crisps: 'chips',
  lorry: 'truck',
  mum: 'mother',
}

const words: Readonly<Record<English, Readonly<Record<string, string>>>> = {
  gb: {},
  us: american,
  in: indian,
}

const SLOT_OR_WORD = /<[^<>\s]+>|[A-Za-z]+/g

/** An authored sentence in the given English; slot tokens stay, capitals are kept. */
export function inEnglish(sentence: string, english: English): string {
  return sentence.replace(SLOT_OR_WORD, (word) => {
    const other = words[english][word.toLowerCase()]
    if (other === undefined || word.startsWith('<')) return word
    return /^[A-Z]/.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other
  })
}

/** The English of a locale tag: `en-US` gives American, `en-IN` and other Indian locales Indian, everything else British. */
export function englishOf(locale: string): English {
  const region = locale.split('-').at(-1)?.toUpperCase()
  return region === 'US' ? 'us' : region === 'IN' ? 'in' : 'gb'
}
