/** What an import will be called, and what that means for a catalogue of the name. Pure. */
import type { CatalogueSummary } from '../../../shared/domain/catalogue'

/** A day or a year within a name: `2024`, `2024-06`, `2024-06-30`, `20240630`. */
const DATE = /(?:^|-)(?:19|20)\d{2}(?:(?:-\d{1,2}){0,2}|\d{4})(?=-|$)/g

const stem = (name: string) => name.replace(DATE, '').replace(/^-/, '')

/**
 * Whether a file that would be called `proposed` is, by its name, the next of those that went into `before`: the same but for a date. Columns alone
 * do not tell, for every export of one kind has the same.
 */
export function isNextOf(proposed: string, before: string): boolean {
  return proposed === before || (stem(before) !== '' && stem(proposed) === stem(before))
}

/** What becomes of a catalogue when an import is called `name`; what a name may be where none has it. */
export function nameNote(name: string, catalogues: readonly CatalogueSummary[]): string {
  const same = catalogues.find((one) => one.name === name)
  if (!same) return 'Letters, digits, hyphens.'
  return same.invented
    ? `“${name}” ships with Shelftalk; take another.`
    : `It will become version ${same.version + 1} of “${name}”.`
}
