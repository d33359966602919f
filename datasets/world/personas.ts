/** Twelve hand-written personas of the invented shop. Their histories point at real products by kind, so they survive a new seed. */
import type { Product } from '../../shared/domain/catalogue'
import type { HistoryItem, Persona } from '../../shared/domain/persona'

/** The n-th product of a kind that was on sale on a day: `kind n day`. */
type Bought = `${string} ${number} ${string}`

type Draft = Omit<Persona, 'history' | 'interests' | 'segments'> & {
  /** Comma-separated, the dearest first. */
  readonly interests: string
  /** Age band, gender, region, income band, tenure. */
  readonly segments: readonly [string, string, string, string, string]
  /** Newest first. */
  readonly history: readonly Bought[]
}

const india = { locale: 'en-IN', currency: 'INR' } as const
const britain = { locale: 'en-GB', currency: 'GBP' } as const
const ireland = { locale: 'en-IE', currency: 'EUR' } as const
const america = { locale: 'en-US', currency: 'USD' } as const

const drafts: readonly Draft[] = [
  {
    ...india,
    id: 'asha-menon',
    name: 'Asha Menon',
    summary:
      'Runs the hill road before the office opens and leaves Kochi most weekends, rain or not. Packs light and wears things out.',
    interests: 'trail running, monsoon walks, filter coffee',
    segments: ['25-34', 'woman', 'South India', 'middle', 'returning'],
    voice: 'warm',
    budgetMinor: 350_000,
    history: [
      'shoes-running 2 2026-08-22',
      'rain-jacket 2 2026-06-05',
      'backpack 1 2026-01-17',
      'coffee-maker 2 2025-12-09',
    ],
  },
  {
    ...india,
    id: 'rohan-gupta',
    name: 'Rohan Gupta',
    summary:
      'Reads the specification before the review and the review before the price. Keeps a soldering iron next to the record player.',
    interests: 'home audio, fixing things, filter coffee',
    segments: ['35-44', 'man', 'North India', 'high', 'returning'],
    voice: 'crisp',
    budgetMinor: 900_000,
    history: [
      'headphones 1 2026-09-30',
      'usb-hub 0 2026-07-14',
      'speaker 2 2026-03-02',
      'coffee-beans 1 2026-02-11',
    ],
  },
  {
    ...britain,
    id: 'imogen-whitlock',
    name: 'Imogen Whitlock',
    summary:
      'Restores a terraced house in York one room at a time. Buys rarely, looks long, and has people to supper on Fridays.',
    interests: 'old houses, hosting dinners, pottery',
    segments: ['45-54', 'woman', 'Britain', 'high', 'returning'],
    voice: 'luxury',
    budgetMinor: 9_000,
    history: [
      'dinner-set 0 2026-09-12',
      'candles 0 2026-05-28',
      'armchair 0 2026-04-19',
      'vase 0 2025-12-14',
    ],
  },
  {
    ...ireland,
    id: 'declan-byrne',
    name: 'Declan Byrne',
    summary:
      'Retired from the buses, watches waders on the estuary and cooks one big pot a week. Compares three shops before he spends.',
    interests: 'birdwatching, slow cooking, growing herbs',
    segments: ['55+', 'man', 'Ireland', 'low', 'returning'],
    voice: 'value',
    budgetMinor: 3_500,
    history: [
      'umbrella 1 2026-10-03',
      'field-guide 0 2026-05-30',
      'binoculars 2 2026-04-25',
      'saucepan 1 2026-02-20',
    ],
  },
  {
    ...america,
    id: 'keisha-monroe',
    name: 'Keisha Monroe',
    summary:
      'A student in Atlanta furnishing one room, one find at a time. The room is small and the jeans are older than she is.',
    interests: 'vintage denim, small-flat living, houseplants',
    segments: ['18-24', 'woman', 'United States', 'low', 'returning'],
    voice: 'playful',
    budgetMinor: 3_000,
    history: ['houseplant 1 2026-09-08', 'jeans 1 2026-08-16', 'mug 1 2026-05-11', 'tote 1 2026-02-07'],
  },
  {
    ...india,
    id: 'gurpreet-gill',
    name: 'Gurpreet Gill',
    summary:
      'Signed up last week and has looked at nothing yet. Plays badminton on Tuesdays; that is all the shop knows.',
    interests: 'badminton',
    segments: ['25-34', 'man', 'North India', 'middle', 'new'],
    voice: 'value',
    budgetMinor: 180_000,
    history: [],
  },
  {
    ...india,
    id: 'meera-kulkarni',
    name: 'Meera Kulkarni',
    summary:
      'Feeds three generations in Pune, pickles what the season brings, and has the lamps up a week before anyone else.',
    interests: 'regional Indian cooking, fermenting and pickling, festival decorating',
    segments: ['55+', 'woman', 'West India', 'middle', 'returning'],
    voice: 'warm',
    budgetMinor: 200_000,
    history: [
      'storage-jars 3 2026-10-10',
      'spice-blend 1 2026-08-29',
      'frying-pan 3 2026-03-21',
      'kurta 0 2025-11-02',
    ],
  },
  {
    ...britain,
    id: 'tariq-hussain',
    name: 'Tariq Hussain',
    summary:
      'Buys for his father, who drinks tea in the garden and repairs radios. Tariq has an hour before the shops close, and no ideas.',
    interests: 'loose-leaf tea, fixing things',
    segments: ['35-44', 'man', 'Britain', 'middle', 'returning'],
    voice: 'warm',
    budgetMinor: 4_000,
    recipient: 'your father',
    history: ['tea 1 2026-06-18', 'sweater 2 2025-12-16'],
  },
  {
    ...america,
    id: 'elliott-novak',
    name: 'Elliott Novak',
    summary:
      'Photographs neighbourhoods on film and flies with one bag. Wants the figure, not the adjective.',
    interests: 'film photography, travelling light',
    segments: ['25-34', 'non-binary', 'United States', 'middle', 'returning'],
    voice: 'crisp',
    budgetMinor: 12_000,
    history: [
      'sling 1 2026-10-12',
      'memory-card 0 2026-07-30',
      'camera 0 2026-07-28',
      'packing-cubes 1 2026-01-09',
    ],
  },
  {
    ...india,
    id: 'lakshmi-subramanian',
    name: 'Lakshmi Subramanian',
    summary:
      'Keeps two trunks of handloom and knows the weaver of most of it. Prefers one good thing to three.',
    interests: 'handloom saris, silver jewellery, natural perfume',
    segments: ['35-44', 'woman', 'South India', 'high', 'returning'],
    voice: 'luxury',
    budgetMinor: 800_000,
    history: ['earrings 0 2026-09-25', 'stole 0 2026-04-12', 'perfume 0 2026-01-30'],
  },
  {
    ...ireland,
    id: 'oisin-gallagher',
    name: 'Oisin Gallagher',
    summary:
      'Camps where the road stops in Mayo, with two small children and a kayak on the roof. Something is always wet.',
    interests: 'wild camping, sea kayaking, family picnics',
    segments: ['35-44', 'man', 'Ireland', 'middle', 'returning'],
    voice: 'playful',
    budgetMinor: 8_500,
    history: [
      'lantern 1 2026-08-08',
      'tent 2 2026-05-16',
      'picnic-blanket 0 2026-05-02',
      'camp-stove 1 2025-11-21',
    ],
  },
  {
    ...india,
    id: 'tenzin-lepcha',
    name: 'Tenzin Lepcha',
    summary:
      'Works from trains between Siliguri and Kolkata and fills a notebook a month. Pays once, so the sums have to work.',
    interests: 'working from trains, fountain pens, book clubs',
    segments: ['45-54', 'undisclosed', 'East India', 'low', 'returning'],
    voice: 'value',
    budgetMinor: 150_000,
    history: [
      'notebook 1 2026-09-03',
      'power-bank 1 2026-06-15',
      'fountain-pen 0 2026-03-27',
      'laptop-sleeve 0 2025-12-02',
    ],
  },
]

/** How many personas ship with the shop. */
export const PERSONA_COUNT = drafts.length

function recall(entry: Bought, products: readonly Product[]): HistoryItem {
  const [kind = '', order = '', boughtOn = ''] = entry.split(' ')
  const known = products.filter(
    ({ id, listedOn = '' }) => id.replace(/-\d+$/, '') === kind && listedOn < boughtOn,
  )
  const product = known[Number(order)]
  if (!product)
    throw new RangeError(
      `A persona bought "${entry}", but only ${known.length} products of that kind were on sale`,
    )
  return { productId: product.id, title: product.title, noun: product.noun, boughtOn }
}

/** The personas, their histories looked up among the shop's products. Throws RangeError when a product of a history is not sold. */
export function personasOf(products: readonly Product[]): readonly Persona[] {
  return drafts.map(
    ({ interests, segments: [ageBand, gender, region, incomeBand, tenure], history, ...rest }) => ({
      ...rest,
      interests: interests.split(', '),
      segments: { ageBand, gender, region, incomeBand, tenure },
      history: history.map((entry) => recall(entry, products)),
    }),
  )
}
