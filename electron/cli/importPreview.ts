/** A preview of an import in words, for a terminal. */
import type { Product } from '../../shared/domain/catalogue'
import { FACT_KINDS, factKind } from '../../shared/domain/facts'
import type { ColumnPlan, ColumnUse, ImportPreview, PreviewTable } from '../../shared/domain/importing'
import { formatMoney } from '../../shared/domain/money'
import { counted, tableText, wrapped } from './show'

const SAMPLE_CELLS = 2
const CELL_LETTERS = 20
const delimiters: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

function useText(use: ColumnUse): string {
  switch (use.kind) {
    case 'field':
      return use.field
    case 'fact':
      return `fact: ${factKind(use.fact).label.toLowerCase()}`
    case 'segment':
      return `segment: ${use.segment}`
    case 'source':
      return 'source only'
    case 'ignored':
      return 'not kept'
  }
}

const short = (text: string) => (text.length > CELL_LETTERS ? `${text.slice(0, CELL_LETTERS - 1)}…` : text)

/** The first cells of a column that hold something. */
function cellsOf({ rows }: PreviewTable, column: number): string {
  const cells = rows.map(({ cells: row }) => (row[column] ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean)
  return [...new Set(cells)].slice(0, SAMPLE_CELLS).map(short).join(' | ')
}

function columnLine(plan: ColumnPlan, cells: string): readonly string[] {
  return [`  ${short(plan.name)}`, useText(plan.use), cells, plan.note]
}

/** Columns that become something, one a line, then the names of the others. */
function tableLines(table: PreviewTable): readonly string[] {
  if (table.columns.length === 0) return []
  const head = table.file === undefined ? 'Columns:' : `Columns of ${table.file}:`
  const numbered = table.columns.map((plan, index) => ({ plan, cells: cellsOf(table, index) }))
  const used = numbered.filter(({ plan }) => plan.use.kind !== 'source' && plan.use.kind !== 'ignored')
  const lines = tableText(
    used.map(({ plan, cells }) => columnLine(plan, cells)),
    '  Nothing is known of any column.',
  )
  return [
    head,
    lines,
    ...restLines(table, 'source', 'Kept to look at'),
    ...restLines(table, 'ignored', 'Not kept'),
  ]
}

function restLines({ columns }: PreviewTable, kind: ColumnUse['kind'], label: string): readonly string[] {
  const names = columns.filter(({ use }) => use.kind === kind).map(({ name }) => name)
  return names.length === 0 ? [] : [wrapped(`${label}: ${names.join(', ')}`, '  ')]
}

function productLine({ title, price, facts }: Product): string {
  const money = price ? formatMoney(price, 'en-GB') : 'no price'
  const said = [...facts]
    .sort((a, b) => FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind))
    .map(({ kind, text }) => `${factKind(kind).label.toLowerCase()} ${text}`)
  return `  ${title}, ${money}${said.length > 0 ? `: ${said.join('; ')}` : ''}`
}

function headLine(preview: ImportPreview): string {
  const { origin, encoding, delimiter, packed } = preview
  const how = [
    ...(encoding === undefined ? [] : [encoding]),
    ...(delimiter === undefined ? [] : [`separated by ${delimiters[delimiter] ?? delimiter}`]),
    ...(packed === undefined ? [] : [`packed (${packed})`]),
  ]
  return how.length > 0 ? `${origin}: ${how.join(', ')}.` : `${origin}.`
}

function countLine({ rowsRead, complete, kept, refused, name }: ImportPreview): string {
  const rows = complete ? counted(rowsRead, 'row') : `The first ${rowsRead} rows`
  return `${rows}: ${kept} would be kept, ${refused} refused, in "${name}". Nothing is stored.`
}

function refusalLines({ refusals }: ImportPreview): readonly string[] {
  return refusals.map(({ count, reason, first }) => {
    const place = `${first.file === undefined ? '' : `${first.file} `}row ${first.row}${first.field === '' ? '' : `, ${first.field}`}`
    return `  ${count} x ${reason} (first ${place})`
  })
}

/** What would come of an import, on a page. */
export function previewText(preview: ImportPreview): string {
  const { problem, currency, warnings, products, shoppers, interactions } = preview
  const tables = preview.tables.flatMap((table) => [...tableLines(table), ''])
  if (problem) return [headLine(preview), '', ...tables, `${problem.message} ${problem.hint}`].join('\n')
  const refusals = refusalLines(preview)
  const people =
    shoppers + interactions > 0
      ? [`And ${counted(shoppers, 'shopper')}, ${counted(interactions, 'interaction')}.`]
      : []
  return [
    headLine(preview),
    '',
    ...tables,
    countLine(preview),
    ...refusals,
    ...(products.length > 0 ? ['', 'Products as they would be stored:', ...products.map(productLine)] : []),
    ...people,
    ...(currency ? ['', `Currency: ${currency.note}`] : []),
    ...warnings.filter((warning) => warning !== currency?.note).map((warning) => `Mind: ${warning}`),
  ].join('\n')
}
