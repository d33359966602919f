/** Gives each load of the page one message port to the engine, after looking at who asks. */
import type { IpcMainEvent, IpcMainInvokeEvent, MessagePortMain } from 'electron'
import { BrowserWindow, dialog, ipcMain, MessageChannelMain } from 'electron'
import type { Services } from '../../shared/contract/services'
import { portChannel } from '../transports/channels'
import { servePort } from '../transports/port'
import { CHOOSE_FILE_MESSAGE, PORT_MESSAGE } from './messages'
import { isOurs } from './page'

/** True for the top frame of our own page in a window of ours; anything else is not answered. */
function trusted({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false
  return isOurs(senderFrame.url) && BrowserWindow.fromWebContents(sender) !== null
}

/** Answers pages that ask for their port, for as long as the app runs. A page that is loaded again gets a new one and the old is closed. */
export function handPortsOut(services: Services): void {
  const open = new Map<number, MessagePortMain>()
  ipcMain.on(PORT_MESSAGE, (event) => {
    if (!trusted(event)) return
    const { id } = event.sender
    const { port1, port2 } = new MessageChannelMain()
    const before = open.get(id)
    open.set(id, port1)
    before?.close()
    port1.once('close', () => {
      if (open.get(id) === port1) open.delete(id)
    })
    servePort(portChannel(port1), services)
    event.senderFrame?.postMessage(PORT_MESSAGE, null, [port2])
  })
}

/** Answers pages that want a file chosen: its path, or nothing when the person chose none. */
export function chooseFiles(): void {
  ipcMain.handle(CHOOSE_FILE_MESSAGE, async (event) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!trusted(event) || !window) return undefined
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: 'Import a catalogue',
      properties: ['openFile'],
      filters: [
        {
          name: 'Catalogues',
          extensions: ['csv', 'tsv', 'txt', 'json', 'jsonl', 'gz', 'zip', 'yaml', 'yml', 'xml', 'parquet'],
        },
        { name: 'All files', extensions: ['*'] },
      ],
    })
    return filePaths[0]
  })
}
