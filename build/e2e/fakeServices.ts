/** The contract's services with canned data and slow streams, for looking at the window and testing it without an engine. */
import { ShelftalkError } from '../../shared/contract/errors'
import type { CompareEvent, EngineStatus, ImportEvent, WriteEvent } from '../../shared/contract/events'
import type { Audience, CompareRequest, SearchRequest, WriteRequest } from '../../shared/contract/schemas'
import { writeRequestSchema } from '../../shared/contract/schemas'
import type { ModelInfo, Page, Services } from '../../shared/contract/services'
import type { AdapterInfo } from '../../shared/domain/adapter'
import type { CatalogueSummary } from '../../shared/domain/catalogue'
import type { Persona } from '../../shared/domain/persona'
import { readTemplate } from '../../models/narrative/template'
import { fakeAdapters, voiceAdapters } from './fake/adapters'
import { evaluateFake } from './fake/evaluation'
import { evaluateRetrievalFake } from './fake/retrieval'
import { personas as shippedPersonas, shoppers } from './fake/people'
import { products } from './fake/products'
import { runFakes } from './fake/runs'
import { fairnessFakes } from './fake/fairness'
import { recommendFakes } from './fake/recommend'
import { ruleFakes } from './fake/rules'
import { marketVersion, searchFake, versionFakes } from './fake/versions'
import { previewFakes } from './fake/previews'
import { fakeTemplates } from './fake/templates'
import { pickProducts, planFake, shownPrompt, writeFake } from './fake/writing'

/** What the fake can be told. */
export interface FakeOptions {
  /** Pause between words of a stream, milliseconds. */
  readonly wordMs: number
  readonly adapters: readonly AdapterInfo[]
  /** A second catalogue, "market", of several versions. */
  readonly market: boolean
}

const shelf: CatalogueSummary = {
  name: 'shelf',
  version: 1,
  products: 2448,
  shoppers: 3000,
  interactions: 61240,
  invented: true,
  currency: 'INR',
  createdAtMs: Date.UTC(2025, 10, 3),
  origin: 'Ships with Shelftalk; every brand, product and person in it is made up.',
}

const model: ModelInfo = {
  name: 'shelftalk-base',
  parameters: 60_800_000,
  layers: 16,
  contextTokens: 1024,
  vocabulary: 16_384,
  digest: '3f9a1c07be42',
}

function page<Item>(
  items: readonly Item[],
  request: SearchRequest,
  text: (item: Item) => string,
): Page<Item> {
  const wanted = request.text.trim().toLowerCase()
  const found = items.filter((item) => text(item).toLowerCase().includes(wanted))
  return { items: found.slice(request.offset, request.offset + request.limit), total: found.length }
}

const missing = (what: string, id: string) =>
  new ShelftalkError('NOT_FOUND', `There is no ${what} "${id}".`, `Pick one from the list of ${what}s.`)

