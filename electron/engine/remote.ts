/** `Services` across a channel: `serve` in the engine process, `remoteServices` in whoever supervises it. */
import { readTemplate } from '../../models/narrative/template'
import type { ErrorData } from '../../shared/contract/errors'
import { ERROR_CODES, ShelftalkError, errorData } from '../../shared/contract/errors'
import { FAIRNESS_ASKING, FAIRNESS_STREAMING } from '../../shared/contract/parts/fairness'
import { PREVIEW_ASKING, PREVIEW_STREAMING } from '../../shared/contract/parts/previews'
import { RECOMMEND_ASKING, RECOMMEND_STREAMING } from '../../shared/contract/parts/recommend'
import { RULE_ASKING, RULE_STREAMING } from '../../shared/contract/parts/rules'
import { RUN_ASKING, RUN_STREAMING } from '../../shared/contract/parts/runs'
import { VERSION_ASKING, VERSION_STREAMING } from '../../shared/contract/parts/versions'
import type { Services } from '../../shared/contract/services'
import { answer } from '../../shared/contract/wire/answer'
import type { Caller } from '../../shared/contract/wire/call'
import type { Channel } from '../../shared/contract/wire/frames'

type Method = keyof Services
type Streaming =
  | 'status'
  | 'write'
  | 'compare'
  | 'importFile'
  | 'evaluateNarratives'
  | (typeof RUN_STREAMING)[number]
  | (typeof RECOMMEND_STREAMING)[number]
  | (typeof RULE_STREAMING)[number]
  | (typeof VERSION_STREAMING)[number]
  | (typeof PREVIEW_STREAMING)[number]
  | (typeof FAIRNESS_STREAMING)[number]
type Asking = Exclude<Method, Streaming | 'checkTemplate'>

const STREAMING: ReadonlySet<string> = new Set<Streaming>([
  'status',
  'write',
  'compare',
  'importFile',
  'evaluateNarratives',
  ...RUN_STREAMING,
  ...RECOMMEND_STREAMING,
  ...RULE_STREAMING,
  ...VERSION_STREAMING,
  ...PREVIEW_STREAMING,
  ...FAIRNESS_STREAMING,
])
const ASKING: ReadonlySet<string> = new Set<Asking>([
  'model',
  'catalogues',
  'product',
  'searchProducts',
  'searchShoppers',
  'personas',
  'audience',
  'savePersona',
  'deletePersona',
  'templates',
  'deletedTemplates',
  'templateVersions',
  'template',
  'saveTemplate',
  'restoreTemplate',
  'deleteTemplate',
  'undeleteTemplate',
  'unreadable',
  'adapters',
  'importAdapter',
  'uploadAdapterPart',
  'removeAdapter',
  'restoreAdapter',
  'preview',
  'evaluateRetrieval',
  ...RUN_ASKING,
  ...RECOMMEND_ASKING,
  ...RULE_ASKING,
  ...VERSION_ASKING,
  ...PREVIEW_ASKING,
  ...FAIRNESS_ASKING,
])

/** Of those that answer once, the ones that take a signal after their request. */
const STOPPABLE: ReadonlySet<string> = new Set<Asking>(['evaluateRetrieval'])

/** Answers calls on `channel` from `services`; the input of a call is the list of arguments, without the signal. */
export function serve(channel: Channel, services: Services): void {
  const handler = (path: string, input: unknown, signal: AbortSignal) => {
    const args = Array.isArray(input) ? (input as unknown[]) : []
    if (STREAMING.has(path))
      return (services[path as Streaming] as (...given: unknown[]) => AsyncIterable<unknown>)(...args, signal)
    if (ASKING.has(path)) {
      const ask = services[path as Asking] as (...given: unknown[]) => Promise<unknown>
      return STOPPABLE.has(path) ? ask(...args, signal) : ask(...args)
    }
    return Promise.reject(new Error(`The engine has no operation "${path}"`))
  }
  answer(channel, handler, errorData)
}

/** Turns error data back into the error it was. */
export function reviveError(error: unknown): ShelftalkError {
  const data = error as Partial<ErrorData> | undefined
  const code = ERROR_CODES.find((known) => known === data?.code) ?? 'INTERNAL'
  return new ShelftalkError(
    code,
    data?.message ?? 'The engine failed without a reason',
    data?.hint ?? 'Try again.',
  )
}

/**
 * Services that live behind `caller()`, asked anew for every call because a restarted engine has a new channel. Templates are
 * checked on this side: it is pure, and an editor wants it at every keystroke.
 */
export function remoteServices(caller: () => Caller): Omit<Services, 'status'> {
  const ask = (path: Asking) =>
    STOPPABLE.has(path)
      ? (request: unknown, signal: AbortSignal) => caller().ask(path, [request], signal)
      : (...args: readonly unknown[]) => caller().ask(path, args)
  const stream = (path: Streaming) => (request: unknown, signal: AbortSignal) =>
    caller().stream(path, [request], signal)
  const asking = Object.fromEntries([...ASKING].map((path) => [path, ask(path as Asking)]))
  const streaming = Object.fromEntries([...STREAMING].map((path) => [path, stream(path as Streaming)]))
  return { ...asking, ...streaming, checkTemplate: readTemplate } as unknown as Omit<Services, 'status'>
}
