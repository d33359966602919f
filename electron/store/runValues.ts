/** Values of runs, a row each, so that two runs can be compared in pairs. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Table } from '@lancedb/lancedb'
import type { RunValues } from '../../shared/domain/run'
import { guarded } from './errors'
import { quote } from './sql'
import type { RunValueRow } from './tables'
import { runValueTable } from './tables'

/** Rows that are made into columns at once: some 50 ms, after which others have their turn. */
const PIECE_ROWS = 5_000
/** Pieces that are written at once: each write makes a version of the table. */
const PIECES_WRITTEN = 20

/** The table of values. */
export class RunValueTable {
  private readonly table: Table

  constructor(table: Table) {
    this.table = table
  }

  /** Adds the values of a run that has none. Throws RangeError where keys and values are not alike many, or a value is no number. */
  async add(run: string, all: readonly RunValues[]): Promise<void> {
    for (const values of all) check(values)
    let waiting: RunValueRow[] = []
    let pieces: ReturnType<typeof runValueTable.encode>[] = []
    let place = 0
    const encode = async () => {
      if (waiting.length > 0) pieces.push(runValueTable.encode(waiting))
      waiting = []
      await breathe()
    }
    const write = async () => {
      const [first, ...others] = pieces
      pieces = []
      if (first) await guarded('Saving the run', () => this.table.add(first.concat(...others)))
    }
    for (const { metric, of, keys, values } of all) {
      for (const [index, key] of keys.entries()) {
        waiting.push({ run, place: place++, metric, system: of, key, value: values[index] ?? NaN })
        if (waiting.length >= PIECE_ROWS) await encode()
        if (pieces.length >= PIECES_WRITTEN) await write()
      }
    }
    await encode()
    await write()
  }

  /** Values of a run, in the order in which they were added. */
  async of(run: string): Promise<readonly RunValues[]> {
    return guarded('Reading the values of a run', async () => {
      const groups = new Groups()
      const rows = this.table.query().where(`run = ${quote(run)}`)
      for await (const batch of rows.select(['place', 'metric', 'system', 'key', 'value'])) {
        const column = <Value>(name: string): { readonly get: (index: number) => Value } => {
          const found: { readonly get: (index: number) => Value } | null = batch.getChild(name)
          if (!found) throw new Error(`The column ${name} is missing`)
          return found
        }
        const [place, value] = [column<number>('place'), column<number>('value')]
        const [metric, system, key] = [
          column<string>('metric'),
          column<string>('system'),
          column<string>('key'),
        ]
        for (let index = 0; index < batch.numRows; index++)
          groups
            .of(metric.get(index), system.get(index))
            .push({ place: place.get(index), key: key.get(index), value: value.get(index) })
      }
      return groups.inOrder()
    })
  }

  /** Removes the values of a run. */
  async remove(run: string): Promise<void> {
    await guarded('Removing the values of a run', () => this.table.delete(`run = ${quote(run)}`))
  }

  /** Merges small files and lets go of what was removed. */
  async tidy(): Promise<void> {
    await guarded('Tidying up the values of runs', () => this.table.optimize())
  }
}

type Placed = Pick<RunValueRow, 'place' | 'key' | 'value'>

/** Rows by metric and system. */
class Groups {
  private readonly byMetric = new Map<string, Map<string, Placed[]>>()

  of(metric: string, system: string): Placed[] {
    const bySystem = this.byMetric.get(metric) ?? new Map<string, Placed[]>()
    const rows = bySystem.get(system) ?? []
    if (rows.length === 0) this.byMetric.set(metric, bySystem.set(system, rows))
    return rows
  }

  /** As they were added, whatever order the database gave them in. */
  inOrder(): readonly RunValues[] {
    const groups = [...this.byMetric].flatMap(([metric, bySystem]) =>
      [...bySystem].map(([of, rows]) => ({ metric, of, rows: rows.sort((a, b) => a.place - b.place) })),
    )
    return groups
      .sort((a, b) => (a.rows[0]?.place ?? 0) - (b.rows[0]?.place ?? 0))
      .map(({ metric, of, rows }) => ({
        ...{ metric, of, keys: rows.map(({ key }) => key) },
        values: Float64Array.from(rows, ({ value }) => value),
      }))
  }
}

function check({ metric, of, keys, values }: RunValues): void {
  if (keys.length !== values.length)
    throw new RangeError(`${metric} of "${of}": ${keys.length} keys and ${values.length} values`)
  if (!values.every(Number.isFinite))
    throw new RangeError(`${metric} of "${of}" has a value that is no number`)
}
