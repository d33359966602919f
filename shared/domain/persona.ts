import type { CurrencyCode } from './catalogue'
import type { Voice } from './voices'

/** Something the shopper owns or bought, as a persona remembers it. */
export interface HistoryItem {
  /** Catalogue product when it is one. */
  readonly productId?: string
  readonly title: string
  readonly noun?: string
  /** ISO date of the purchase, when known. */
  readonly boughtOn?: string
}

/** An editable profile: made from a shopper, from a cluster of shoppers, or by hand. */
export interface Persona {
  readonly id: string
  readonly name: string
  /** One or two sentences for the person at the desk; the model never sees it. */
  readonly summary: string
  /** Noun phrases or gerunds ("trail running"). */
  readonly interests: readonly string[]
  /** Newest first. */
  readonly history: readonly HistoryItem[]
  readonly voice: Voice
  readonly segments: Readonly<Record<string, string>>
  readonly locale: string
  readonly currency: CurrencyCode
  /** What she usually pays for one thing, minor units of `currency`. */
  readonly budgetMinor?: number
  /** Who she buys for, when it is a gift ("my father"), in the shop's words ("your father"). */
  readonly recipient?: string
  /** The shopper it was made from. */
  readonly shopperId?: string
}
