/** Which products a narrative is about: retrieval from the store, then the strategy's recommender. */
import { inTurns } from '../../models/recommend/inTurns'
import type { Ruled } from '../../models/recommend/rules'
import { Recommender } from '../../models/recommend/recommender'
import type { HistoryEvent } from '../../models/recommend/types'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Product } from '../../shared/domain/catalogue'
import type { Pick, Strategy } from '../../shared/domain/narrative'
import type { Persona } from '../../shared/domain/persona'
import type { Rule } from '../../shared/domain/rules'
import type { Catalogue } from '../store/types'
import type { Finder } from './finder'
import { localised } from './money'
import { holding, momentOf, ruled } from './ruling'

/** Products retrieved for the blend. */
const RETRIEVED = 100
/**
 * A product answers an occasion or an interest only if its text lies this near in meaning (cosine). Of what the judged queries for tuning
 * find and call just right, 19 of 20 products do; a shop that sells nothing of the kind answers nothing ("badminton" finds no fishing reels).
 */
const FITTING_NEARNESS = 0.36
/** Texts whose answers are kept. */
const ANSWERS_MAX = 200
/** Reciprocal rank fusion's constant. */
const RRF_K = 60
/** Up to this place in what an occasion found, a product may be said to fit it. */
const FITTING_RANK = 30
/** Picks looked at beyond those wanted, to find some the shopper would pay for. */
const AFFORDABLE_POOL = 20
/** Up to this many times what she usually pays, a thing is within reach. */
const BUDGET_REACH = 2.5
/** A second product should seldom be one more of the same. */
const PAIR_DIVERSITY = 0.35

/** What to pick, and for whom. */
export interface PickRequest {
  readonly persona: Persona
  readonly occasion: string
  readonly strategy: Strategy
  readonly count: number
  readonly seed: number
  /** Fixed products; nothing is picked then. */
  readonly productIds?: readonly string[] | undefined
}

/** Picks with the products behind them, in one order. */
export interface Picked {
  readonly picks: readonly Pick[]
  readonly products: readonly Product[]
}

/** The business rules of a catalogue, by its name. */
export type RulesOf = (catalogue: string) => Promise<readonly Rule[]>

/** Picks products of one catalogue; what a recommender derives is kept for as long as that version is open. */
export class Picker {
  private readonly finder: Finder
  private readonly rulesOf: RulesOf
  private readonly known = new WeakMap<Catalogue, Promise<Recommender>>()
  private readonly answers = new WeakMap<Catalogue, Map<string, Promise<readonly string[]>>>()

  /** `rulesOf` gives the business rules that have the last word; none when left out. */
  constructor(finder: Finder, rulesOf: RulesOf = () => Promise.resolve([])) {
    this.finder = finder
    this.rulesOf = rulesOf
  }

  /** Throws NOT_FOUND for a fixed product the catalogue lacks, BAD_INPUT when nothing is left to pick. */
  async pick(catalogue: Catalogue, request: PickRequest): Promise<Picked> {
    const picks = request.productIds?.length
      ? await fixedPicks(catalogue, request.productIds)
      : await this.lastWord(catalogue, request)
    if (picks.length === 0) {
      throw new ShelftalkError(
        'BAD_INPUT',
        `Nothing in "${catalogue.summary.name}" is left to recommend.`,
        'Choose another catalogue or fix products by id.',
      )
    }
    const products = await catalogue.products(picks.map((pick) => pick.id))
    return {
      picks,
      products: products.map((product) =>
        catalogue.summary.invented ? localised(product, request.persona.currency) : product,
      ),
    }
  }

  /** What is picked without rules, best first, and what `rules` make of it. */
  async ruled(
    catalogue: Catalogue,
    request: PickRequest,
    rules: readonly Rule[],
  ): Promise<Ruled & { readonly ranked: readonly Pick[] }> {
    const { persona, occasion, count } = request
    const bought = (await historyEvents(catalogue, persona)).filter(({ kind }) => kind === 'purchase')
    const ranking = {
      catalogue,
      moment: momentOf(persona, occasion),
      count,
      rank: (length: number) => this.recommended(catalogue, request, length),
      barred: new Set(bought.map(({ productId }) => productId)),
    }
    return ruled(ranking, rules)
  }

  /** What is recommended, after the rules of the catalogue that hold. */
  private async lastWord(catalogue: Catalogue, request: PickRequest): Promise<readonly Pick[]> {
    const rules = holding(
      await this.rulesOf(catalogue.summary.name),
      momentOf(request.persona, request.occasion),
    )
    if (rules.length === 0) return this.recommended(catalogue, request)
    return (await this.ruled(catalogue, request, rules)).picks.slice(0, request.count)
  }

  private async recommended(
    catalogue: Catalogue,
    request: PickRequest,
    count = request.count,
  ): Promise<readonly Pick[]> {
    const { persona, occasion, strategy, seed } = request
    const recommender = await this.recommender(catalogue)
    const history = await historyEvents(catalogue, persona)
    const wants = strategy === 'personalised' ? await this.retrieve(catalogue, request) : []
    const personal = strategy === 'personalised' && persona.budgetMinor !== undefined
    const ranked = recommender.recommend({
      by: strategy,
      count: personal ? count + AFFORDABLE_POOL : count,
      history,
      retrieved: fused(wants),
      occasion,
      interests: persona.interests,
      seed,
      diversity: count > 1 ? PAIR_DIVERSITY : 0,
    })
    const reachable = personal ? await affordable(catalogue, ranked, persona) : ranked
    const picks = strategy === 'personalised' ? inTurns(reachable, seed) : reachable
    return picks.slice(0, count).map((pick) => ({ ...pick, reason: trueReason(pick, occasion, wants) }))
  }

