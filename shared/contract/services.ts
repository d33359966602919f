/** What the engine offers, free of any transport. `electron/engine` implements it; the router and the CLI call it. */
import type { AdapterInfo } from '../domain/adapter'
import type { CatalogueSummary, Product, Shopper } from '../domain/catalogue'
import type { Beat } from '../domain/beats'
import type { Narrative, Pick } from '../domain/narrative'
import type { Persona } from '../domain/persona'
import type { RetrievalEvaluation } from '../domain/retrieval'
import type { Directives, Template } from '../domain/template'
import type {
  CompareEvent,
  EngineStatus,
  EvaluateNarrativesEvent,
  ImportEvent,
  ShownToken,
  WriteEvent,
} from './events'
import type { FairnessServices } from './parts/fairness'
import type { PreviewServices } from './parts/previews'
import type { RecommendServices } from './parts/recommend'
import type { RuleServices } from './parts/rules'
import type { RunServices } from './parts/runs'
import type { ProductSearchRequest, VersionServices } from './parts/versions'
import type {
  AdapterPart,
  Audience,
  CompareRequest,
  EvaluateNarrativesRequest,
  EvaluateRetrievalRequest,
  ImportAdapterRequest,
  ImportRequest,
  SearchRequest,
  WriteRequest,
} from './schemas'

/** A page of results with the whole count. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

/** The model in use. */
export interface ModelInfo {
  readonly name: string
  readonly parameters: number
  readonly layers: number
  readonly contextTokens: number
  readonly vocabulary: number
  /** First 12 hex digits of the weights' SHA-256. */
  readonly digest: string
}

/** A problem in a template, by 1-based line. */
export interface TemplateProblem {
  readonly line: number
  readonly message: string
  readonly hint: string
}

/** A template's meaning or what is wrong with it. */
export interface TemplateCheck {
  readonly directives?: Directives
  readonly problems: readonly TemplateProblem[]
}

/** Something stored that cannot be read; the lists leave it out. */
export interface UnreadableItem {
  readonly kind: 'persona' | 'template' | 'run'
  readonly id: string
  /** Of a template. */
  readonly version?: number
  /** What is wrong with it, in one line. */
  readonly reason: string
}

/** What would be written: picks, plan and the model's view, without decoding. */
export interface Preview {
  readonly picks: readonly Pick[]
  readonly products: readonly Product[]
  readonly beats: readonly Beat[]
  readonly prompt: readonly ShownToken[]
}

/** Operations that stand in files of their own. */
export type ServiceParts = RunServices &
  RecommendServices &
  RuleServices &
  VersionServices &
  PreviewServices &
  FairnessServices

/** Every operation of the workbench. Streams end when done and stop within one token of `signal`. */
export interface Services extends ServiceParts {
  readonly status: (signal: AbortSignal) => AsyncIterable<EngineStatus>
  readonly model: () => Promise<ModelInfo>
  readonly catalogues: () => Promise<readonly CatalogueSummary[]>
  readonly product: (catalogue: string | undefined, id: string) => Promise<Product>
  readonly searchProducts: (request: ProductSearchRequest) => Promise<Page<Product>>
  readonly searchShoppers: (request: SearchRequest) => Promise<Page<Shopper>>
  readonly personas: () => Promise<readonly Persona[]>
  /** The persona behind an audience; a shopper becomes one from history and segments. */
  readonly audience: (catalogue: string | undefined, audience: Audience) => Promise<Persona>
  readonly savePersona: (persona: Persona) => Promise<Persona>
  readonly deletePersona: (id: string) => Promise<void>
  /** The latest version of each. */
  readonly templates: () => Promise<readonly Template[]>
  /** What each deleted one was last. */
  readonly deletedTemplates: () => Promise<readonly Template[]>
  /** Every version, newest first. Throws NOT_FOUND. */
  readonly templateVersions: (id: string) => Promise<readonly Template[]>
  /** One version, the latest when none is named. Throws NOT_FOUND naming the versions there are. */
  readonly template: (id: string, version?: number) => Promise<Template>
  /** Saves a new version, or a new template without an id. Throws TEMPLATE_INVALID naming the line. */
  readonly saveTemplate: (template: {
    readonly id?: string
    readonly name: string
    readonly text: string
  }) => Promise<Template>
  /** Saves the text of an old version as the newest. Throws NOT_FOUND, and TEMPLATE_INVALID where it can no longer be read. */
  readonly restoreTemplate: (id: string, version: number) => Promise<Template>
  /** Takes a template out of the list; its versions stay. Throws NOT_FOUND. */
  readonly deleteTemplate: (id: string) => Promise<void>
  /** Undoes `deleteTemplate`. Throws NOT_FOUND. */
  readonly undeleteTemplate: (id: string) => Promise<Template>
  /** Stored personas, templates and runs that the lists leave out because they cannot be read. */
  readonly unreadable: () => Promise<readonly UnreadableItem[]>
  readonly checkTemplate: (text: string) => TemplateCheck
  readonly adapters: () => Promise<readonly AdapterInfo[]>
  /** Takes a copy of an adapter folder once everything in it is checked; on failure nothing is left behind. */
  readonly importAdapter: (request: ImportAdapterRequest) => Promise<AdapterInfo>
  /** Receives one piece of an adapter folder from a window that knows no paths; `importAdapter` then names the upload. */
  readonly uploadAdapterPart: (part: AdapterPart) => Promise<void>
  /** Takes an imported adapter off the shelf; `restoreAdapter` puts it back. */
  readonly removeAdapter: (name: string) => Promise<void>
  readonly restoreAdapter: (name: string) => Promise<AdapterInfo>
  readonly preview: (request: WriteRequest) => Promise<Preview>
  readonly write: (request: WriteRequest, signal: AbortSignal) => AsyncIterable<WriteEvent>
  readonly compare: (request: CompareRequest, signal: AbortSignal) => AsyncIterable<CompareEvent>
  readonly importFile: (request: ImportRequest, signal: AbortSignal) => AsyncIterable<ImportEvent>
  /** Measures the search on judged queries. Throws BAD_INPUT for a catalogue that nobody judged queries for. */
  readonly evaluateRetrieval: (
    request: EvaluateRetrievalRequest,
    signal: AbortSignal,
  ) => Promise<RetrievalEvaluation>
  readonly evaluateNarratives: (
    request: EvaluateNarrativesRequest,
    signal: AbortSignal,
  ) => AsyncIterable<EvaluateNarrativesEvent>
}

/** The last narrative of a stream; throws when the stream ended without one. */
export async function finished(events: AsyncIterable<WriteEvent>): Promise<Narrative> {
  for await (const event of events) if (event.type === 'done') return event.narrative
  throw new Error('The stream ended before the narrative was finished')
}
