/** Seeded garbage in every format of one file, for tests: good rows, damaged ones, rows of noise, ids that repeat, prices nobody can read. */
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { Random } from '../../shared/util/random'
import { seededRandom } from '../../shared/util/random'
import type { FileFormat } from './types'

/** Bits that break no frame by themselves: no quotation mark, no line end, no angle or curly bracket. */
const bits = [
  '',
  "'",
  ',',
  ';',
  '|',
  ': ',
  '- ',
  '\\',
  '&amp;',
  '&#',
  '&b;',
  'é',
  '🙂',
  '\ud800',
  '\u0001',
  '1,250',
  '$3',
  'NA',
  '-1',
  '1e999',
  '99999999999999999999',
  'SR 50/4 pack',
  'None',
  'NaN',
  'constructor',
  '__proto__',
  '  ',
  '#',
  '*a',
  '!!js',
  '%',
  '@',
  '`',
  '?',
  'x'.repeat(250),
  '.a color: red;'.repeat(20),
  '=>',
]

/** A text with some of its characters overwritten. */
function damaged(random: Random, text: string): string {
  let broken = text
  for (let times = random.below(3); times >= 0; times--) {
    const at = random.below(broken.length + 1)
    broken = broken.slice(0, at) + random.pick(bits) + broken.slice(at + random.below(6))
  }
  return broken
}

/** A row of a shop's table. */
type Row = Readonly<Record<'id' | 'title' | 'description' | 'price' | 'colour', string>>

const titles = ['Oak Table', 'Waxed Canvas Daypack', 'Café Chair', 'Brass Lamp', 'Linen Shirt']
const prices = ['12.50', '$1,250.00', '265,0', '549.00 PKR', '£3', '$90,000 ', 'call us', '', 'SR 2,375']

/** A fifth of the rows are damaged in some cell. */
function rowOf(random: Random, at: number): Row {
  const row: Row = {
    id: String(random.below(20) === 0 ? random.below(at + 1) : at),
    title: random.below(40) === 0 ? '' : `${random.pick(titles)} ${at}`,
    description: random.pick([
      '',
      'A fine thing with a <b>solid</b> frame.',
      'Features padded straps. Weighs 1.2 kg.',
    ]),
    price: random.pick(prices),
    colour: random.pick(['dark brown', '', 'Red', '#fff', '{"a"=>"b"}']),
  }
  if (random.below(5) > 0) return row
  const field = random.pick(['id', 'title', 'description', 'price', 'colour'] as const)
  return { ...row, [field]: damaged(random, row[field]) }
}

const rowsOf = (random: Random, rows: number) => Array.from({ length: rows }, (_, at) => rowOf(random, at))

