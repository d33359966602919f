import { createTRPCClient } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { ShelftalkError, errorData } from '../errors'
import type { Router } from '../router'
import { answer } from './answer'
import { callOver } from './call'
import type { Channel } from './frames'
import { channelLink } from './link'
import { createQueue } from './queue'

/** Two channel ends joined in memory; frames arrive in a later microtask and as clones, as real ports deliver them. */
function joined(): readonly [Channel, Channel] {
  const ends = [
    { onFrame: (_: unknown) => {}, onClose: () => {} },
    { onFrame: (_: unknown) => {}, onClose: () => {} },
  ] as const
  const channel = (mine: 0 | 1): Channel => ({
    post: (frame) => {
      const clone: unknown = structuredClone(frame)
      queueMicrotask(() => ends[mine === 0 ? 1 : 0].onFrame(clone))
    },
    listen: (onFrame, onClose) => Object.assign(ends[mine], { onFrame, onClose }),
    close: () => queueMicrotask(() => ends[mine === 0 ? 1 : 0].onClose()),
  })
  return [channel(0), channel(1)]
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

async function collect(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const all = []
  for await (const value of values) all.push(value)
  return all
}

describe('calls over a channel', () => {
  it('answers a promise with its one value, undefined included', async () => {
    const [near, far] = joined()
    answer(far, async (path, input) => (path === 'echo' ? input : undefined), errorData)
    const caller = callOver(near, (error) => error)
    expect(await caller.ask('echo', { a: [1, undefined, 'x'] })).toEqual({ a: [1, undefined, 'x'] })
    expect(await caller.ask('nothing', 0)).toBeUndefined()
  })

  it('keeps interleaved streams apart and in order', async () => {
    const [near, far] = joined()
    const count = async function* (path: string) {
      for (let n = 0; n < 3; n++) {
        await settle()
        yield `${path}${n}`
      }
    }
    answer(far, (path) => count(path), errorData)
    const caller = callOver(near, (error) => error)
    const both = await Promise.all([collect(caller.stream('a', 0)), collect(caller.stream('b', 0))])
    expect(both).toEqual([
      ['a0', 'a1', 'a2'],
      ['b0', 'b1', 'b2'],
    ])
  })

  it('carries an expected failure as data after the values that came before it', async () => {
    const [near, far] = joined()
    const failing = async function* () {
      yield 1
      throw new ShelftalkError('NOT_FOUND', 'no such persona', 'List them first.')
    }
    answer(far, failing, errorData)
    const seen: unknown[] = []
    const reading = (async () => {
      for await (const value of callOver(near, (error) => error).stream('x', 0)) seen.push(value)
    })()
    await expect(
      reading.catch((error: unknown) => Promise.reject(new Error(JSON.stringify(error)))),
    ).rejects.toThrow('NOT_FOUND')
    expect(seen).toEqual([1])
  })

  it.each(['leaving the loop', 'aborting'])('stops the other side on %s', async (how) => {
    const [near, far] = joined()
    let stopped = false
    const endless = async function* (_path: string, _input: unknown, signal: AbortSignal) {
      signal.addEventListener('abort', () => (stopped = true))
      for (;;) {
        await settle()
        yield 1
      }
    }
    answer(far, endless, errorData)
    const controller = new AbortController()
    for await (const value of callOver(near, (error) => error).stream('x', 0, controller.signal)) {
      expect(value).toBe(1)
      if (how === 'aborting') controller.abort()
      else break
    }
    await settle()
    expect(stopped).toBe(true)
  })

  it('fails what is under way and what comes later when the other end is gone', async () => {
    const [near, far] = joined()
    answer(far, () => new Promise(() => {}), errorData)
    const caller = callOver(near, (error) => error)
    const under = caller.ask('never', 0)
    far.close()
    await expect(under).rejects.toMatchObject({ code: 'ENGINE_DOWN' })
    await expect(caller.ask('later', 0)).rejects.toMatchObject({ code: 'ENGINE_DOWN' })
  })

  it('drops frames that are none of ours', async () => {
    const [near, far] = joined()
    let calls = 0
    answer(far, async () => ++calls, errorData)
    const junk: readonly unknown[] = [
      null,
      7,
      { frame: 'call' },
      { frame: 'call', id: -1, path: 'x' },
      { frame: 'format' },
    ]
    near.listen(
      () => {},
      () => {},
    )
    for (const frame of junk) near.post(frame as never)
    await settle()
    expect(calls).toBe(0)
  })
})

describe('createQueue', () => {
  it('lets a waiting consumer leave at once', async () => {
    let left = 0
    const queue = createQueue<number>(() => left++)
    const waiting = queue.values.next()
    await queue.values.return?.()
    expect([await waiting, left]).toEqual([{ done: true, value: undefined }, 1])
  })
  it('delivers what was pushed before a failure, then the failure once, then the end', async () => {
    const queue = createQueue<number>(() => {})
    queue.push(1)
    queue.fail(new Error('broken'))
    expect(await queue.values.next()).toEqual({ done: false, value: 1 })
    await expect(queue.values.next()).rejects.toThrow('broken')
    expect(await queue.values.next()).toEqual({ done: true, value: undefined })
  })
})

describe('channelLink', () => {
  it('carries queries and subscriptions of the router', async () => {
    const [near, far] = joined()
    const handler = (path: string) => {
      const status = async function* () {
        yield { state: 'ready' }
      }
      return path === 'status' ? status() : Promise.resolve([path])
    }
    answer(far, handler, errorData)
    const client = createTRPCClient<Router>({ links: [channelLink(near)] })
    expect(await client.personas.query()).toEqual(['personas'])
    const seen: unknown[] = []
    await new Promise<void>((resolve) => {
      client.status.subscribe(undefined, { onData: (data) => seen.push(data), onComplete: resolve })
    })
    expect(seen).toEqual([{ state: 'ready' }])
  })

  it('gives a lost engine the shape of any other error', async () => {
    const [near, far] = joined()
    answer(far, () => new Promise(() => {}), errorData)
    const client = createTRPCClient<Router>({ links: [channelLink(near)] })
    const asking = client.personas.query()
    far.close()
    await expect(asking).rejects.toMatchObject({ shape: { shelftalk: { code: 'ENGINE_DOWN' } } })
  })
})
