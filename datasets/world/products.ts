/** Makes the shop's products from the authored aisles. */
import type { Aisle } from '../../shared/domain/aisles'
import type { FactKind, GrammaticalNumber } from '../../shared/domain/facts'
import { FACT_KINDS, IDENTITY_KINDS, factKind } from '../../shared/domain/facts'
import type { AisleTable, ProductType, TitleForm } from './author'
import { readList, readPhrase, readTitle } from './author'
import type { DraftFact } from './describe'
import { describe } from './describe'
import { SHOP_CURRENCIES, listPriceMinor, priceField } from './prices'
import type { Random } from './random'
import { clamp, hashText, normal, pick, shuffle, stream } from './random'
import type { Theme } from './themes'
import { ORNATE, TIER, themeVector } from './themes'

/** Last day of the shop's year; nothing in it happens later. */
export const LAST_DAY = '2026-10-31'

const dayMs = 86_400_000
const lastDayMs = Date.parse(LAST_DAY)

/** One product as the Parquet file holds it: flat, with facts and attributes as JSON text. */
export interface ProductRow {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly titleNumber: GrammaticalNumber
  readonly noun: string
  readonly nounNumber: GrammaticalNumber
  readonly brand: string
  readonly category: string
  readonly aisle: Aisle
  readonly description: string
  /** Prices in major units by source field: `priceInr`, `wasUsd`, ... */
  readonly prices: Readonly<Record<string, string>>
  readonly ratingMean: number
  readonly ratingCount: number
  readonly stock: number
  readonly listedOn: string
  readonly facts: readonly ({
    readonly id: string
    readonly source: readonly [string, number?, number?]
  } & Omit<DraftFact, 'id'>)[]
  readonly attributes: Readonly<Record<string, string>>
  /** Where it stands among tastes, `themes.ts`. */
  readonly vector: readonly number[]
  /** How much shelf it gets, above 0; ranks follow a Zipf law. */
  readonly popularity: number
}

/** Kinds whose values are listed from small to large things. */
const bySize: ReadonlySet<FactKind> = new Set(['weight', 'capacity', 'size', 'screen', 'reach', 'pack'])
/** Kinds whose values are listed from cheap to dear things. */
const byTier: ReadonlySet<FactKind> = new Set([
  'material',
  'battery',
  'power',
  'warranty',
  'storage',
  'light',
  'speed',
  'noise',
])

interface Draft {
  readonly table: AisleTable
  readonly type: ProductType
  readonly brand: string
  /** Place between the type's lowest price (0) and its highest (1). */
  readonly tier: number
  /** Place between the smallest of its kind (0) and the biggest (1). */
  readonly bulk: number
  readonly random: Random
}

function place(q: number, count: number, random: Random): number {
  return clamp(Math.round(q * (count - 1) + normal(random) * 0.16 * count), 0, count - 1)
}

function valueOf(draft: Draft, kind: FactKind, authored: string): DraftFact {
  const values = readList(authored)
  const q = bySize.has(kind) ? draft.bulk : byTier.has(kind) ? draft.tier : undefined
  const text =
    q === undefined ? pick(draft.random, values) : (values[place(q, values.length, draft.random)] ?? '')
  const { form } = factKind(kind)
  const phrase =
    form === 'np' || form === 'mass'
      ? readPhrase(text, form === 'mass' ? 'mass' : 'one')
      : { text, number: 'one' as const }
  return { id: kind, kind, ...phrase }
}

function draftFacts(draft: Draft, title: TitleForm): readonly DraftFact[] {
  const kinds = FACT_KINDS.filter((kind) => !IDENTITY_KINDS.includes(kind) && kind !== 'feature')
  const authored = Object.keys(draft.type.facts) as FactKind[]
  const needed = kinds.filter((kind) => title.text.includes(`{${kind}}`) || title.fixed[kind])
  const stated = authored.filter((kind, i) => needed.includes(kind) || i < 3 || draft.random() < 0.72)
  const chosen = [...new Set([...needed, ...stated])]
    .filter((kind) => !title.without.includes(kind))
    .slice(0, 7)
  const facts = chosen.map((kind) => valueOf(draft, kind, title.fixed[kind] ?? draft.type.facts[kind] ?? ''))
  const count =
    facts.length < 4 ? 3 : facts.length > 6 && draft.random() < 0.3 ? 1 : 2 + Math.round(draft.random() * 0.7)
  const features = shuffle(draft.random, readList(draft.type.features)).slice(0, count)
  return [
    ...facts,
    ...features.map((text, i) => ({ id: `feature.${i + 1}`, kind: 'feature' as const, ...readPhrase(text) })),
  ]
}

const small = new Set('a an and the of in for with on to by from at or cm mm ml kg'.split(' '))

/** Title case for the parts of a title that are values ("waxed canvas" gives "Waxed Canvas"). */
export function titleCase(text: string): string {
  return text
    .split(' ')
    .map((word, i) =>
      i > 0 && small.has(word)
        ? word
        : word.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase()),
    )
    .join(' ')
}

function writeTitle(draft: Draft, title: TitleForm, facts: readonly DraftFact[]): string {
  return title.text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'brand') return draft.brand
    if (slot === 'name') return pick(draft.random, readList(draft.table.names))
    return titleCase(facts.find((fact) => fact.kind === slot)?.text ?? '')
  })
}

function pickBrand(table: AisleTable, random: Random): { readonly brand: string; readonly level: number } {
  const [brand, level] = pick(random, Object.entries(table.brands))
  return { brand, level }
}

