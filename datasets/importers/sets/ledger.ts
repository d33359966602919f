/** Events of a source to items: each refers to a product that was taken and to a shopper, and none comes twice. */
import type { Interaction, Shopper } from '../../../shared/domain/catalogue'
import { Seen } from '../seen'
import { isBlank } from '../text'
import type { ImportItem } from '../types'

/** Most shoppers that are only known by their interactions; the interactions of more are refused. */
const IMPLIED_MAX = 5_000_000

/** Longest id that the store takes, in characters. */
const ID_MAX = 200

/** Where an event was read, and what its columns are called there. */
export interface EventPlace {
  readonly row: number
  readonly file?: string
  readonly shopperField: string
  readonly productField: string
}

/** What a ledger checks against. */
export interface LedgerOptions {
  /** Ids of the products taken so far; read at every event. */
  readonly products: Pick<ReadonlySet<string>, 'has'>
  /** Ids of the shoppers taken; left out where shoppers are only known by their events and become shoppers with the first. */
  readonly shoppers?: Pick<ReadonlySet<string>, 'has'>
  /** Currency of implied shoppers, ISO 4217. */
  readonly currency: string
}

/** Checks events one by one. */
export class Ledger {
  private readonly options: LedgerOptions
  private readonly implied = new Set<string>()
  private readonly seen = new Seen()

  constructor(options: LedgerOptions) {
    this.options = options
  }

  /** The items of one event: the interaction, after its shopper where she is new, or a refusal. `key` is what makes an event the same as another. */
  items(place: EventPlace, event: Interaction, key: string): readonly ImportItem[] {
    const { row, file, shopperField } = place
    const where = file === undefined ? { row } : { row, file }
    const fault = this.fault(place, event, key)
    if (fault) return [{ type: 'refused', refused: { ...where, ...fault } }]
    const item: ImportItem = { type: 'interaction', ...where, interaction: event }
    if (this.options.shoppers || this.implied.has(event.shopperId)) return [item]
    if (this.implied.size >= IMPLIED_MAX) {
      const reason = `only ${IMPLIED_MAX} shoppers are taken`
      return [{ type: 'refused', refused: { ...where, field: shopperField, reason } }]
    }
    this.implied.add(event.shopperId)
    const shopper = impliedShopper(event.shopperId, this.options.currency)
    return [{ type: 'shopper', ...where, shopper, implied: true }, item]
  }

  private fault({ shopperField, productField }: EventPlace, event: Interaction, key: string) {
    const { shopperId, productId } = event
    const { products, shoppers } = this.options
    if (isBlank(shopperId)) return { field: shopperField, reason: 'names no shopper' }
    if (shopperId.length > ID_MAX)
      return { field: shopperField, reason: `is longer than ${ID_MAX} characters` }
    if (isBlank(productId)) return { field: productField, reason: 'names no product' }
    if (!products.has(productId))
      return { field: productField, reason: `there is no product "${productId.slice(0, 60)}"` }
    if (shoppers && !shoppers.has(shopperId))
      return { field: shopperField, reason: `there is no shopper "${shopperId.slice(0, 60)}"` }
    return this.seen.again(key) ? { field: '', reason: 'the same event as an earlier row' } : undefined
  }
}

/** A shopper of whom nothing is known but an id. */
function impliedShopper(id: string, currency: string): Shopper {
  return { id, name: `Shopper ${id}`, locale: 'en-US', currency, segments: {}, interests: [] }
}
