/** Import previews and uploads of catalogue files, behind `PreviewServices`. */
import { join } from 'node:path'
import type { PreviewServices } from '../../shared/contract/parts/previews'
import type { Mappings } from './previews/mappings'
import { Uploads } from './previews/uploads'

/** What the operations work with. */
export interface PreviewTools {
  /** Folder of the person's own data on this machine. */
  readonly folder: string
  readonly mappings: Mappings
}

/** The operations. */
export function previewServices({ folder, mappings }: PreviewTools): PreviewServices {
  const uploads = new Uploads(join(folder, 'uploads'))
  return {
    previewImport: async (request) => {
      // Fact extraction brings a language model of its own to load; only who looks at an import waits for it.
      const { previewImport } = await import('./previews/preview')
      return previewImport(request, mappings)
    },
    uploadCataloguePart: (part) => uploads.append(part),
    dropCatalogueUpload: (upload) => uploads.forget(upload),
  }
}
