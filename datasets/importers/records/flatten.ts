/** Nested values to flat text fields. */
import type { RecordOrRefusal } from '../types'

const DEPTH_MAX = 4
const FIELDS_MAX = 200

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Fields by name, and the names of those that are numbers. */
interface Flat {
  readonly fields: Record<string, string>
  readonly numbers: string[]
}

function put(flat: Flat, name: string, value: unknown, depth: number): void {
  const { fields, numbers } = flat
  if (Object.keys(fields).length >= FIELDS_MAX) return
  if (value === null || value === undefined) fields[name] = ''
  else if (isScalar(value)) {
    fields[name] = String(value)
    if (typeof value === 'number' && !Number.isInteger(value)) numbers.push(name)
  } else if (Array.isArray(value)) {
    // A list of objects (reviews, variants) has no place in one field; a list of words has.
    if (value.every(isScalar)) fields[name] = value.map(String).join(', ')
  } else if (depth < DEPTH_MAX) {
    for (const [key, inner] of Object.entries(value))
      put(flat, name ? `${name}.${key}` : key, inner, depth + 1)
  }
}

function flat(value: unknown): Flat | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const found: Flat = { fields: {}, numbers: [] }
  put(found, '', value, 0)
  return found
}

/** Flattens an object: nested names joined by dots, lists of scalars by ", ", lists of objects left out. Undefined for anything else. */
export function flatten(value: unknown): Readonly<Record<string, string>> | undefined {
  return flat(value)?.fields
}

/** The same as a record, which knows its fractions from text that looks like one; refused for `reason` where it is no object. */
export function flatRecord(row: number, value: unknown, reason: string): RecordOrRefusal {
  const found = flat(value)
  if (!found) return { row, field: '', reason }
  const { fields, numbers } = found
  return { row, fields, ...(numbers.length > 0 ? { fractions: numbers } : {}) }
}
