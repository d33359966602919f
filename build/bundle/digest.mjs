/** What a bundle was made from, as one digest: a bundle whose sources have not changed is not made again. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const SOURCE = /\.(ts|tsx|mjs|css|html|svg)$/
const NOT_SOURCE = /\.(test|bench)\.tsx?$/

function* filesBelow(folder) {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

/** Digest of every source file below `folders` of `root` and of the single files named, by content and by name. */
export function digestOf(root, folders, files = []) {
  const below = folders.flatMap((folder) => [...filesBelow(join(root, folder))])
  const sources = below.filter((path) => SOURCE.test(path) && !NOT_SOURCE.test(path))
  const hash = createHash('sha256')
  for (const path of [...sources, ...files.map((file) => join(root, file))].sort()) {
    hash.update(`${relative(root, path)}\n`)
    hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}
