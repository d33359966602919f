/** Small things kept whole as JSON: personas, templates and the list of catalogue versions. */
import type { Table } from '@lancedb/lancedb'
import { z } from 'zod'
import { guarded, unavailable } from './errors'
import { quote } from './sql'
import type { DocumentRow } from './tables'
import { documentTable } from './tables'

/** A document that is there and cannot be read. */
export interface UnreadableDocument {
  readonly id: string
  readonly version: number
  /** What is wrong with it, in one line. */
  readonly reason: string
}

/** Documents that can be read, each under its version, and those that cannot. */
export interface ReadDocuments<Value> {
  readonly found: readonly { readonly id: string; readonly version: number; readonly value: Value }[]
  readonly unreadable: readonly UnreadableDocument[]
}

const rowSchema = z.object({ id: z.string(), version: z.number(), document: z.string() })

/** Beyond this many versions of a small table, opening it tidies up. */
const TIDY_VERSIONS = 60
const DAY_MS = 86_400_000

/** A table of documents of one shape. Writes wait for each other; each is one atomic commit. */
export class Documents<Schema extends z.ZodType> {
  private readonly table: Table
  private readonly schema: Schema
  private readonly what: string
  private last: Promise<unknown> = Promise.resolve()

  constructor(table: Table, schema: Schema, what: string) {
    this.table = table
    this.schema = schema
    this.what = what
  }

  /** Every document, or those of one id, checked. Throws STORE_UNAVAILABLE when one cannot be read. */
  async all(id?: string): Promise<readonly z.output<Schema>[]> {
    const { found, unreadable } = await this.read(id)
    const [bad] = unreadable
    if (bad) {
      const hint = 'Restore the folder from a copy, or start with a fresh --home folder.'
      throw unavailable(`The stored ${this.what} "${bad.id}" cannot be read.`, hint)
    }
    return found.map(({ value }) => value)
  }

  /** The same, setting aside what cannot be read, so that one bad document does not hide the others. */
  async read(id?: string): Promise<ReadDocuments<z.output<Schema>>> {
    const rows: unknown[] = await guarded(`Reading the ${this.what}s`, () => {
      const query = this.table.query().select(['id', 'version', 'document'])
      return (id === undefined ? query : query.where(`id = ${quote(id)}`)).toArray()
    })
    const found: { id: string; version: number; value: z.output<Schema> }[] = []
    const unreadable: UnreadableDocument[] = []
    for (const raw of rows) {
      const { id: key, version, document } = this.row(raw)
      const parsed = this.schema.safeParse(fromJson(document))
      if (parsed.success) found.push({ id: key, version, value: parsed.data })
      else unreadable.push({ id: key, version, reason: reasonOf(document, parsed.error) })
    }
    return { found, unreadable }
  }

  /** Adds a document beside those there are. */
  async add(id: string, version: number, value: z.output<Schema>): Promise<void> {
    await this.write(() => this.table.add(documentTable.encode([row(id, version, value)])))
  }

  /** Adds a document unless its id has that version already, also when another process has just added it. False when it has. */
  async addNew(id: string, version: number, value: z.output<Schema>): Promise<boolean> {
    const batch = documentTable.encode([row(id, version, value)])
    const { numInsertedRows } = await guarded(`Saving the ${this.what}`, () =>
      this.table.mergeInsert(['id', 'version']).whenNotMatchedInsertAll().execute(batch),
    )
    return numInsertedRows > 0
  }

  /** Puts a document in the place of the one with its id. */
  async put(id: string, value: z.output<Schema>): Promise<void> {
    const batch = documentTable.encode([row(id, 0, value)])
    await this.write(() =>
      this.table.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().execute(batch),
    )
  }

  /** Removes the documents of an id, or only those below a version. */
  async remove(id: string, belowVersion?: number): Promise<void> {
    const older = belowVersion === undefined ? '' : ` AND version < ${belowVersion}`
    await this.write(() => this.table.delete(`id = ${quote(id)}${older}`))
  }

  /** Removes one version of an id. */
  async removeVersion(id: string, version: number): Promise<void> {
    await this.write(() => this.table.delete(`id = ${quote(id)} AND version = ${version}`))
  }

  /** Runs one read-and-write after the others of this table. */
  async inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(run, run)
    this.last = turn.catch(() => undefined)
    return turn
  }

  /** Merges the small files that many saves leave. */
  async tidy(): Promise<void> {
    const versions = await this.table.listVersions()
    if (versions.length > TIDY_VERSIONS)
      await this.table.optimize({ cleanupOlderThan: new Date(Date.now() - DAY_MS) })
  }

  /** Lets go of the table. */
  close(): void {
    this.table.close()
  }

  private async write(run: () => Promise<unknown>): Promise<void> {
    await guarded(`Saving the ${this.what}`, run)
  }

  private row(raw: unknown): z.output<typeof rowSchema> {
    const parsed = rowSchema.safeParse(raw)
    if (parsed.success) return parsed.data
    throw unavailable(
      `The table of stored ${this.what}s is damaged.`,
      'Restore the folder from a copy, or start with a fresh --home folder.',
    )
  }
}

function reasonOf(document: string, error: z.ZodError): string {
  if (fromJson(document) === undefined) return 'it is not JSON'
  const [issue] = error.issues
  const at = issue?.path.map(String).join('.') ?? ''
  return `${at === '' ? '' : `${at}: `}${issue?.message ?? 'it has another shape'}`
}

function row(id: string, version: number, value: unknown): DocumentRow {
  return { id, version, document: JSON.stringify(value) }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
