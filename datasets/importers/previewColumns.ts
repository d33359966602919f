/** What every column of a table becomes in an import, and why, in words. */
import type { Product } from '../../shared/domain/catalogue'
import { factKind } from '../../shared/domain/facts'
import type { FactKind } from '../../shared/domain/facts'
import type { ColumnPlan, ColumnReason, ColumnUse } from '../../shared/domain/importing'
import type { Columns } from './columns'
import { SOURCE_FIELDS_MAX } from './product'
import { isBlank } from './text'
import type { SourceRecord, SourceTable } from './types'

/** What the plans are made from. */
export interface PlanInput {
  readonly header: readonly string[]
  readonly records: readonly SourceRecord[]
  /** Products that the first rows became. */
  readonly products: readonly Product[]
  /** The mapping as a person gave it. */
  readonly map: Readonly<Record<string, string>>
  /** True where the format itself says what its columns mean. */
  readonly fixed: boolean
}

const SOURCE: ColumnUse = { kind: 'source' }
const because: Readonly<Record<ColumnReason, string>> = {
  given: 'As you said.',
  name: 'By its name.',
  format: 'The format says so.',
  none: 'Nothing is read from it.',
}

/** What a column of products is used for. */
function useOf(name: string, { fields, facts }: Columns): ColumnUse {
  for (const [field, column] of Object.entries(fields)) if (column === name) return { kind: 'field', field }
  for (const [kind, column] of Object.entries(facts))
    if (column === name) return { kind: 'fact', fact: kind as FactKind }
  return SOURCE
}

function reasonOf(name: string, use: ColumnUse, { map, fixed }: PlanInput): ColumnReason {
  const meaning = use.kind === 'field' ? use.field : use.kind === 'fact' ? use.fact : undefined
  if (meaning === undefined) return 'none'
  if (map[meaning] === name || map[`products.${meaning}`] === name) return 'given'
  return fixed && Object.keys(map).length === 0 ? 'format' : 'name'
}

/** How often a fact's column really gave one: a bare "M" is no size that anyone can say. */
function factNote(name: string, fact: FactKind, { products, records }: PlanInput): string {
  const said = products.filter(({ facts }) =>
    facts.some(({ kind, source }) => kind === fact && source.field === name),
  )
  if (products.length === 0) return ''
  if (said.length > 0) return ` Said of ${said.length} of the first ${products.length} products.`
  const example = records.map(({ fields }) => fields[name] ?? '').find((text) => !isBlank(text)) ?? ''
  return example === ''
    ? ' Empty so far.'
    : ` No cell can be said as ${factKind(fact).label.toLowerCase()}, such as “${factKind(fact).example}”: “${example.slice(0, 30)}”.`
}

/** The column whose figures another column gives the unit of. */
function measuredBy(name: string, { facts, units = {} }: Columns): string | undefined {
  const found = Object.entries(units).find(([, unit]) => 'column' in unit && unit.column === name)
  return found === undefined ? undefined : facts[found[0] as FactKind]
}

function noteOf(name: string, plan: Omit<ColumnPlan, 'note'>, columns: Columns, input: PlanInput): string {
  const measured = measuredBy(name, columns)
  if (measured !== undefined) return `The unit of “${measured}”.`
  const { use, why } = plan
  const unit = use.kind === 'fact' ? columns.units?.[use.fact] : undefined
  const inUnit = unit && 'unit' in unit ? ` Figures are in ${unit.unit}.` : ''
  return `${because[why]}${inUnit}${use.kind === 'fact' ? factNote(name, use.fact, input) : ''}`
}

/** Columns beyond those that are kept of one row. */
function beyond(columns: Columns, { header, records }: PlanInput): ReadonlySet<string> {
  const filled = header.filter((name) => records.some(({ fields }) => !isBlank(fields[name])))
  const idle = filled.filter(
    (name) => useOf(name, columns).kind === 'source' && measuredBy(name, columns) === undefined,
  )
  return new Set(idle.slice(Math.max(0, SOURCE_FIELDS_MAX - (filled.length - idle.length))))
}

function planProducts(columns: Columns, input: PlanInput): readonly ColumnPlan[] {
  const dropped = beyond(columns, input)
  return input.header.map((name) => {
    if (dropped.has(name))
      return {
        name,
        use: { kind: 'ignored' },
        why: 'none',
        note: `Not kept: a row keeps ${SOURCE_FIELDS_MAX} columns.`,
      }
    const use = useOf(name, columns)
    const plan = { name, use, why: reasonOf(name, use, input) }
    return { ...plan, note: noteOf(name, plan, columns, input) }
  })
}

/** The plan of every column of a table, in the order of its header. */
export function planColumns(table: SourceTable, input: PlanInput): readonly ColumnPlan[] {
  const { columns, uses, reasons } = table
  if (columns) return planProducts(columns, input)
  if (uses) {
    return input.header.map((name) => {
      const use: ColumnUse = uses[name] ?? { kind: 'ignored' }
      const why = reasons === undefined ? 'format' : (reasons[name] ?? 'none')
      return { name, use, why, note: use.kind === 'ignored' ? 'Not kept.' : because[why] }
    })
  }
  return input.header.map((name) => ({ name, use: SOURCE, why: 'none', note: 'Nothing is known of it yet.' }))
}
