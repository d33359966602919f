/** The engine: store, embedder and model behind `Services`. Runs in a process of its own, or inside a command. */
import { join } from 'node:path'
import type { Embedder } from '../../models/embed/embedder'
import { openEmbedder } from '../../models/embed/embedder'
import { readConfig } from '../../models/language/config'
import { readTemplate } from '../../models/narrative/template'
import type { Services } from '../../shared/contract/services'
import { openStore } from '../store/store'
import type { Store } from '../store/types'
import type { Activity } from './activity'
import { createActivity } from './activity'
import type { Host } from './adapters/fit'
import { AdapterShelf } from './adapters/shelf'
import { compareAll } from './compare'
import { loadLanguage, modelInfo } from './language'
import type { Language } from './language'
import { Finder } from './finder'
import { createAffinity } from './meaning'
import { personaOf } from './people'
import { Blends } from './blends'
import { Picker } from './picks'
import type { Resources } from './resources'
import { localFolder } from './resources'
import { ensureVectors } from './revector'
import { ensureShop } from './shop'
import { shippedBlend } from './shopBlend'
import { restoreTemplate, saveReadable, storedTemplate } from './templates'
import { runServices } from './runs'
import { fairnessServices } from './fairness'
import { AuditShelf } from './fairness/shelf'
import { recommendServices } from './recommending'
import { ruleServices } from './rules'
import { versionServices } from './versions'
import { previewServices } from './previews'
import { Mappings } from './previews/mappings'
import type { Turns } from './turns'
import { createTurns } from './turns'
import type { Workbench } from './writing'
import { previewOf, writeOne } from './writing'

/** How an engine is opened. */
export interface EngineOptions {
  /** Folder of the person's own data, or a store URI. */
  readonly home: string
  readonly resources: Resources
  /** Another model folder than the shipped one. */
  readonly modelFolder?: string
  readonly threads?: number
  /** Load the model at once instead of with the first narrative. */
  readonly warm?: boolean
  /** Told what is being prepared while the engine opens. */
  readonly onProgress?: (what: string) => void
}

/** An open engine. */
export interface Engine {
  readonly services: Services
  readonly close: () => Promise<void>
}

/**
 * Opens the store, filling it with the invented shop the first time. Throws STORE_UNAVAILABLE. The model is loaded with the first
 * narrative, or at once when `warm`; a model that cannot be read fails the call that needs it with MODEL_UNREADABLE.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { home, resources } = options
  const activity = createActivity()
  const embedder = openEmbedder(resources.embedder)
  const modelFolder = options.modelFolder ?? resources.model
  const language = once(() => loadLanguage(modelFolder, options.threads))
  const warming = options.warm === true ? language().catch(() => undefined) : undefined
  const preparing = (what: string) => {
    activity.set({ state: 'warming', what })
    options.onProgress?.(what)
  }
  preparing('opening the store')
  const store = await openStore(home)
  preparing('stocking the invented shop')
  await ensureShop(store, embedder, resources.shop)
  await ensureVectors(store, embedder, (name) => preparing(`reading "${name}" anew for a better search`))
  if (warming) {
    preparing('loading the model')
    void warming.then(() => activity.set({ state: 'ready' }))
  } else activity.set({ state: 'ready' })

  const services = servicesOver({ store, embedder, language, activity, home, resources, modelFolder })
  const close = async () => {
    await warming
    await disposed(language)
    await store.close()
  }
  return { services, close }
}

/** Everything `Services` stands on. */
interface Parts {
  readonly store: Store
  readonly embedder: Embedder
  readonly language: () => Promise<Language>
  readonly activity: Activity
  readonly home: string
  readonly resources: Resources
  readonly modelFolder: string
}

/** The weights of personal picks: those that ship with the shop, others in a file beside the store. */
function blendsOf(home: string, { shop }: Resources): Blends {
  return new Blends(join(localFolder(home), 'blends.json'), (summary) => shippedBlend(shop, summary))
}

