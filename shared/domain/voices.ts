/** The five voices of the phrasebook; one special token each (`<v.warm>`). */
export const VOICES = ['warm', 'crisp', 'playful', 'luxury', 'value'] as const

/** One of the five voices. */
export type Voice = (typeof VOICES)[number]

const labels: Record<Voice, string> = {
  warm: 'Warm concierge',
  crisp: 'Crisp expert',
  playful: 'Playful',
  luxury: 'Luxury editorial',
  value: 'Value hunter',
}

/** The voice's name in the interface. */
export function voiceLabel(voice: Voice): string {
  return labels[voice]
}

/** Where a narrative is read; each has a length range in words. */
export const CHANNELS = ['push', 'card', 'page', 'email'] as const

/** One of the channels. */
export type Channel = (typeof CHANNELS)[number]

/** Length range of each channel, in words, both ends included. */
export const CHANNEL_WORDS: Readonly<Record<Channel, { readonly min: number; readonly max: number }>> = {
  push: { min: 12, max: 20 },
  card: { min: 25, max: 40 },
  page: { min: 60, max: 90 },
  email: { min: 80, max: 120 },
}
