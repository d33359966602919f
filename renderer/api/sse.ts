/** Server-sent events from a byte stream, as `fetch` delivers them. */

/** One event; `event` is `message` unless the server named it. */
export interface SseFrame {
  readonly event: string
  readonly data: string
}

/** Reads the frames out of one block of lines; undefined where the block holds no data (a comment). */
export function readFrame(block: string): SseFrame | undefined {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const value = line.slice(colon + 1).replace(/^ /, '')
    if (line.startsWith('event:')) event = value
    else if (line.startsWith('data:')) data.push(value)
  }
  return data.length > 0 || event !== 'message' ? { event, data: data.join('\n') } : undefined
}

/** Splits what has arrived into whole frames and the rest that is still to come. */
export function takeFrames(text: string): { readonly frames: readonly SseFrame[]; readonly rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n')
  const rest = blocks.pop() ?? ''
  return { frames: blocks.map(readFrame).filter((frame) => frame !== undefined), rest }
}

/** Frames of a response body in order. Releases the stream when the loop is left. */
export async function* sseFrames(body: ReadableStream<Uint8Array>): AsyncGenerator<SseFrame> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let pending = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const { frames, rest } = takeFrames(pending + decoder.decode(value, { stream: true }))
      pending = rest
      yield* frames
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
