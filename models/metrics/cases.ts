/**
 * The protocol of the narrative evaluation: case i of a seed says for whom, what for, and under which directives a narrative is written.
 * Pure, and the same for every catalogue, so that systems and catalogues are compared on one list of cases.
 */
import { CHANNELS, VOICES } from '../../shared/domain/voices'
import type { Channel } from '../../shared/domain/voices'
import type { Random } from '../../shared/util/random'
import { seededRandom } from '../../shared/util/random'
import { MEASURED_OCCASIONS } from './occasions'

/** Whom the cases are drawn from, by id. */
export interface People {
  readonly personas: readonly string[]
  readonly shoppers: readonly string[]
}

/** One narrative to be written. */
export interface NarrativeCase {
  /** 0-based. */
  readonly index: number
  readonly audience: { readonly kind: 'persona' | 'shopper'; readonly id: string }
  /** As a person would type it; empty for about one in eight. */
  readonly occasion: string
  /** A template's text: voice, channel, and what else was drawn. */
  readonly template: string
  /** Seed of picking, planning and sampling. */
  readonly seed: number
}

/** One case in this many is for an edited persona, the others for shoppers of the data. */
const PERSONA_EVERY = 5
const NO_OCCASION_SHARE = 1 / 8
const LENGTHS = ['25-40', '40-60', '60-80', '90-120'] as const
/** Below this many words there is no room for two products, nor for several demands. */
const ROOMY: ReadonlySet<string> = new Set<Channel | (typeof LENGTHS)[number]>([
  'page',
  'email',
  '60-80',
  '90-120',
])
/** And below this for three. */
const VAST: ReadonlySet<string> = new Set<Channel | (typeof LENGTHS)[number]>(['email', '90-120'])
const EASY_SHARE = 1 / 5
const MENTIONED = ['price', 'brand', 'material', 'colour', 'rating', 'feature'] as const
const AVOIDED = [
  'price',
  'brand',
  'rating',
  'material',
  'colour',
  'feature',
  'perfect',
  'simply',
  'love',
] as const
const LEADS = ['history', 'occasion', 'interest', 'price', 'product'] as const
const CLOSES = ['call', 'quiet', 'none'] as const

/**
 * Voices, channels and ways to close, how many there are of each: case i has the one at i modulo their number. They share no divisor, so that
 * the cases of one run of `CASE_PERIOD` hold every combination once.
 */
export const CASE_TURNS = [VOICES.length, CHANNELS.length, CLOSES.length] as const

/** After so many cases voices, channels and ways to close begin anew. */
export const CASE_PERIOD = CASE_TURNS.reduce((product, turns) => product * turns, 1)

/** Spreads neighbouring indices and seeds over the whole state of the generator. */
const caseRandom = (index: number, seed: number) =>
  seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))

/**
 * Case `index` of `seed`. Voices, channels and ways to close take turns, so that every run of 60 holds each pairing of voice with channel
 * and with close alike; the rest is drawn. Throws RangeError when there is nobody to write for.
 */
export function narrativeCase(index: number, seed: number, people: People): NarrativeCase {
  const random = caseRandom(index, seed)
  // Personas move through the voices, which take turns too.
  const persona = index % PERSONA_EVERY === Math.floor(index / PERSONA_EVERY) % PERSONA_EVERY
  const [first, second] = persona ? [people.personas, people.shoppers] : [people.shoppers, people.personas]
  const ids = first.length > 0 ? first : second
  return {
    index,
    audience: { kind: ids === people.personas ? 'persona' : 'shopper', id: random.pick(ids) },
    occasion: random.chance(NO_OCCASION_SHARE) ? '' : random.pick(MEASURED_OCCASIONS),
    template: directiveLines(index, random).join('\n'),
    seed: random.below(1e9),
  }
}

const turn = <Item>(items: readonly Item[], at: number): Item => items[at % items.length]!

function directiveLines(index: number, random: Random): readonly string[] {
  const channel = turn(CHANNELS, index)
  const length = random.chance(0.3) ? random.pick(LENGTHS) : undefined
  const roomy = ROOMY.has(length ?? channel)
  const vast = VAST.has(length ?? channel)
  const mentioned = random.chance(0.5)
    ? random.shuffle(MENTIONED).slice(0, roomy && random.chance(0.4) ? 2 : 1)
    : []
  const lead = random.chance(0.5) ? random.pick(LEADS) : undefined
  const avoided = random.chance(0.5)
    ? random
        .shuffle(AVOIDED.filter((one) => one !== lead && !mentioned.some((kind) => kind === one)))
        .slice(0, 2)
    : []
  return [
    `voice: ${turn(VOICES, index)}`,
    `channel: ${channel}`,
    ...(length ? [`length: ${length}`] : []),
    `products: ${roomy && random.chance(0.5) ? (vast && random.chance(0.3) ? 3 : 2) : 1}`,
    ...(lead ? [`lead with: ${lead}`] : []),
    ...(mentioned.length > 0 ? [`must mention: ${mentioned.join(', ')}`] : []),
    ...(avoided.length > 0 ? [`avoid: ${avoided.join(', ')}`] : []),
    `close: ${turn(CLOSES, index)}`,
    ...(random.chance(EASY_SHARE) ? ['reading level: easy'] : []),
  ]
}
