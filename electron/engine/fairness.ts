/** Fairness across segments, behind `FairnessServices`. */
import type { FairnessServices } from '../../shared/contract/parts/fairness'
import { ShelftalkError } from '../../shared/contract/errors'
import type { SegmentField } from '../../shared/contract/parts/fairness'
import { isProtected } from '../../shared/domain/fairness'
import type { Shopper } from '../../shared/domain/catalogue'
import type { Store } from '../store/types'

/** What the operations work with. */
export interface FairnessBench {
  readonly store: Pick<Store, 'catalogue'>
}

/** Groups that an attribute splits shoppers into, at most: more are names, not segments. */
const VALUES_MAX = 50

/** The operations. */
export function fairnessServices({ store }: FairnessBench): FairnessServices {
  return {
    segmentFields: async (name) => segmentFieldsOf(await (await store.catalogue(name)).shoppers()),
    auditFairness: missing,
    auditedShoppers: () => Promise.reject(notYet()),
    fairnessTradeOff: missing,
    probeFairness: missing,
  }
}

async function* missing(): AsyncGenerator<never, void, void> {
  yield* await Promise.reject<never[]>(notYet())
}

const notYet = () => new ShelftalkError('INTERNAL', 'This is not built yet.', 'Wait for the next version.')

/** Attributes that split shoppers into 2 to 50 groups; those of protected kinds first, then by name. */
export function segmentFieldsOf(shoppers: readonly Pick<Shopper, 'segments'>[]): readonly SegmentField[] {
  const counts = new Map<string, Map<string, number>>()
  for (const { segments } of shoppers)
    for (const [field, value] of Object.entries(segments)) {
      const values = counts.get(field) ?? new Map<string, number>()
      counts.set(field, values.set(value, (values.get(value) ?? 0) + 1))
    }
  const fields = [...counts].filter(([, values]) => values.size >= 2 && values.size <= VALUES_MAX)
  return fields
    .map(([field, values]) => ({
      field,
      values: [...values].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n),
      missing: shoppers.length - [...values.values()].reduce((sum, n) => sum + n, 0),
      isProtected: isProtected(field),
    }))
    .sort((a, b) => Number(b.isProtected) - Number(a.isProtected) || a.field.localeCompare(b.field, 'en'))
}
