/** `shelftalk serve` as a person starts it, with the shipped model and shop, in a home of its own. */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBundles } from '../bundle/build.mjs'

const ROOT = resolve(import.meta.dirname, '../..')

/** A server that runs. */
export interface Served {
  /** With its token. */
  readonly address: string
  /** Ends the server as Ctrl-C does and removes its home. */
  readonly stop: () => Promise<void>
}

/** Starts one and waits for its address. Throws, with what it said, where it ends before. */
export async function serveWhole(): Promise<Served> {
  ensureBundles()
  const home = mkdtempSync(join(tmpdir(), 'shelftalk-served-'))
  const server = spawn(
    process.execPath,
    [join(ROOT, 'out/main/cli.mjs'), 'serve', '--port', '0', '--home', home],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const address = await addressOf(server)
  const stop = async () => {
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  return { address, stop }
}

/** The address a started server prints. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said)?.[0]
    if (address) return address
  }
  throw new Error(`The server ended and said: ${said}`)
}
