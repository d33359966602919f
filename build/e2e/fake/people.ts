/** Canned personas and shoppers for looking at the pages without an engine. */
import type { Shopper } from '../../../shared/domain/catalogue'
import type { Persona } from '../../../shared/domain/persona'
import type { Voice } from '../../../shared/domain/voices'

type Row = readonly [
  name: string,
  summary: string,
  voice: Voice,
  interests: string,
  history: string,
  budget: number,
]

const rows: readonly Row[] = [
  [
    'Asha Menon',
    'Cycles to work through the monsoon and leaves the city most weekends.',
    'warm',
    'trail running, bird watching',
    'Harrow Cycling Gloves|gloves, Ketmay Steel Flask|flask, Fenmoor Dry Bag|dry bag',
    3500,
  ],
  [
    'Rohan Iyer',
    'Reads the specification before the review, and the review before the price.',
    'crisp',
    'home audio, mechanical keyboards',
    'Lumo Desk Speaker|speaker, Pinewren Cable Roll|cable roll',
    9000,
  ],
  [
    'Meera Kulkarni',
    'Hosts Sunday breakfasts and buys for the table first.',
    'warm',
    'home baking, ceramics',
    'Orrin Serving Bowl|bowl, Tavistock Table Runner|table runner',
    2500,
  ],
  [
    'Dev Malhotra',
    'Buys rarely and well; likes things that age.',
    'luxury',
    'film photography, leather work',
    'Marlo Card Wallet|wallet',
    12000,
  ],
  [
    'Sana Qureshi',
    'A student who furnishes a rented room one find at a time.',
    'playful',
    'house plants, thrift shopping',
    'Veda Masala Chai|tea, Orrin Bud Vase|vase',
    900,
  ],
  [
    'Joseph Dsouza',
    'Compares three shops before spending, and keeps receipts.',
    'value',
    'camping, fixing things',
    'Solbrae Head Torch|head torch, Ketmay Camp Stove|camp stove',
    2000,
  ],
  [
    'Lakshmi Rao',
    'Looks after two grandchildren and a terrace garden.',
    'warm',
    'terrace gardening, crosswords',
    'Pinewren Seed Labels|seed labels',
    1500,
  ],
  [
    'Kabir Sethi',
    'On the road three weeks in four with one bag.',
    'crisp',
    'long train journeys, running',
    'Fenmoor Packing Cubes|packing cubes, Lumo Travel Adapter|adapter',
    7000,
  ],
  [
    'Noor Fathima',
    'Dresses simply, mends what she owns.',
    'luxury',
    'weaving, poetry',
    'Tavistock Merino Scarf|scarf',
    6000,
  ],
  [
    'Tenzin Dolma',
    'Guides treks in the season and sleeps in her own bed the rest.',
    'playful',
    'trekking, film nights',
    'Harrow Fleece|fleece, Ketmay Mess Kit|mess kit',
    4000,
  ],
  ['Arjun Pillai', 'New to the shop; came for one gift.', 'value', 'cricket', '', 1800],
  [
    'Zoya Banerjee',
    'Paints on weekends and gives most of it away.',
    'playful',
    'watercolour, street food',
    'Pinewren Sketchbook|sketchbook',
    2200,
  ],
]

const regions = ['South', 'West', 'North', 'East'] as const
const bands = ['18-24', '25-34', '35-49', '50+'] as const

/** Twelve personas. */
export const personas: readonly Persona[] = rows.map(
  ([name, summary, voice, interests, history, budget], index) => ({
    id: `persona-${index + 1}`,
    name,
    summary,
    voice,
    interests: interests.split(', '),
    history: history
      .split(', ')
      .filter(Boolean)
      .map((item, at) => {
        const [title = '', noun] = item.split('|')
        return { title, ...(noun ? { noun } : {}), boughtOn: `2025-0${9 - at}-1${index % 10}` }
      }),
    segments: {
      ageBand: bands[index % 4] ?? '25-34',
      region: regions[index % 4] ?? 'South',
      incomeBand: ['low', 'middle', 'high'][index % 3] ?? 'middle',
      tenure: history === '' ? 'new' : 'returning',
    },
    locale: 'en-IN',
    currency: 'INR',
    budgetMinor: budget * 100,
  }),
)

const given = ['Ila', 'Vikram', 'Farah', 'Thomas', 'Nisha', 'Omkar', 'Grace', 'Imran', 'Pallavi', 'Hari']
const family = ['Nair', 'Joshi', 'Khan', 'Fernandes', 'Gill', 'Das', 'Patil', 'Bose']

/** Eighty shoppers. */
export const shoppers: readonly Shopper[] = given.flatMap((first, i) =>
  family.map((last, j) => ({
    id: `S-${String(i * family.length + j + 1).padStart(4, '0')}`,
    name: `${first} ${last}`,
    locale: 'en-IN',
    currency: 'INR',
    segments: {
      ageBand: bands[(i + j) % 4] ?? '25-34',
      region: regions[j % 4] ?? 'South',
      tenure: (i + j) % 5 === 0 ? 'new' : 'returning',
    },
    interests: [(rows[(i + j) % rows.length]?.[3] ?? '').split(', ')[0] ?? ''],
  })),
)
