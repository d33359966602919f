/** Seeded garbage in the layout of each set of files, for tests: good lines, damaged ones, lines of noise, ids that repeat and ids of nothing. */
import type { Random } from '../../../shared/util/random'
import { seededRandom } from '../../../shared/util/random'
import type { SetFormat } from '../types'

/** Files by name. */
export type Contents = Readonly<Record<string, string>>

const bits = [
  '',
  '"',
  '""',
  "'",
  ',',
  ';',
  '|',
  '::',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  '<b',
  '&amp;',
  'é',
  '🙂',
  '\ud800',
  '\u0001',
  '1,250',
  '$3',
  'NA',
  '-1',
  '0',
  '1e999',
  '99999999999999999999',
  '02/30/2019',
  '31/31/2019',
  'None',
  'null',
  'NaN',
  'constructor',
  '__proto__',
  '  ',
  '\r',
  'x'.repeat(250),
  '\\u00',
  "u'",
  '(',
]

/** A line with some of its characters overwritten. */
function damaged(random: Random, line: string): string {
  let text = line
  for (let times = random.below(3); times >= 0; times--) {
    const at = random.below(text.length + 1)
    text = text.slice(0, at) + random.pick(bits) + text.slice(at + random.below(6))
  }
  return text
}

/** How a file's lines are made. */
interface FileRecipe {
  readonly header?: string
  /** Share of all rows, 0 to 1. */
  readonly share: number
  /** `scale` is how many products and shoppers there are. */
  readonly line: (random: Random, at: number, scale: number) => string
  /** True where a quotation mark that is not closed swallows what follows: then none stands alone. */
  readonly quoted?: boolean
}

/** Products and shoppers among so many rows. */
const scaleOf = (rows: number) => Math.max(3, Math.round(rows * 0.05))

function fileText(random: Random, rows: number, recipe: FileRecipe): string {
  const scale = scaleOf(rows)
  const lines: string[] = recipe.header === undefined ? [] : [recipe.header]
  const count = Math.max(3, Math.round(rows * recipe.share))
  for (let at = 0; at < count; at++) {
    const chance = random.next()
    const good = recipe.line(random, at, scale)
    let line = good
    if (chance < 0.2) line = damaged(random, good)
    else if (chance < 0.25) line = Array.from({ length: random.below(12) }, () => random.pick(bits)).join('')
    else if (chance < 0.28) line = lines.at(-1) ?? good
    lines.push(recipe.quoted ? line.replaceAll('"', '') : line)
  }
  return `${lines.join('\n')}\n`
}

/** Ids of which one in ten is of nothing. */
const some = (random: Random, most: number) => String(1 + random.below(Math.ceil(most * 1.1)))
const seconds = (random: Random) => 880_000_000 + random.below(100_000_000)
const flags = (random: Random) => Array.from({ length: 19 }, () => random.below(2)).join('|')
const day = (random: Random) => `${1 + random.below(12)}/${1 + random.below(28)}/${2017 + random.below(3)}`

/** Sets whose files have a row a line; nested JSON has garbage of its own. */
export type LinedFormat = Exclude<SetFormat, 'dummyjson'>

