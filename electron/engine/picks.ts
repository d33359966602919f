/** Which products a narrative is about: retrieval from the store, then the strategy's recommender. */
import { inTurns } from '../../models/recommend/inTurns'
import type { Ruled } from '../../models/recommend/rules'
import type { TrainingSet } from '../../models/recommend/algorithm'
import type { Blend } from '../../models/recommend/blend'
import { Recommender, trainingSet } from '../../models/recommend/recommender'
import { byTitle } from '../../models/recommend/titles'
import type { HistoryEvent } from '../../models/recommend/types'
import { ShelftalkError } from '../../shared/contract/errors'
import type { CatalogueSummary, Product } from '../../shared/domain/catalogue'
import type { Pick, Strategy } from '../../shared/domain/narrative'
import type { Persona } from '../../shared/domain/persona'
import { PAIR_DIVERSITY } from '../../shared/domain/recommenders'
import type { Rule } from '../../shared/domain/rules'
import { FITTING_NEARNESS } from '../store/fusion'
import type { Catalogue } from '../store/types'
import { breathing } from './breath'
import type { Finder } from './finder'
import { localised } from './money'
import { holding, momentOf, ruled } from './ruling'
import { NO_WANTS, wantsOf } from './wants'

/** Products retrieved for the blend. */
const RETRIEVED = 100
/** Texts whose answers are kept. */
const ANSWERS_MAX = 200
/**
 * Of personal picks so many are looked at for their price, and the first of them take turns. However many are wanted and whatever a rule
 * looks at, they are the same, so that a rule which touches none of the picks changes none.
 */
const POOL = 24
/** Up to this many times what she usually pays, a thing is within reach. */
const BUDGET_REACH = 2.5

/** What to pick, and for whom. */
export interface PickRequest {
  readonly persona: Persona
  readonly occasion: string
  readonly strategy: Strategy
  readonly count: number
  readonly seed: number
  /** 0-1 as in `RecommendRequest`; left out, personal picks of two and more are somewhat diverse. */
  readonly diversity?: number | undefined
  /** 0-1 as in `RecommendRequest`; 0 when left out. */
  readonly calibration?: number | undefined
  /** Business rules have no say: what is measured must not depend on a shop's rules, nor on the day. */
  readonly withoutRules?: boolean | undefined
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

/** The weights behind the personal picks of a catalogue, which is learnt from the training set. */
export type BlendOf = (catalogue: CatalogueSummary, training: TrainingSet) => Promise<Blend>

/** Picks products of one catalogue; what a recommender derives is kept for as long as that version is open. */
export class Picker {
  private readonly finder: Finder
  private readonly blendOf: BlendOf
  private readonly rulesOf: RulesOf
  private readonly known = new WeakMap<Catalogue, Promise<Recommender>>()
  private readonly answers = new WeakMap<Catalogue, Map<string, Promise<readonly string[]>>>()

  /**
   * @param blendOf the weights behind personal picks
   * @param rulesOf the business rules that have the last word; none when left out
   */
  constructor(finder: Finder, blendOf: BlendOf, rulesOf: RulesOf = () => Promise.resolve([])) {
    this.finder = finder
    this.blendOf = blendOf
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

  /** What is recommended, after the rules of the catalogue that hold; no title twice, even where fewer are left than were wanted. */
  private async lastWord(catalogue: Catalogue, request: PickRequest): Promise<readonly Pick[]> {
    const { persona, occasion, count, withoutRules = false } = request
    const all = withoutRules ? [] : await this.rulesOf(catalogue.summary.name)
    const rules = holding(all, momentOf(persona, occasion))
    const picks =
      rules.length === 0
        ? await this.recommended(catalogue, request, Math.max(count, POOL))
        : (await this.ruled(catalogue, request, rules)).picks
    return byTitle(picks, ({ title }) => title).first.slice(0, count)
  }

  /** The ranking without rules, at most so long; a longer one begins as a shorter one does. */
  private async recommended(
    catalogue: Catalogue,
    request: PickRequest,
    length: number,
  ): Promise<readonly Pick[]> {
    const { persona, occasion, strategy, seed, count, calibration = 0 } = request
    const recommender = await this.recommender(catalogue)
    const isPersonal = strategy === 'personalised'
    const wants = isPersonal
      ? await wantsOf(persona, occasion, (text) => this.answer(catalogue, text))
      : NO_WANTS
    const { retrieved, found } = wants
    const ranked = recommender.recommend({
      by: strategy,
      count: isPersonal ? Math.max(length, POOL) : length,
      history: await historyEvents(catalogue, persona),
      ...{ retrieved, found, occasion: wants.occasion, interests: persona.interests, seed },
      ...(persona.recipient === undefined ? {} : { recipient: persona.recipient }),
      // What others are compared with stays what it is called: the true second seller, a true draw.
      diversity: request.diversity ?? (isPersonal && count > 1 ? PAIR_DIVERSITY : 0),
      calibration,
    })
    if (!isPersonal) return ranked
    const front = inTurns(await affordable(catalogue, ranked.slice(0, POOL), persona), seed)
    const picks = [...front, ...ranked.slice(POOL)]
    return picks.slice(0, length).map((pick) => ({ ...pick, reason: wants.told(pick.reason) }))
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
      async ([products, events]) => {
        const training = trainingSet(products, events)
        const blend = await this.blendOf(catalogue.summary, training)
        const recommender = new Recommender(training, { blend })
        await breathing(recommender.preparing())
        return recommender
      },
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
  if (budgetMinor === Infinity) return picks
  const products = await catalogue.products(picks.map((pick) => pick.id))
  const dear = new Set(
    products
      .map((product) => (catalogue.summary.invented ? localised(product, currency) : product))
      .filter(({ price }) => price?.currency === currency && price.minor > budgetMinor * BUDGET_REACH)
      .map((product) => product.id),
  )
  return [...picks.filter((pick) => !dear.has(pick.id)), ...picks.filter((pick) => dear.has(pick.id))]
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
