import { ShelftalkError } from '../../../shared/contract/errors'

/** An adapter that is not taken: what is wrong with it, and what to do. */
export function refused(message: string, hint: string, cause?: unknown): ShelftalkError {
  return new ShelftalkError('ADAPTER_UNREADABLE', message, hint, cause === undefined ? {} : { cause })
}
