/**
 * Runs. A run is one document and, in a table beside it, its values. The document is written twice: before the values, marked as being
 * recorded and in no list, and after them, whole; so a crash leaves nothing that anybody sees, and what it leaves is swept a day later.
 */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { runSchema } from '../../shared/contract/parts/runs'
import type { Run, RunDraft, RunKind, RunPush, RunValues } from '../../shared/domain/run'
import { DELETED_RUN_DAYS } from '../../shared/domain/run'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Documents, UnreadableDocument } from './documents'
import { notFound } from './errors'
import type { Lock } from './lock'
import { waitForLock } from './lock'
import type { RunValueTable } from './runValues'

/** A row of the table of runs. */
export const storedRunSchema = runSchema.extend({
  /** Its values are still being written. */
  recording: z.literal(true).optional(),
})

type Row = z.output<typeof storedRunSchema>

/** The longest that one change waits for those of other processes, milliseconds. */
const WAIT_MS = 10_000
const DAY_MS = 86_400_000

/** Which runs are asked for; all that are not deleted when nothing is said. */
export interface RunFilter {
  readonly kind?: RunKind
  readonly catalogue?: string
  /** Words that must all stand in its name, notes, id, parameters or catalogue. */
  readonly text?: string
  readonly sinceMs?: number
  /** The deleted ones instead of the others. */
  readonly deleted?: boolean
}

/** What can be changed in a run; `pushed` is added to the others, in the place of an earlier one to the same server. */
export interface RunChange {
  readonly name?: string
  readonly notes?: string
  readonly pushed?: RunPush
}

/** Recorded experiments. */
export interface RunStore {
  /** Keeps a run with its values. Throws BAD_INPUT for one that breaks `runSchema`, RangeError for values that are not alike many as their keys. */
  readonly record: (draft: RunDraft) => Promise<Run>
  /** Newest first; those that cannot be read are left out and listed by `Store.unreadable`. */
  readonly all: (filter?: RunFilter) => Promise<readonly Run[]>
  /** Also a deleted one. Throws NOT_FOUND. */
  readonly one: (id: string) => Promise<Run>
  /** In the order in which they were recorded; none where it kept none. Throws NOT_FOUND. */
  readonly values: (id: string) => Promise<readonly RunValues[]>
  /** Throws NOT_FOUND, BAD_INPUT. */
  readonly update: (id: string, change: RunChange) => Promise<Run>
  /** Takes a run out of the lists, for good after `DELETED_RUN_DAYS`; one that cannot be read at once. Throws NOT_FOUND. */
  readonly remove: (id: string) => Promise<void>
  /** Undoes `remove`. Throws NOT_FOUND for one that is not deleted. */
  readonly restore: (id: string) => Promise<Run>
}

/** Every run. */
export class Runs implements RunStore {
  private readonly documents: Documents<typeof storedRunSchema>
  private readonly table: RunValueTable
  private readonly takeLock: () => Promise<Lock | undefined>

  /** `takeLock` keeps other processes out for the time of one change; undefined while one of them is at it. */
  constructor(
    documents: Documents<typeof storedRunSchema>,
    table: RunValueTable,
    takeLock: () => Promise<Lock | undefined>,
  ) {
    this.documents = documents
    this.table = table
    this.takeLock = takeLock
  }

  async record({ values, ...draft }: RunDraft): Promise<Run> {
    const run = checked({ notes: '', ...draft, id: newId() })
    if (values?.length) {
      await this.put({ ...run, recording: true })
      await this.table.add(run.id, values)
    }
    await this.put(run)
    return run
  }

  async all(filter: RunFilter = {}): Promise<readonly Run[]> {
    const { found } = await this.documents.read()
    return found
      .map(({ value }) => value)
      .filter((row) => !row.recording && matches(row, filter))
      .map(asRun)
      .sort((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1))
  }

  async one(id: string): Promise<Run> {
    const { found, unreadable } = await this.documents.read(id)
    if (unreadable[0]) {
      const hint = 'Delete it, or restore the folder from a copy.'
      throw new ShelftalkError('NOT_FOUND', `The run "${id}" cannot be read: ${unreadable[0].reason}.`, hint)
    }
    const row = found[0]?.value
    if (!row || row.recording) throw notFound('run', id)
    return asRun(row)
  }

  async values(id: string): Promise<readonly RunValues[]> {
    await this.one(id)
    return this.table.of(id)
  }

  async update(id: string, { name, notes, pushed }: RunChange): Promise<Run> {
    return this.change(id, (run) => ({
      ...run,
      ...(name === undefined ? {} : { name }),
      ...(notes === undefined ? {} : { notes }),
      ...(pushed === undefined
        ? {}
        : { pushed: [...(run.pushed ?? []).filter(({ url }) => url !== pushed.url), pushed] }),
    }))
  }

