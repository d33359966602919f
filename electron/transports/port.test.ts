import { createTRPCClient } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Router } from '../../shared/contract/router'
import type { Services } from '../../shared/contract/services'
import type { Channel } from '../../shared/contract/wire/frames'
import { channelLink } from '../../shared/contract/wire/link'
import { servePort } from './port'

/** Two ends of one channel, structured clones between them. */
function joined(): readonly [Channel, Channel] {
  const ends = [0, 1].map(() => ({ frame: [] as ((frame: unknown) => void)[], close: [] as (() => void)[] }))
  const end = (mine: number, other: number): Channel => ({
    post: (frame) => {
      const data: unknown = structuredClone(frame)
      queueMicrotask(() => ends[other]?.frame.forEach((tell) => tell(data)))
    },
    listen: (onFrame, onClose) => {
      ends[mine]?.frame.push(onFrame)
      ends[mine]?.close.push(onClose)
    },
    close: () => ends[other]?.close.forEach((tell) => tell()),
  })
  return [end(0, 1), end(1, 0)]
}

function client(services: Partial<Services>) {
  const [near, far] = joined()
  servePort(far, services as Services)
  return { near, engine: createTRPCClient<Router>({ links: [channelLink(near)] }) }
}

const brief = { audience: { kind: 'persona', id: 'a' } } as const

describe('servePort', () => {
  it('answers queries with defaults filled in', async () => {
    const seen: unknown[] = []
    const { engine } = client({
      searchShoppers: (request) => {
        seen.push(request)
        return Promise.resolve({ items: [], total: 0 })
      },
    })
    expect(await engine.searchShoppers.query({})).toEqual({ items: [], total: 0 })
    expect(seen).toEqual([{ text: '', limit: 30, offset: 0 }])
  })
  it('refuses input that does not fit, in one line, before any service is asked', async () => {
    const { engine } = client({})
    const asking = engine.searchShoppers.query({ limit: 100_000 })
    await expect(asking).rejects.toMatchObject({
      shape: {
        shelftalk: { code: 'BAD_INPUT', message: expect.stringMatching(/^[^\n]*limit[^\n]*$/) as string },
      },
    })
  })
  it('carries expected failures with code and hint, of answers and of streams', async () => {
    const error = new ShelftalkError('NOT_FOUND', 'There is no persona "a".', 'Pick another.')
    const { engine } = client({
      product: () => Promise.reject(error),
      write: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }) }),
    })
    const shape = { shelftalk: { code: 'NOT_FOUND', message: error.message, hint: error.hint } }
    await expect(engine.product.query({ id: 'x' })).rejects.toMatchObject({ shape })
    const failed = new Promise((resolve) => engine.write.subscribe(brief, { onError: resolve }))
    expect(await failed).toMatchObject({ shape })
  })
  it('says that there is no such operation', async () => {
    const { engine } = client({})
    const unknown = (engine as unknown as Record<string, { query: () => Promise<unknown> }>)['constructor']
    await expect(unknown?.query()).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } })
  })
  it.each(['unsubscribing', 'closing the port'])('stops a stream by %s', async (how) => {
    let stopped: () => void = () => undefined
    const ended = new Promise<void>((resolve) => (stopped = resolve))
    const { engine, near } = client({
      write: async function* (_, signal) {
        yield { type: 'partial', beat: 0, text: 'x' }
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
        stopped()
      },
    })
    const subscription = engine.write.subscribe(brief, {
      onData: () => {
        if (how === 'unsubscribing') subscription.unsubscribe()
        else near.close()
      },
    })
    await ended
  })
})
