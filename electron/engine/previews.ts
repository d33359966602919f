/** Import previews, behind `PreviewServices`. */
import type { PreviewServices } from '../../shared/contract/parts/previews'

/** The operations. */
export function previewServices(): PreviewServices {
  return {}
}
