/**
 * An MLflow server for tests: the part of REST API 2.0 that is used here, with MLflow's own limits and refusals (mlflow/utils/validation.py,
 * mlflow/server/handlers.py, release 3).
 */
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A run as the server has it. */
export interface KeptMlflowRun {
  readonly experiment: string
  name: string
  status: string
  deleted: boolean
  readonly metrics: Map<string, number>
  readonly params: Map<string, string>
  readonly tags: Map<string, string>
}

/** A running stand-in. */
export interface StandIn {
  readonly address: string
  readonly runs: Map<string, KeptMlflowRun>
  /** Experiments by name, with their ids. */
  readonly experiments: Map<string, { readonly id: string; deleted: boolean }>
  readonly artifacts: Map<string, string>
  /** Calls that were answered, `POST runs/create`. */
  readonly calls: string[]
  /** Headers of the last call. */
  headers: IncomingMessage['headers']
  /**
   * Asked before a call is looked at: a status to answer with instead, `host` to refuse the name it was called by, `drop` to do as asked and
   * hang up, `silence` to do nothing.
   */
  misbehave: (call: string) => number | 'host' | 'drop' | 'silence' | undefined
  readonly close: () => Promise<void>
}

/** What it says no with. */
class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

interface Entry {
  readonly key: string
  readonly value: string | number
}
interface Body {
  readonly [key: string]: unknown
  readonly run_id?: string
  readonly name?: string
  readonly run_name?: string
  readonly status?: string
  readonly experiment_id?: string
  readonly experiment_ids?: readonly string[]
  readonly filter?: string
  readonly metrics?: readonly Entry[]
  readonly params?: readonly Entry[]
  readonly tags?: readonly Entry[]
}

/** Starts one on a free port. `artifactRoot` is what it says its artifacts lie under. */
export async function startStandIn(artifactRoot = 'mlflow-artifacts:'): Promise<StandIn> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname.replace(/^\/api\/2\.0\/mlflow(?=[/-])\/?/, '')
    const call = `${request.method ?? ''} ${path}`
    standIn.headers = request.headers
    void text(request).then((body) => {
      const wish = standIn.misbehave(call)
      if (wish === 'silence') return
      if (wish === 'host') {
        response.writeHead(403).end('Invalid Host header - possible DNS rebinding attack detected')
        return
      }
      if (typeof wish === 'number') {
        response.writeHead(wish, { location: '/login' }).end('<html>busy</html>')
        return
      }
      const [status, answer] = answered(standIn, { call, body, query: searchParams, artifactRoot })
      standIn.calls.push(call)
      if (wish === 'drop') request.socket.destroy()
      else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const standIn: StandIn = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ runs: new Map(), experiments: new Map(), artifacts: new Map(), calls: [], headers: {} },
    misbehave: () => undefined,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
  return standIn
}

interface Asked {
  readonly call: string
  readonly body: string
  readonly query: URLSearchParams
  readonly artifactRoot: string
}

function answered(standIn: StandIn, asked: Asked): readonly [status: number, answer: object] {
  try {
    return [200, answer(standIn, asked)]
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return [cause.status, { error_code: cause.code, message: cause.message }]
  }
}

function answer(standIn: StandIn, { call, body: raw, query, artifactRoot }: Asked): object {
  const artifact = /^PUT -artifacts\/artifacts\/(.+)$/.exec(call)?.[1]
  if (artifact !== undefined) {
    standIn.artifacts.set(artifact, raw)
    return {}
  }
  const body = (raw === '' ? {} : JSON.parse(raw)) as Body
  const info = (id: string) => {
    const { experiment, deleted } = runOf(standIn, id)
    return {
      ...{ run_id: id, experiment_id: experiment, lifecycle_stage: deleted ? 'deleted' : 'active' },
      artifact_uri: `${artifactRoot}/${experiment}/${id}/artifacts`,
    }
  }
  switch (call) {
    case 'GET experiments/get-by-name':
      return { experiment: experimentOf(standIn, query.get('experiment_name') ?? '') }
    case 'GET experiments/get':
      return { experiment: experimentOf(standIn, nameOf(standIn, query.get('experiment_id') ?? '')) }
    case 'POST experiments/create':
      return { experiment_id: createExperiment(standIn, body.name ?? '') }
    case 'POST runs/search':
      return { runs: searched(standIn, body).map((id) => ({ info: info(id) })) }
    case 'POST runs/create':
      return { run: { info: info(createRun(standIn, body)) } }
    case 'GET runs/get':
      return { run: { info: info(query.get('run_id') ?? '') } }
    case 'POST runs/log-batch':
      logBatch(runOf(standIn, body.run_id ?? ''), body)
      return {}
    case 'POST runs/update': {
      const run = runOf(standIn, body.run_id ?? '')
      run.status = body.status ?? run.status
      run.name = body.run_name ?? run.name
      return { run_info: info(body.run_id ?? '') }
    }
    default:
      throw new Refusal(404, 'ENDPOINT_NOT_FOUND', `There is no ${call}`)
  }
}

