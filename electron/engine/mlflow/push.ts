/**
 * Sends a run to an MLflow server. Nothing is lost on the way: the run stays in the store, remembers under which id the server has it as
 * soon as there is one, and is found again by its tag where the answer that gave the id never arrived; so a second push, after a failure
 * or a change, brings the same run up to date.
 */
import { z } from 'zod'
import type { PushRunRequest, PushedRun } from '../../../shared/contract/parts/runs'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { Run, RunState } from '../../../shared/domain/run'
import type { RunStore } from '../../store/runs'
import { exported } from '../runs/export'
import type { Environment } from './address'
import { authorizationFor, mlflowAddress } from './address'
import type { MlflowServer } from './client'
import { MlflowRefusal, callOnce, putArtifact, tried } from './client'
import { ID_TAG, batches, metricsOf, paramsOf, tagsOf } from './entries'

const infoSchema = z.object({
  run_id: z.string(),
  experiment_id: z.string(),
  artifact_uri: z.string().optional(),
  lifecycle_stage: z.string().optional(),
})
const runSchema = z.object({ run: z.object({ info: infoSchema }) })
const searchSchema = z.object({ runs: z.array(z.object({ info: infoSchema })).optional() })
const experimentSchema = z.object({
  experiment: z.object({
    experiment_id: z.string(),
    name: z.string(),
    lifecycle_stage: z.string().optional(),
  }),
})
const createdSchema = z.object({ experiment_id: z.string() })

type Info = z.output<typeof infoSchema>

/** Sends it. Throws NOT_FOUND for a run that is not there, BAD_INPUT for an address that is none, SERVER_AWAY. */
export async function pushRun(
  runs: RunStore,
  { id, url, experiment: given }: PushRunRequest,
  environment: Environment,
): Promise<PushedRun> {
  const address = mlflowAddress(url, environment)
  if (address === undefined) throw noAddress()
  const run = await runs.one(id)
  const server = { address, authorization: authorizationFor(address, environment) }
  const { info, isNew, experiment } = await place(server, run, given ?? `shelftalk-${run.kind}`)
  const pushed = { url: address, mlflowRunId: info.run_id, atMs: Date.now() }
  await runs.update(id, { pushed })
  await fill(server, run, info)
  const artifacts = await attach(server, { run, values: await runs.values(id) }, info)
  const page = `${address}/#/experiments/${info.experiment_id}/runs/${info.run_id}`
  return { ...pushed, experiment, page, isNew, artifacts }
}

/** The run on the server and the experiment it is in: the one known from before, which MLflow moves to no other, the one that bears its tag, or a new one. */
async function place(server: MlflowServer, run: Run, experiment: string) {
  const before = await knownRun(server, run)
  if (before) return { info: before, isNew: false, experiment: await nameOf(server, before.experiment_id) }
  const experimentId = await experimentOf(server, experiment)
  // Creating is tried again together with looking, because the first try may have made it and its answer been lost.
  return tried(server, async () => {
    const filter = `tags.\`${ID_TAG}\` = '${run.id.replaceAll("'", '')}'`
    const search = { experiment_ids: [experimentId], filter, max_results: 1 }
    const { runs: found } = await callOnce(
      server,
      { method: 'POST', path: 'runs/search', body: search },
      searchSchema,
    )
    if (found?.[0]) return { info: found[0].info, isNew: false, experiment }
    const body = {
      experiment_id: experimentId,
      run_name: run.name,
      start_time: Math.round(run.createdAtMs),
      tags: [{ key: ID_TAG, value: run.id }],
    }
    const made = await callOnce(server, { method: 'POST', path: 'runs/create', body }, runSchema)
    return { info: made.run.info, isNew: true, experiment }
  })
}

/** What an experiment is called. */
async function nameOf(server: MlflowServer, id: string): Promise<string> {
  const path = `experiments/get?experiment_id=${encodeURIComponent(id)}`
  const call = () => callOnce(server, { method: 'GET', path }, experimentSchema)
  return (await tried(server, call)).experiment.name
}

