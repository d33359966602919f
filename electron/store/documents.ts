/** Small things kept whole as JSON: personas, templates and the list of catalogue versions. */
import type { Table } from '@lancedb/lancedb'
import { z } from 'zod'
import { guarded, unavailable } from './errors'
import { quote } from './sql'
import type { DocumentRow } from './tables'
import { documentTable } from './tables'

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

  /** Every document, or those of one id, checked. */
  async all(id?: string): Promise<readonly z.output<Schema>[]> {
    const rows: unknown[] = await guarded(`Reading the ${this.what}s`, () => {
      const query = this.table.query().select(['id', 'version', 'document'])
      return (id === undefined ? query : query.where(`id = ${quote(id)}`)).toArray()
    })
    return rows.map((row) => this.parse(row))
  }

  /** Adds a document beside those there are. */
  async add(id: string, version: number, value: z.output<Schema>): Promise<void> {
    await this.write(() => this.table.add(documentTable.encode([row(id, version, value)])))
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

  private parse(raw: unknown): z.output<Schema> {
    const parsed = rowSchema.safeParse(raw)
    const value = parsed.success ? this.schema.safeParse(fromJson(parsed.data.document)) : undefined
    if (value?.success) return value.data
    const id = parsed.success ? ` "${parsed.data.id}"` : ''
    throw unavailable(
      `The stored ${this.what}${id} cannot be read.`,
      'Restore the folder from a copy, or start with a fresh --home folder.',
    )
  }
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
