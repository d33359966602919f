/** Browsing a catalogue, its versions and its end, behind `VersionServices`. */
import type { Embedder } from '../../models/embed/embedder'
import { ShelftalkError } from '../../shared/contract/errors'
import type { ImportEvent } from '../../shared/contract/events'
import type { VersionServices } from '../../shared/contract/parts/versions'
import type { ImportRequest } from '../../shared/contract/schemas'
import { importRequestSchema } from '../../shared/contract/schemas'
import type { CatalogueSummary } from '../../shared/domain/catalogue'
import type { ImportedWith, Store } from '../store/types'
import type { Finder } from './finder'
import { isUploaded } from './previews/uploads'
import { ensureVectors } from './revector'

/** What the operations work with. */
export interface VersionTools {
  readonly store: Store
  readonly finder: Finder
  readonly embedder: Embedder
  /** Told of each catalogue that was deleted, so that nothing of it is remembered. */
  readonly onDeleted?: (name: string) => void
}

/** The operations. */
export function versionServices(tools: VersionTools): VersionServices {
  const { store, finder } = tools
  return {
    productFacets: async ({ catalogue: name, text, filter, stock }) => {
      const catalogue = await store.catalogue(name)
      const { text: meant, vector } = await finder.search(catalogue, { text, limit: 1, offset: 0 })
      return catalogue.productFacets({ text: meant, filter, stock, ...(vector ? { vector } : {}) })
    },
    catalogueVersions: async (name) => {
      const versions = await versionsOf(store, name)
      return Promise.all(
        versions.map(async (summary) => {
          const requests = await store.importRequests(name, summary.version)
          const paths = requests.map(fileOf)
          const sent = requests.flatMap(filesOf).some(isUploaded)
          const files = paths.map((path) => (isUploaded(path) ? fileName(path) : path))
          return { ...summary, files, ...(sent ? { sent } : {}) }
        }),
      )
    },
    versionDiff: ({ catalogue, before, after, ...page }) =>
      store.diffVersions(catalogue, { before, after }, page),
    rollBack: (name, version) => rollBack(tools, name, version),
    deleteCatalogue: async (name) => {
      const [current] = await versionsOf(store, name)
      if (current?.invented) {
        const hint = 'It comes again with every start. Use another catalogue instead.'
        throw new ShelftalkError('BAD_INPUT', `"${name}" ships with Shelftalk and cannot be deleted.`, hint)
      }
      await store.deleteCatalogue(name)
      tools.onDeleted?.(name)
    },
    importAgain: ({ catalogue }, signal) => importAgain(tools, catalogue, signal),
  }
}

async function versionsOf(store: Store, name: string): Promise<readonly CatalogueSummary[]> {
  const versions = await store.versions(name)
  if (versions.length > 0) return versions
  // Says which catalogue there is none of.
  return [(await store.catalogue(name)).summary]
}

/** An old version may hold vectors of another embedder, or no columns to be narrowed down by: then it is made anew at once. */
async function rollBack(
  { store, embedder }: VersionTools,
  name: string,
  version: number,
): Promise<CatalogueSummary> {
  const summary = await store.rollBack(name, version)
  const renewed = await ensureVectors(store, embedder)
  return renewed.includes(name) ? (await store.catalogue(name)).summary : summary
}

const isText = (value: unknown): value is string => typeof value === 'string'

const fileOf = ({ path }: ImportedWith): string => (isText(path) ? path : '')

const filesOf = (request: ImportedWith): readonly string[] => {
  const { others } = request
  return [fileOf(request), ...(Array.isArray(others) ? others.filter(isText) : [])]
}

/** Imports what a catalogue was imported from into one new version, or changes nothing. */
async function* importAgain(
  { store, embedder }: VersionTools,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void, void> {
  const requests = (await store.importRequests(name)).map((request) => requestOf(name, request))
  if (requests.length === 0) throw unknownFiles(name)
  const sent = requests.flatMap(filesOf).filter(isUploaded)
  if (sent.length > 0) throw notKept(name, sent)
  // Fact extraction brings a language model of its own to load; only an import waits for it.
  const { importTogether } = await import('./importing')
  yield* importTogether({ store, embedder }, name, requests, signal)
}

/** A request as it was kept, if this Shelftalk still understands it. */
function requestOf(name: string, request: ImportedWith): ImportRequest {
  const parsed = importRequestSchema.safeParse(request)
  if (parsed.success) return parsed.data
  const message = `How "${name}" was imported from ${fileOf(request)} is no longer understood.`
  throw new ShelftalkError('BAD_INPUT', message, 'Import the file anew, as for the first time.')
}

function unknownFiles(name: string): ShelftalkError {
  return new ShelftalkError(
    'BAD_INPUT',
    `It is not known from which file "${name}" was imported.`,
    'Import the file anew under the same name: it becomes the next version.',
  )
}

function notKept(name: string, paths: readonly string[]): ShelftalkError {
  const files = paths.map((path) => `"${fileName(path)}"`).join(', ')
  return new ShelftalkError(
    'BAD_INPUT',
    `A window sent ${files}, and such files are not kept after their import.`,
    `Choose ${paths.length === 1 ? 'the file' : 'the files'} again ("Import a catalogue" in the window), under the name "${name}": that makes the next version.`,
  )
}

/** The last step of a path of any system. */
const fileName = (path: string) => path.split(/[/\\]/).at(-1) ?? path
