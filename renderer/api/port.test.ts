import { createTRPCClient } from '@trpc/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { errorData } from '../../shared/contract/errors'
import type { Router } from '../../shared/contract/router'
import { answer } from '../../shared/contract/wire/answer'
import { PORT_MESSAGE, READY_MESSAGE, portChannel, portLink } from './port'

/** A window that delivers its own messages, and what was posted to it. */
class FakeWindow extends EventTarget {
  readonly posted: unknown[] = []
  postMessage(data: unknown): void {
    this.posted.push(data)
  }
  /** As a preload script hands over a port; `source` is the window itself unless said. */
  deliver(data: unknown, ports: readonly MessagePort[], source: unknown = this): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, ports, source }))
  }
}

let window: FakeWindow
const opened: MessagePort[] = []
beforeEach(() => {
  window = new FakeWindow()
  vi.stubGlobal('window', window)
})
afterEach(() => {
  for (const port of opened.splice(0)) port.close()
  vi.unstubAllGlobals()
})

/** A port whose other end answers every call with `name`. */
function portOf(name: string): MessagePort {
  const { port1, port2 } = new MessageChannel()
  opened.push(port1, port2)
  answer(portChannel(port2), () => Promise.resolve({ name }), errorData)
  return port1
}

it('asks for a port, takes the one that comes from its own window, and swaps it for a later one', async () => {
  let replaced = 0
  const linked = portLink(() => replaced++)
  expect(window.posted).toEqual([READY_MESSAGE])
  window.deliver(PORT_MESSAGE, [portOf('from a frame')], {})
  window.deliver('something else', [portOf('not ours')])
  window.deliver(PORT_MESSAGE, [portOf('first')])
  const client = createTRPCClient<Router>({ links: [await linked] })
  expect(await client.model.query()).toEqual({ name: 'first' })
  window.deliver(PORT_MESSAGE, [portOf('second')])
  expect([await client.model.query(), replaced]).toEqual([{ name: 'second' }, 1])
})
