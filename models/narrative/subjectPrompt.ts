/** The prompt of a request: what the model is shown of the shopper and of the products, in the form it was trained on. */
import type { Beat, SlotName } from '../../shared/domain/beats'
import type { Product } from '../../shared/domain/catalogue'
import type { FactKind } from '../../shared/domain/facts'
import type { PromptInput, PromptProduct, SlotValue } from '../../shared/domain/prompt'
import { englishOf } from '../../shared/domain/english'
import type { Channel, Voice } from '../../shared/domain/voices'
import type { Subject } from './values'
import { slotFill } from './values'

/** The most listed facts of one product in a prompt, as in training. */
const FACTS_SHOWN = 6
const identityKinds: readonly FactKind[] = ['noun', 'title', 'brand', 'price', 'wasPrice', 'rating']

/** Voice and channel of a narrative. */
export interface Manner {
  readonly voice: Voice
  readonly channel: Channel
}

/** Builds the prompt; planned facts come first among a product's six, the order of the rest is the product's own. */
export function subjectPrompt(subject: Subject, manner: Manner, beats: readonly Beat[]): PromptInput {
  const shopper = (['occasion', 'interest', 'recipient'] as const).flatMap((field) =>
    shown(subject, `u.${field}`),
  )
  const history = subject.persona.history.slice(0, 1).flatMap((_, index) => {
    const owner = index === 0 ? 'h1' : 'h2'
    return [...shown(subject, `${owner}.title`), ...shown(subject, `${owner}.noun`)]
  })
  const planned = new Set(
    beats.flatMap((beat) =>
      Object.entries(beat.factIds ?? {}).map(([slot, fact]) => `${slot.slice(0, 2)}/${fact}`),
    ),
  )
  return {
    voice: manner.voice,
    channel: manner.channel,
    aisle: subject.products[0]?.aisle ?? 'general',
    shopper,
    history,
    products: subject.products.map((product, index) => promptProduct(product, index, planned)),
    english: englishOf(subject.persona.locale),
  }
}

function shown(subject: Subject, slot: SlotName): SlotValue[] {
  const fill = slotFill(subject, slot)
  return fill ? [{ slot, text: fill.text }] : []
}

function promptProduct(product: Product, index: number, planned: ReadonlySet<string>): PromptProduct {
  const owner = `p${index + 1}`
  const facts = [...product.facts].sort(
    (a, b) => Number(planned.has(`${owner}/${b.id}`)) - Number(planned.has(`${owner}/${a.id}`)),
  )
  return {
    number: product.titleNumber,
    values: [
      ...identityKinds.flatMap((kind) => identityValue(product, owner, kind)),
      ...facts
        .slice(0, FACTS_SHOWN)
        .map((fact) => ({ slot: `${owner}.${fact.kind}` as SlotName, text: fact.text })),
    ],
  }
}

/** Money is shown as a plain number of whole units: the model never spells it. */
function identityValue(product: Product, owner: string, kind: FactKind): SlotValue[] {
  const slot = `${owner}.${kind}` as SlotName
  const text = {
    noun: product.noun,
    title: product.title,
    brand: product.brand,
    price: product.price && String(Math.round(product.price.minor / 100)),
    wasPrice: product.wasPrice && String(Math.round(product.wasPrice.minor / 100)),
    rating: product.rating && `${product.rating.mean.toFixed(1)} out of 5`,
  }[kind as 'noun']
  return text ? [{ slot, text }] : []
}