/** A cell in quotation marks, as RFC 4180 has it. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Loses the last quotation mark of a line, or doubles it, where the next line shows that it is lost: one that begins with a comma cannot. */
function unbalanced(random: Random, line: string, next: string | undefined): string {
  if (!/^"\w/.test(next ?? '') || !line.endsWith('"')) return line
  return random.below(2) === 0 ? line.slice(0, -1) : `${line}"`
}

function delimited(random: Random, rows: number, delimiter: string): string {
  const lines = rowsOf(random, rows).map((row, at) => {
    const cells = [row.id, row.title, row.description, row.price, row.colour].map(quoted)
    const noise = random.below(25)
    if (noise === 0) return delimiter.repeat(random.below(6) + 4)
    if (noise === 1) return [...cells, quoted(`one too many ${at}`)].join(delimiter)
    return noise === 2 ? cells.slice(0, 2).join(delimiter) : cells.join(delimiter)
  })
  const broken = lines.map((line, at) =>
    random.below(25) === 0 ? unbalanced(random, line, lines[at + 1]) : line,
  )
  return `${[['id', 'title', 'description', 'price', 'colour'].join(delimiter), ...broken].join('\r\n')}\r\n`
}

/** Variants below their products, some of them lost, some with prices of their own that nobody can read. */
function shopify(random: Random, rows: number): string {
  const lines: string[] = []
  for (let at = 0; at < rows; at++) {
    const { id, title, description, price } = rowOf(random, at)
    const variant = random.below(3) > 0 && at > 0
    const handle = variant ? `h${at - 1 - random.below(2)}` : `h${id}`
    const cells = [
      handle,
      variant ? '' : title,
      variant ? '' : description,
      'Size',
      random.pick(['S', 'M', '']),
      price,
    ]
    lines.push(cells.map(quoted).join(','))
  }
  return ['Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant Price', ...lines].join('\n')
}

const xmlText = (text: string) => text.replaceAll('<', '&lt;')

function feed(random: Random, rows: number): string {
  const items = rowsOf(random, rows).map((row) => {
    const tags = [
      `<g:id>${xmlText(row.id)}</g:id>`,
      `<title>${xmlText(row.title)}</title>`,
      `<description><![CDATA[${row.description}]]></description>`,
      `<g:price>${xmlText(row.price)}</g:price>`,
      `<g:color>${xmlText(row.colour)}</g:color>`,
    ]
    if (random.below(30) === 0) tags[random.below(tags.length)] = '<g:shipping><g:price>1 USD'
    return `<item>${tags.join('')}${random.below(30) === 0 ? '' : '</item>'}`
  })
  return `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel>${items.join('\n')}</channel></rss>`
}

/** A value that stands where another was looked for. */
const strange = (random: Random): unknown =>
  random.pick<unknown>([null, true, -1, 1e300, [], ['a', 'b'], [{ a: 1 }], { b: { c: {} } }, '\ud800'])

function nested(random: Random, rows: number): readonly string[] {
  return rowsOf(random, rows).map((row) => {
    const noise = random.below(25)
    if (noise === 0) return JSON.stringify(strange(random))
    const field = random.pick(['id', 'title', 'description', 'price', 'colour'])
    return JSON.stringify(noise < 4 ? { ...row, [field]: strange(random) } : row)
  })
}

/** Loses a bracket or quotation mark of a line, or doubles it. */
function unmatched(random: Random, line: string): string {
  const marks = [...line.matchAll(/[{}[\]"]/g)].map(({ index }) => index)
  const at = random.pick(marks)
  return (
    line.slice(0, at) + (random.below(2) === 0 ? '' : line.slice(at, at + 1).repeat(2)) + line.slice(at + 1)
  )
}

/** A list with an object a line; some have a bracket or quotation mark too many or too few. */
function list(random: Random, rows: number): string {
  const lines = nested(random, rows)
  const whole = (line: string | undefined) => line?.startsWith('{"id"') === true
  // Two in a row could not be told apart where the second has lost its beginning.
  let last = 0
  const broken = lines.map((line, at) => {
    if (at - last < 2 || random.below(25) > 0 || !whole(line) || !whole(lines[at + 1])) return line
    last = at
    return unmatched(random, line)
  })
  return `[${broken.join(',\n')}]`
}

/** `names` are the fields' names where they differ, `more` is a line that every item ends with. */
function yaml(random: Random, rows: number, names: Readonly<Record<string, string>>, more = ''): string {
  const items = rowsOf(random, rows).map((row) => {
    const lines = Object.entries(row).map(([field, value]) => {
      const plain = random.below(10) === 0 ? value : JSON.stringify(value)
      return `  ${names[field] ?? field}: ${plain.replace(/[\r\n]/g, ' ')}`
    })
    return `-${[...lines, ...(more === '' ? [] : [`  ${more}`])].join('\n').slice(1)}`
  })
  return `${items.join('\n')}\n`
}

function parquet(random: Random, rows: number): Uint8Array {
  const made = rowsOf(random, rows)
  const cell = (row: Row, name: keyof Row): string | null =>
    random.below(30) === 0 ? null : row[name].replace(/\ud800/g, '')
  const columnData = (['id', 'title', 'description', 'price', 'colour'] as const).map((name) => ({
    name,
    data: made.map((row): string | null => cell(row, name)),
    type: 'STRING' as const,
    nullable: true,
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 5000 }))
}

const RECIPES: Readonly<
  Record<Exclude<FileFormat, 'retail-demo-users'>, (random: Random, rows: number) => string | Uint8Array>
> = {
  csv: (random, rows) => delimited(random, rows, ';'),
  tsv: (random, rows) => delimited(random, rows, '\t'),
  shopify,
  'merchant-feed': feed,
  json: list,
  jsonl: (random, rows) =>
    nested(random, rows)
      .map((line, at) => (at % 50 === 7 && line.length > 2 ? line.slice(0, -2) : line))
      .join('\n'),
  yaml: (random, rows) => yaml(random, rows, {}),
  'retail-demo-store': (random, rows) =>
    yaml(random, rows, { title: 'name', colour: 'style' }, 'current_stock: 3'),
  parquet,
}

/** Formats there is garbage of. */
export type GarbageFormat = keyof typeof RECIPES

/** Every one of them. */
export const GARBAGE_FORMATS = Object.keys(RECIPES) as readonly GarbageFormat[]

/** A file of `rows` rows. The same seed gives the same file. */
export function garbageFile(format: GarbageFormat, rows: number, seed: number): string | Uint8Array {
  return RECIPES[format](seededRandom(seed), rows)
}