/** Undefined where it was never sent there, or somebody deleted it there. */
async function knownRun(server: MlflowServer, { pushed }: Run): Promise<Info | undefined> {
  const id = pushed?.find(({ url }) => url === server.address)?.mlflowRunId
  if (id === undefined) return undefined
  try {
    const path = `runs/get?run_id=${encodeURIComponent(id)}`
    const { run } = await tried(server, () => callOnce(server, { method: 'GET', path }, runSchema))
    return run.info.lifecycle_stage === 'deleted' ? undefined : run.info
  } catch (cause) {
    if (isMissing(cause)) return undefined
    throw cause
  }
}

/** The id of an experiment, made when it is not there. */
async function experimentOf(server: MlflowServer, name: string): Promise<string> {
  return tried(server, async () => {
    const path = `experiments/get-by-name?experiment_name=${encodeURIComponent(name)}`
    try {
      const { experiment } = await callOnce(server, { method: 'GET', path }, experimentSchema)
      if (experiment.lifecycle_stage === 'deleted') throw experimentDeleted(name)
      return experiment.experiment_id
    } catch (cause) {
      if (!isMissing(cause)) throw cause
    }
    const create = { method: 'POST', path: 'experiments/create', body: { name } } as const
    return (await callOnce(server, create, createdSchema)).experiment_id
  })
}

const STATUS: Readonly<Record<RunState, string>> = {
  finished: 'FINISHED',
  failed: 'FAILED',
  cancelled: 'KILLED',
}

async function fill(server: MlflowServer, run: Run, { run_id }: Info): Promise<void> {
  const post = (path: string, body: object) =>
    tried(server, () =>
      callOnce(server, { method: 'POST', path, body: { run_id, ...body } }, z.unknown()),
    ).catch((cause: unknown) => {
      throw cause instanceof MlflowRefusal ? refused(cause) : cause
    })
  for (const batch of batches({ metrics: metricsOf(run), params: paramsOf(run), tags: tagsOf(run) }))
    await post('runs/log-batch', batch)
  const end_time = Math.round(run.createdAtMs + run.ms)
  await post('runs/update', { status: STATUS[run.state], end_time, run_name: run.name })
}

/** Files beside the figures, where the server itself takes them; those that it keeps elsewhere are none of ours to reach. */
async function attach(
  server: MlflowServer,
  valued: Parameters<typeof exported>[0][number],
  { artifact_uri = '' }: Info,
): Promise<readonly string[]> {
  const root = /^mlflow-artifacts:\/(?!\/)(.*)$/.exec(artifact_uri)?.[1]
  if (root === undefined) return []
  const files = [
    { name: 'run.json', data: exported([valued], { format: 'json', values: false }).data },
    ...(valued.values.length === 0
      ? []
      : [{ name: 'values.csv', data: exported([valued], { format: 'csv', values: true }).data }]),
  ]
  for (const { name, data } of files) await tried(server, () => putArtifact(server, `${root}/${name}`, data))
  return files.map(({ name }) => name)
}

const isMissing = (cause: unknown) =>
  cause instanceof MlflowRefusal && cause.code === 'RESOURCE_DOES_NOT_EXIST'

const refused = (cause: MlflowRefusal) =>
  new ShelftalkError(
    'BAD_INPUT',
    `The MLflow server did not take the run: ${cause.message.slice(0, 300)}`,
    'The run stays here. If it was changed by hand in MLflow, delete it there and push it again.',
    { cause },
  )

const experimentDeleted = (name: string) =>
  new ShelftalkError(
    'BAD_INPUT',
    `The experiment "${name}" was deleted in MLflow.`,
    'Restore it there, or name another experiment.',
  )

const noAddress = () =>
  new ShelftalkError(
    'BAD_INPUT',
    'It is not said which MLflow server to push to.',
    'Give its address (in the settings of the push, or with --mlflow), or set SHELFTALK_MLFLOW.',
  )
