/** Opens the desktop shell for a test: in Electron where its binary and a display are there, else over the stand-in. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { _electron, chromium } from 'playwright-core'
import { installedElectron } from '../setup/electron.mjs'
import { chromiumPath } from './standin/chromium'

const ROOT = resolve(import.meta.dirname, '../..')
const OPEN_MS = 60_000

/** A shell that runs. */
export interface OpenedApp {
  readonly kind: 'electron' | 'standin'
  readonly page: Page
  /** Ends the app as its menu does, and waits; resolves with its exit code. */
  readonly close: () => Promise<number | null>
}

/** How the shell can be opened here; undefined where it cannot. */
export function shellKind(): OpenedApp['kind'] | undefined {
  const display =
    process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  if (display && installedElectron()) return 'electron'
  return chromiumPath() === undefined ? undefined : 'standin'
}

/** Opens it with `home` as the home folder and for everything else; the bundles must be fresh. */
export async function openApp(
  home: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<OpenedApp> {
  const env = {
    ...process.env,
    SHELFTALK_HOME: home,
    STANDIN_DATA: join(home, 'standin'),
    ...environment,
  } as Record<string, string>
  return shellKind() === 'electron' ? openElectron(env) : openStandin(env)
}

async function openElectron(env: Record<string, string>): Promise<OpenedApp> {
  const executablePath = installedElectron()
  const electron = await _electron.launch({
    args: [ROOT],
    env,
    ...(executablePath ? { executablePath } : {}),
  })
  const page = await electron.firstWindow()
  const exited = new Promise<number | null>((settle) => electron.process().once('exit', settle))
  return { kind: 'electron', page, close: async () => (await electron.close(), exited) }
}

async function openStandin(env: Record<string, string>): Promise<OpenedApp> {
  const port = await freePort()
  const imports = ['--import', 'tsx', '--import', join(import.meta.dirname, 'standin/register.mjs')]
  const child = spawn(process.execPath, [...imports, join(ROOT, 'out/main/main.mjs')], {
    cwd: ROOT,
    env: { ...env, STANDIN_PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const exited = new Promise<number | null>((settle) => child.once('exit', settle))
  const page = await connect(port, () => child.exitCode !== null)
  const close = () => {
    child.kill('SIGTERM')
    return exited
  }
  return { kind: 'standin', page, close }
}

async function connect(port: number, ended: () => boolean): Promise<Page> {
  const deadline = Date.now() + OPEN_MS
  while (Date.now() < deadline && !ended()) {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => undefined)
    const page = browser?.contexts()[0]?.pages()[0]
    if (page && page.url() !== 'about:blank') return page
    await browser?.close()
    await new Promise((settle) => setTimeout(settle, 150))
  }
  throw new Error('The shell opened no window')
}

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => settle(port))
    })
  })
}
