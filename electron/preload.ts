/**
 * The one script between the page and the shell. Sandboxed, in a world of its own: it hands the page a message port to the engine, and
 * two things that a page cannot know by itself, the path of a file that was dropped and the file a person chooses.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHOOSE_FILE_MESSAGE, PORT_MESSAGE, READY_MESSAGE } from './shell/messages'

/** What is used of the page's window; this layer is compiled without a browser's globals. */
declare const window: {
  readonly location: { readonly origin: string }
  addEventListener(
    type: 'message',
    listener: (event: { readonly source: unknown; readonly data: unknown }) => void,
  ): void
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void
}

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === READY_MESSAGE) ipcRenderer.send(PORT_MESSAGE)
})

// A port crosses from this world into the page's by a message to the window that both share.
ipcRenderer.on(PORT_MESSAGE, (event) => {
  const port: unknown = event.ports[0]
  if (port) window.postMessage(PORT_MESSAGE, window.location.origin, [port])
})

contextBridge.exposeInMainWorld('shelftalkDesktop', {
  pathOf: (file: File): string => webUtils.getPathForFile(file),
  chooseFile: (): Promise<unknown> => ipcRenderer.invoke(CHOOSE_FILE_MESSAGE),
})
