/** Browsing a catalogue, its versions and its end, behind `VersionServices`. */
import { basename } from 'node:path'
import type { Embedder } from '../../models/embed/embedder'
import { ShelftalkError } from '../../shared/contract/errors'
import type { ImportEvent, ImportResult } from '../../shared/contract/events'
import type { VersionServices } from '../../shared/contract/parts/versions'
import type { ImportRequest } from '../../shared/contract/schemas'
import { importRequestSchema } from '../../shared/contract/schemas'
import type { CatalogueSummary, RefusedRow } from '../../shared/domain/catalogue'
import type { Store } from '../store/types'
import type { Finder } from './finder'
import { ensureVectors } from './revector'

/** What the operations work with. */
export interface VersionTools {
  readonly store: Store
  readonly finder: Finder
  readonly embedder: Embedder
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
          return { ...summary, files: requests.map(fileOf) }
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

const fileOf = (request: Readonly<Record<string, unknown>>): string =>
  typeof request['path'] === 'string' ? request['path'] : ''

/** Imports what a catalogue was imported from, one request after the other; the result is that of all. */
async function* importAgain(
  { store, embedder }: VersionTools,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void, void> {
  const requests = (await store.importRequests(name)).map((request) => requestOf(name, request))
  if (requests.length === 0) throw unknownFiles(name)
  // Fact extraction brings a language model of its own to load; only an import waits for it.
  const { importCatalogue } = await import('./importing')
  const results: ImportResult[] = []
  const [before] = await store.versions(name)
  try {
    for (const request of requests) {
      for await (const event of importCatalogue({ store, embedder }, { ...request, name }, signal)) {
        if (event.type === 'done') results.push(event.result)
        else yield event
      }
    }
  } catch (cause) {
    // Half of the files is no catalogue: what was current before is so again.
    if (results.length > 0 && before) await store.rollBack(name, before.version)
    throw cause
  }
  const result = together(results, requests)
  if (result) yield { type: 'done', result }
}

/** A request as it was kept, if this Shelftalk still understands it. */
function requestOf(name: string, request: Readonly<Record<string, unknown>>): ImportRequest {
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

/** The last result, with what was refused and how long it took over all. */
function together(
  results: readonly ImportResult[],
  requests: readonly ImportRequest[],
): ImportResult | undefined {
  const last = results.at(-1)
  if (!last || results.length < 2) return last
  const refused = results.flatMap((result, at) => {
    const file = basename(requests[at]?.path ?? '')
    return result.refused.map((row): RefusedRow => ({ file, ...row }))
  })
  const sum = (of: (result: ImportResult) => number) => results.reduce((total, one) => total + of(one), 0)
  return { ...last, refused, refusedTotal: sum((one) => one.refusedTotal), ms: sum((one) => one.ms) }
}
