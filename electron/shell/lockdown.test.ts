import type { Session } from 'electron'
import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { denyPermissions } from './lockdown'

vi.mock('electron', () => ({ app: {}, protocol: {} }))

/** A session that is told of a download; true where it goes on. */
function downloads(address: string): boolean {
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
  })
  denyPermissions(session as unknown as Session)
  let denied = false
  session.emit('will-download', { preventDefault: () => (denied = true) }, { getURL: () => address })
  return !denied
}

describe('a download', () => {
  it.each([
    ['blob:app://shelftalk/0d1c', true],
    ['blob:https://elsewhere.example/0d1c', false],
    ['blob:app://elsewhere/0d1c', false],
    ['app://shelftalk/assets/index.js', false],
    ['https://elsewhere.example/file.csv', false],
    ['data:text/csv,a', false],
    ['blob:', false],
  ])('of %s goes on: %s', (address, goesOn) => {
    expect(downloads(address)).toBe(goesOn)
  })
})
