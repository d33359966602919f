/** Installs what is missing. Plain Node, no dependencies: it runs before there are any. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The repository's root. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** Lowest Node that runs Shelftalk, as [major, minor]. */
const NODE_MIN = [20, 19]

/** Stops with one line when this Node is too old. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return
  console.error(
    `Shelftalk needs Node ${NODE_MIN.join('.')} or later and this is ${version}: install a current Node and try again.`,
  )
  process.exit(1)
}

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

/**
 * Why `node_modules` does not serve: undefined when it holds what the lock file asks for. Packages that npm may leave out on
 * this machine (another platform's binaries) do not count.
 */
export function staleReason(root = ROOT) {
  const wanted = readJson(resolve(root, 'package-lock.json'))?.packages ?? {}
  const installed = readJson(resolve(root, 'node_modules/.package-lock.json'))?.packages
  if (!installed) return 'nothing is installed yet'
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (path === '') continue
    const there = installed[path]
    if (!there && !optional && !devOptional && !peer)
      return `${path.replace(/^.*node_modules\//, '')} is missing`
    if (there && there.version !== version)
      return `${path.replace(/^.*node_modules\//, '')} has another version`
  }
  return undefined
}

/** Runs `npm ci` when `node_modules` is missing or stale; ends the process with npm's status when that fails. */
export function ensureInstalled() {
  requireNode()
  const reason = staleReason()
  if (!reason) return
  console.log(`Installing packages (${reason}); the first time takes a minute or two.`)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' }
  // Standard output belongs to whatever asked for the packages.
  const options = { cwd: ROOT, stdio: ['inherit', 2, 2], env, shell: process.platform === 'win32' }
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options)
  if (status !== 0) {
    console.error('npm ci failed: check the network connection, then run the same command again.')
    process.exit(status ?? 1)
  }
}
