/** Runs as a file: a table with a row a figure, or a row a value, or everything as JSON. */
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { ExportedRuns, RunExport } from '../../../shared/domain/run'
import type { ValuedRun } from './compare'

/** What is exported, and as what. */
export interface ExportOrder {
  readonly format: RunExport
  /** Each value instead of each figure. */
  readonly values: boolean
}

type Cell = string | number | null

interface Column {
  readonly name: string
  readonly type: 'STRING' | 'DOUBLE'
  readonly data: readonly Cell[]
}

const MEDIA: Readonly<Record<RunExport, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
}

/** The file. Its name says how many runs it holds, or which one. */
export function exported(all: readonly ValuedRun[], { format, values }: ExportOrder): ExportedRuns {
  const [first] = all
  const which = all.length === 1 && first ? `run-${first.run.id}` : `${all.length}-runs`
  const name = `shelftalk-${which}${values ? '-values' : ''}.${format}`
  const columns = () => (values ? valueColumns(all) : figureColumns(all))
  const written = { name, mediaType: MEDIA[format] }
  switch (format) {
    case 'json':
      return { ...written, encoding: 'utf8', data: jsonOf(all, values) }
    case 'csv':
      return { ...written, encoding: 'utf8', data: csvOf(columns()) }
    case 'parquet':
      return { ...written, encoding: 'base64', data: parquetOf(columns()) }
  }
}

function jsonOf(all: readonly ValuedRun[], withValues: boolean): string {
  const runs = all.map(({ run, values }) =>
    withValues ? { ...run, values: values.map((one) => ({ ...one, values: [...one.values] })) } : run,
  )
  return `${JSON.stringify({ runs }, null, 2)}\n`
}

/** A row a figure; what was asked stands in every row, so that rows of several runs can be told apart. */
function figureColumns(all: readonly ValuedRun[]): readonly Column[] {
  const rows = all.flatMap(({ run }) => run.metrics.map((metric) => ({ run, metric })))
  const column = (
    name: string,
    type: Column['type'],
    of: (row: (typeof rows)[number]) => Cell | undefined,
  ) => ({
    ...{ name, type },
    data: rows.map((row) => of(row) ?? null),
  })
  return [
    column('run', 'STRING', ({ run }) => run.id),
    column('name', 'STRING', ({ run }) => run.name),
    column('kind', 'STRING', ({ run }) => run.kind),
    column('state', 'STRING', ({ run }) => run.state),
    column('created', 'STRING', ({ run }) => new Date(run.createdAtMs).toISOString()),
    column('catalogue', 'STRING', ({ run }) => run.catalogue?.name),
    column('catalogue_version', 'DOUBLE', ({ run }) => run.catalogue?.version),
    column('model', 'STRING', ({ run }) => run.model && `${run.model.name}@${run.model.digest}`),
    column('adapters', 'STRING', ({ run }) =>
      run.adapters.map((one) => `${one.name}:${one.scale}`).join(' '),
    ),
    column('seed', 'DOUBLE', ({ run }) => run.seed),
    column('params', 'STRING', ({ run }) => JSON.stringify(run.params)),
    column('metric', 'STRING', ({ metric }) => metric.name),
    column('of', 'STRING', ({ metric }) => metric.of),
    column('value', 'DOUBLE', ({ metric }) => metric.value),
    column('low', 'DOUBLE', ({ metric }) => metric.low),
    column('high', 'DOUBLE', ({ metric }) => metric.high),
    column('n', 'DOUBLE', ({ metric }) => metric.n),
    column('better', 'STRING', ({ metric }) => metric.better),
  ]
}

/** A row a value. */
function valueColumns(all: readonly ValuedRun[]): readonly Column[] {
  const parts = all.flatMap(({ run, values }) => values.map((one) => ({ run, ...one })))
  const column = (
    name: string,
    type: Column['type'],
    of: (part: (typeof parts)[number], row: number) => Cell,
  ) => ({
    ...{ name, type },
    data: parts.flatMap((part) => part.keys.map((_, row) => of(part, row))),
  })
  return [
    column('run', 'STRING', ({ run }) => run.id),
    column('metric', 'STRING', ({ metric }) => metric),
    column('of', 'STRING', ({ of }) => of),
    column('key', 'STRING', ({ keys }, row) => keys[row] ?? null),
    column('value', 'DOUBLE', ({ values }, row) => values[row] ?? null),
  ]
}

/** RFC 4180; nothing where there is no value. */
function csvOf(columns: readonly Column[]): string {
  const cell = (value: Cell | undefined) => {
    const text = value === null || value === undefined ? '' : String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const rows = Array.from({ length: columns[0]?.data.length ?? 0 }, (_, row) =>
    columns.map(({ data }) => cell(data[row])).join(','),
  )
  return [columns.map(({ name }) => name).join(','), ...rows, ''].join('\r\n')
}

function parquetOf(columns: readonly Column[]): string {
  const columnData = columns.map(({ name, type, data }) => ({ name, type, data: [...data], nullable: true }))
  return Buffer.from(parquetWriteBuffer({ columnData })).toString('base64')
}