const missing = (what: string) => new Refusal(404, 'RESOURCE_DOES_NOT_EXIST', `${what} not found`)
const invalid = (why: string) => new Refusal(400, 'INVALID_PARAMETER_VALUE', why)

function runOf({ runs }: StandIn, id: string): KeptMlflowRun {
  const run = runs.get(id)
  if (!run) throw missing(`Run with id=${id}`)
  return run
}

function nameOf({ experiments }: StandIn, id: string): string {
  const found = [...experiments].find(([, one]) => one.id === id)
  if (!found) throw missing(`Experiment with id=${id}`)
  return found[0]
}

function experimentOf({ experiments }: StandIn, name: string) {
  const found = experiments.get(name)
  if (!found) throw missing(`Could not find experiment with name '${name}'`)
  return { experiment_id: found.id, name, lifecycle_stage: found.deleted ? 'deleted' : 'active' }
}

function createExperiment({ experiments }: StandIn, name: string): string {
  if (name === '') throw invalid('Missing value for required parameter name')
  if (experiments.has(name))
    throw new Refusal(400, 'RESOURCE_ALREADY_EXISTS', `Experiment(name=${name}) already exists.`)
  const id = String(experiments.size + 1)
  experiments.set(name, { id, deleted: false })
  return id
}

function createRun(standIn: StandIn, { experiment_id = '', run_name = '', tags = [] }: Body): string {
  if (![...standIn.experiments.values()].some(({ id }) => id === experiment_id))
    throw missing(`Experiment ${experiment_id}`)
  const id = `mlrun${standIn.runs.size + 1}`
  standIn.runs.set(id, {
    ...{ experiment: experiment_id, name: run_name, status: 'RUNNING', deleted: false },
    ...{ metrics: new Map(), params: new Map() },
    tags: new Map(tags.map(({ key, value }) => [key, String(value)])),
  })
  return id
}

/** Only the one form of filter that is used here: the equality of a tag. */
function searched({ runs }: StandIn, { filter = '', experiment_ids = [] }: Body): readonly string[] {
  const [, tag = '', value] = /^tags\.`([^`]+)` = '([^']*)'$/.exec(filter) ?? []
  if (value === undefined) throw invalid(`Invalid clause(s) in filter string: ${filter}`)
  return [...runs]
    .filter(
      ([, run]) => !run.deleted && experiment_ids.includes(run.experiment) && run.tags.get(tag) === value,
    )
    .map(([id]) => id)
}

function logBatch(run: KeptMlflowRun, { metrics = [], params = [], tags = [] }: Body): void {
  const limit = (what: string, entries: readonly Entry[], most: number) => {
    if (entries.length > most) throw invalid(`A batch logging request can contain at most ${most} ${what}.`)
  }
  limit('metrics', metrics, 1000)
  limit('params', params, 100)
  limit('tags', tags, 100)
  limit('entities', [...metrics, ...params, ...tags], 1000)
  for (const entry of [...metrics, ...params, ...tags]) checkName(entry.key)
  if (metrics.some(({ value }) => typeof value !== 'number')) throw invalid('Got invalid value for metric')
  for (const { key, value } of params) {
    if (String(value).length > 6000)
      throw invalid(`Param value for ${key} exceeds the maximum length of 6000`)
    const before = run.params.get(key)
    if (before !== undefined && before !== value)
      throw invalid(`Changing param values is not allowed. Param with key='${key}' was already logged`)
  }
  if (tags.some(({ value }) => String(value).length > 8000))
    throw invalid('Tag value exceeds the maximum length of 8000')
  for (const { key, value } of metrics) run.metrics.set(key, Number(value))
  for (const { key, value } of params) run.params.set(key, String(value))
  for (const { key, value } of tags) run.tags.set(key, String(value))
}

function checkName(name: string): void {
  const parts = name.split('/')
  const isPath = parts.every((part) => part !== '' && part !== '.' && part !== '..')
  if (!/^[/\w.\- :]+$/.test(name) || !isPath || name.length > 250)
    throw invalid(`Invalid value "${name}" for parameter 'name' supplied.`)
}
