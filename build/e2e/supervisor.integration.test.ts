/** The supervisor with real child processes that are killed. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forkEngine } from '../../electron/engine/fork'
import type { EngineChild, Supervisor, SupervisorOptions } from '../../electron/engine/supervisor'
import { superviseEngine } from '../../electron/engine/supervisor'
import type { EngineStatus } from '../../shared/contract/events'
import { writeRequestSchema } from '../../shared/contract/schemas'

const request = writeRequestSchema.parse({
  audience: { kind: 'persona', id: 'asha-menon' },
  occasion: 'a rainy weekend',
})
const never = new AbortController().signal

let home: string
let children: EngineChild[]
let supervisor: Supervisor | undefined
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'shelftalk-supervisor-'))
  children = []
})
afterEach(async () => {
  await supervisor?.close()
  supervisor = undefined
  rmSync(home, { recursive: true, force: true })
})

function start(
  options: SupervisorOptions = {},
  script = join(import.meta.dirname, 'fakeEngine.ts'),
): Supervisor {
  const spawn = forkEngine({ script, home, execArgv: ['--import', 'tsx'] })
  supervisor = superviseEngine(
    () => {
      const child = spawn()
      children.push(child)
      return child
    },
    { pauseMs: 20, noticeMs: 50, ...options },
  )
  return supervisor
}

function kill(): void {
  process.kill(children.at(-1)?.pid ?? 0, 'SIGKILL')
}

/** States in order until `last` is seen. */
async function statesUntil(
  { services }: Supervisor,
  last: EngineStatus['state'],
): Promise<readonly EngineStatus[]> {
  const seen: EngineStatus[] = []
  for await (const status of services.status(never)) {
    seen.push(status)
    if (status.state === last) break
  }
  return seen
}

async function firstPersona({ services }: Supervisor): Promise<string | undefined> {
  return (await services.personas())[0]?.id
}

describe('superviseEngine', () => {
  it('fails the stream under way when the process is killed, says so, and works again in a new process', async () => {
    const engine = start()
    await statesUntil(engine, 'ready')
    const stream = engine.services.write(
      { ...request, audience: { kind: 'persona', id: (await firstPersona(engine)) ?? '' } },
      never,
    )
    const seen: string[] = []
    const reading = (async () => {
      for await (const event of stream) {
        seen.push(event.type)
        if (event.type === 'partial') kill()
      }
    })()
    await expect(reading).rejects.toMatchObject({
      code: 'ENGINE_DOWN',
      message: expect.stringContaining('SIGKILL') as string,
    })
    expect(seen).toContain('partial')
    expect(seen).not.toContain('done')
    const after = await statesUntil(engine, 'restarted')
    expect(after.at(-1)).toMatchObject({ state: 'restarted', restarts: 1 })
    await statesUntil(engine, 'ready')
    expect(await firstPersona(engine)).toBeDefined()
    expect(children).toHaveLength(2)
  })

  it('stops a stream in the process when the caller leaves it', async () => {
    const engine = start()
    const id = (await firstPersona(engine)) ?? ''
    for await (const event of engine.services.write(
      { ...request, audience: { kind: 'persona', id } },
      never,
    )) {
      if (event.type === 'partial') break
    }
    const note = join(home, 'stopped.txt')
    await expect
      .poll(() => existsSync(note) && readFileSync(note, 'utf8'), { timeout: 10_000 })
      .toBe('write\n')
  })

  it('gives up after the last crash of the window, and says so to every caller', async () => {
    const crashes: string[] = []
    const engine = start(
      { crashesMax: 3, onCrash: (how) => crashes.push(how) },
      join(import.meta.dirname, 'no-such-engine.ts'),
    )
    const seen = await statesUntil(engine, 'down')
    expect(crashes).toEqual(['code 1', 'code 1', 'code 1'])
    expect(seen.at(-1)).toMatchObject({ state: 'down', reason: expect.stringContaining('3 times') as string })
    await expect(engine.services.personas()).rejects.toMatchObject({ code: 'ENGINE_DOWN' })
    await expect(engine.services.write(request, never)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'ENGINE_DOWN',
    })
    expect(children).toHaveLength(3)
  })

  it('does not take the end it asked for as a crash', async () => {
    const crashes: string[] = []
    const engine = start({ onCrash: (how) => crashes.push(how) })
    await statesUntil(engine, 'ready')
    await engine.close()
    await expect(engine.services.personas()).rejects.toMatchObject({ code: 'ENGINE_DOWN' })
    expect([crashes, children.length]).toEqual([[], 1])
  })

  it('carries expected failures of the process as they are', async () => {
    const engine = start()
    await expect(engine.services.product(undefined, 'nothing')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      hint: expect.any(String) as string,
    })
  })
})
