/** What a column may be made into, and what choosing that changes in a mapping. */
import type { FactKind } from '../../../shared/domain/facts'
import { factKind } from '../../../shared/domain/facts'
import type { ColumnField, ColumnPlan, ColumnUse } from '../../../shared/domain/importing'
import { COLUMN_FIELDS, columnFieldLabel, MEANT_FACTS, NO_COLUMN } from '../../../shared/domain/importing'
import type { Choice } from '../../ui/Select'
import { fieldLabel } from '../../ui/format'

/** Meaning to column, `-` for none; only what a person has said. */
export type Mapping = Readonly<Record<string, string>>

/** The choice of leaving a column as it is. */
export const KEEP = 'keep'

/** Everything a column of products may become. */
export const MEANING_CHOICES: readonly Choice<string>[] = [
  { value: KEEP, label: 'Kept to look at' },
  ...COLUMN_FIELDS.map((field) => ({ value: field, label: columnFieldLabel(field) })),
  ...MEANT_FACTS.map((kind) => ({ value: kind, label: `Fact: ${factKind(kind).label.toLowerCase()}` })),
]

const isField = (text: string): text is ColumnField => (COLUMN_FIELDS as readonly string[]).includes(text)

/** What a column becomes, in a word or two. */
export function labelOf(use: ColumnUse): string {
  switch (use.kind) {
    case 'field':
      return isField(use.field) ? columnFieldLabel(use.field) : fieldLabel(use.field)
    case 'fact':
      return `Fact: ${factKind(use.fact).label.toLowerCase()}`
    case 'segment':
      return `Segment: ${fieldLabel(use.segment).toLowerCase()}`
    case 'source':
      return 'Kept to look at'
    case 'ignored':
      return 'Not kept'
  }
}

/** The choice that stands for what a column becomes. */
export function choiceOf(use: ColumnUse): string {
  if (use.kind === 'field') return use.field
  return use.kind === 'fact' ? (use.fact satisfies FactKind) : KEEP
}

/**
 * The mapping once `column` is to become `choice`. What it meant before is free again for another column to be guessed, unless it is to mean
 * nothing: then nothing else takes its place.
 */
export function assign(
  mapping: Mapping,
  { name, use }: Pick<ColumnPlan, 'name' | 'use'>,
  choice: string,
): Mapping {
  const before = choiceOf(use)
  if (choice === before) return mapping
  // What a person said of this column is said no longer.
  const rest = Object.fromEntries(Object.entries(mapping).filter(([, column]) => column !== name))
  if (choice !== KEEP) return { ...rest, [choice]: name }
  return before === KEEP ? rest : { ...rest, [before]: NO_COLUMN }
}

/** Dates that can be read both ways are read as the files show. */
export const AS_FOUND = 'found'
/** Which of the two figures of 02/01/2019 is the day, as a mapping's `dates` says it. */
export const DATE_ORDERS = ['day-first', 'month-first'] as const
/** One of them, or what the files show. */
export type DateOrder = (typeof DATE_ORDERS)[number] | typeof AS_FOUND

/** The mapping once dates are to be read so. */
export function orderDates({ dates: _, ...rest }: Mapping, order: DateOrder): Mapping {
  return order === AS_FOUND ? rest : { ...rest, dates: order }
}
