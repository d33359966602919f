import type { MessagePort } from 'node:worker_threads'
import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import type { Services } from '../../shared/contract/services'
import { callOver } from '../../shared/contract/wire/call'
import type { PortLike } from '../transports/channels'
import { portChannel } from '../transports/channels'
import { remoteServices, reviveError, serve } from './remote'

/** Services across a real port. */
function across(services: Partial<Services>) {
  const { port1, port2 } = new MessageChannel()
  const like = (port: MessagePort): PortLike => ({
    postMessage: (message) => port.postMessage(message),
    on: (_, listener) => port.on('message', (data: unknown) => listener({ data })),
    start: () => port.start(),
    close: () => port.close(),
  })
  serve(portChannel(like(port1)), services as Services)
  const caller = callOver(portChannel(like(port2)), reviveError)
  return { remote: remoteServices(() => caller), close: () => port1.close() }
}

describe('services across a channel', () => {
  it('tell an evaluation of the search that nobody waits for it any more', async () => {
    const stopping = new AbortController()
    const stopped = new Promise((resolve) => {
      const { remote, close } = across({
        evaluateRetrieval: (request, signal) => {
          expect(request).toEqual({ seed: 4, keep: false })
          expect(signal.aborted).toBe(false)
          signal.addEventListener('abort', () => resolve(close()))
          stopping.abort()
          return new Promise(() => undefined)
        },
      })
      remote.evaluateRetrieval({ seed: 4, keep: false }, stopping.signal).catch(() => undefined)
    })
    await stopped
  })

  it('give no signal to those that take none: it would stand where something else is expected', async () => {
    const given: unknown[] = []
    const { remote, close } = across({
      template: (...args) => {
        given.push(...args)
        return Promise.reject(new Error('no such template'))
      },
    })
    await expect(remote.template('card')).rejects.toMatchObject({ message: 'no such template' })
    expect(given).toEqual(['card'])
    close()
  })
})
