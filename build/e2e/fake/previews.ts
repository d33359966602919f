/** Import previews, canned. */
import type { PreviewServices } from '../../../shared/contract/parts/previews'

/** The operations over canned data. */
export function previewFakes(): PreviewServices {
  return {}
}
