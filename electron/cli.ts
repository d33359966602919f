/** The command line: `shelftalk COMMAND ...`. What it loads is loaded when a command needs it, so that one narrative is out in a moment. */
import { runCli } from './cli/run'
import { terminal } from './cli/terminal'

const { out, err, drain } = terminal()
const controller = new AbortController()
process.once('SIGINT', () => {
  controller.abort()
  // Asked twice, it does not wait for anything.
  process.once('SIGINT', () => process.exit(130))
})
process.once('SIGTERM', () => controller.abort())

const status = await runCli(process.argv.slice(2), {
  out,
  err,
  progress: process.stderr.isTTY ? err : undefined,
  signal: controller.signal,
  open: async (options) => {
    const [{ openEngine }, { findResources }] = await Promise.all([
      import('./engine/engine'),
      import('./engine/resources'),
    ])
    return openEngine({ ...options, resources: findResources(import.meta.dirname) })
  },
})
await drain()
// Native libraries may hold threads that nothing ends.
process.exit(status)
