import type { QuantisedMatrix } from './quantise'
import type { Site } from './shape'

/** Weights of one block; matrices are [outputs, inputs]. */
export type BlockWeights = Readonly<Record<Site, QuantisedMatrix>> & {
  /** Scale of the norm before attention, [hidden]. */
  readonly attentionNorm: Float32Array
  /** Scale of the norm before the feed-forward part, [hidden]. */
  readonly feedForwardNorm: Float32Array
}

/** Every weight of a decoder. */
export interface DecoderWeights {
  /** [vocabulary, hidden]; also the output head. */
  readonly embedding: QuantisedMatrix
  readonly blocks: readonly BlockWeights[]
  /** Scale of the last norm, [hidden]. */
  readonly finalNorm: Float32Array
}
