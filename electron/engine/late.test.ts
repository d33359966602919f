import { describe, expect, it } from 'vitest'
import { ShelftalkError } from '../../shared/contract/errors'
import type { EngineStatus } from '../../shared/contract/events'
import type { Services } from '../../shared/contract/services'
import { lateServices } from './late'

function opening() {
  const told: ((what: string) => void)[] = []
  let open: (services: Services) => void = () => undefined
  let fail: (cause: unknown) => void = () => undefined
  const services = new Promise<Services>((resolve, reject) => {
    open = resolve
    fail = reject
  })
  return {
    services: lateServices({ services, onProgress: (listener) => void told.push(listener) }),
    say: (what: string) => told.forEach((tell) => tell(what)),
    open,
    fail,
  }
}

const real = {
  personas: () => Promise.resolve([]),
  write: async function* () {
    yield { type: 'partial', beat: 0, text: 'x' }
  },
  status: async function* () {
    yield { state: 'ready' }
  },
} as unknown as Services

async function states(services: Services, signal = new AbortController().signal): Promise<EngineStatus[]> {
  const seen: EngineStatus[] = []
  for await (const status of services.status(signal)) {
    seen.push(status)
    if (status.state === 'down') break
  }
  return seen
}

describe('services of an engine that is being opened', () => {
  it('answer calls once it is open', async () => {
    const { services, open } = opening()
    const asking = services.personas()
    open(real)
    expect(await asking).toEqual([])
  })
  it('say how far it is, then what the engine itself says', async () => {
    const { services, say, open } = opening()
    const reading = states(services)
    await Promise.resolve()
    say('opening the store')
    say('loading the model')
    await new Promise((resolve) => setImmediate(resolve))
    open(real)
    expect(await reading).toEqual([
      { state: 'starting' },
      { state: 'warming', what: 'opening the store' },
      { state: 'warming', what: 'loading the model' },
      { state: 'ready' },
    ])
  })
  it('throw the reason at every caller where it cannot be opened, and say so', async () => {
    const { services, fail } = opening()
    const asking = services.personas()
    const reading = states(services)
    fail(new ShelftalkError('STORE_UNAVAILABLE', 'The folder is a file.', 'Choose another.'))
    await expect(asking).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect(services.templates()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    expect((await reading).at(-1)).toEqual({ state: 'down', reason: 'The folder is a file. Choose another.' })
  })
  it('end the status when the reader leaves, open or not', async () => {
    const controller = new AbortController()
    const reading = states(opening().services, controller.signal)
    controller.abort()
    expect(await reading).toEqual([{ state: 'starting' }])
  })
})
