/** Calls to an MLflow server, REST API 2.0 (mlflow.org/docs/latest/rest-api.html). */
import { z } from 'zod'
import { ShelftalkError } from '../../../shared/contract/errors'

/** How a server is reached. */
export interface MlflowServer {
  /** Without a slash at its end. */
  readonly address: string
  readonly authorization: string | undefined
  /** Before the second and the third try, milliseconds. */
  readonly pausesMs?: readonly number[]
  /** Before a try is given up, milliseconds. */
  readonly timeoutMs?: number
}

/** A refusal of the server: its status, its code such as `RESOURCE_DOES_NOT_EXIST`, and its words. */
export class MlflowRefusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The server said nothing, or broke off; `cause` is why. */
class NoAnswer extends Error {}

const PAUSES_MS = [300, 1500]
const TIMEOUT_MS = 15_000
/** Statuses that a second try may mend. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

const refusalSchema = z.object({ error_code: z.string().optional(), message: z.string().optional() })

/**
 * Runs `attempt` again, after pauses, while the server fails in passing or does not answer. Throws SERVER_AWAY when it never does, and
 * what else `attempt` throws.
 */
export async function tried<Result>(server: MlflowServer, attempt: () => Promise<Result>): Promise<Result> {
  const pauses = server.pausesMs ?? PAUSES_MS
  for (let tries = 0; ; tries++) {
    try {
      return await attempt()
    } catch (cause) {
      if (!mayPass(cause)) throw inWords(server, cause)
      const pause = pauses[tries]
      if (pause === undefined) throw away(server, cause)
      await new Promise((settle) => setTimeout(settle, pause))
    }
  }
}

/** One call, tried once; the answer as `schema` has it. Throws MlflowRefusal, or that there was no answer. */
export async function callOnce<Schema extends z.ZodType>(
  server: MlflowServer,
  call: { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown },
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await send(server, `/api/2.0/mlflow/${call.path}`, {
    method: call.method,
    ...(call.body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(call.body) }),
  })
  const parsed = schema.safeParse(jsonOf(response.text))
  if (parsed.success) return parsed.data
  throw new MlflowRefusal(response.status, 'NOT_MLFLOW', 'What it answered is not what MLflow answers')
}

/** Puts a file among a run's artifacts, through the server. Throws MlflowRefusal, or that there was no answer. */
export async function putArtifact(server: MlflowServer, path: string, content: string): Promise<void> {
  await send(server, `/api/2.0/mlflow-artifacts/artifacts/${path}`, { method: 'PUT', body: content })
}

interface Answered {
  readonly status: number
  readonly text: string
}

async function send(server: MlflowServer, path: string, init: RequestInit): Promise<Answered> {
  const { status, ok, text } = await received(server, path, init)
  if (ok) return { status, text }
  const said = refusalSchema.safeParse(jsonOf(text)).data
  throw new MlflowRefusal(status, said?.error_code ?? '', said?.message ?? plainWords(text, status))
}

/** What an answer says that is not JSON: its one line of words, or else its status. */
function plainWords(text: string, status: number): string {
  const line = text.trim()
  return /^[^<>\n]{1,200}$/.test(line) ? line : `it answered with status ${status}`
}

/** The whole answer. Throws NoAnswer where none comes in time. */
async function received(server: MlflowServer, path: string, init: RequestInit) {
  try {
    const response = await fetch(`${server.address}${path}`, {
      ...init,
      headers: {
        ...(init.headers as Record<string, string> | undefined),
        ...(server.authorization === undefined ? {} : { authorization: server.authorization }),
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(server.timeoutMs ?? TIMEOUT_MS),
    })
    return { status: response.status, ok: response.ok, text: await response.text() }
  } catch (cause) {
    throw new NoAnswer('No answer', { cause })
  }
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** No answer at all, or one that says "not now". */
const mayPass = (cause: unknown) =>
  cause instanceof NoAnswer || (cause instanceof MlflowRefusal && PASSING.has(cause.status))

function away(server: MlflowServer, cause: unknown): ShelftalkError {
  const message = `The MLflow server at ${server.address} does not answer: ${reasonOf(cause)}.`
  const hint = 'The run stays here; push it again when the server is up, or check the address.'
  return new ShelftalkError('SERVER_AWAY', message, hint, { cause })
}

function reasonOf(cause: unknown): string {
  if (cause instanceof MlflowRefusal) return cause.message.slice(0, 300)
  const why = cause instanceof NoAnswer ? cause.cause : cause
  if (!(why instanceof Error)) return String(why)
  if (why.name === 'TimeoutError') return 'it took too long'
  // What fetch throws says "fetch failed"; the reason is behind it.
  const behind = why.cause instanceof Error ? why.cause : why
  const code = 'code' in behind ? String(behind.code) : ''
  if (code === 'ECONNREFUSED') return 'nothing listens there'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no machine of that name'
  return (behind.message || code || why.message).slice(0, 300)
}

/** A refusal in words that say what to do; refusals that the caller knows how to take stay what they are. */
function inWords(server: MlflowServer, cause: unknown): unknown {
  if (!(cause instanceof MlflowRefusal)) return cause
  const { status, message } = cause
  if (status === 401 || status === 403) {
    return new ShelftalkError(
      'BAD_INPUT',
      `The MLflow server at ${server.address} does not let us in: ${message.slice(0, 300)}.`,
      // MLflow answers only to the names it was told (its option --allowed-hosts), whoever asks.
      /host header/i.test(message)
        ? `Have that server started with --allowed-hosts ${new URL(server.address).host}, or give an address that it goes by.`
        : 'Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, where Shelftalk is started.',
      { cause },
    )
  }
  if (
    (status >= 300 && status < 400) ||
    cause.code === 'NOT_MLFLOW' ||
    (status === 404 && cause.code === '')
  ) {
    return new ShelftalkError(
      'BAD_INPUT',
      `What answers at ${server.address} is no MLflow server: ${cause.message}.`,
      'Give the address that opens its window, such as http://127.0.0.1:5000.',
      { cause },
    )
  }
  return cause
}
