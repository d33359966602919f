/** Values of runs, a row each, so that two runs can be compared in pairs. */
import type { Table } from '@lancedb/lancedb'
import type { RunValues } from '../../shared/domain/run'
import { guarded, rowsOf } from './errors'
import { quote } from './sql'
import type { RunValueRow } from './tables'
import { runValueTable } from './tables'

/** Rows that are written at once. */
const BATCH_ROWS = 50_000

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
    let place = 0
    const write = async () => {
      if (waiting.length > 0)
        await guarded('Saving the run', () => this.table.add(runValueTable.encode(waiting)))
      waiting = []
    }
    for (const { metric, of, keys, values } of all) {
      for (const [index, key] of keys.entries()) {
        waiting.push({ run, place: place++, metric, system: of, key, value: values[index] ?? NaN })
        if (waiting.length >= BATCH_ROWS) await write()
      }
    }
    await write()
  }

  /** Values of a run, in the order in which they were added. */
  async of(run: string): Promise<readonly RunValues[]> {
    const columns = ['place', 'metric', 'system', 'key', 'value']
    const rows = await rowsOf<RunValueRow>(
      'Reading the values of a run',
      this.table
        .query()
        .where(`run = ${quote(run)}`)
        .select(columns),
    )
    rows.sort((a, b) => a.place - b.place)
    const groups = new Map<string, RunValueRow[]>()
    for (const row of rows) {
      const name = JSON.stringify([row.metric, row.system])
      const group = groups.get(name)
      if (group) group.push(row)
      else groups.set(name, [row])
    }
    return [...groups.values()].map(together)
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

function together(rows: readonly RunValueRow[]): RunValues {
  return {
    metric: rows[0]?.metric ?? '',
    of: rows[0]?.system ?? '',
    keys: rows.map(({ key }) => key),
    values: Float64Array.from(rows, ({ value }) => value),
  }
}

function check({ metric, of, keys, values }: RunValues): void {
  if (keys.length !== values.length)
    throw new RangeError(`${metric} of "${of}": ${keys.length} keys and ${values.length} values`)
  if (!values.every(Number.isFinite))
    throw new RangeError(`${metric} of "${of}" has a value that is no number`)
}
