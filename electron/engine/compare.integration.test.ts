import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../models/language/config'
import { xoshiro128 } from '../../models/language/random'
import type { StoredTensor } from '../../models/language/safetensorsWriter'
import { encodeTensors } from '../../models/language/safetensorsWriter'
import type { CompareEvent } from '../../shared/contract/events'
import { compareRequestSchema, writeRequestSchema } from '../../shared/contract/schemas'
import { finished } from '../../shared/contract/services'
import type { Narrative } from '../../shared/domain/narrative'
import type { Engine } from './engine'
import { openEngine } from './engine'
import { findResources } from './resources'

const resources = findResources(import.meta.dirname)
const live = () => new AbortController().signal
const ADAPTERS = { nudge: 8, shove: 4 }

let folder: string
let engine: Engine
let persona: string

/** An adapter of random factors: worse than none, and different. */
async function writeAdapter(home: string, name: string, rank: number): Promise<void> {
  const { shape } = await readConfig(resources.model)
  const next = xoshiro128(rank)
  const tensor = (rows: number, columns: number): StoredTensor => ({
    type: 'F32',
    shape: [rows, columns],
    data: Float32Array.from({ length: rows * columns }, () => next() - 0.5),
  })
  const tensors: Record<string, StoredTensor> = {}
  for (let layer = 0; layer < shape.layers; layer++) {
    const part = `base_model.model.model.layers.${layer}.self_attn.q_proj`
    tensors[`${part}.lora_A.weight`] = tensor(rank, shape.hidden)
    tensors[`${part}.lora_B.weight`] = tensor(shape.heads * shape.headDim, rank)
  }
  await mkdir(join(home, 'adapters', name), { recursive: true })
  const config = { peft_type: 'LORA', r: rank, lora_alpha: rank, target_modules: ['q_proj'] }
  await writeFile(join(home, 'adapters', name, 'adapter_config.json'), JSON.stringify(config))
  await writeFile(join(home, 'adapters', name, 'adapter_model.safetensors'), encodeTensors(tensors))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelftalk-compare-'))
  const home = join(folder, 'home')
  for (const [name, rank] of Object.entries(ADAPTERS)) await writeAdapter(home, name, rank)
  engine = await openEngine({ home, resources })
  persona = (await engine.services.personas())[0]?.id ?? ''
})

afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

const brief = () => ({
  audience: { kind: 'persona' as const, id: persona },
  occasion: 'a rainy week in the hills',
})

/** What must not depend on what else was written. */
const said = ({ text, beats, spans }: Narrative) => ({ text, beats, spans })

async function alone(variant: object): Promise<Narrative> {
  return finished(engine.services.write(writeRequestSchema.parse({ ...brief(), variant }), live()))
}

async function together(variants: readonly object[]): Promise<readonly CompareEvent[]> {
  const request = compareRequestSchema.parse({ ...brief(), variants })
  const events: CompareEvent[] = []
  for await (const event of engine.services.compare(request, live())) events.push(event)
  return events
}

const VARIANTS = [
  {},
  { adapters: [{ name: 'nudge' }] },
  { adapters: [{ name: 'shove', scale: 0.5 }], voice: 'crisp' },
  { adapters: [{ name: 'nudge' }, { name: 'shove' }], decoding: { seed: 3 } },
  { voice: 'luxury', decoding: { seed: 4, temperature: 1 } },
]

describe('a comparison', () => {
  it('writes every variant as it is written alone, each with its own adapters', async () => {
    const events = await together(VARIANTS)
    const narratives = VARIANTS.map((_, column) => {
      const last = events.filter((event) => event.column === column).at(-1)?.event
      return last?.type === 'done' ? said(last.narrative) : undefined
    })
    for (const [column, variant] of VARIANTS.entries()) {
      expect(narratives[column]).toEqual(said(await alone(variant)))
    }
    expect(new Set(narratives.map((narrative) => narrative?.text)).size).toBe(VARIANTS.length)
  })

  it('writes all columns at the same time', async () => {
    const partials = (await together(VARIANTS)).filter(({ event }) => event.type === 'partial')
    const columns = partials.slice(0, partials.length / 3).map(({ column }) => column)
    expect(new Set(columns).size).toBe(VARIANTS.length)
  })

  it('can be left half way, or stopped, and the next one is as ever', async () => {
    const before = said(await alone({}))
    const request = compareRequestSchema.parse({ ...brief(), variants: VARIANTS })
    for await (const { event } of engine.services.compare(request, live())) if (event.type === 'beat') break
    const stop = new AbortController()
    const stopped = async () => {
      for await (const { event } of engine.services.compare(request, stop.signal))
        if (event.type === 'partial') stop.abort(new Error('enough'))
    }
    await expect(stopped()).rejects.toThrow('enough')
    expect(said(await alone({}))).toEqual(before)
  })

  it('fails as a whole when one column does', async () => {
    const variants = [{}, { templateId: 'there-is-none' }, {}]
    await expect(together(variants)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
