/** What pages may not do: go elsewhere, open windows, embed, use devices. */
import type { Session, WebContents } from 'electron'
import { app } from 'electron'
import { isOurs, isOwnFile } from './page'

/** The one permission that the page needs: "copy" writes to the clipboard. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Denies what the page does not need, to every page of a session. A file that the page itself made may be saved: Electron asks where to. */
export function denyPermissions(session: Session): void {
  const allowed = (permission: string, address: string) => ALLOWED.has(permission) && isOurs(address)
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(allowed(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault()
  })
}

/** Keeps every page where it is, whatever window it is in. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (details) => {
    if (!isOurs(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    if (!isOurs(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    if (!isOurs(details.url)) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
