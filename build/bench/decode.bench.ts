/**
 * Measures the decoder alone and prints one JSON object: `npx tsx build/bench/decode.bench.ts [--model FOLDER] [--threads N] [--spin]`.
 * Without a folder it runs random weights in the sizes of the shipped model, which cost the same.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { readConfig } from '../../models/language/config'
import type { Decoder } from '../../models/language/decoder'
import { Network } from '../../models/language/network'
import { xoshiro128 } from '../../models/language/random'
import { readWeights } from '../../models/language/weights'
import { randomWeights } from '../../models/onnx/randomWeights'
import { countParameters } from '../../models/onnx/shape'
import type { DecoderShape } from '../../models/onnx/shape'
import type { DecoderWeights } from '../../models/onnx/weights'
import { defaultThreads } from '../../models/runtime/session'

const SHIPPED: DecoderShape = {
  hidden: 576,
  layers: 15,
  heads: 9,
  keyValueHeads: 3,
  headDim: 64,
  intermediate: 1536,
  vocabulary: 8192,
  context: 1024,
  ropeTheta: 100_000,
  normEpsilon: 1e-5,
}
/** Tokens before the measured steps: a prompt and part of a narrative. */
const PAST = 300

interface Subject {
  readonly name: string
  readonly shape: DecoderShape
  readonly weights: () => Promise<DecoderWeights>
}

const { values: options } = parseArgs({
  options: {
    model: { type: 'string' },
    threads: { type: 'string' },
    spin: { type: 'boolean', default: false },
  },
})
const threads = options.threads ? Number(options.threads) : defaultThreads()
const subject = await openSubject(options.model)
const network = new Network(subject.shape, subject.weights, { threads, spinning: options.spin })
const started = performance.now()
await network.load(false)
const createMs = performance.now() - started

const report = {
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} logical`,
  model: subject.name,
  parameters: countParameters(subject.shape),
  threads,
  spinning: options.spin,
  createMs: round(createMs),
  prefill256Ms: await measurePrefill(256),
  runMs: await measureRuns([1, 2, 4, 8, 16]),
  decode: await measureRows([1, 2, 4, 8], false),
  decodeWithAdapterInputs: await measureRows([1, 4], true),
  peakRssMb: round(process.resourceUsage().maxRSS / 1024),
}
console.log(JSON.stringify(report, null, 2))
await network.dispose()

async function openSubject(folder: string | undefined): Promise<Subject> {
  if (folder) {
    const { shape, name } = await readConfig(folder)
    return { name: name ?? folder, shape, weights: () => readWeights(folder, shape) }
  }
  const weights = randomWeights(SHIPPED, xoshiro128(1))
  return { name: 'random weights', shape: SHIPPED, weights: () => Promise.resolve(weights) }
}

function ids(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i * 7919) % subject.shape.vocabulary)
}

async function opened(rows: number, adapters: boolean): Promise<Decoder> {
  const decoder = await network.open(
    Array.from({ length: rows }, () => []),
    adapters,
  )
  await decoder.feed([{ row: 0, tokens: ids(PAST) }])
  for (let row = 1; row < rows; row++) decoder.fork(0, row)
  return decoder
}

/** Milliseconds to read a prompt, the middle one of several. */
async function measurePrefill(length: number): Promise<number> {
  const decoder = await network.open([[]])
  const start = decoder.mark(0)
  return median(7, async () => {
    decoder.rewind(start)
    await decoder.feed([{ row: 0, tokens: ids(length) }])
  })
}

/** Milliseconds to read some tokens after a prompt with the logits after each, as guesses are read; by number of tokens. */
async function measureRuns(lengths: readonly number[]): Promise<Record<string, number>> {
  const decoder = await opened(1, false)
  const start = decoder.mark(0)
  const results: Record<string, number> = {}
  for (const length of lengths) {
    results[`tokens${length}`] = await median(15, async () => {
      decoder.rewind(start)
      await decoder.feed([{ row: 0, tokens: ids(length), wanted: length }])
    })
  }
  return results
}

/** Milliseconds a step and tokens a second over all rows, by number of rows. */
async function measureRows(counts: readonly number[], adapters: boolean): Promise<Record<string, object>> {
  const results: Record<string, object> = {}
  for (const rows of counts) {
    const decoder = await opened(rows, adapters)
    const step = Array.from({ length: rows }, (_, row) => ({ row, tokens: [5] }))
    const stepMs = await median(60, () => decoder.feed(step))
    results[`rows${rows}`] = { stepMs, tokensPerSecond: Math.round((1000 * rows) / stepMs) }
  }
  return results
}

/** Middle duration of `count` runs, after two to warm up. */
async function median(count: number, run: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let i = -2; i < count; i++) {
    const start = performance.now()
    await run()
    if (i >= 0) times.push(performance.now() - start)
  }
  return round(times.sort((a, b) => a - b)[Math.floor(count / 2)]!)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
