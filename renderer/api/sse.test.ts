import { describe, expect, it } from 'vitest'
import { readFrame, sseFrames, takeFrames } from './sse'

describe('readFrame', () => {
  it.each([
    ['data: {"a":1}', { event: 'message', data: '{"a":1}' }],
    ['event: return\ndata: ', { event: 'return', data: '' }],
    ['data: one\ndata: two', { event: 'message', data: 'one\ntwo' }],
    ['event: ping', { event: 'ping', data: '' }],
    [': a comment', undefined],
    ['', undefined],
  ])('%j', (block, want) => {
    expect(readFrame(block)).toEqual(want)
  })
})

describe('takeFrames', () => {
  it('keeps what is not whole yet', () => {
    expect(takeFrames('data: 1\n\nevent: x\r\ndata: 2\r\n\r\ndata: 3\n')).toEqual({
      frames: [
        { event: 'message', data: '1' },
        { event: 'x', data: '2' },
      ],
      rest: 'data: 3\n',
    })
  })
})

describe('sseFrames', () => {
  it('joins frames and characters that were cut anywhere', async () => {
    const bytes = new TextEncoder().encode('data: "₹4,990"\n\n\ndata: 2\n\n')
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    const seen: string[] = []
    for await (const frame of sseFrames(body)) seen.push(frame.data)
    expect(seen).toEqual(['"₹4,990"', '2'])
  })

  it('lets the stream go when the loop is left', async () => {
    let cancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
      cancel: () => {
        cancelled = true
      },
    })
    for await (const frame of sseFrames(body)) if (frame.data === '1') break
    expect(cancelled).toBe(true)
  })
})
