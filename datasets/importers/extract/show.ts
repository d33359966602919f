/** Prints random extracted facts of a catalogue to be read by a person: `npx tsx datasets/importers/extract/show.ts FILE [seed] [count]`. */
import type { Fact } from '../../../shared/domain/facts'
import { seededRandom } from '../../../shared/util/random'
import { openImport } from '../open'

function spoken(fact: Fact): string {
  const article = fact.number === 'one' ? (/^[aeiou]/i.test(fact.text) ? 'an ' : 'a ') : ''
  if (fact.kind === 'material') return `made of ${fact.text}`
  if (fact.kind === 'use' || fact.kind === 'season' || fact.kind === 'room') return `for ${fact.text}`
  if (['colour', 'style', 'craft', 'fit', 'care'].includes(fact.kind)) return `it is ${fact.text}`
  return `comes with ${article}${fact.text}`
}

function print(...parts: readonly unknown[]): void {
  process.stdout.write(
    `${parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}\n`,
  )
}

const [path = '', seed = '1', count = '150'] = process.argv.slice(2)
const rows: {
  readonly title: string
  readonly noun: string
  readonly fact: Fact
  readonly context: string
}[] = []
const perProduct: number[] = []
const kinds = new Map<string, number>()
for await (const item of (await openImport(path)).items) {
  if (item.type !== 'product') continue
  perProduct.push(item.product.facts.length)
  for (const fact of item.product.facts) {
    const { field, start = 0, end = 0 } = fact.source
    const text = item.product.source[field] ?? ''
    if (text.slice(start, end).toLowerCase() !== fact.text.toLowerCase())
      print('RANGE!', fact, text.slice(start, end))
    kinds.set(fact.kind, (kinds.get(fact.kind) ?? 0) + 1)
    rows.push({
      title: item.product.title,
      noun: item.product.noun,
      fact,
      context: text.slice(Math.max(0, start - 50), end + 25),
    })
  }
}
const histogram = perProduct.reduce<number[]>((sum, n) => ((sum[n] = (sum[n] ?? 0) + 1), sum), [])
print(
  `products ${perProduct.length}, facts ${rows.length}, per product ${JSON.stringify(histogram)}`,
  Object.fromEntries(kinds),
)
for (const row of seededRandom(Number(seed)).shuffle(rows).slice(0, Number(count))) {
  print(`${row.title} [${row.noun}] ${row.fact.kind}: ${spoken(row.fact)}   …${row.context}…`)
}
