/** Versions of a catalogue, canned. */
import type { VersionServices } from '../../../shared/contract/parts/versions'

/** The operations over canned data. */
export function versionFakes(): VersionServices {
  return {}
}
