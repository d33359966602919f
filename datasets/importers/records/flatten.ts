/** Nested values to flat text fields. */

const DEPTH_MAX = 4
const FIELDS_MAX = 200

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function put(fields: Record<string, string>, name: string, value: unknown, depth: number): void {
  if (Object.keys(fields).length >= FIELDS_MAX) return
  if (value === null || value === undefined) fields[name] = ''
  else if (isScalar(value)) fields[name] = String(value)
  else if (Array.isArray(value)) {
    // A list of objects (reviews, variants) has no place in one field; a list of words has.
    if (value.every(isScalar)) fields[name] = value.map(String).join(', ')
  } else if (depth < DEPTH_MAX) {
    for (const [key, inner] of Object.entries(value))
      put(fields, name ? `${name}.${key}` : key, inner, depth + 1)
  }
}

/** Flattens an object: nested names joined by dots, lists of scalars by ", ", lists of objects left out. Undefined for anything else. */
export function flatten(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const fields: Record<string, string> = {}
  put(fields, '', value, 0)
  return fields
}
