/** Makes the shop's shoppers: segments, names, interests and the latent tastes behind them. */
import type { CurrencyCode, Shopper } from '../../shared/domain/catalogue'
import type { Region } from './names'
import { REGIONS } from './names'
import { LAST_DAY } from './products'
import type { Random } from './random'
import { clamp, normal, pick, pickWeighted, stream } from './random'
import type { Theme } from './themes'
import { INTERESTS, ORNATE, THEMES, TIER, themeVector } from './themes'

/** One shopper with what only the shop's maker knows. */
export interface ShopperRow {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly currency: CurrencyCode
  /** Some values are missing, as in any shop's records. */
  readonly segments: Readonly<Partial<Record<SegmentField, string>>>
  readonly interests: readonly string[]
  /** Latent taste over the axes of `themes.ts`; the theme part has length one. Never shown to a recommender. */
  readonly taste: readonly number[]
  /** ISO date of the first possible visit. */
  readonly joinedOn: string
  /** How many visits a full year would bring; 0 for those who only signed up. */
  readonly visitsPerYear: number
}

/** The segment attributes of the shop. */
export const SEGMENT_FIELDS = ['ageBand', 'gender', 'region', 'incomeBand', 'tenure'] as const

/** One of the segment attributes. */
export type SegmentField = (typeof SEGMENT_FIELDS)[number]

/** Share of the records in which a segment value is missing. */
const missing: Readonly<Record<SegmentField, number>> = {
  ageBand: 0.03,
  gender: 0,
  region: 0.01,
  incomeBand: 0.08,
  tenure: 0.02,
}

const ages = { '18-24': 0.16, '25-34': 0.3, '35-44': 0.22, '45-54': 0.16, '55+': 0.16 }
const genders = { woman: 0.46, man: 0.43, 'non-binary': 0.03, undisclosed: 0.08 }
const incomes = { low: 0.3, middle: 0.47, high: 0.23 }
/** Mean place on the tier axis by income; age has no part in it. */
const tiers: Readonly<Record<string, number>> = { low: -0.5, middle: -0.05, high: 0.5 }

/** Interests that are rare outside India. */
const indian: ReadonlySet<string> = new Set([
  'street cricket',
  'regional Indian cooking',
  'block printing',
  'handloom saris',
  'learning the harmonium',
  'monsoon walks',
])

const dayMs = 86_400_000
const yearMs = 365 * dayMs

function draw(random: Random, shares: Readonly<Record<string, number>>): string {
  return Object.keys(shares)[pickWeighted(random, Object.values(shares))] ?? ''
}

function firstNames(region: Region, gender: string): readonly string[] {
  if (gender === 'woman') return region.women
  return gender === 'man' ? region.men : [...region.women, ...region.men]
}

function drawInterests(region: Region, random: Random): readonly string[] {
  const names = Object.keys(INTERESTS)
  const count = 1 + pickWeighted(random, [0.2, 0.34, 0.3, 0.16])
  const chosen: string[] = []
  const themes = new Set<Theme>()
  while (chosen.length < count) {
    // A second interest is three times likelier to share a theme with the first: people are of a piece.
    const weights = names.map((name) => {
      const rare = indian.has(name) && region.currency !== 'INR' ? 0.1 : 1
      const near = (INTERESTS[name] ?? []).some((theme) => themes.has(theme)) ? 3 : 1
      return chosen.includes(name) ? 0 : rare * near
    })
    const name = names[pickWeighted(random, weights)] ?? ''
    chosen.push(name)
    for (const theme of INTERESTS[name] ?? []) themes.add(theme)
  }
  return chosen
}

/** The taste behind interests: their themes, the first weighing most, with a little of everything else. */
function drawTaste(interests: readonly string[], income: string, random: Random): readonly number[] {
  const weights = new Map<Theme, number>(THEMES.map((theme) => [theme, Math.abs(normal(random)) * 0.1]))
  interests.forEach((name, rank) => {
    for (const theme of INTERESTS[name] ?? []) weights.set(theme, (weights.get(theme) ?? 0) + 0.8 ** rank)
  })
  const taste = themeVector(weights)
  taste[ORNATE] = clamp(normal(random) * 0.55, -1, 1)
  taste[TIER] = clamp((tiers[income] ?? 0) + normal(random) * 0.25, -1, 1)
  return taste.map((value) => Math.round(value * 100) / 100 + 0)
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** Activity is log-normal; one shopper in fifteen signed up and never came back, as many again came once. */
function drawVisits(random: Random): number {
  const kind = random()
  if (kind < 1 / 15) return 0
  return kind < 2 / 15 ? 1 : Math.max(8, Math.round(Math.exp(normal(random) * 0.5 + 2.95)))
}

function makeShopper(index: number, seed: number): ShopperRow {
  const id = `shopper-${String(index + 1).padStart(4, '0')}`
  const random = stream(seed, id)
  const region =
    REGIONS[
      pickWeighted(
        random,
        REGIONS.map((entry) => entry.share),
      )
    ]!
  const gender = draw(random, genders)
  const incomeBand = draw(random, incomes)
  const lastMs = Date.parse(LAST_DAY)
  const isNew = random() < 0.18
  const joinedMs = lastMs - Math.floor(isNew ? random() * 90 * dayMs : yearMs - 1)
  const all = {
    ageBand: draw(random, ages),
    gender,
    region: region.name,
    incomeBand,
    tenure: isNew ? 'new' : 'returning',
  }
  const interests = drawInterests(region, random)
  return {
    id,
    name: `${pick(random, firstNames(region, gender))} ${pick(random, region.families)}`,
    locale: region.locale,
    currency: region.currency,
    segments: Object.fromEntries(
      SEGMENT_FIELDS.filter((field) => random() >= missing[field]).map((field) => [field, all[field]]),
    ),
    interests,
    taste: drawTaste(interests, incomeBand, random),
    joinedOn: isoDay(joinedMs),
    visitsPerYear: drawVisits(random),
  }
}

/** Every shopper of the shop. Names, records and tastes depend on the seed alone; each has a stream of her own. */
export function makeShoppers(count: number, seed: number): readonly ShopperRow[] {
  return Array.from({ length: count }, (_, index) => makeShopper(index, seed))
}

/** The shopper as a catalogue knows her: no taste. */
export function shopperOf({
  id,
  name,
  locale,
  currency,
  segments,
  interests,
}: Omit<ShopperRow, 'joinedOn' | 'visitsPerYear'>): Shopper {
  return { id, name, locale, currency, segments, interests }
}
