/** How files were imported before, by their header, so that the next export of the same shop needs no mapping by hand. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { fieldNames } from '../../../datasets/importers/rows'
import type { ImportSource } from '../../../datasets/importers/types'
import type { RememberedImport } from '../../../shared/domain/importing'

/** Most headers that are remembered; the oldest are forgotten. */
const KEPT_MAX = 200

const fileSchema = z.object({
  imports: z.array(z.object({ header: z.string(), map: z.record(z.string(), z.string()), name: z.string() })),
})

type Kept = z.output<typeof fileSchema>['imports'][number]

/** What tells files apart: the names of all columns, in order; undefined where a source is no table. */
export function headerOf({ tables = [] }: Pick<ImportSource, 'tables'>): readonly string[] | undefined {
  const names = tables.flatMap(({ first }) => fieldNames(first))
  return names.length === 0 ? undefined : names
}

const digestOf = (header: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(header)).digest('hex')

/** Mappings in one small file. */
export class Mappings {
  private readonly file: string
  /** Writes come one after the other. */
  private last: Promise<void> = Promise.resolve()

  constructor(file: string) {
    this.file = file
  }

  /** How the last file with this header was imported; undefined for a new one, and where the file of mappings cannot be read. */
  async find(header: readonly string[] | undefined): Promise<RememberedImport | undefined> {
    if (!header) return undefined
    const digest = digestOf(header)
    const kept = (await this.read()).find((one) => one.header === digest)
    return kept && { map: kept.map, name: kept.name }
  }

  /** Notes how a file with this header was imported. */
  async keep(header: readonly string[] | undefined, { map, name }: RememberedImport): Promise<void> {
    if (!header) return
    const entry = { header: digestOf(header), map: { ...map }, name }
    const write = this.last.then(() => this.put(entry))
    this.last = write.catch(() => undefined)
    return write
  }

  private async put(entry: Kept): Promise<void> {
    const others = (await this.read()).filter(({ header }) => header !== entry.header)
    const text = JSON.stringify({ imports: [entry, ...others].slice(0, KEPT_MAX) })
    const staged = `${this.file}.${randomUUID()}`
    await mkdir(dirname(this.file), { recursive: true })
    try {
      await writeFile(staged, text)
      await rename(staged, this.file)
    } finally {
      await rm(staged, { force: true })
    }
  }

  private async read(): Promise<readonly Kept[]> {
    try {
      return fileSchema.parse(JSON.parse(await readFile(this.file, 'utf8'))).imports
    } catch {
      // Nothing was kept yet, or nothing that can be used: the person maps the columns again.
      return []
    }
  }
}
