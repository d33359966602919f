/** A preview of an import: the first rows, what the catalogue will be called, and how a file like it was imported before. */
import { openImport } from '../../../datasets/importers/open'
import { previewSource } from '../../../datasets/importers/preview'
import type { ImportRequest } from '../../../shared/contract/schemas'
import type { ImportPreview } from '../../../shared/domain/importing'
import { nameOf } from '../importing'
import type { Mappings } from './mappings'
import { headerOf } from './mappings'

/** Reads the first rows of what a request names; stores nothing. Throws as `openImport`. */
export async function previewImport(
  { path, others, format, name, map }: ImportRequest,
  mappings: Mappings,
): Promise<ImportPreview> {
  const source = await openImport(path, {
    ...(format ? { format } : {}),
    ...(map ? { map } : {}),
    ...(others ? { others } : {}),
  })
  const remembered = await mappings.find(headerOf(source))
  const preview = await previewSource(source, map)
  return { ...preview, name: name ?? nameOf(path), ...(remembered ? { remembered } : {}) }
}
