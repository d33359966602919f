/**
 * Measures how long EASE takes to learn, and the memory at its peak, over generated interactions; prints one JSON object a line:
 * `npx tsx build/bench/ease.bench.ts [--items 2000,3000,5000] [--users 20000] [--each 30]`. Each size runs in a process of its own.
 */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { fit } from '../../models/recommend/algorithm'
import type { InteractionMatrix } from '../../models/recommend/matrix'
import { seededRandom } from '../../shared/util/random'

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '2000,3000,5000' },
    users: { type: 'string', default: '20000' },
    /** Products a user. */
    each: { type: 'string', default: '30' },
  },
})
const sizes = values.items.split(',').map(Number)
if (sizes.length > 1) {
  for (const size of sizes) {
    const own = ['--items', `${size}`, '--users', values.users, '--each', values.each]
    const [script = ''] = process.argv.slice(1)
    process.stdout.write(execFileSync(process.execPath, [...process.execArgv, script, ...own]))
  }
} else measure(sizes[0] ?? 0, Number(values.users), Number(values.each))

function measure(items: number, users: number, each: number): void {
  const products = {
    ids: [],
    titles: [],
    nouns: [],
    categories: [],
    stock: new Int32Array(items).fill(-1),
    dimensions: 0,
    vectors: new Float32Array(),
  }
  const matrix = generated(items, users, each)
  const startedMs = performance.now()
  const cpuStarted = process.cpuUsage().user
  const fitted = fit('ease', { matrix, products, nowMs: 0 })
  const report = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} logical`,
    ...{ items, users, interactions: matrix.item.length },
    fitMs: Math.round(performance.now() - startedMs),
    cpuMs: Math.round((process.cpuUsage().user - cpuStarted) / 1000),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    ...(fitted.standIn ? { standIn: fitted.standIn.reason } : {}),
  }
  process.stdout.write(`${JSON.stringify(report)}\n`)
}

/** Users who take about `each` different products, popular ones more often: the density of rank r falls with its square root. */
function generated(items: number, users: number, each: number): InteractionMatrix {
  const random = seededRandom(1)
  const start = new Int32Array(users + 1)
  const rows: number[] = []
  for (let user = 0; user < users; user++) {
    const own = new Set(Array.from({ length: each }, () => Math.floor(items * random.next() ** 2)))
    rows.push(...own)
    start[user + 1] = rows.length
  }
  const item = Int32Array.from(rows)
  return {
    ...{ users, items, start, item },
    weight: new Float32Array(item.length).fill(1),
    atMs: new Float64Array(item.length),
  }
}
