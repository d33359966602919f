/** The desktop shell: one window, and the engine in a process of its own. Everything else is behind the port. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { openLog } from './engine/log'
import { defaultHome } from './engine/resources'
import { superviseEngine } from './engine/supervisor'
import { utilityEngine } from './shell/engine'
import { denyNavigation, denyPermissions } from './shell/lockdown'
import { setMenu } from './shell/menu'
import { claimScheme, servePage } from './shell/page'
import { chooseFiles, handPortsOut } from './shell/ports'
import { openWindow } from './shell/window'

/** A page that dies this soon after it was loaded again is left alone: it would only die again. */
const RELOAD_MS_MIN = 10_000

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  app.setName('Shelftalk')
  claimScheme()
  denyNavigation()
  app.whenReady().then(start).catch(giveUp)
}

/** Without a window nobody would see why: a home folder that cannot be written to, for example. */
function giveUp(cause: unknown): void {
  const message = cause instanceof Error ? cause.message : String(cause)
  dialog.showErrorBox(
    'Shelftalk cannot start',
    `${message}\n\nCheck that ${defaultHome()} can be written to.`,
  )
  app.exit(1)
}

function start(): void {
  const here = import.meta.dirname
  const home = defaultHome()
  const log = openLog(home, 'main')
  log.info({ version: app.getVersion(), electron: process.versions['electron'] }, 'started')
  const supervisor = superviseEngine(utilityEngine({ script: join(here, 'engine.mjs'), home }), {
    onCrash: (how, restarts) => log.error({ how, restarts }, 'the engine stopped'),
  })
  denyPermissions(session.defaultSession)
  servePage(join(here, '../../dist/renderer'))
  setMenu(!app.isPackaged)
  handPortsOut(supervisor.services)
  chooseFiles()
  const open = () =>
    openWindow({
      preload: join(here, 'preload.cjs'),
      stateFile: join(app.getPath('userData'), 'window.json'),
    })
  open()

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  app.on('second-instance', () => show(BrowserWindow.getAllWindows()[0] ?? open()))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  reviveWindows((reason) => log.error({ reason }, 'a window stopped'))

  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    // The engine closes its store before the app is gone.
    event.preventDefault()
    void supervisor.close().finally(() => {
      closed = true
      log.info('ended')
      app.quit()
    })
  })
}

function show(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Loads a page again whose process has crashed; the engine and what it holds are elsewhere. */
function reviveWindows(tell: (reason: string) => void): void {
  const revived = new Map<number, number>()
  app.on('render-process-gone', (_event, contents, { reason }) => {
    if (reason === 'clean-exit') return
    tell(reason)
    const before = revived.get(contents.id) ?? 0
    if (Date.now() - before < RELOAD_MS_MIN || contents.isDestroyed()) return
    revived.set(contents.id, Date.now())
    contents.reload()
  })
}
