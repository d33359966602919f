/**
 * `npm start [-- --browser] [--home DIR] [--port N]`: installs and bundles what is missing and opens the workbench, in Electron where its
 * binary can be had and in browser mode where it cannot.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBundles } from './bundle/build.mjs'
import { electronVersion, findElectron } from './setup/electron.mjs'
import { ROOT, ensureInstalled } from './setup/install.mjs'

/** An Electron that ends with a failure this soon has not opened its window. */
const START_MS = 8000

const { values } = read()
ensureInstalled()
ensureBundles()

const desktop = await openDesktop()
if (desktop !== undefined) {
  console.log(
    `Electron ${electronVersion() ?? ''} cannot be used here (${desktop}): serving browser mode instead.`,
  )
  await serveBrowserMode()
}

function read() {
  const options = {
    browser: { type: 'boolean', default: false },
    retry: { type: 'boolean', default: false },
    home: { type: 'string' },
    port: { type: 'string' },
  }
  try {
    return parseArgs({ options })
  } catch (cause) {
    console.error(
      `npm start: ${cause.message.split('.')[0]}. It takes --browser, --retry, --home DIR and --port N, after "--".`,
    )
    process.exit(2)
  }
}

/** Opens the desktop shell and waits for its end; returns why it could not be opened. */
async function openDesktop() {
  if (values.browser) return 'browser mode was asked for'
  const { platform, env } = process
  const found = await findElectron({ retry: values.retry, say: (line) => console.log(line) })
  if (!('binary' in found)) return found.reason
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display'
  const started = performance.now()
  const status = await run(found.binary)
  if (status === 0 || performance.now() - started > START_MS) process.exit(status ?? 0)
  return `it ended at once with ${status === null ? 'a signal' : `status ${status}`}`
}

/** Runs the shell; Ctrl-C and an end asked for reach it and are waited for. */
function run(binary) {
  return new Promise((resolve) => {
    const env = { ...process.env, ...(values.home ? { SHELFTALK_HOME: values.home } : {}) }
    delete env.ELECTRON_RUN_AS_NODE
    const child = spawn(binary, [ROOT], { stdio: 'inherit', env })
    let asked = false
    const end = (signal) => {
      asked = true
      child.kill(signal)
    }
    process.on('SIGINT', () => end('SIGINT'))
    process.on('SIGTERM', () => end('SIGTERM'))
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(asked ? 0 : code))
  })
}

/** The command line's own `serve`, in this process: Ctrl-C stops it cleanly. */
async function serveBrowserMode() {
  const cli = join(ROOT, 'out/main/cli.mjs')
  const flags = ['home', 'port'].flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, values[name]],
  )
  process.argv = [process.argv[0], cli, 'serve', '--open', ...flags]
  await import(pathToFileURL(cli).href)
}
