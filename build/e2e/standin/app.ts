/** The parts of Electron's main process that need no window: life cycle, messages, protocol, session, menu. */
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An event that can be refused. */
export class StandinEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

class App extends EventEmitter {
  readonly isPackaged = false
  /** Closes every window; set by whoever has windows. */
  onQuit: () => Promise<void> = () => Promise.resolve()
  private ready = false

  requestSingleInstanceLock(): boolean {
    return true
  }

  setName(): void {
    // The stand-in shows no name.
  }

  getVersion(): string {
    return '0.0.0'
  }

  getPath(name: string): string {
    const folder = join(process.env['STANDIN_DATA'] ?? join(tmpdir(), 'shelftalk-standin'), name)
    mkdirSync(folder, { recursive: true })
    return folder
  }

  async whenReady(): Promise<void> {
    if (this.ready) return
    await new Promise((resolve) => setImmediate(resolve))
    this.ready = true
  }

  /** Asks whether everybody is ready to go, as Electron does, and goes. */
  quit(): void {
    const event = new StandinEvent()
    this.emit('will-quit', event)
    if (event.defaultPrevented) return
    void this.onQuit().finally(() => process.exit(0))
  }
}

/** Electron's `app`. */
export const app = new App()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())

type Handler = (event: unknown, ...args: readonly unknown[]) => unknown

class IpcMain extends EventEmitter {
  private readonly handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler)
  }

  /** What a page's `invoke` gets. */
  invoked(channel: string, event: unknown, args: readonly unknown[]): unknown {
    return this.handlers.get(channel)?.(event, ...args)
  }
}

/** Electron's `ipcMain`. */
export const ipcMain = new IpcMain()

type Serve = (request: Request) => Response | Promise<Response>
const schemes = new Map<string, Serve>()

/** Electron's `protocol`. Handlers must be for schemes that were claimed before. */
export const protocol = {
  claimed: new Set<string>(),
  registerSchemesAsPrivileged(custom: readonly { readonly scheme: string }[]): void {
    for (const { scheme } of custom) protocol.claimed.add(scheme)
  },
  handle(scheme: string, serve: Serve): void {
    if (!protocol.claimed.has(scheme))
      throw new Error(`The scheme ${scheme} was not registered before the app was ready`)
    schemes.set(scheme, serve)
  },
  /** What a page's request gets. */
  async served(address: string): Promise<Response> {
    const serve = schemes.get(new URL(address).protocol.slice(0, -1))
    return serve ? serve(new Request(address)) : new Response('', { status: 404 })
  },
}

/** Permissions as the shell has them answered; the browser is given those that are allowed. */
export class StandinSession extends EventEmitter {
  private check: ((contents: null, permission: string, origin: string) => boolean) | undefined

  setPermissionRequestHandler(): void {
    // The browser asks nobody: it is given what the check allows.
  }
  setPermissionCheckHandler(check: (contents: null, permission: string, origin: string) => boolean): void {
    this.check = check
  }
  setDevicePermissionHandler(): void {
    // The browser has no devices.
  }
  /** Whether a page of `origin` may have it. */
  allows(permission: string, origin: string): boolean {
    return this.check?.(null, permission, origin) ?? true
  }
}

/** Electron's `session`. */
export const session = { defaultSession: new StandinSession() }

interface Item {
  readonly label?: string
  readonly role?: string
  readonly submenu?: readonly Item[]
}

/** Electron's `Menu`: it remembers what was set. */
export const Menu = {
  current: [] as readonly Item[],
  buildFromTemplate: (template: readonly Item[]) => template,
  setApplicationMenu(menu: readonly Item[]): void {
    Menu.current = menu
  },
}

/** Electron's `nativeTheme`. */
export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false })
/** Electron's `screen`. */
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
/** Electron's `dialog`: the file that `STANDIN_FILE` names is the one chosen. */
export const dialog = {
  showOpenDialog: () =>
    Promise.resolve({ filePaths: process.env['STANDIN_FILE'] ? [process.env['STANDIN_FILE']] : [] }),
}
