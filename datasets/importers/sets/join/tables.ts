/** The files of a join as tables, for a person to look at before anything is stored. */
import { ShelftalkError } from '../../../../shared/contract/errors'
import type { ColumnUse } from '../../../../shared/domain/importing'
import { settle } from '../../rows'
import type { SourceTable } from '../../types'
import type { JoinPlan, TableFile } from './plan'
import type { JoinSpec } from './spec'

type Uses = Readonly<Record<string, ColumnUse>>

function seen({ name, first, sniffed }: TableFile): SourceTable {
  const { gzip, zip, parquet, encoding } = sniffed
  return {
    file: name,
    first,
    ...(parquet ? {} : { encoding }),
    ...(gzip ? { packed: 'gzip' as const } : zip ? { packed: 'zip' as const } : {}),
  }
}

/** What the products' columns mean, or why that cannot be told. */
function settled({ first, format }: TableFile, map: Readonly<Record<string, string>>): Partial<SourceTable> {
  try {
    const columns = settle(first, { format, map })
    return columns ? { columns } : {}
  } catch (cause) {
    if (cause instanceof ShelftalkError) return { problem: cause }
    throw cause
  }
}

function usesOf(fields: Readonly<Record<string, string>>, kind: 'field' | 'segment'): Uses {
  return Object.fromEntries(
    Object.entries(fields).map(([meaning, column]) => [
      column,
      kind === 'field' ? { kind, field: meaning } : { kind, segment: meaning },
    ]),
  )
}

/** Who says so: a person, or the columns' names. */
function reasonsOf(uses: Uses, ...said: readonly Readonly<Record<string, string>>[]): SourceTable['reasons'] {
  const given = new Set(said.flatMap((pairs) => Object.values(pairs)))
  return Object.fromEntries(Object.keys(uses).map((name) => [name, given.has(name) ? 'given' : 'name']))
}

/** Every file that is read, products first. `problem` is of the interactions' dates. */
export function joinTables(
  { products, lookups, shoppers, interactions }: JoinPlan,
  spec: JoinSpec,
  problem: ShelftalkError | undefined,
): readonly SourceTable[] {
  const people = {
    ...usesOf(shoppers?.fields ?? {}, 'field'),
    ...usesOf(shoppers?.segments ?? {}, 'segment'),
  }
  const events = usesOf(interactions?.fields ?? {}, 'field')
  return [
    ...products.files.map((file) => ({ ...seen(file), ...settled(file, products.fields) })),
    ...lookups.map(({ file, key, gives }) => {
      const [name = ''] = Object.keys(gives)
      const uses: Uses = {
        [key]: { kind: 'field', field: 'id' },
        [name]: { kind: 'field', field: /subcat/i.test(name + key) ? 'subcategory' : 'category' },
      }
      return { ...seen(file), uses, reasons: reasonsOf(uses) }
    }),
    ...(shoppers?.files ?? []).map((file) => ({
      ...seen(file),
      uses: people,
      reasons: reasonsOf(people, spec.shoppers, spec.segments),
    })),
    ...(interactions?.files ?? []).map((file) => ({
      ...seen(file),
      uses: events,
      reasons: reasonsOf(events, spec.interactions),
      ...(problem ? { problem } : {}),
    })),
  ]
}
