/** Catalogue files on their way to the engine: by their paths where the window knows paths, else piece by piece. */
import { ShelftalkError } from '../../shared/contract/errors'
import { CATALOGUE_PART_BYTES, CATALOGUE_UPLOAD_BYTES } from '../../shared/domain/importing'
import type { EngineClient } from './client'
import { desktop } from './desktop'
import { base64, piecesOf } from './pieces'

/** Where an import is read from. */
export interface ImportPlace {
  readonly path: string
  /** Further files that belong to the first. */
  readonly others: readonly string[]
  /** The upload that holds them, where the window sent them. */
  readonly upload?: string | undefined
}

/** The paths of chosen or dropped files, where the shell tells paths; undefined in a browser. */
export function pathsOf(files: readonly File[]): ImportPlace | undefined {
  const shell = desktop()
  if (!shell) return undefined
  const [path, ...others] = files.map((file) => shell.pathOf(file)).filter((one) => one !== '')
  return path === undefined ? undefined : { path, others }
}

/** Throws BAD_INPUT where files are larger together than a window sends. */
function checkSize(files: readonly File[]): number {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  if (total <= CATALOGUE_UPLOAD_BYTES) return total
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  throw new ShelftalkError(
    'BAD_INPUT',
    `That is ${megabytes(total)}; a window sends ${megabytes(CATALOGUE_UPLOAD_BYTES)} at most.`,
    'Write the path instead: files of any size are imported by their path.',
  )
}

/**
 * Sends files to the engine. `onShare` is told how far it is, 0 to 1. Throws BAD_INPUT for files that are too large together; an upload
 * that breaks off is forgotten.
 */
export async function sendFiles(
  client: EngineClient,
  files: readonly File[],
  onShare: (share: number) => void,
): Promise<ImportPlace> {
  const total = checkSize(files)
  const upload = crypto.randomUUID()
  const paths: string[] = []
  let sent = 0
  try {
    for (const file of files) {
      let path = ''
      for (const { start, end } of piecesOf(file.size, CATALOGUE_PART_BYTES)) {
        const data = base64(new Uint8Array(await file.slice(start, end).arrayBuffer()))
        path = (await client.uploadCataloguePart.mutate({ upload, file: file.name, offset: start, data }))
          .path
        sent += end - start
        onShare(total === 0 ? 1 : sent / total)
      }
      paths.push(path)
    }
  } catch (cause) {
    void client.dropCatalogueUpload.mutate({ upload }).catch(() => undefined)
    throw cause
  }
  const [path = '', ...others] = paths
  return { path, others, upload }
}
