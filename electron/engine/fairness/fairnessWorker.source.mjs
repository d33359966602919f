/** The thread of `fairnessWorker.ts` from its source, as tests and tools start it; the bundle holds it compiled. */
import { register } from 'tsx/esm/api'

register()
await import('./fairnessWorker.ts')