/** The files of each set and how their lines are made. */
const RECIPES: Readonly<Record<LinedFormat, Readonly<Record<string, FileRecipe>>>> = {
  'movielens-100k': {
    'u.item': {
      share: 0.05,
      line: (random, at) =>
        `${at + 1}|The Paper Lighthouse ${at} (1994)|01-Jan-1994||http://example.com|${flags(random)}`,
    },
    'u.user': {
      share: 0.05,
      line: (random, at) => `${at + 1}|${10 + random.below(60)}|${random.pick(['M', 'F'])}|writer|12345`,
    },
    'u.data': {
      share: 0.9,
      line: (random, _at, scale) =>
        `${some(random, scale)}\t${some(random, scale)}\t${1 + random.below(5)}\t${seconds(random)}`,
    },
  },
  'movielens-1m': {
    'movies.dat': {
      share: 0.05,
      line: (_random, at) => `${at + 1}::The Paper Lighthouse ${at} (1994)::Comedy|Drama`,
    },
    'users.dat': {
      share: 0.05,
      line: (random, at) =>
        `${at + 1}::${random.pick(['M', 'F'])}::${random.pick(['1', '18', '56'])}::${random.below(21)}::12345`,
    },
    'ratings.dat': {
      share: 0.9,
      line: (random, _at, scale) =>
        `${some(random, scale)}::${some(random, scale)}::${1 + random.below(5)}::${seconds(random)}`,
    },
  },
  'movielens-csv': {
    'movies.csv': {
      share: 0.05,
      quoted: true,
      header: 'movieId,title,genres',
      line: (_random, at) => `${at + 1},The Paper Lighthouse ${at} (1994),Comedy|Drama`,
    },
    'ratings.csv': {
      share: 0.95,
      header: 'userId,movieId,rating,timestamp',
      line: (random, _at, scale) =>
        `${some(random, scale)},${some(random, scale)},${random.below(5)}.5,${seconds(random)}`,
    },
  },
  'amazon-reviews': {
    'meta.json': {
      share: 0.1,
      line: (random, at) =>
        random.below(2) === 0
          ? `{'asin': '${at + 1}', 'title': "Oak's Table ${at}", 'price': ${random.below(90)}.5, 'categories': [['Home', 'Tables']]}`
          : JSON.stringify({
              asin: String(at + 1),
              title: `Oak Table ${at}`,
              price: `$${random.below(90)}`,
              feature: ['Solid oak'],
              category: ['Home'],
              brand: 'Oxley',
            }),
    },
    'reviews.json': {
      share: 0.9,
      line: (random, _at, scale) =>
        JSON.stringify({
          reviewerID: `A${some(random, scale)}`,
          asin: some(random, scale),
          overall: 1 + random.below(5),
          unixReviewTime: seconds(random),
          reviewText: 'Fine.',
        }),
    },
  },
  retailrocket: {
    'category_tree.csv': {
      share: 0.02,
      header: 'categoryid,parentid',
      line: (random, at) => `${at + 1},${random.below(3) === 0 ? '' : some(random, 50)}`,
    },
    'item_properties_part1.csv': {
      share: 0.4,
      header: 'timestamp,itemid,property,value',
      line: (random, _at, scale) =>
        `${seconds(random)}000,${some(random, scale)},${random.pick(['categoryid', 'available', '790'])},${random.below(60)}`,
    },
    'events.csv': {
      share: 0.58,
      header: 'timestamp,visitorid,event,itemid,transactionid',
      line: (random, _at, scale) =>
        `${seconds(random)}000,${some(random, scale)},${random.pick(['view', 'addtocart', 'transaction'])},${some(random, scale)},`,
    },
  },
  tables: {
    'products.csv': {
      share: 0.05,
      quoted: true,
      header: 'ProductKey,ProductName,Price',
      line: (random, at) => `${at + 1},Oak Table ${at},${random.below(900)}.50`,
    },
    'customers.csv': {
      share: 0.05,
      quoted: true,
      header: 'CustomerKey,FirstName,BirthDate,Gender,AnnualIncome',
      line: (random, at) =>
        `${at + 1},ANN,${1 + random.below(12)}/${1 + random.below(28)}/19${50 + random.below(50)},${random.pick(['F', 'M', 'NA'])},$${random.below(90)}000`,
    },
    'orders.csv': {
      share: 0.9,
      quoted: true,
      header: 'OrderDate,OrderNumber,CustomerKey,ProductKey,Quantity',
      line: (random, at, scale) =>
        `${day(random)},SO${at},${some(random, scale)},${some(random, scale)},${random.below(4)}`,
    },
  },
}

/** Every one of them. */
export const LINED_FORMATS = Object.keys(RECIPES) as readonly LinedFormat[]

/** A set of about `rows` rows. The same seed gives the same files. */
export function garbage(format: LinedFormat, rows: number, seed: number): Contents {
  const random = seededRandom(seed)
  const files = Object.entries(RECIPES[format])
  return Object.fromEntries(files.map(([name, recipe]) => [name, fileText(random, rows, recipe)]))
}

/** A set with loose quotation marks and zero bytes as well: it may not be readable at all. */
export function ruins(format: LinedFormat, seed: number): Contents {
  const random = seededRandom(seed)
  return Object.fromEntries(
    Object.entries(garbage(format, 60, seed)).map(([name, text]) => {
      const at = random.below(text.length)
      return [
        name,
        text.slice(0, at) +
          random.pick(['"', '\u0000', '\n"a","b\n', '{', '\ud800', '\n\n\n']) +
          text.slice(at),
      ]
    }),
  )
}
