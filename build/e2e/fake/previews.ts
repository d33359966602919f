/** Import previews, canned. */
import type { PreviewServices } from '../../../shared/contract/parts/previews'
import type { ImportPreview } from '../../../shared/domain/importing'
import { products } from './products'

/** The operations over canned data. */
export function previewFakes(): PreviewServices {
  return {
    previewImport: async () => preview,
    uploadCataloguePart: async ({ file }) => ({ path: file }),
    dropCatalogueUpload: async () => undefined,
  }
}

const preview: ImportPreview = {
  format: 'csv',
  origin: 'x (csv)',
  totalBytes: 1,
  name: 'demo',
  tables: [],
  rowsRead: 0,
  complete: true,
  kept: 0,
  refused: 0,
  refusals: [],
  products: products.slice(0, 3),
  shoppers: 0,
  interactions: 0,
  warnings: [],
}
