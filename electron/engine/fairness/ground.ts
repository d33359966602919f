/** What audits and trade-offs stand on: a catalogue read, parted and ranked by a thread of its own. */
import type { Merchandise } from '../../../models/fairness/merchandise'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { CatalogueSummary, Shopper } from '../../../shared/domain/catalogue'
import type { InteractionColumns, ProductColumns } from '../../../shared/domain/columns'
import type { Strategy } from '../../../shared/domain/narrative'
import type { Catalogue, Store } from '../../store/types'
import type { Crew } from '../evaluation/crew'
import { startCrew } from '../evaluation/crew'
import { sharedEvents, sharedProducts } from '../evaluation/shared'
import type { AuditShelf, RankedLists } from './shelf'
import type { FairnessData, FairnessOutcome, FairnessTask, Segments } from './tasks'
import type { Course } from './telling'

/** A catalogue read. */
export interface Read {
  readonly catalogue: Catalogue
  readonly summary: CatalogueSummary
  readonly events: InteractionColumns
  readonly products: ProductColumns
  readonly merchandise: Merchandise
  readonly shoppers: readonly Shopper[]
}

/** How far it is. */
export interface GroundProgress {
  readonly type: 'progress'
  readonly stage: 'reading' | 'ranking' | 'measuring'
  readonly done: number
  readonly total: number
}

/** The thread. */
export type FairnessCrew = Crew<FairnessTask, FairnessOutcome>

/** What is to be ranked, and how. */
export interface Ranking {
  readonly strategy: Strategy
  readonly seed: number
}

/** A catalogue ranked. */
export interface Ground {
  readonly read: Read
  readonly crew: FairnessCrew
  readonly ranked: RankedLists
  /** Attributes of each tested shopper. */
  readonly segments: readonly Segments[]
}

/** Reads a catalogue whole. */
export async function readCatalogue(
  store: Pick<Store, 'catalogue'>,
  name: string | undefined,
): Promise<Read> {
  const catalogue = await store.catalogue(name)
  const [events, products, merchandise, shoppers] = await Promise.all([
    catalogue.allInteractions(),
    catalogue.productColumns(),
    catalogue.merchandise(),
    catalogue.shoppers(),
  ])
  return { catalogue, summary: catalogue.summary, events, products, merchandise, shoppers }
}

/**
 * Ranks for everybody who can be tested, or takes the lists of the shelf, then does the work and ends the thread. Throws BAD_INPUT where
 * nothing can be held out.
 */
export async function onGround<Result>(
  { read, shelf, strategy, seed }: Ranking & { readonly read: Read; readonly shelf: AuditShelf },
  { signal, tell }: Course<GroundProgress>,
  work: (ground: Ground) => Promise<Result>,
): Promise<Result> {
  const data = dataOf(read, seed)
  const crew: FairnessCrew = startCrew({ module: '../fairness/fairnessWorker', threads: 1, data, signal })
  try {
    const known = shelf.ranked(read.summary, { strategy, seed })
    const ranked = known ?? (await rank(crew, read.summary, { strategy, seed, tell }))
    shelf.keepRanked(read.summary, ranked)
    const own = new Map(read.shoppers.map(({ id, segments }) => [id, segments]))
    const segments = Array.from(ranked.users, (user) => own.get(read.events.shoppers[user] ?? '') ?? {})
    return await work({ read, crew, ranked, segments })
  } finally {
    await crew.end()
  }
}

function dataOf({ events, products, merchandise }: Read, seed: number): FairnessData {
  const shared = sharedProducts(products)
  return {
    events: sharedEvents(events),
    products: shared,
    merchandise: { ...merchandise, vectors: shared.vectors },
    seed,
  }
}

async function rank(
  crew: FairnessCrew,
  { name }: CatalogueSummary,
  { strategy, seed, tell }: Ranking & Pick<Course<GroundProgress>, 'tell'>,
): Promise<RankedLists> {
  const parted = await crew.run({ kind: 'part' })
  if (parted.kind !== 'part') throw unasked(parted)
  const { users, taken } = parted
  if (users.length === 0) throw nothingHeldOut(name)
  const report = (done: number) => tell({ type: 'progress', stage: 'ranking', done, total: users.length })
  report(0)
  const outcome = await crew.run({ kind: 'rank', strategy }, report)
  if (outcome.kind !== 'rank') throw unasked(outcome)
  report(users.length)
  const { lists, standIn } = outcome
  return { strategy, seed, users, taken, lists, ...(standIn ? { standIn } : {}) }
}

const nothingHeldOut = (catalogue: string) =>
  new ShelftalkError(
    'BAD_INPUT',
    `Nothing can be held out of "${catalogue}": nobody in it has two different products.`,
    'Import interactions with it, such as orders or ratings, or audit another catalogue.',
  )

/** Something else was answered than was asked. */
export const unasked = ({ kind }: FairnessOutcome) =>
  new Error(`The thread answered "${kind}" to something else`)
