/** Whom and what is being written for, shared by the pages that write. View state only; kept between starts. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Audience, WriteRequestInput } from '../../shared/contract/schemas'
import type { Decoding, Strategy } from '../../shared/domain/narrative'
import type { Channel, Voice } from '../../shared/domain/voices'

/** Who plans a narrative: code, or the model itself. */
export type Planning = 'planned' | 'free'

/** How one narrative is made, as the inspector holds it. */
export interface VariantDraft {
  readonly label?: string
  readonly strategy: Strategy
  /** How little a product like one picked before is wanted, 0-1; as the engine has it when absent. */
  readonly diversity?: number
  /** How much kinds of things are mixed as in the shopper's history, 0-1; not at all when absent. */
  readonly calibration?: number
  readonly templateId?: string
  /** A version of `templateId`; the latest when left out. */
  readonly templateVersion?: number
  /** Text of the template as being edited; wins over `templateId`. */
  readonly templateText?: string
  readonly voice?: Voice
  readonly channel?: Channel
  /** Who plans; the template's word when absent. */
  readonly plan?: Planning
  readonly adapters: readonly { readonly name: string; readonly scale: number }[]
  readonly decoding: Decoding
}

/** Sampling as shipped. */
export const DEFAULT_DECODING: Decoding = {
  temperature: 1,
  topK: 0,
  topP: 0.98,
  minP: 0.06,
  repetitionPenalty: 1.05,
  seed: 1,
}

/** Whom and what is being written for. */
export interface Brief {
  readonly catalogue?: string | undefined
  readonly audience?: Audience | undefined
  readonly occasion: string
  /** Products fixed by hand, by id; nothing is picked then. */
  readonly productIds?: readonly string[] | undefined
  readonly variant: VariantDraft
  readonly setCatalogue: (catalogue: string) => void
  readonly setAudience: (audience: Audience) => void
  readonly setOccasion: (occasion: string) => void
  /** Fixes products of a catalogue, which is then in use; none has products picked again. */
  readonly fixProducts: (catalogue: string | undefined, ids: readonly string[]) => void
  readonly setVariant: (change: Partial<VariantDraft>) => void
  readonly setDecoding: (change: Partial<Decoding>) => void
}

/** Another catalogue has other shoppers and products, so choosing one drops those of the old. */
function inCatalogue({ audience }: Pick<Brief, 'audience'>, catalogue: string | undefined) {
  return { catalogue, productIds: undefined, audience: audience?.kind === 'shopper' ? undefined : audience }
}

/** The brief at hand. */
export const useBrief = create<Brief>()(
  persist(
    (set) => ({
      occasion: '',
      variant: { strategy: 'personalised', adapters: [], decoding: DEFAULT_DECODING },
      setCatalogue: (catalogue) => set((brief) => inCatalogue(brief, catalogue)),
      setAudience: (audience) => set({ audience }),
      setOccasion: (occasion) => set({ occasion }),
      fixProducts: (catalogue, ids) =>
        set((brief) => ({
          ...(catalogue === brief.catalogue ? {} : inCatalogue(brief, catalogue)),
          productIds: ids.length > 0 ? ids : undefined,
        })),
      setVariant: (change) => set((state) => ({ variant: { ...state.variant, ...change } })),
      setDecoding: (change) =>
        set((state) => ({
          variant: { ...state.variant, decoding: { ...state.variant.decoding, ...change } },
        })),
    }),
    { name: 'shelftalk.brief', version: 1 },
  ),
)

/** Products fixed by hand, as a request takes them. */
export function fixedInput(ids: readonly string[] | undefined): { readonly productIds?: string[] } {
  return ids ? { productIds: [...ids] } : {}
}

/** A variant as the contract takes it. */
export function variantInput(variant: VariantDraft): NonNullable<WriteRequestInput['variant']> {
  return {
    ...variant,
    adapters: variant.adapters.map((adapter) => ({ ...adapter })),
    decoding: { ...variant.decoding },
  }
}

/** A seed nobody has to think of. */
export function randomSeed(): number {
  return 1 + Math.floor(Math.random() * 99_999)
}
