/** Figures and names as people read them. */
import { splitSlot } from '../../shared/domain/beats'
import type { Beat, Move, SlotName } from '../../shared/domain/beats'
import { factKind, isFactKind } from '../../shared/domain/facts'
import type { Channel } from '../../shared/domain/voices'

export { formatMoney as money } from '../../shared/domain/money'

/** `61240` as `61,240`. */
export function count(value: number): string {
  return value.toLocaleString('en-GB')
}

/** One thing, two things. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** `312 ms`, `1.9 s`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** `812 kB`, `2.5 MB`. */
export function bytes(value: number): string {
  return value < 1e6 ? `${Math.round(value / 1e3)} kB` : `${(value / 1e6).toFixed(1)} MB`
}

/** `60.8 M`. */
export function millions(value: number): string {
  return `${(value / 1e6).toFixed(1)} M`
}

/** Two letters for a portrait. */
export function initials(person: string): string {
  const words = person.trim().split(/\s+/)
  return ((words[0]?.[0] ?? '?') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

/** `ageBand` as `Age band`. */
export function fieldLabel(field: string): string {
  const words = field
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const shopperLabels: Readonly<Record<string, string>> = {
  occasion: 'Occasion',
  interest: 'Interest',
  recipient: 'Who it is for',
  name: 'Name',
}

/** What a slot stands for, in words: `p2.material` gives `Material`. */
export function slotLabel(slot: SlotName): string {
  const { owner, field } = splitSlot(slot)
  if (owner === 'u') return shopperLabels[field] ?? field
  if (owner.startsWith('h')) return 'Owned'
  return isFactKind(field) ? factKind(field).label : field
}

/** The product number of a slot, 1 to 4; 0 for what the shopper lends. */
export function slotProduct(slot: SlotName): number {
  const { owner } = splitSlot(slot)
  return owner.startsWith('p') ? Number(owner.slice(1)) : 0
}

const channels: Readonly<Record<Channel, string>> = {
  push: 'Push notice',
  card: 'Shelf card',
  page: 'Product page',
  email: 'Email',
}

const moves: Readonly<Record<Move, readonly [label: string, meaning: string]>> = {
  hook: ['Hook', 'Opens with the shopper or the moment, no product fact'],
  history: ['History', 'Links something the shopper owns to the product'],
  occasion: ['Occasion', 'Links the occasion to the product'],
  interest: ['Interest', 'Links a lasting interest to the product'],
  introduce: ['Introduce', 'Names the product and what it is'],
  fact: ['Fact', 'One fact and what it changes for the shopper'],
  compare: ['Compare', 'Two products and one relation between them'],
  choose: ['Choose', 'How to decide between two products'],
  price: ['Price', 'Says the price once, plainly'],
  rating: ['Rating', 'What other buyers gave it'],
  limit: ['Limit', 'An honest limit that the data shows'],
  objection: ['Objection', 'A doubt a shopper would have, answered by a fact'],
  gift: ['Gift', 'Links the product to the person it is for'],
  close: ['Close', 'Ends, with or without a call to action'],
}

/** A channel's name. */
export function channelLabel(channel: Channel): string {
  return channels[channel]
}

/** A move's name. */
export function moveLabel(move: Move): string {
  return moves[move][0]
}

/** What a move does. */
export function moveMeaning(move: Move): string {
  return moves[move][1]
}

/** A beat in a few words: `Fact: material`. */
export function beatLabel(beat: Pick<Beat, 'move' | 'slots'>): string {
  const slots = beat.slots.map(slotLabel).join(', ').toLowerCase()
  return slots === '' || slots === beat.move ? moveLabel(beat.move) : `${moveLabel(beat.move)}: ${slots}`
}
