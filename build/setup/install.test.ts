import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { staleReason } from './install.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shelftalk-install-'))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

function plant(wanted: Record<string, object>, installed?: Record<string, object>): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }))
  if (!installed) return
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
}

describe('staleReason', () => {
  it('asks for an install where nothing is installed', () => {
    plant({})
    expect(staleReason(root)).toBe('nothing is installed yet')
  })
  it.each([
    ['the same', { 'node_modules/a': { version: '1.0.0' } }, undefined],
    ['missing', {}, 'a is missing'],
    ['another version', { 'node_modules/a': { version: '2.0.0' } }, 'a has another version'],
  ])('tells %s', (_name, installed, reason) => {
    plant({ 'node_modules/a': { version: '1.0.0' } }, installed)
    expect(staleReason(root)).toBe(reason)
  })
  it('does not miss a package that is optional on this machine', () => {
    plant({ 'node_modules/a': { version: '1.0.0', optional: true } }, {})
    expect(staleReason(root)).toBeUndefined()
  })
})
