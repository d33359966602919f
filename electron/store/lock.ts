/** One writer at a time: a file that says which process imports. Another takes over when that process is gone. */
import { randomUUID } from 'node:crypto'
import { open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { unavailable } from './errors'

const BEAT_MS = 10_000
/** A lock not touched for this long is a leftover, even if its process number lives on in another process. */
const STALE_MS = 120_000

/** A held lock. */
export interface Lock {
  readonly release: () => Promise<void>
}

/** For stores that live behind a URI: their database settles who commits first. */
export const noLock: Lock = { release: async () => undefined }

/** Takes the lock file; undefined while another holds it. Throws STORE_UNAVAILABLE when the file cannot be written. */
export async function tryLock(file: string): Promise<Lock | undefined> {
  const token = `${process.pid} ${randomUUID()}`
  if (!(await create(file, token))) {
    if (await isHeld(file)) return undefined
    await clearLeftover(file)
    if (!(await create(file, token))) return undefined
  }
  const beat = setInterval(() => void touch(file), BEAT_MS)
  beat.unref()
  return {
    release: async () => {
      clearInterval(beat)
      if ((await readIfThere(file)) === token) await rm(file, { force: true })
    },
  }
}

/** Takes a lock that others hold for moments only, waiting for them; undefined when `waitMs` were not enough. */
export async function waitForLock(
  take: () => Promise<Lock | undefined>,
  waitMs: number,
): Promise<Lock | undefined> {
  const until = Date.now() + waitMs
  for (;;) {
    const lock = await take()
    if (lock || Date.now() > until) return lock
    await new Promise((settle) => setTimeout(settle, 10 + Math.random() * 20))
  }
}

async function create(file: string, token: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(token)
    await handle.close()
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw unavailable(
      `The folder of ${file} cannot be written to.`,
      'Choose a --home folder that you may write to.',
      cause,
    )
  }
}

/**
 * Removes a lock whose owner is gone. Of several that find it only one does: another might remove the lock that the first has just taken
 * in its place.
 */
async function clearLeftover(file: string): Promise<void> {
  const gate = `${file}.clearing`
  if (!(await create(gate, ''))) {
    if (await isStale(gate)) await rm(gate, { force: true })
    return
  }
  try {
    if (!(await isHeld(file))) await rm(file, { force: true })
  } finally {
    await rm(gate, { force: true })
  }
}

async function isHeld(file: string): Promise<boolean> {
  const pid = Number((await readIfThere(file))?.split(' ')[0])
  if (await isStale(file)) return false
  // A file just made may not hold its number yet.
  return Number.isInteger(pid) && pid > 0 ? isAlive(pid) : true
}

/** Also of a file that is gone. */
async function isStale(file: string): Promise<boolean> {
  const touchedMs = await stat(file).then(
    (found) => found.mtimeMs,
    () => 0,
  )
  return Date.now() - touchedMs > STALE_MS
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

async function touch(file: string): Promise<void> {
  const now = new Date()
  // Gone when the home folder was deleted meanwhile: the commit will say so.
  await utimes(file, now, now).catch(() => undefined)
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined)
}
