/** What `shelftalk bench` measures. Narratives are those of the shop's own personas, one after the other, as a person would ask for them. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { LanguageModel } from '../../models/language/model'
import { quantile } from '../../models/metrics/summary'
import { ShelftalkError } from '../../shared/contract/errors'
import { compareRequestSchema, writeRequestSchema } from '../../shared/contract/schemas'
import type { Services } from '../../shared/contract/services'
import type { Narrative } from '../../shared/domain/narrative'
import { findResources } from '../engine/resources'
import { compare, narrate } from '../transports/operations'
import type { CliContext } from './command'

const OCCASIONS = [
  '',
  'summer travel gadgets',
  'a gift for my father',
  'a small flat',
  'back to the office',
  'a rainy weekend',
  'the festive season',
]
const BATCH = 4
const COLD_STARTS = 3
const PREFILL_TOKENS = 256
const DECODE_TOKENS = 96

/** What was measured. Times in milliseconds. */
export interface BenchReport {
  readonly machine: string
  readonly narratives: number
  readonly narrative: { readonly p50Ms: number; readonly p95Ms: number; readonly firstTokenP50Ms: number }
  /** One row, no adapter, after a prompt of 256 tokens. */
  readonly decodeTokensPerSecond: number
  readonly prefill256Ms: number
  /** Of the whole process with engine and store, before the model was measured by itself. */
  readonly peakRssMb: number
  /** From starting the command to its narrative being printed, in a process of its own; the middle of three. */
  readonly coldStartMs: number
  /** Variants of one brief written together, against one after the other. */
  readonly batch: {
    readonly variants: number
    readonly togetherMs: number
    readonly oneByOneMs: number
    readonly narrativesPerSecond: number
  }
}

/** What is measured, and where. */
export interface BenchSettings {
  readonly home: string
  readonly count: number
  readonly threads: number | undefined
}

/** Measures everything. Throws what a narrative throws. */
export async function measure(
  context: CliContext,
  { home, count, threads }: BenchSettings,
): Promise<BenchReport> {
  const engine = await context.open({ home, warm: true, ...(threads === undefined ? {} : { threads }) })
  const say = (text: string) => context.progress?.(`\r\u001b[2K${text}`)
  try {
    const { services } = engine
    const personas = (await services.personas()).map(({ id }) => id)
    const [first] = personas
    if (first === undefined)
      throw new ShelftalkError(
        'NOT_FOUND',
        'There are no personas to write for.',
        'Use another --home, or none.',
      )
    await writeMany(services, { personas, count: 2, signal: context.signal }, () => undefined)
    const written = await writeMany(services, { personas, count, signal: context.signal }, (done) =>
      say(`${done} of ${count} narratives`),
    )
    say('a batch')
    const batch = await measureBatch(services, first, context.signal)
    const peakRssMb = round(process.resourceUsage().maxRSS / 1024)
    say('cold starts')
    const coldStartMs = await measureColdStart(home, first)
    say('the model by itself')
    const model = await measureModel(threads)
    return {
      machine: `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} logical, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`,
      narratives: count,
      narrative: {
        p50Ms: round(
          quantile(
            written.map(({ ms }) => ms),
            0.5,
          ),
        ),
        p95Ms: round(
          quantile(
            written.map(({ ms }) => ms),
            0.95,
          ),
        ),
        firstTokenP50Ms: round(
          quantile(
            written.map(({ narrative }) => narrative.timing.firstTokenMs),
            0.5,
          ),
        ),
      },
      ...model,
      peakRssMb,
      coldStartMs,
      batch,
    }
  } finally {
    say('')
    await engine.close()
  }
}

interface Many {
  readonly personas: readonly string[]
  readonly count: number
  readonly signal: AbortSignal
}

interface Timed {
  readonly ms: number
  readonly narrative: Narrative
}

async function writeMany(
  services: Services,
  { personas, count, signal }: Many,
  onDone: (done: number) => void,
): Promise<readonly Timed[]> {
  const timed: Timed[] = []
  for (let i = 0; i < count; i++) {
    const request = writeRequestSchema.parse({
      audience: { kind: 'persona', id: personas[i % personas.length] },
      occasion: OCCASIONS[i % OCCASIONS.length],
      variant: { decoding: { seed: i + 1 } },
    })
    const started = performance.now()
    const narrative = await narrate(services, request, signal)
    timed.push({ ms: performance.now() - started, narrative })
    onDone(i + 1)
  }
  return timed
}

