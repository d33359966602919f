/** What every slot stands for in one request: the catalogue's own values, formatted for the shopper. */
import type { Money, Product } from '../../shared/domain/catalogue'
import type { Beat, SlotName } from '../../shared/domain/beats'
import { splitSlot } from '../../shared/domain/beats'
import type { FactForm, FactKind, GrammaticalNumber } from '../../shared/domain/facts'
import { factKind, isFactKind } from '../../shared/domain/facts'
import type { Persona } from '../../shared/domain/persona'
import { occasionPhrase, shopWords } from './phrases'

/** One slot's value with where it came from. */
export interface SlotFill {
  readonly text: string
  readonly form: FactForm
  readonly number: GrammaticalNumber
  /** Empty for the shopper's own fields. */
  readonly productId: string
  /** Position among the shown products, -1 for history and shopper. */
  readonly productIndex: number
  readonly field: string
  readonly factId?: string
  readonly sourceField?: string
}

/** Whom and what a narrative is about. */
export interface Subject {
  readonly persona: Persona
  readonly occasion: string
  /** 1-4, in the order shown. */
  readonly products: readonly Product[]
}

/** "₹4,990", "£34.50": no minor part when it is zero. Minor units follow ISO 4217 as the runtime knows it. */
export function formatMoney({ minor, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  const amount = minor / 10 ** digits
  const whole = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...whole,
  }).format(amount)
}

/** The value of a slot, or undefined where there is none. `factId` picks one of several facts of a kind. */
export function slotFill(subject: Subject, slot: SlotName, factId?: string): SlotFill | undefined {
  const { owner, field } = splitSlot(slot)
  if (owner === 'u') return shopperFill(subject, field)
  const index = Number(owner.slice(1)) - 1
  if (owner.startsWith('h')) return historyFill(subject, index, field)
  const product = subject.products[index]
  return product && isFactKind(field)
    ? productFill(product, { index, kind: field, locale: subject.persona.locale, factId })
    : undefined
}

/** The fills of all of a beat's slots; throws when the plan names a slot without a value. */
export function beatFills(subject: Subject, beat: Beat): ReadonlyMap<SlotName, SlotFill> {
  return new Map(
    beat.slots.map((slot) => {
      const fill = slotFill(subject, slot, beat.factIds?.[slot])
      if (!fill) throw new Error(`Beat ${beat.id} (${beat.move}) needs ${slot}, which has no value here`)
      return [slot, fill]
    }),
  )
}

interface Wanted {
  readonly index: number
  readonly kind: FactKind
  readonly locale: string
  readonly factId?: string | undefined
}

function productFill(product: Product, { index, kind, locale, factId }: Wanted): SlotFill | undefined {
  const base = { productId: product.id, productIndex: index, field: kind, form: factKind(kind).form }
  const own = identity(product, kind, locale)
  if (own) return { ...base, ...own, sourceField: product.sourceFields?.[kind] ?? own.sourceField ?? kind }
  const fact = product.facts.find((one) => one.kind === kind && (factId === undefined || one.id === factId))
  return (
    fact && { ...base, text: fact.text, number: fact.number, factId: fact.id, sourceField: fact.source.field }
  )
}

function identity(
  product: Product,
  kind: FactKind,
  locale: string,
): Pick<SlotFill, 'text' | 'number' | 'sourceField'> | undefined {
  switch (kind) {
    case 'title':
      return { text: product.title, number: product.titleNumber, sourceField: 'title' }
    case 'noun':
      return { text: product.noun, number: product.nounNumber, sourceField: 'category' }
    case 'brand':
      return product.brand ? { text: product.brand, number: 'one', sourceField: 'brand' } : undefined
    case 'price':
      return (
        product.price && { text: formatMoney(product.price, locale), number: 'one', sourceField: 'price' }
      )
    case 'wasPrice':
      return (
        product.wasPrice && {
          text: formatMoney(product.wasPrice, locale),
          number: 'one',
          sourceField: 'wasPrice',
        }
      )
    case 'rating':
      return (
        product.rating && {
          text: `${product.rating.mean.toFixed(1)} out of 5`,
          number: 'one',
          sourceField: 'rating',
        }
      )
    default:
      return undefined
  }
}

function historyFill({ persona }: Subject, index: number, field: string): SlotFill | undefined {
  const item = persona.history[index]
  const text = field === 'title' ? item?.title : item?.noun
  if (!text) return undefined
  return {
    text,
    form: field === 'title' ? 'name' : 'mass',
    number: 'one',
    productId: item?.productId ?? '',
    productIndex: -1,
    field: `history.${field}`,
  }
}

function shopperFill({ persona, occasion }: Subject, field: string): SlotFill | undefined {
  const text = shopperText(persona, occasion, field)
  return text ? { text, form: 'mass', number: 'mass', productId: '', productIndex: -1, field } : undefined
}

function shopperText(persona: Persona, occasion: string, field: string): string | undefined {
  switch (field) {
    case 'occasion':
      return occasionPhrase(occasion)
    case 'interest':
      return persona.interests[0]
    case 'recipient':
      return persona.recipient && shopWords(persona.recipient)
    case 'name':
      return persona.name.split(' ')[0]
    default:
      return undefined
  }
}
