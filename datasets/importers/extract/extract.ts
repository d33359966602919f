/** Facts from free text: titles and descriptions. Precision first. */
import type { Aisle } from '../../../shared/domain/aisles'
import type { Fact, FactKind } from '../../../shared/domain/facts'
import { singularWord } from '../nouns/number'
import { depictionFacts } from './depictions'
import { featureFacts } from './features'
import { productFacts } from './identity'
import { ingredientFacts } from './ingredients'
import { measureFacts } from './measures'
import type { Found } from './found'
import { placeFacts } from './places'
import { scentFacts } from './scents'
import { tasteFacts } from './qualities'
import { tokenize } from './tokens'
import { useFacts } from './uses'

/** What is known of the product whose text is read. */
export interface ExtractInput {
  /** Source fields in order of trust, title first. */
  readonly texts: readonly { readonly field: string; readonly text: string }[]
  /** The product's noun ("daypack"). */
  readonly noun: string
  /** What family it is of by its noun or category; undefined when neither tells. */
  readonly aisle?: Aisle | undefined
  /** Whether the shop sells it for a feast. */
  readonly festive?: boolean
  /** Facts already stated in columns; their kinds are not read again. */
  readonly listed: readonly Fact[]
}

const FACTS_MAX = 8
/** So many facts are enough without plain ones. */
const ENOUGH = 5
/** Most facts of one kind. */
const most: Readonly<Partial<Record<FactKind, number>>> = {
  feature: 6,
  use: 3,
  includes: 4,
  ingredient: 4,
  style: 1,
  room: 2,
}

/** Orders by worth to a reader; what a shop would say first comes first. */
const worth: readonly FactKind[] = [
  'material',
  'weight',
  'capacity',
  'battery',
  'power',
  'storage',
  'size',
  'warranty',
  'water',
  'screen',
  'pack',
  'closure',
  'finish',
  'ingredient',
  'feature',
  'includes',
  'scent',
  'craft',
  'pattern',
  'colour',
  'use',
  'room',
  'season',
  'care',
  'style',
  'fit',
]

function overlaps(a: Found, b: Found): boolean {
  if (a.field === b.field && a.start < b.end && b.start < a.end) return true
  // "red plaid pattern" and "plaid" say one thing.
  if (
    [a, b].some(({ kind }) => kind === 'pattern') &&
    `${a.text} ${b.text}`
      .toLowerCase()
      .split(/[\s-]+/)
      .some((word, at, all) => all.indexOf(word) < at)
  )
    return true
  const words = (found: Found) => found.text.toLowerCase().split(/\s+/)
  const [left, right] = [words(a), words(b)]
  return a.kind === b.kind && left.at(-1) === right.at(-1)
}

/** How many facts there are of each kind. */
function countKinds(facts: readonly Fact[]): Map<FactKind, number> {
  const counts = new Map<FactKind, number>()
  for (const { kind } of facts) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** Kinds whose fact tells nothing new where the title has all its words. */
const retold = new Set<FactKind>(['feature', 'includes', 'use', 'finish', 'closure', 'room'])

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map(singularWord)

/** True for a fact whose every word stands in the title. */
function isRetold(item: Found, title: ReadonlySet<string>): boolean {
  return retold.has(item.kind) && wordsOf(item.text).every((word) => title.has(word))
}

function choose(found: readonly Found[], listed: readonly Fact[]): readonly Found[] {
  const counts = countKinds(listed)
  // What a column states is not read again, but a product may have a feature more than the one it lists.
  const stated = new Set(listed.map((fact) => fact.kind).filter((kind) => (most[kind] ?? 1) === 1))
  const kept: Found[] = []
  const rank = (item: Found) => (worth.includes(item.kind) ? worth.indexOf(item.kind) : worth.length)
  const ordered = found
    .map((item, index) => ({ item, index }))
    .sort(
      (a, b) =>
        Number(a.item.plain ?? false) - Number(b.item.plain ?? false) ||
        rank(a.item) - rank(b.item) ||
        a.index - b.index,
    )
  for (const { item } of ordered) {
    const count = counts.get(item.kind) ?? 0
    if (stated.has(item.kind) || count >= (most[item.kind] ?? 1) || kept.length + listed.length >= FACTS_MAX)
      continue
    if (item.plain && kept.length + listed.length >= ENOUGH) continue
    if (kept.some((other) => overlaps(item, other))) continue
    counts.set(item.kind, count + 1)
    kept.push(item)
  }
  return kept
}

function toFact(item: Found, index: number): Fact {
  const id = index === 0 ? item.kind : `${item.kind}.${index + 1}`
  return {
    id,
    kind: item.kind,
    text: item.text,
    number: item.number,
    source: { field: item.field, start: item.start, end: item.end },
  }
}

/** Descriptions before the title: prose says what a title only hints. */
function readingOrder(
  texts: ExtractInput['texts'],
): readonly { readonly field: string; readonly text: string; readonly index: number }[] {
  const numbered = texts.map((text, index) => ({ ...text, index }))
  return [...numbered.slice(1), ...numbered.slice(0, 1)]
}

/**
 * The listed facts followed by those read from the texts, at most eight in all: each with its field and the character range
 * `[start, end)`, whose slice equals the fact's text up to case.
 */
export function extractFacts(input: ExtractInput): readonly Fact[] {
  const title = new Set(wordsOf(input.texts[0]?.text ?? ''))
  const found = readingOrder(input.texts).flatMap(({ field, text, index }): readonly Found[] => {
    const page = {
      field,
      text,
      tokens: tokenize(text),
      noun: input.noun,
      aisle: input.aisle,
      festive: input.festive === true,
      isTitle: index === 0,
      others: input.texts.filter((other) => other.field !== field),
    }
    return [
      ...productFacts(page),
      ...measureFacts(page),
      ...ingredientFacts(page),
      ...tasteFacts(page),
      ...featureFacts(page),
      ...depictionFacts(page),
      ...scentFacts(page),
      ...useFacts(page),
      ...placeFacts(page),
    ].filter((item) => !isRetold(item, title))
  })
  const counts = countKinds(input.listed)
  const read = choose(found, input.listed).map((item) => {
    const index = counts.get(item.kind) ?? 0
    counts.set(item.kind, index + 1)
    return toFact(item, index)
  })
  return [...input.listed, ...read]
}
