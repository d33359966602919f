/**
 * The engine process: ONNX Runtime and LanceDB live here, because a run blocks its event loop and a native crash must not take the window
 * down. Started by the supervisor with `--home DIR [--threads N]`, under Electron or under Node.
 */
import { parseArgs } from 'node:util'
import type { Services } from '../../shared/contract/services'
import type { Channel } from '../../shared/contract/wire/frames'
import type { PortLike } from '../transports/channels'
import { parentChannel, portChannel } from '../transports/channels'
import { openEngine } from './engine'
import { lateServices } from './late'
import { openLog } from './log'
import { serve } from './remote'
import { defaultHome, findResources } from './resources'

/** A run that blocks cannot be waited for: past this the process ends anyway. */
const CLOSE_MS_MAX = 3000

const { values } = parseArgs({ options: { home: { type: 'string' }, threads: { type: 'string' } } })
const home = values.home ?? defaultHome()
const log = openLog(home, 'engine')
const listeners: ((what: string) => void)[] = []

const opening = open()
const channel = parent()
serve(
  channel,
  lateServices({
    services: opening.then(({ services }) => services),
    onProgress: (listener) => listeners.push(listener),
  }),
)

let ending = false
process.on('disconnect', () => void end('the parent is gone'))
process.on('SIGTERM', () => void end('asked to end'))
// Ctrl-C in a terminal reaches every process of the group; the parent decides what becomes of this one.
process.on('SIGINT', () => undefined)
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'uncaught exception')
  process.exit(1)
})
process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'))

/** Opens the engine; what goes wrong is logged here and thrown at every caller. */
async function open(): Promise<{ readonly services: Services; readonly close: () => Promise<void> }> {
  const started = performance.now()
  try {
    const options = {
      home,
      resources: findResources(import.meta.dirname),
      warm: true,
      ...(values.threads ? { threads: Number(values.threads) } : {}),
      onProgress: (what: string) => {
        log.info({ what }, 'warming')
        for (const tell of listeners) tell(what)
      },
    }
    const engine = await openEngine(options)
    log.info({ ms: Math.round(performance.now() - started), home }, 'open')
    return engine
  } catch (cause) {
    log.error({ err: cause }, 'cannot be opened')
    throw cause
  }
}

/** The way to whoever started this process. Electron's port first: a utility process may have Node's channel methods too. */
function parent(): Channel {
  const { parentPort } = process as unknown as { readonly parentPort?: PortLike }
  if (parentPort) return portChannel(parentPort)
  if (process.send) return parentChannel(process)
  log.fatal('started without a parent')
  process.stderr.write(
    'This is the engine process of Shelftalk, which is not started by hand. Run: shelftalk serve\n',
  )
  process.exit(2)
}

async function end(reason: string): Promise<void> {
  if (ending) return
  ending = true
  log.info({ reason }, 'ending')
  setTimeout(() => process.exit(0), CLOSE_MS_MAX).unref()
  await opening
    .then(
      (engine) => engine.close(),
      () => undefined,
    )
    .catch((cause: unknown) => log.error({ err: cause }, 'closing failed'))
  process.exit(0)
}
