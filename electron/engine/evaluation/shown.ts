/** Which products a case is about: its best picks, the least shown so far first. */
import { isHeldOut } from '../../../datasets/world/products'
import type { NarrativeCase } from '../../../models/metrics/cases'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { EvaluateNarrativesRequest } from '../../../shared/contract/schemas'
import type { Persona } from '../../../shared/domain/persona'
import { readDirectives } from '../templates'
import type { Workbench } from '../writing'

/** So many of a case's best picks are as good as each other for measuring language. */
const BEST = 12
/** Picked from, where only held-out products may stay: about one product in ten is. */
const HELD_OUT_POOL = 150

/** What is picked from, and how. */
export interface Shelf {
  readonly bench: Workbench
  readonly request: Pick<EvaluateNarrativesRequest, 'strategy' | 'heldOut'>
  readonly catalogue: string
}

/**
 * Chooses products case by case. Texts about one product repeat its name and values however they are written, and a few products are among
 * everybody's best: of a case's twelve best picks those come first that the cases before showed least, equals by rank. Ask for every case in
 * order, also for one that is not judged, or the later ones get other products. Business rules have no say: figures would depend on whose
 * shop it is and on the day.
 */
export class ShownProducts {
  private readonly shelf: Shelf
  private readonly shown = new Map<string, number>()

  constructor(shelf: Shelf) {
    this.shelf = shelf
  }

  /** Ids, as many as the case's template shows. Throws BAD_INPUT where the strategy picks nothing, or nothing that is held out. */
  async choose(one: NarrativeCase, persona: Persona): Promise<string[]> {
    const best = (await this.picked(one, persona)).slice(0, BEST)
    const times = (id: string) => this.shown.get(id) ?? 0
    const ids = best
      .map((id, rank) => ({ id, rank }))
      .sort((a, b) => times(a.id) - times(b.id) || a.rank - b.rank)
      .slice(0, readDirectives(one.template).products)
      .map(({ id }) => id)
    for (const id of ids) this.shown.set(id, times(id) + 1)
    return ids
  }

  private async picked(one: NarrativeCase, persona: Persona): Promise<readonly string[]> {
    const { bench, request, catalogue } = this.shelf
    const { picks } = await bench.picker.pick(await bench.store.catalogue(catalogue), {
      ...{ persona, occasion: one.occasion, strategy: request.strategy, seed: one.seed },
      count: request.heldOut ? HELD_OUT_POOL : BEST,
      withoutRules: true,
    })
    const ids = picks.map(({ id }) => id)
    const left = request.heldOut ? ids.filter(isHeldOut) : ids
    // Without ids the strategy would pick anew, and among all products.
    if (left.length === 0)
      throw new ShelftalkError('BAD_INPUT', 'None of what it picks is held out.', 'Choose another strategy.')
    return left
  }
}
