import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronVersion, installedElectron, rememberedFailure, rememberFailure } from './electron.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelftalk-electron-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function plant(files: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, 'dist'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

const whole = {
  'package.json': '{"version":"45.4.1"}',
  'path.txt': 'electron',
  'dist/version': '45.4.1',
  'dist/electron': '',
}

describe('installedElectron', () => {
  it('finds a whole installation', () => {
    plant(whole)
    expect(installedElectron(folder, {})).toBe(join(folder, 'dist/electron'))
  })
  it.each([
    ['nothing was downloaded', { 'package.json': whole['package.json'] }],
    ['the binary is of another version', { ...whole, 'dist/version': 'v44.0.0' }],
    ['the binary is not there', { ...whole, 'path.txt': 'electron.exe' }],
  ])('finds none where %s', (_why, files) => {
    plant(files)
    expect(installedElectron(folder, {})).toBeUndefined()
  })
  it('takes the folder that the environment names', () => {
    plant(whole)
    expect(
      installedElectron(join(folder, 'none'), { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'dist') }),
    ).toBe(join(folder, 'dist/electron'))
  })
  it('knows no version of a package that is not there', () => {
    expect(electronVersion(join(folder, 'none'))).toBeUndefined()
  })
})

describe('a remembered failure', () => {
  it('holds for a day and for its version', () => {
    const file = join(folder, 'out/failure.json')
    expect(rememberedFailure('45.4.1', file)).toBeUndefined()
    rememberFailure('45.4.1', 'github.com cannot be reached', file)
    const day = 24 * 3600 * 1000
    expect(rememberedFailure('45.4.1', file)).toBe('github.com cannot be reached')
    expect(rememberedFailure('45.4.2', file)).toBeUndefined()
    expect(rememberedFailure('45.4.1', file, Date.now() + day)).toBeUndefined()
  })
})
