import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWindowState, writeWindowState } from './bounds'

const screens = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 1920, height: 1080 },
]
const state = { x: 200, y: 100, width: 1280, height: 800, maximised: true }

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'shelftalk-bounds-')), 'window.json')
})
afterEach(() => rmSync(join(file, '..'), { recursive: true }))

describe('the remembered window', () => {
  it('is read as it was written, on any screen that is there', () => {
    const second = { ...state, x: 2500 }
    for (const one of [state, second]) {
      writeWindowState(file, one)
      expect(readWindowState(file, screens)).toEqual(one)
    }
  })
  it.each([
    ['its screen is gone', { ...state, x: 2500 }, screens.slice(0, 1)],
    ['only a corner of it could be seen', { ...state, x: 1850, y: 1000 }, screens.slice(0, 1)],
    ['it is smaller than the pages are made for', { ...state, width: 300 }, screens],
    ['its figures are none', { ...state, x: Number.NaN }, screens],
  ])('is forgotten where %s', (_why, written, there) => {
    writeWindowState(file, written)
    expect(readWindowState(file, there)).toBeUndefined()
  })
  it.each(['', '{', '[]', 'null'])('is forgotten where its file holds %j', (text) => {
    writeFileSync(file, text)
    expect(readWindowState(file, screens)).toBeUndefined()
  })
  it('is nothing where nothing was remembered, and cannot keep a window from closing', () => {
    expect(readWindowState(file, screens)).toBeUndefined()
    expect(() => writeWindowState(join(file, 'no/such/folder'), state)).not.toThrow()
  })
})
