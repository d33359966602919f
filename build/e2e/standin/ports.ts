/** Message ports as Electron's main process has them: pairs that queue until started and tell when the other end is closed. */
import { EventEmitter } from 'node:events'

/** One end of a pair. Messages are cloned, as they are between processes. */
export class StandinPort extends EventEmitter {
  private other: StandinPort | undefined
  private waiting: unknown[] | undefined = []
  private closed = false

  /** Ties two ends together; once. */
  static tie(a: StandinPort, b: StandinPort): void {
    a.other = b
    b.other = a
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message)
    queueMicrotask(() => this.other?.take(data))
  }

  start(): void {
    const waiting = this.waiting ?? []
    this.waiting = undefined
    for (const data of waiting) this.emit('message', { data, ports: [] })
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    const { other } = this
    queueMicrotask(() => {
      this.emit('close')
      other?.close()
    })
  }

  private take(data: unknown): void {
    if (this.closed) return
    if (this.waiting) this.waiting.push(data)
    else this.emit('message', { data, ports: [] })
  }
}

/** Electron's `MessageChannelMain`. */
export class MessageChannelMain {
  readonly port1 = new StandinPort()
  readonly port2 = new StandinPort()
  constructor() {
    StandinPort.tie(this.port1, this.port2)
  }
}
