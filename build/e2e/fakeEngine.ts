/**
 * An engine process with canned services, for tests of whatever starts one: `--home DIR` as the real one takes it. In that
 * folder it notes its number in `engine.pid`, and every stream that was stopped before its end in `stopped.txt`.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { PortLike } from '../../electron/transports/channels'
import { parentChannel, portChannel } from '../../electron/transports/channels'
import { serve } from '../../electron/engine/remote'
import type { Services } from '../../shared/contract/services'
import { fakeServices } from './fakeServices'

const { values } = parseArgs({
  options: { home: { type: 'string', default: '.' }, threads: { type: 'string' } },
})
mkdirSync(values.home, { recursive: true })
writeFileSync(join(values.home, 'engine.pid'), String(process.pid))
const services = fakeServices({ wordMs: 5 })

/** The fake's own stream, noting how it ended. */
const write: Services['write'] = async function* (request, signal) {
  let finished = false
  try {
    yield* services.write(request, signal)
    finished = !signal.aborted
  } finally {
    if (!finished) appendFileSync(join(values.home, 'stopped.txt'), 'write\n')
  }
}

const { parentPort } = process as unknown as { readonly parentPort?: PortLike }
serve(parentPort ? portChannel(parentPort) : parentChannel(process), { ...services, write })
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
