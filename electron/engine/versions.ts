/** Versions of a catalogue, behind `VersionServices`. */
import type { VersionServices } from '../../shared/contract/parts/versions'

/** The operations. */
export function versionServices(): VersionServices {
  return {}
}