function servicesOver(parts: Parts): Services {
  const { store, embedder, language, activity, home, resources, modelFolder } = parts
  const finder = new Finder(embedder)
  const blends = blendsOf(home, resources)
  const picker = new Picker(
    finder,
    (catalogue, training) => blends.of(catalogue, training),
    async (name) => (await store.rules.of(name)).rules,
  )
  const adapters = new AdapterShelf({
    own: join(localFolder(home), 'adapters'),
    shipped: resources.adapters,
    host: once(() => adapterHost(modelFolder)),
  })
  const mappings = new Mappings(join(localFolder(home), 'mappings.json'))
  const turns = createTurns()
  const audits = new AuditShelf()
  const bench = async (): Promise<Workbench> => ({
    store,
    language: await language(),
    picker,
    affinity: createAffinity(embedder),
    adapters,
  })
  const desk = async () => ({ bench: await bench(), turns })

  /** Runs a stream in its turn, the status saying what is going on. */
  async function* inTurn<Event>(
    what: string,
    signal: AbortSignal,
    run: () => AsyncGenerator<Event, void, void>,
  ) {
    const end = await turns.take(signal)
    activity.set({ state: 'busy', what })
    try {
      yield* run()
    } finally {
      activity.set({ state: 'ready' })
      end()
    }
  }

  return {
    ...lookups({ store, finder }),
    ...runServices({ runs: store.runs, catalogue: (name) => store.catalogue(name) }),
    ...recommendServices({ store, shopFolder: resources.shop }),
    ...ruleServices({ store, picker }),
    ...fairnessServices({ store, picker, shelf: audits, desk, shopFolder: resources.shop }),
    ...versionServices({ store, finder, embedder, onDeleted: (name) => audits.forget(name) }),
    ...previewServices({ folder: localFolder(home), mappings }),
    status: (signal) => activity.watch(signal),
    model: async () => modelInfo(await language()),
    adapters: () => adapters.list(),
    importAdapter: (request) => adapters.take(request),
    uploadAdapterPart: (part) => adapters.receive(part),
    removeAdapter: (name) => adapters.remove(name),
    restoreAdapter: (name) => adapters.restore(name),
    preview: async (request) => previewOf(await bench(), request),
    write: (request, signal) =>
      inTurn('writing', signal, async function* () {
        yield* writeOne(await bench(), request, signal)
      }),
    compare: (request, signal) =>
      inTurn('comparing', signal, async function* () {
        yield* compareAll(await bench(), request, signal)
      }),
    importFile: async function* (request, signal) {
      // Fact extraction brings a language model of its own to load; only an import waits for it.
      const { importCatalogue } = await import('./importing')
      yield* importCatalogue({ store, embedder, mappings }, request, signal)
    },
    ...evaluations({ ...parts, finder, turns, bench }),
  }
}

interface EvaluationParts extends Pick<Parts, 'store' | 'embedder' | 'resources'> {
  readonly finder: Finder
  readonly turns: Turns
  readonly bench: () => Promise<Workbench>
}

/** Evaluations of the search and of narratives. */
function evaluations({ store, embedder, resources, finder, turns, bench }: EvaluationParts) {
  return {
    evaluateRetrieval: async (request, signal) => {
      // The judged queries come along; only an evaluation waits for them.
      const { evaluateRetrieval } = await import('./evaluation/retrieval')
      return evaluateRetrieval({ store, finder, embedder }, request, signal)
    },
    evaluateNarratives: async function* (request, signal) {
      // The phrasebook comes along to measure against; only an evaluation waits for it.
      const { evaluateNarratives } = await import('./evaluation/narratives')
      yield* evaluateNarratives(
        { ...(await bench()), turns, runs: store.runs, shopFolder: resources.shop },
        request,
        signal,
      )
    },
  } satisfies Partial<Services>
}

/** What is read from the store and written to it, without the model. */
function lookups({ store, finder }: Pick<Parts, 'store'> & { readonly finder: Finder }) {
  const catalogue = (name: string | undefined) => store.catalogue(name)
  return {
    catalogues: () => store.catalogues(),
    product: async (name, id) => (await catalogue(name)).product(id),
    searchProducts: async ({ catalogue: name, text, limit, offset, ...narrowed }) => {
      const searched = await catalogue(name)
      return searched.searchProducts({
        ...(await finder.search(searched, { text, limit, offset })),
        ...narrowed,
      })
    },
    searchShoppers: async ({ catalogue: name, text, limit, offset }) =>
      (await catalogue(name)).searchShoppers({ text, limit, offset }),
    personas: () => store.personas(),
    audience: async (name, audience) => personaOf(store, await catalogue(name), audience),
    savePersona: (persona) => store.savePersona(persona),
    deletePersona: (id) => store.deletePersona(id),
    templates: () => store.templates(),
    deletedTemplates: () => store.deletedTemplates(),
    templateVersions: (id) => store.templateVersions(id),
    template: (id, version) => storedTemplate(store, id, version),
    saveTemplate: ({ id, name, text }) =>
      saveReadable(store, { name, text, ...(id === undefined ? {} : { id }) }),
    restoreTemplate: (id, version) => restoreTemplate(store, id, version),
    deleteTemplate: (id) => store.deleteTemplate(id),
    undeleteTemplate: (id) => store.undeleteTemplate(id),
    unreadable: () => store.unreadable(),
    checkTemplate: readTemplate,
  } satisfies Partial<Services>
}

/** What adapters must fit; known from the model's own description, before its weights are loaded. */
async function adapterHost(folder: string): Promise<Host> {
  const { name, shape } = await readConfig(folder)
  return { name: name ?? '', shape }
}

/** A function that makes its value once; a failure is forgotten, so that the next call tries again. */
function once<Value>(
  make: () => Promise<Value>,
): (() => Promise<Value>) & { readonly made: () => Promise<Value> | undefined } {
  let value: Promise<Value> | undefined
  const get = () => {
    if (value === undefined) {
      value = make()
      value.catch(() => (value = undefined))
    }
    return value
  }
  return Object.assign(get, { made: () => value })
}

async function disposed(language: { readonly made: () => Promise<Language> | undefined }): Promise<void> {
  const loaded = await language.made()?.catch(() => undefined)
  await loaded?.model.dispose()
}
