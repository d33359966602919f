/** What a version was imported with, over several imports that each bring some of its parts. */
import { isDeepStrictEqual } from 'node:util'
import type { CataloguePart, ImportedWith } from './types'

const PARTS: readonly CataloguePart[] = ['products', 'shoppers', 'interactions']

/**
 * The requests of the version before that still matter beside those of an import that keeps some of its parts, then these. One that brought
 * nothing but what is now replaced goes; so does an equal one, whatever it brought.
 */
export function carriedRequests(
  before: readonly ImportedWith[],
  now: readonly ImportedWith[],
): readonly ImportedWith[] {
  const isOver = (old: ImportedWith) =>
    now.some((next) => isDeepStrictEqual(asked(old), asked(next)) || (isPartial(old) && covers(next, old)))
  return [...before.filter((old) => !isOver(old)), ...now]
}

/** Requests kept by earlier editions do not say what they left: those count as bringing everything. */
const kept = ({ keep }: ImportedWith): readonly unknown[] => (Array.isArray(keep) ? keep : [])
const isPartial = (request: ImportedWith) => kept(request).length > 0
const brings = (request: ImportedWith) => PARTS.filter((part) => !kept(request).includes(part))

function covers(next: ImportedWith, old: ImportedWith): boolean {
  const there = brings(next)
  return brings(old).every((part) => there.includes(part))
}

function asked({ keep: _, ...request }: ImportedWith): ImportedWith {
  return request
}