  /** What is wanted, each with its own ranking by words and meaning; what she owns stands in where she said nothing. */
  private async retrieve(catalogue: Catalogue, { persona, occasion }: PickRequest): Promise<readonly Want[]> {
    const interests = persona.interests.slice(0, 3)
    const owned = persona.history.slice(0, 3).map((item) => item.noun ?? item.title)
    const texts = [
      { text: occasion, weight: 2 },
      ...interests.map((text) => ({ text, weight: 1 / interests.length })),
      ...(occasion === '' && interests.length === 0 ? [{ text: owned.join(', '), weight: 1 }] : []),
    ].filter(({ text }) => text !== '')
    return Promise.all(
      texts.map(async ({ text, weight }) => ({ text, weight, ids: await this.answer(catalogue, text) })),
    )
  }

  /** Products that answer a text, none where nothing fits. Kept, since a version does not change and variants of one brief ask the same. */
  private answer(catalogue: Catalogue, text: string): Promise<readonly string[]> {
    const answers = this.answers.get(catalogue) ?? new Map<string, Promise<readonly string[]>>()
    this.answers.set(catalogue, answers)
    const known = answers.get(text)
    if (known) return known
    const found = this.finder
      .rank(catalogue, { text, limit: RETRIEVED })
      .then((hits) => hits.filter(({ near = 0 }) => near >= FITTING_NEARNESS).map(({ id }) => id))
    const [oldest] = answers.keys()
    if (answers.size >= ANSWERS_MAX && oldest !== undefined) answers.delete(oldest)
    answers.set(text, found)
    found.catch(() => answers.delete(text))
    return found
  }

  private recommender(catalogue: Catalogue): Promise<Recommender> {
    const found = this.known.get(catalogue)
    if (found) return found
    const built = Promise.all([catalogue.productColumns(), catalogue.allInteractions()]).then(
      ([products, events]) => new Recommender(products, events),
    )
    this.known.set(catalogue, built)
    built.catch(() => this.known.delete(catalogue))
    return built
  }
}

/** Picks within reach of what she usually pays first; where the shop has nothing else that fits, the dear ones stay, behind. */
async function affordable(
  catalogue: Catalogue,
  picks: readonly Pick[],
  { budgetMinor = Infinity, currency }: Persona,
): Promise<readonly Pick[]> {
  const products = await catalogue.products(picks.map((pick) => pick.id))
  const dear = new Set(
    products
      .map((product) => (catalogue.summary.invented ? localised(product, currency) : product))
      .filter(({ price }) => price?.currency === currency && price.minor > budgetMinor * BUDGET_REACH)
      .map((product) => product.id),
  )
  return [...picks.filter((pick) => !dear.has(pick.id)), ...picks.filter((pick) => dear.has(pick.id))]
}

/** One thing the shopper wants, with the products that answer it, best first. */
interface Want {
  readonly text: string
  /** The occasion is what was asked for, so it outweighs all lasting interests together. */
  readonly weight: number
  readonly ids: readonly string[]
}

/** Weighted reciprocal rank fusion (Cormack, Clarke and Buettcher, 2009). */
function fused(wants: readonly Want[]): readonly string[] {
  const scores = new Map<string, number>()
  for (const { weight, ids } of wants) {
    ids.forEach((id, rank) => scores.set(id, (scores.get(id) ?? 0) + weight / (RRF_K + rank + 1)))
  }
  return [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id)
}

/** "Fits the long commute" is only said of what the occasion itself found; else the interest that did is named. */
function trueReason(pick: Pick, occasion: string, wants: readonly Want[]): string {
  if (occasion === '' || !pick.reason.startsWith(`Fits ${occasion}`)) return pick.reason
  const rankIn = (want: Want) => (want.ids.includes(pick.id) ? want.ids.indexOf(pick.id) : Infinity)
  const best = wants.reduce((a, b) => (rankIn(b) < rankIn(a) ? b : a))
  const fits = rankIn(wants[0] ?? best) < FITTING_RANK
  return fits || best.text === occasion
    ? pick.reason
    : pick.reason.replace(`Fits ${occasion}`, `Matches an interest in ${best.text}`)
}

async function fixedPicks(catalogue: Catalogue, ids: readonly string[]): Promise<readonly Pick[]> {
  const products = await catalogue.products(ids)
  const missing = ids.find((id) => !products.some((product) => product.id === id))
  if (missing !== undefined) {
    throw new ShelftalkError(
      'NOT_FOUND',
      `There is no product "${missing}" in "${catalogue.summary.name}".`,
      'Search the catalogue for its id.',
    )
  }
  return products.map((product) => ({
    id: product.id,
    title: product.title,
    score: 1,
    reason: 'Chosen by hand',
  }))
}

/** A shopper's own events, else what the persona remembers of buying. */
async function historyEvents(catalogue: Catalogue, persona: Persona): Promise<readonly HistoryEvent[]> {
  const own = persona.shopperId === undefined ? [] : await catalogue.historyOf(persona.shopperId)
  if (own.length > 0) return own
  return persona.history.flatMap(({ productId, boughtOn }) =>
    productId === undefined ? [] : [{ productId, kind: 'purchase' as const, atMs: dayMs(boughtOn) }],
  )
}

/** Milliseconds of a day as written; 0, which counts as undated, where it is no day. */
function dayMs(day: string | undefined): number {
  const atMs = day === undefined ? 0 : Date.parse(day)
  return Number.isFinite(atMs) && atMs > 0 ? atMs : 0
}
