/** Electron's `BrowserWindow` as a page of the system's Chromium. The shell's own scheme is carried over an address that Chromium knows. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Frame, Page, Route } from 'playwright-core'
import { app, ipcMain, protocol, session, StandinEvent } from './app'
import { browserContext } from './chromium'
import type { StandinPort } from './ports'
import { BINDING, DELIVER, POST, preloadScript } from './preload'

/** `app://shelftalk/x` to the page is `http://shelftalk.localhost/x`, a secure origin like the scheme itself. */
const CARRIED = 'http://shelftalk.localhost'
const SCHEME = 'app://shelftalk'
const carried = (address: string) => address.replace(SCHEME, CARRIED)
const original = (address: string) => address.replace(CARRIED, SCHEME)

type Message =
  | { readonly kind: 'send' | 'invoke'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'post'; readonly number: number; readonly data: unknown }

/** A frame of a page, as messages show it. */
class StandinFrame {
  readonly url: string
  readonly parent: StandinFrame | null
  private readonly contents: WebContents

  constructor(frame: Frame, contents: WebContents) {
    const parent = frame.parentFrame()
    this.url = original(frame.url())
    this.parent = parent ? new StandinFrame(parent, contents) : null
    this.contents = contents
  }

  postMessage(channel: string, _message: unknown, transfer: readonly StandinPort[] = []): void {
    this.contents.deliver(channel, transfer)
  }
}

let nextId = 1

class WebContents extends EventEmitter {
  readonly id = nextId++
  page: Page | undefined
  /** Set by the shell; without one Electron opens windows. */
  private openHandler: (details: { readonly url: string }) => { readonly action: string } = () => ({
    action: 'allow',
  })
  private readonly ports = new Map<number, StandinPort>()
  private nextPort = 1
  /** Keeps what goes to the page in order. */
  private sending: Promise<unknown> = Promise.resolve()

  setWindowOpenHandler(handler: typeof this.openHandler): void {
    this.openHandler = handler
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false
  }

  reload(): void {
    void this.page?.reload()
  }

  mayOpen(url: string): boolean {
    return this.openHandler({ url }).action === 'allow'
  }

  /** Hands ports over to the page's preload script. */
  deliver(channel: string, transfer: readonly StandinPort[]): void {
    const numbers = transfer.map((port) => {
      const number = this.nextPort++
      this.ports.set(number, port)
      port.on('message', ({ data }: { readonly data: unknown }) => this.send(POST, { number, data }))
      return number
    })
    this.send(DELIVER, { channel, numbers })
    for (const port of transfer) port.start()
  }

  /** What the page's preload script asks for. */
  receive(frame: Frame, message: Message): unknown {
    if (message.kind === 'post') {
      this.ports.get(message.number)?.postMessage(message.data)
      return undefined
    }
    const event = { sender: this, senderFrame: new StandinFrame(frame, this), ports: [] }
    if (message.kind === 'invoke') return ipcMain.invoked(message.channel, event, message.args)
    ipcMain.emit(message.channel, event, ...message.args)
    return undefined
  }

  /** The page is gone or is another: its ends of all ports are closed. */
  drop(): void {
    for (const port of this.ports.values()) port.close()
    this.ports.clear()
  }

  private send(name: string, value: unknown): void {
    this.sending = this.sending
      .then(() =>
        this.page?.evaluate(
          ([to, what]) => (globalThis as unknown as Record<string, (given: unknown) => void>)[to]?.(what),
          [name, value] as const,
        ),
      )
      .catch(() => undefined)
  }
}

interface Options {
  readonly webPreferences: { readonly preload: string }
  readonly width: number
  readonly height: number
}

/** Electron's `BrowserWindow`. */
export class BrowserWindow extends EventEmitter {
  private static readonly windows = new Set<BrowserWindow>()
  readonly webContents = new WebContents()
  private readonly options: Options
  private bounds: { x: number; y: number; width: number; height: number }
  private maximised = false

  constructor(options: Options & { readonly x?: number; readonly y?: number }) {
    super()
    this.options = options
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width, height: options.height }
    BrowserWindow.windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...BrowserWindow.windows]
  }

  static fromWebContents(contents: unknown): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  async loadURL(address: string): Promise<void> {
    const context = await browserContext()
    const page = context.pages()[0] ?? (await context.newPage())
    const contents = this.webContents
    contents.page = page
    await context.grantPermissions(
      session.defaultSession.allows('clipboard-sanitized-write', SCHEME) ? ['clipboard-write'] : [],
      { origin: CARRIED },
    )
    await page.exposeBinding(BINDING, ({ frame }, message: Message) => contents.receive(frame, message))
    await page.addInitScript({
      content: preloadScript(readFileSync(this.options.webPreferences.preload, 'utf8')),
    })
    // A window that a page opened gets nothing before it is closed.
    await context.route('**/*', (route) => route.abort('blockedbyclient'))
    await page.route('**/*', (route) => this.answer(route))
    context.on('page', (opened) => {
      if (!contents.mayOpen(original(opened.url()))) void opened.close()
    })
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) contents.drop()
    })
    page.on('close', () => this.closed())
    page.on('crash', () => app.emit('render-process-gone', {}, contents, { reason: 'crashed', exitCode: 5 }))
    await page.goto(carried(address))
    this.emit('ready-to-show')
  }

  /** Everything a page asks for: its own files from the shell's handler, going elsewhere only if the shell lets it. */
  private async answer(route: Route): Promise<void> {
    const request = route.request()
    const address = original(request.url())
    if (request.isNavigationRequest() && request.frame() === this.webContents.page?.mainFrame()) {
      const event = Object.assign(new StandinEvent(), { url: address })
      this.webContents.emit('will-navigate', event)
      if (event.defaultPrevented) return route.abort('aborted')
    }
    if (!address.startsWith(`${SCHEME}/`)) return route.abort('blockedbyclient')
    const response = await protocol.served(address)
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  private closed(): void {
    this.webContents.drop()
    this.emit('close', new StandinEvent())
    BrowserWindow.windows.delete(this)
    this.emit('closed')
    if (BrowserWindow.windows.size === 0) app.emit('window-all-closed')
  }

  getNormalBounds() {
    return this.bounds
  }
  isMaximized(): boolean {
    return this.maximised
  }
  maximize(): void {
    this.maximised = true
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {
    this.maximised = false
  }
  show(): void {
    void this.webContents.page?.bringToFront()
  }
  focus(): void {
    this.show()
  }
  setBackgroundColor(): void {
    // Chromium paints its own.
  }
}
