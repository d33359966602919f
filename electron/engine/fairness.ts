/** Fairness across segments, behind `FairnessServices`. */
import { ShelftalkError } from '../../shared/contract/errors'
import type { FairnessServices } from '../../shared/contract/parts/fairness'
import type { Store } from '../store/types'
import type { Desk } from './fairness/writing'
import type { AuditShelf } from './fairness/shelf'
import { segmentFieldsOf } from './fairness/segments'
import type { Picker } from './picks'
import { createTurns } from './turns'

/** What the operations work with. */
export interface FairnessBench {
  readonly store: Store
  readonly picker: Picker
  readonly shelf: AuditShelf
  /** Opens the model, and the turns in which everybody writes. */
  readonly desk: () => Promise<Desk>
  /** Folder of the invented shop's files. */
  readonly shopFolder: string
}

/** The operations. One at a time: each has a core at work, or the model. */
export function fairnessServices({
  store,
  picker,
  shelf,
  desk,
  shopFolder,
}: FairnessBench): FairnessServices {
  const turns = createTurns()
  /** Streams in its turn what a module does that is loaded only then. */
  async function* inTurn<Event>(
    signal: AbortSignal,
    run: () => Promise<AsyncGenerator<Event, void, void>>,
  ): AsyncGenerator<Event, void, void> {
    const end = await turns.take(signal)
    try {
      yield* await run()
    } finally {
      end()
    }
  }
  return {
    segmentFields: async (name) => segmentFieldsOf(await (await store.catalogue(name)).shoppers()),
    auditFairness: (request, signal) =>
      inTurn(signal, async () => {
        const { auditFairness } = await import('./fairness/audit')
        return auditFairness({ store, shelf, desk, shopFolder }, request, signal)
      }),
    auditedShoppers: async (request) => {
      const { shoppersBehind } = await import('./fairness/behind')
      const audit = shelf.audit(request.audit)
      if (audit) return shoppersBehind(audit, request)
      throw new ShelftalkError(
        'NOT_FOUND',
        'This audit is no longer remembered: the last three are, until Shelftalk closes or their catalogue is deleted.',
        'Run it again to see who stands behind its figures.',
      )
    },
    fairnessTradeOff: (request, signal) =>
      inTurn(signal, async () => {
        const { tradeOff } = await import('./fairness/tradeOff')
        return tradeOff({ store, shelf }, request, signal)
      }),
    probeFairness: (request, signal) =>
      inTurn(signal, async () => {
        const { probe } = await import('./fairness/probe')
        return probe({ store, picker, desk }, request, signal)
      }),
  }
}
