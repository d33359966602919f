/** The window's page: served from this installation over a protocol of its own, so that it has an origin and a strict policy. */
import { protocol } from 'electron'
import { servedFile } from '../transports/staticFiles'

const SCHEME = 'app'
const ORIGIN = `${SCHEME}://shelftalk`

/** Address of the page. */
export const PAGE_URL = `${ORIGIN}/`

/** Makes the scheme a secure origin of its own kind. Must run before the app is ready. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Whether an address is the page's own. */
export function isOurs(address: string): boolean {
  try {
    const { protocol: scheme, host } = new URL(address)
    return `${scheme}//${host}` === ORIGIN
  } catch {
    return false
  }
}

/** Whether an address is that of a file which the page made of its own data. */
export function isOwnFile(address: string): boolean {
  return address.startsWith('blob:') && isOurs(address.slice('blob:'.length))
}

/** Serves the files of `folder` as the page's origin. Runs once the app is ready. */
export function servePage(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const file =
      isOurs(request.url) && request.method === 'GET'
        ? await servedFile(folder, new URL(request.url).pathname)
        : undefined
    if (!file) return new Response('There is nothing at this address.', { status: 404 })
    return new Response(new Uint8Array(file.body), { headers: { ...file.headers } })
  })
}
