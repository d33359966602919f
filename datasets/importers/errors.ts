import { ShelftalkError } from '../../shared/contract/errors'

/** A file that cannot be imported at all. Carries the path; crosses the process boundary as `BAD_INPUT`. */
export class ImportFileError extends ShelftalkError {
  readonly path: string
  constructor(path: string, problem: string, hint: string, options?: ErrorOptions) {
    super('BAD_INPUT', `"${path}" ${problem}`, hint, options)
    this.name = 'ImportFileError'
    this.path = path
  }
}
