/** What a page finds of `electron` in its preload script, as one script to run before the page's own. Ports are bridged by number. */

/** What the main process offers the page, by name. */
export const BINDING = '__standin'
/** What the page offers the main process, by name: taking ports. */
export const DELIVER = '__standinDeliver'
/** As DELIVER, for one message of a port. */
export const POST = '__standinPost'

/** The script for a page: the shell's own `preload` with a `require` that knows `electron` alone. */
export function preloadScript(preload: string): string {
  return `(() => {
  if (window !== window.top) return
  window.shelftalkShell = true
  const call = (message) => window.${BINDING}(message)
  const listeners = new Map()
  const ports = new Map()
  const electron = {
    ipcRenderer: {
      send: (channel, ...args) => void call({ kind: 'send', channel, args }),
      invoke: (channel, ...args) => call({ kind: 'invoke', channel, args }),
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    },
    contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api) }) },
    webUtils: { getPathForFile: (file) => file.name },
  }
  window.${DELIVER} = ({ channel, numbers }) => {
    const given = numbers.map((number) => {
      const { port1, port2 } = new MessageChannel()
      ports.set(number, port2)
      port2.onmessage = ({ data }) => void call({ kind: 'post', number, data })
      return port1
    })
    for (const listener of listeners.get(channel) ?? []) listener({ ports: given })
  }
  window.${POST} = ({ number, data }) => ports.get(number)?.postMessage(data)
  const require = (name) => {
    if (name !== 'electron') throw new Error('A sandboxed preload script cannot load ' + name)
    return electron
  }
  const module = { exports: {} }
  ;((require, module, exports) => {
${preload}
  })(require, module, module.exports)
})()`
}
