/** Where the files that ship with Shelftalk lie: weights, adapters, the embedder, the invented shop. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { ShelftalkError } from '../../shared/contract/errors'

const MARK = 'models/weights/base/config.json'

/** Folders that ship with Shelftalk. */
export interface Resources {
  readonly model: string
  /** Folder of adapter folders; may be absent. */
  readonly adapters: string
  readonly embedder: string
  readonly shop: string
}

/**
 * Finds the shipped files: below `SHELFTALK_RESOURCES` when it is set, else below the nearest folder above `from` that holds the weights.
 * Throws MODEL_UNREADABLE naming where it looked.
 */
export function findResources(
  from: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Resources {
  const root = environment['SHELFTALK_RESOURCES'] ?? climb(from)
  if (root === undefined || !existsSync(join(root, MARK))) {
    const hint =
      'Install Shelftalk again, or set SHELFTALK_RESOURCES to the folder that holds models/weights.'
    throw new ShelftalkError(
      'MODEL_UNREADABLE',
      `The model that ships with Shelftalk is not there: no ${MARK} at or above ${root ?? from}.`,
      hint,
    )
  }
  return {
    model: join(root, 'models/weights/base'),
    adapters: join(root, 'models/weights/adapters'),
    embedder: join(root, 'models/weights/embedder'),
    shop: join(root, 'datasets/world/shop'),
  }
}

function climb(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, MARK))) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/** The folder of what lies beside the store of a home: logs, adapters. That of a store behind a URI is the default home's. */
export function localFolder(
  home: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const isUri = (place: string) => /^[a-z0-9+]{2,}:\/\//i.test(place)
  return [home, defaultHome(environment)].find((place) => !isUri(place)) ?? defaultHome({})
}

/** Where a person's own data is kept when no `--home` is given. */
export function defaultHome(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return environment['SHELFTALK_HOME'] ?? join(homedir(), '.shelftalk')
}