async function measureBatch(
  services: Services,
  persona: string,
  signal: AbortSignal,
): Promise<BenchReport['batch']> {
  const brief = { audience: { kind: 'persona' as const, id: persona }, occasion: 'a rainy weekend' }
  const variants = Array.from({ length: BATCH }, (_, at) => ({ decoding: { seed: at + 1 } }))
  const request = compareRequestSchema.parse({ ...brief, variants })
  // The first batch loads the graph for several rows.
  await compare(services, request, signal)
  const together = performance.now()
  await compare(services, request, signal)
  const togetherMs = performance.now() - together
  const oneByOne = performance.now()
  for (const variant of variants)
    await narrate(services, writeRequestSchema.parse({ ...brief, variant }), signal)
  const oneByOneMs = performance.now() - oneByOne
  return {
    variants: BATCH,
    togetherMs: round(togetherMs),
    oneByOneMs: round(oneByOneMs),
    narrativesPerSecond: round((1000 * BATCH) / togetherMs),
  }
}

/** Runs this very bundle anew. */
async function measureColdStart(home: string, persona: string): Promise<number> {
  const bundle = join(import.meta.dirname, 'cli.mjs')
  const script = existsSync(bundle) ? bundle : process.argv[1]
  const times: number[] = []
  for (let i = 0; i < COLD_STARTS; i++) {
    const started = performance.now()
    const status = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [...process.execArgv, script ?? '', 'narrate', '--persona', persona, '--json', '--home', home],
        { stdio: 'ignore' },
      )
      child.once('error', reject)
      child.once('exit', resolve)
    })
    if (status !== 0)
      throw new ShelftalkError(
        'INTERNAL',
        `A cold start ended with status ${status ?? 'none'}.`,
        'Run "shelftalk narrate" by itself to see why.',
      )
    times.push(performance.now() - started)
  }
  return round(quantile(times, 0.5))
}

async function measureModel(
  threads: number | undefined,
): Promise<Pick<BenchReport, 'decodeTokensPerSecond' | 'prefill256Ms'>> {
  const model = await LanguageModel.load(
    findResources(import.meta.dirname).model,
    threads === undefined ? {} : { threads },
  )
  try {
    const decoder = await model.open([{}])
    const prompt = Array.from(
      { length: PREFILL_TOKENS },
      (_, i) => (i * 7919) % model.config.shape.vocabulary,
    )
    const start = decoder.mark(0)
    const prefills: number[] = []
    for (let i = 0; i < 6; i++) {
      decoder.rewind(start)
      const began = performance.now()
      await decoder.feed([{ row: 0, tokens: prompt }])
      if (i > 0) prefills.push(performance.now() - began)
    }
    const began = performance.now()
    for (let i = 0; i < DECODE_TOKENS; i++) await decoder.feed([{ row: 0, tokens: [prompt[i] ?? 0] }])
    const seconds = (performance.now() - began) / 1000
    return {
      prefill256Ms: round(quantile(prefills, 0.5)),
      decodeTokensPerSecond: round(DECODE_TOKENS / seconds),
    }
  } finally {
    await model.dispose()
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** The report for people. */
export function reportText({ machine, narratives, narrative, batch, ...rest }: BenchReport): string {
  return [
    machine,
    `Narratives (${narratives}): half within ${narrative.p50Ms} ms, 95 % within ${narrative.p95Ms} ms, first word after ${narrative.firstTokenP50Ms} ms`,
    `Decoding: ${rest.decodeTokensPerSecond} tokens a second; reading a prompt of 256 tokens: ${rest.prefill256Ms} ms`,
    `Peak memory: ${rest.peakRssMb} MB; from start to narrative in a new process: ${rest.coldStartMs} ms`,
    `${batch.variants} variants together: ${batch.togetherMs} ms, one by one: ${batch.oneByOneMs} ms`,
  ].join('\n')
}
