/** Fairness across segments, behind `FairnessServices`. */
import { ShelftalkError } from '../../shared/contract/errors'
import type { FairnessServices } from '../../shared/contract/parts/fairness'
import type { Store } from '../store/types'
import { AuditShelf } from './fairness/shelf'
import { segmentFieldsOf } from './fairness/segments'
import { createTurns } from './turns'

/** What the operations work with. */
export interface FairnessBench {
  readonly store: Store
}

/** The operations. One audit or trade-off at a time: each has a core at work. */
export function fairnessServices(bench: FairnessBench): FairnessServices {
  const { store } = bench
  const shelf = new AuditShelf()
  const turns = createTurns()
  return {
    segmentFields: async (name) => segmentFieldsOf(await (await store.catalogue(name)).shoppers()),
    auditFairness: async function* (request, signal) {
      const { auditFairness } = await import('./fairness/audit')
      const end = await turns.take(signal)
      try {
        yield* auditFairness({ store, shelf }, request, signal)
      } finally {
        end()
      }
    },
    auditedShoppers: async (request) => {
      const { shoppersBehind } = await import('./fairness/behind')
      const audit = shelf.audit(request.audit)
      if (audit) return shoppersBehind(audit, request)
      throw new ShelftalkError(
        'NOT_FOUND',
        'This audit is no longer remembered: the last three are, until Shelftalk closes.',
        'Run it again to see who stands behind its figures.',
      )
    },
    fairnessTradeOff: async function* (request, signal) {
      const { tradeOff } = await import('./fairness/tradeOff')
      const end = await turns.take(signal)
      try {
        yield* tradeOff({ store, shelf }, request, signal)
      } finally {
        end()
      }
    },
    probeFairness: missing,
  }
}

async function* missing(): AsyncGenerator<never, void, void> {
  yield* await Promise.reject<never[]>(notYet())
}

const notYet = () => new ShelftalkError('INTERNAL', 'This is not built yet.', 'Wait for the next version.')
