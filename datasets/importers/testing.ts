/** Helpers of the importers' tests: files in a folder of their own, and streams read to the end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { openImport } from './open'
import type { OpenOptions } from './open'
import type { ImportItem } from './types'

/** A folder for the files of one suite. */
export interface Scratch {
  /** Writes a file and returns its path. */
  readonly write: (name: string, content: string | Uint8Array) => string
  /** Writes the files of a folder of its own and returns the folder's path. */
  readonly folder: (contents: Readonly<Record<string, string | Uint8Array>>) => string
  readonly remove: () => void
}

/** A new empty folder; remove it after the suite. */
export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'shelftalk-import-'))
  return {
    write: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    folder: (contents) => {
      const path = mkdtempSync(join(folder, 'set-'))
      for (const [name, content] of Object.entries(contents)) writeFileSync(join(path, name), content)
      return path
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Text in one piece, or in pieces of `size` characters, as a reader would hand it over. */
export async function* pieces(text: string, size = text.length || 1): AsyncGenerator<string> {
  await Promise.resolve()
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

/** Everything a stream yields. */
export async function all<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of stream) items.push(item)
  return items
}

/** The items of a file. Throws what opening or reading throws. */
export async function importAll(path: string, options?: OpenOptions): Promise<ImportItem[]> {
  return all((await openImport(path, options)).items)
}

/** The same in short: titles of products, names of shoppers, `shopper kind product` of interactions, and `row field: reason` of refusals. */
export async function outline(path: string, options?: OpenOptions): Promise<string[]> {
  return (await importAll(path, options)).map(itemText)
}

function itemText(item: ImportItem): string {
  switch (item.type) {
    case 'product':
      return item.product.title
    case 'shopper':
      return item.shopper.name
    case 'interaction':
      return `${item.interaction.shopperId} ${item.interaction.kind} ${item.interaction.productId}`
    case 'joined':
      return `${item.rows} joined`
    case 'refused':
      return `${item.refused.row} ${item.refused.field}: ${item.refused.reason}`
  }
}

/** A zip archive of texts by name, deflated or `stored`; a name that ends in a slash is a folder. Bytes of a text are its latin-1 or UTF-8. */
export function zipOf(contents: Readonly<Record<string, string>>, stored = false): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(contents)) {
    const raw = Buffer.from(text, /^[\u0000-\u00ff]*$/.test(text) ? 'latin1' : 'utf8')
    const data = stored ? raw : deflateRawSync(raw)
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(stored ? 0 : 8, 4)
    fixed.writeUInt32LE(data.length, 14)
    fixed.writeUInt32LE(raw.length, 18)
    fixed.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fixed, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.alloc(2), fixed, tail, Buffer.from(name)]),
    )
    parts.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\u0005\u0006'), end])
}