function priceColumns(draft: Draft): Readonly<Record<string, string>> {
  const [low, high] = draft.type.price
  const rupees = low * (high / low) ** draft.tier
  const was = draft.random() < 0.17 ? rupees * (1.15 + draft.random() * 0.4) : undefined
  const lists = SHOP_CURRENCIES.map((code): readonly [string, string] => [
    priceField(code),
    (listPriceMinor(rupees, code) / 100).toFixed(2),
  ])
  if (!was) return Object.fromEntries(lists)
  const before = SHOP_CURRENCIES.map((code): readonly [string, string] => [
    priceField(code, true),
    (listPriceMinor(was, code) / 100).toFixed(2),
  ])
  return Object.fromEntries([...lists, ...before])
}

function listedOn(random: Random): string {
  const age = random() < 0.06 ? Math.floor(random() * 29) : 31 + Math.floor(random() ** 0.7 * 1300)
  return new Date(lastDayMs - age * dayMs).toISOString().slice(0, 10)
}

function vectorOf(draft: Draft): readonly number[] {
  const weights = new Map<Theme, number>()
  for (const theme of draft.table.themes) weights.set(theme, 1)
  for (const theme of draft.type.themes ?? []) weights.set(theme, (weights.get(theme) ?? 0) + 0.8)
  const vector = themeVector(weights)
  vector[ORNATE] = clamp(normal(draft.random) * 0.45, -1, 1)
  vector[TIER] = draft.tier * 2 - 1
  return vector.map((value) => Math.round(value * 1000) / 1000)
}

function sourced(draft: Draft, number: GrammaticalNumber, facts: readonly DraftFact[]) {
  const { text, ranges } = describe(draft.type, number, facts, draft.random)
  const attributes: Record<string, string> = {}
  const rows = facts.map((fact) => {
    const range = ranges.get(fact.id)
    const inWords = range && (fact.kind === 'feature' || draft.random() < 0.5)
    if (inWords) return { ...fact, source: ['description', range[0], range[1]] as const }
    const field = fact.kind === 'feature' ? `feature${fact.id.slice('feature.'.length)}` : fact.kind
    attributes[field] = fact.text
    return { ...fact, source: [field] as const }
  })
  return { description: text, facts: rows, attributes }
}

function makeProduct(
  table: AisleTable,
  type: ProductType,
  index: number,
  { seed, taken }: { readonly seed: number; readonly taken: Set<string> },
): ProductRow {
  const random = stream(seed, `product/${type.id}/${index}`)
  const { brand, level } = pickBrand(table, random)
  const draft: Draft = {
    table,
    type,
    brand,
    random,
    tier: clamp((level - 1) / 2.6 + 0.12 + normal(random) * 0.16, 0, 1),
    bulk: random(),
  }
  for (let attempt = 0; attempt < 60; attempt++) {
    const form = readTitle(type.titles[(index + attempt) % type.titles.length] ?? '')
    const facts = draftFacts(draft, form)
    const title = writeTitle(draft, form, facts)
    if (taken.has(title.toLowerCase())) continue
    taken.add(title.toLowerCase())
    return finish(draft, { id: `${type.id}-${String(index + 1).padStart(2, '0')}`, form, facts, title })
  }
  throw new RangeError(`The titles of "${type.id}" give fewer than ${index + 1} different ones`)
}

interface Titled {
  readonly id: string
  readonly form: TitleForm
  readonly facts: readonly DraftFact[]
  readonly title: string
}

function finish(draft: Draft, { id, form, facts, title }: Titled): ProductRow {
  const { table, type, random } = draft
  const noun = readPhrase(form.noun ?? type.noun)
  const count = Math.round(Math.exp(normal(random) * 1.3 + 3.6))
  return {
    id,
    type: type.id,
    title,
    titleNumber: noun.number,
    noun: noun.text,
    nounNumber: noun.number,
    brand: draft.brand,
    category: `${table.category} > ${type.category}`,
    aisle: table.aisle,
    ...sourced(draft, noun.number, facts),
    prices: priceColumns(draft),
    ratingMean: Math.round(clamp(4.15 + draft.tier * 0.25 + normal(random) * 0.32, 2.4, 5) * 10) / 10,
    ratingCount: count,
    stock: random() < 0.05 ? 0 : Math.max(1, Math.round(Math.exp(normal(random) * 1.1 + 3.4))),
    listedOn: listedOn(random),
    vector: vectorOf(draft),
    popularity: 0,
  }
}

/** Zipf weights over a random ranking: the thing at rank r gets 1 / (r + 8) to the power 1.05, scaled to a mean of one. */
function withPopularity(rows: readonly ProductRow[], seed: number): readonly ProductRow[] {
  const order = shuffle(stream(seed, 'popularity'), rows)
  const weights = new Map(order.map((row, rank) => [row.id, (rank + 8) ** -1.05]))
  const mean = [...weights.values()].reduce((sum, weight) => sum + weight, 0) / rows.length
  return rows.map((row) => ({
    ...row,
    popularity: Math.round(((weights.get(row.id) ?? 0) / mean) * 10000) / 10000,
  }))
}

/** Every product of the shop, in the order of the tables. `perType` is how many of each kind. Titles are unique. */
export function makeProducts(
  tables: readonly AisleTable[],
  seed: number,
  perType = 14,
): readonly ProductRow[] {
  const taken = new Set<string>()
  const rows = tables.flatMap((table) =>
    table.types.flatMap((type) =>
      Array.from({ length: perType }, (_, index) => makeProduct(table, type, index, { seed, taken })),
    ),
  )
  return withPopularity(rows, seed)
}

/** About one product in ten is never seen by the language training, by a hash of its id that no seed moves. */
export function isHeldOut(productId: string): boolean {
  return hashText(`held-out/${productId}`) % 10 === 0
}
