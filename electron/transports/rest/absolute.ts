/** Paths that programs send: a relative one would mean something else to the server than to them. */
import { isAbsolute } from 'node:path'
import { ShelftalkError } from '../../../shared/contract/errors'

/** Throws BAD_INPUT for a path that is not absolute. */
export function mustBeAbsolute({
  path,
  others = [],
}: {
  readonly path: string
  readonly others?: readonly string[] | undefined
}): void {
  const relative = [path, ...others].find((one) => !isAbsolute(one))
  if (relative === undefined) return
  throw new ShelftalkError(
    'BAD_INPUT',
    `"${relative}" is not an absolute path.`,
    'Give the whole path of the file on the machine that Shelftalk runs on.',
  )
}