  async remove(id: string): Promise<void> {
    const { unreadable } = await this.documents.read(id)
    if (unreadable.length > 0) return this.alone(() => this.purge(id))
    await this.change(id, (run) => {
      if (run.deletedAtMs !== undefined) throw deletedError(id)
      return { ...run, deletedAtMs: Date.now() }
    })
  }

  async restore(id: string): Promise<Run> {
    return this.change(id, ({ deletedAtMs, ...run }) => {
      if (deletedAtMs === undefined) throw notDeleted(id)
      return run
    })
  }

  /** Runs that cannot be read. */
  async unreadable(): Promise<readonly UnreadableDocument[]> {
    return (await this.documents.read()).unreadable
  }

  /** Removes runs that were deleted long ago and what crashes left, and tidies up the tables; left for another time while a process writes to them. */
  async tidy(): Promise<void> {
    const lock = await this.takeLock()
    if (!lock) return
    try {
      const { found } = await this.documents.read()
      const gone = found.filter(({ value }) => isOver(value, Date.now()))
      for (const { id } of gone) await this.purge(id)
      await this.documents.tidy()
      if (gone.length > 0) await this.table.tidy()
    } finally {
      await lock.release()
    }
  }

  /** The values go first: a document without them is still deleted, values without it would never be found. Only while holding the lock. */
  private async purge(id: string): Promise<void> {
    await this.table.remove(id)
    await this.documents.remove(id)
  }

  private async change(id: string, next: (run: Run) => Run): Promise<Run> {
    return this.alone(async () => {
      const run = checked(next(await this.one(id)))
      await this.documents.put(id, run)
      return run
    })
  }

  private async put(row: Row): Promise<void> {
    await this.alone(() => this.documents.put(row.id, row))
  }

  /** Reads and writes while nobody else writes, in this process or in another. */
  private alone<Result>(run: () => Promise<Result>): Promise<Result> {
    return this.documents.inTurn(async () => {
      const lock = await waitForLock(this.takeLock, WAIT_MS)
      if (!lock) throw busy()
      try {
        return await run()
      } finally {
        await lock.release()
      }
    })
  }
}

/** `20261126-073415-k3f9`: the time in UTC, then four letters of chance. */
function newId(): string {
  const time = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  return `${time}-${randomInt(36 ** 4)
    .toString(36)
    .padStart(4, '0')}`
}

/** When an id was made, milliseconds; 0 for one that is none of ours. */
function madeMs(id: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-/.exec(id)
  if (!parts) return 0
  const [year = 0, month = 0, day = 0, hour, minute, second] = parts.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** No recording takes a day. */
function isOver({ id, recording, deletedAtMs }: Row, nowMs: number): boolean {
  if (recording) return nowMs - madeMs(id) > DAY_MS
  return deletedAtMs !== undefined && nowMs - deletedAtMs > DELETED_RUN_DAYS * DAY_MS
}

function matches(run: Run, { kind, catalogue, text, sinceMs, deleted }: RunFilter): boolean {
  return (
    (run.deletedAtMs !== undefined) === (deleted ?? false) &&
    (kind === undefined || run.kind === kind) &&
    (catalogue === undefined || run.catalogue?.name === catalogue) &&
    (sinceMs === undefined || run.createdAtMs >= sinceMs) &&
    (text === undefined || holdsWords(run, text))
  )
}

function holdsWords({ id, name, notes, params, catalogue, adapters }: Run, text: string): boolean {
  const said = [
    id,
    name,
    notes,
    catalogue?.name,
    ...Object.entries(params).flat(),
    ...adapters.map((adapter) => adapter.name),
  ]
  const all = said.join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

function asRun({ recording: _, ...run }: Row): Run {
  return run
}

function checked(run: Run): Run {
  const parsed = runSchema.safeParse(run)
  if (parsed.success) return parsed.data
  const message = `The run cannot be kept: ${z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ')}`
  throw new ShelftalkError('BAD_INPUT', message, 'Correct the field named.')
}

function deletedError(id: string): ShelftalkError {
  return new ShelftalkError(
    'NOT_FOUND',
    `The run "${id}" is deleted already.`,
    'Bring it back, or choose another.',
  )
}

function notDeleted(id: string): ShelftalkError {
  return new ShelftalkError(
    'NOT_FOUND',
    `The run "${id}" is not deleted.`,
    'Pick one from the list of deleted runs.',
  )
}

function busy(): ShelftalkError {
  const hint = 'Nothing was changed here. Try again in a moment.'
  return new ShelftalkError('STORE_UNAVAILABLE', 'Runs are being changed elsewhere.', hint)
}
