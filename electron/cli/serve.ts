/** `shelftalk serve`: browser mode, with the engine in a supervised process of its own. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import type { CliContext, CommonOptions } from './command'
import { common, homeOf, integer } from './shared'

interface Options extends CommonOptions {
  readonly port?: string
  readonly open?: boolean
}

/** Adds the command. */
export function serveCommand(program: Command, context: CliContext): void {
  common(
    program
      .command('serve')
      .description('Serves the workbench and the HTTP API on this machine, and prints the address.'),
  )
    .option('--port <N>', 'port (default: any free one)')
    .option('--open', 'open the page in the default browser, where there is one')
    .action(async (options: Options) => {
      const port = options.port === undefined ? 0 : integer('--port', options.port)
      if (port > 65_535)
        throw new ShelftalkError('BAD_INPUT', `There is no port ${port}.`, 'Give one from 1024 to 65535.')
      await serve(context, {
        home: homeOf(options),
        port,
        json: options.json === true,
        open: options.open === true,
      })
    })
}

interface Settings {
  readonly home: string
  readonly port: number
  readonly json: boolean
  readonly open: boolean
}

async function serve(context: CliContext, { home, port, json, open }: Settings): Promise<void> {
  const [{ serveHttp }, { superviseEngine }, { forkEngine }] = await Promise.all([
    import('../transports/http'),
    import('../engine/supervisor'),
    import('../engine/fork'),
  ])
  const script = engineScript()
  const window = windowFolder()
  const supervisor = superviseEngine(forkEngine({ script, home }), {
    onCrash: (how) =>
      context.err(`shelftalk: the engine stopped with ${how}; see the logs folder in ${home}.\n`),
  })
  try {
    const server = await serveHttp({
      services: supervisor.services,
      port,
      ...(window === undefined ? {} : { window }),
    })
    const api = `http://127.0.0.1:${server.port}/openapi.json`
    if (json)
      context.out(
        `${JSON.stringify({ url: server.url, port: server.port, token: server.token, openapi: api })}\n`,
      )
    else
      context.out(
        `Shelftalk: ${server.url}\n${window === undefined ? 'The window has not been built; only the API is served.\n' : ''}The API is described at ${api}. Ctrl-C stops it.\n`,
      )
    if (open) openBrowser(server.url)
    await aborted(context.signal)
    await server.close()
  } finally {
    await supervisor.close()
  }
}

/** The bundled engine process lies beside the bundle that runs. */
function engineScript(): string {
  const script = join(import.meta.dirname, 'engine.mjs')
  if (existsSync(script)) return script
  throw new ShelftalkError(
    'ENGINE_DOWN',
    `The engine's script is not there: ${script}.`,
    'Run "npm run build" in the folder of Shelftalk.',
  )
}

/** The built window, in the nearest folder above. */
function windowFolder(): string | undefined {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const window = join(folder, 'dist/renderer')
    if (existsSync(join(window, 'index.html'))) return window
    if (dirname(folder) === folder) return undefined
  }
}

/** What opens an address on a platform; `xdg-open` on all others. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Opens the address with whatever the desktop opens addresses with. Without a desktop nothing happens: the address is printed. */
function openBrowser(url: string): void {
  const { platform, env } = process
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return
  const [program, ...before] = OPENERS[platform] ?? ['xdg-open']
  const browser = spawn(program, [...before, url], { stdio: 'ignore', detached: true })
  browser.on('error', () => undefined)
  browser.unref()
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