/** Services over canned data. State lives in the object: saved personas and templates stay until the process ends. */
export function fakeServices(options: Partial<FakeOptions> = {}): Services {
  const { wordMs, adapters, market } = { wordMs: 18, adapters: voiceAdapters, market: false, ...options }
  const personas = new Map<string, Persona>(shippedPersonas.map((persona) => [persona.id, persona]))
  const catalogues: CatalogueSummary[] = market ? [shelf, marketVersion(3)] : [shelf]

  const personaOf = (audience: Audience): Persona => {
    if (audience.kind === 'profile') return audience.profile
    if (audience.kind === 'persona') {
      const persona = personas.get(audience.id)
      if (!persona) throw missing('persona', audience.id)
      return persona
    }
    const shopper = shoppers.find((one) => one.id === audience.id)
    if (!shopper) throw missing('shopper', audience.id)
    return {
      ...shopper,
      summary: 'Made from her history in this catalogue.',
      voice: 'warm',
      history: [{ title: 'Orrin Bud Vase', noun: 'vase', boughtOn: '2025-08-02' }],
      shopperId: shopper.id,
    }
  }
  const write = (request: WriteRequest, signal: AbortSignal) =>
    writeFake(request, personaOf(request.audience), wordMs, signal)

  return {
    status: fakeStatus,
    model: async () => model,
    catalogues: async () => catalogues,
    product: async (_, id) => {
      const product = products.find((one) => one.id === id)
      if (!product) throw missing('product', id)
      return product
    },
    searchProducts: async (request) => searchFake(request),
    searchShoppers: async (request) =>
      page(shoppers, request, (shopper) => `${shopper.name} ${shopper.id} ${shopper.interests.join(' ')}`),
    personas: async () => [...personas.values()],
    audience: async (_, audience) => personaOf(audience),
    savePersona: async (persona) => (personas.set(persona.id, persona), persona),
    deletePersona: async (id) => void personas.delete(id),
    ...fakeTemplates(),
    checkTemplate: readTemplate,
    ...fakeAdapters(adapters),
    preview: async (request) => {
      const persona = personaOf(request.audience)
      const picks = pickProducts(request, persona)
      const shown = picks.flatMap((pick) => products.filter((product) => product.id === pick.id))
      const subject = { persona, occasion: request.occasion, products: shown }
      const beats = planFake(request, subject)
      return { picks, products: shown, beats, prompt: shownPrompt(subject, beats) }
    },
    write,
    compare: (request, signal) => compareFake(request, write, signal),
    importFile: (request, signal) => importFake(request.path, catalogues, signal),
    ...runFakes(
      {
        ...recommendFakes(),
        evaluateRetrieval: evaluateRetrievalFake,
        evaluateNarratives: evaluateFake,
      },
      shelf,
    ),
    ...ruleFakes(personaOf),
    ...fairnessFakes(),
    ...versionFakes(catalogues, (path, signal) => importFake(path, catalogues, signal)),
    ...previewFakes(),
  }
}

async function* fakeStatus(signal: AbortSignal): AsyncGenerator<EngineStatus> {
  yield { state: 'warming', what: 'loading the model' }
  await new Promise((resolve) => setTimeout(resolve, 400))
  yield { state: 'ready' }
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

async function* compareFake(
  { variants, ...brief }: CompareRequest,
  write: Services['write'],
  signal: AbortSignal,
): AsyncGenerator<CompareEvent> {
  const streams = variants.map((variant) =>
    write(writeRequestSchema.parse({ ...brief, variant }), signal)[Symbol.asyncIterator](),
  )
  const next = async (column: number, stream: AsyncIterator<WriteEvent>) => ({
    column,
    stream,
    result: await stream.next(),
  })
  const waiting = new Map(streams.map((stream, column) => [column, next(column, stream)]))
  while (waiting.size > 0) {
    const { column, stream, result } = await Promise.race(waiting.values())
    if (result.done) waiting.delete(column)
    else {
      yield { column, event: result.value }
      waiting.set(column, next(column, stream))
    }
  }
}

async function* importFake(
  path: string,
  catalogues: CatalogueSummary[],
  signal: AbortSignal,
): AsyncGenerator<ImportEvent> {
  if (path.endsWith('.png')) {
    throw new ShelftalkError(
      'IMPORT_REFUSED',
      `${path} is a picture, not a table.`,
      'Choose a CSV, JSON, JSON lines, YAML or Parquet file.',
    )
  }
  const totalBytes = 1_840_000
  for (let step = 1; step <= 20 && !signal.aborted; step++) {
    await new Promise((resolve) => setTimeout(resolve, 60))
    yield {
      type: 'progress',
      rows: step * 123,
      refused: Math.floor(step / 6),
      bytes: (totalBytes * step) / 20,
      totalBytes,
    }
  }
  yield { type: 'indexing' }
  await new Promise((resolve) => setTimeout(resolve, 400))
  const before = catalogues.findIndex((catalogue) => catalogue.name === 'demo')
  const version = (before < 0 ? 0 : (catalogues.splice(before, 1)[0]?.version ?? 0)) + 1
  const summary = {
    ...shelf,
    name: 'demo',
    version,
    products: 2457,
    shoppers: 0,
    interactions: 0,
    invented: false,
    origin: path,
    createdAtMs: Date.now(),
  }
  catalogues.push(summary)
  const refused = [12, 408, 2101].map((row) => ({
    row,
    field: 'price',
    reason: 'is not an amount of money: "call us"',
  }))
  yield {
    type: 'done',
    result: {
      catalogue: 'demo',
      version,
      products: 2457,
      shoppers: 0,
      interactions: 0,
      refused,
      refusedTotal: 3,
      ms: 1900,
    },
  }
}
