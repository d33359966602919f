/**
 * Makes the invented shop and writes its Parquet files: `npx tsx datasets/world/build.ts [--out DIR] [--seed N] [--no-imbalance]`.
 * Prints what is in it as one JSON object.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ColumnSource } from 'hyparquet-writer'
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { WorldCounts } from './counts'
import { countWorld } from './counts'
import { worldFolder } from './read'
import type { WorldTable } from './read'
import { interactionColumns, kindColumns, productColumns, shopperColumns } from './tables'
import type { World } from './world'
import { WORLD, makeWorld } from './world'

const ROW_GROUP = 200_000

function encode(columnData: ColumnSource[]): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({ columnData, rowGroupSize: ROW_GROUP, createdBy: 'shelftalk, an invented shop' }),
  )
}

/** The bytes of every file of a shop. */
export function encodeWorld(world: World): Readonly<Record<WorldTable, Uint8Array>> {
  return {
    kinds: encode(kindColumns(world.kinds)),
    products: encode(productColumns(world.products)),
    shoppers: encode(shopperColumns(world.shoppers)),
    interactions: encode(interactionColumns(world.interactions)),
  }
}

const COUNTS = /(<!-- counts -->\n)[\s\S]*(<!-- \/counts -->)/

/** The data card with the counts of a shop in it. */
export function writeCounts(card: string, counts: WorldCounts): string {
  return card.replace(COUNTS, `$1\n\`\`\`json\n${JSON.stringify(counts, null, 2)}\n\`\`\`\n\n$2`)
}

function main(): void {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      seed: { type: 'string' },
      'no-imbalance': { type: 'boolean', default: false },
    },
  })
  const seed = values.seed === undefined ? WORLD.seed : Number(values.seed)
  if (!Number.isInteger(seed))
    throw new RangeError(`The seed "${values.seed}" is not a whole number; pass --seed N`)
  const world = makeWorld({ ...WORLD, seed, imbalance: !values['no-imbalance'] })
  const folder = values.out ?? worldFolder()
  const counts = countWorld(world)
  mkdirSync(folder, { recursive: true })
  if (folder === worldFolder()) {
    const card = join(folder, '../README.md')
    writeFileSync(card, writeCounts(readFileSync(card, 'utf8'), counts))
  }
  const files = Object.entries(encodeWorld(world)).map(
    ([table, bytes]): [string, { readonly bytes: number; readonly sha256: string }] => {
      writeFileSync(join(folder, `${table}.parquet`), bytes)
      return [
        table,
        { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex').slice(0, 16) },
      ]
    },
  )
  process.stdout.write(`${JSON.stringify({ seed, ...counts, files: Object.fromEntries(files) }, null, 1)}\n`)
}

if (process.argv[1]?.endsWith('build.ts')) main()
