/**
 * Finds the Electron binary, or why there is none. The npm package brings no binary: it is downloaded when first wanted. The attempt is
 * bounded, and a failure is remembered for a day, so that a machine that cannot download it starts browser mode at once.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './install.mjs'

const PACKAGE = join(ROOT, 'node_modules/electron')
const REMEMBERED = join(ROOT, 'out/electron-unavailable.json')
const REMEMBERED_MS = 24 * 3600 * 1000
const PROBE_MS = 6_000
/** A whole download over a slow line, and what it takes to unpack one that was downloaded before. */
const DOWNLOAD_MS = 600_000
const UNPACK_MS = 20_000

const text = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)

/** Version of the npm package; undefined where it is not installed. */
export function electronVersion(folder = PACKAGE) {
  const json = text(join(folder, 'package.json'))
  return json === undefined ? undefined : JSON.parse(json).version
}

/** Path of the binary if it is there and of the package's version; undefined otherwise. */
export function installedElectron(folder = PACKAGE, environment = process.env) {
  const name = text(join(folder, 'path.txt'))
  const dist = environment.ELECTRON_OVERRIDE_DIST_PATH
  if (dist) {
    const binary = join(dist, name ?? 'electron')
    return existsSync(binary) ? binary : undefined
  }
  if (!name || text(join(folder, 'dist/version'))?.replace(/^v/, '') !== electronVersion(folder))
    return undefined
  const binary = join(folder, 'dist', name)
  return existsSync(binary) ? binary : undefined
}

/** Why the last attempt failed, if it was less than a day ago and for the same version. */
export function rememberedFailure(version, file = REMEMBERED, nowMs = Date.now()) {
  try {
    const { version: failed, reason, atMs } = JSON.parse(readFileSync(file, 'utf8'))
    return failed === version && nowMs - atMs < REMEMBERED_MS && typeof reason === 'string'
      ? reason
      : undefined
  } catch {
    return undefined
  }
}

/** Remembers why an attempt failed. */
export function rememberFailure(version, reason, file = REMEMBERED) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ version, reason, atMs: Date.now() }))
}

/** Where downloads come from, as Electron's own installer decides. */
function mirror(environment = process.env) {
  const given = environment.ELECTRON_MIRROR ?? environment.npm_config_electron_mirror
  return given ?? 'https://github.com/electron/electron/releases/download/'
}

/** Why the download cannot be reached; undefined when it answers. */
async function unreachable(version) {
  const address = `${mirror()}v${version}/SHASUMS256.txt`
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    return response.ok ? undefined : `${new URL(address).host} answered ${response.status}`
  } catch {
    return `${new URL(address).host} cannot be reached`
  }
}

/** Runs Electron's own installer for at most `limitMs`; returns whether it ended well. */
function runInstaller(limitMs) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(PACKAGE, 'install.js')], {
      cwd: ROOT,
      stdio: 'ignore',
      timeout: limitMs,
      killSignal: 'SIGKILL',
    })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

/**
 * The binary, downloaded if need be: `{ binary }`, or `{ reason }` in words that fit in brackets. `retry` forgets a remembered failure;
 * `say` is told when a download begins.
 */
export async function findElectron({ retry = false, say = () => undefined } = {}) {
  const version = electronVersion()
  if (version === undefined) return { reason: 'its npm package is not installed' }
  const there = installedElectron()
  if (there) return { binary: there }
  const remembered = retry ? undefined : rememberedFailure(version)
  if (remembered) return { reason: remembered }
  const problem = await unreachable(version)
  if (!problem) say(`Downloading Electron ${version}, some 110 MB, once.`)
  // Without a network an earlier download may still be in the cache.
  const good = await runInstaller(problem ? UNPACK_MS : DOWNLOAD_MS)
  const binary = installedElectron()
  if (good && binary) return { binary }
  const reason = problem ?? 'its download failed'
  rememberFailure(version, reason)
  return { reason }
}
