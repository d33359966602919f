/** The workbench window. */
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { readWindowState, WINDOW_SIZE, writeWindowState } from './bounds'
import { PAGE_URL } from './page'

/** The page's own paper, so that nothing flashes before it is drawn (`--paper` of `renderer/styles.css`). */
const PAPER = { light: '#faf8f5', dark: '#171513' }

/** What a window is opened with. */
export interface WindowOptions {
  /** Path of the bundled preload script. */
  readonly preload: string
  /** File that remembers bounds. */
  readonly stateFile: string
}

/** Opens the window; it is shown once there is something to see. */
export function openWindow({ preload, stateFile }: WindowOptions): BrowserWindow {
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...WINDOW_SIZE,
    ...(state ? { x: state.x, y: state.y, width: state.width, height: state.height } : {}),
    show: false,
    title: 'Shelftalk',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  if (state?.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    writeWindowState(stateFile, { ...window.getNormalBounds(), maximised: window.isMaximized() }),
  )
  followTheme(window)
  void window.loadURL(PAGE_URL)
  return window
}

function followTheme(window: BrowserWindow): void {
  const paint = () => window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light)
  nativeTheme.on('updated', paint)
  window.once('closed', () => nativeTheme.off('updated', paint))
}
