/** Sizes of a Llama-style decoder: RMS norm, rotary positions, grouped-query attention, SwiGLU, output head tied to the embedding. */
export interface DecoderShape {
  /** Width of the residual stream. A multiple of 32. */
  readonly hidden: number
  readonly layers: number
  /** Query heads. */
  readonly heads: number
  /** Key/value heads; divides `heads`. */
  readonly keyValueHeads: number
  /** Width of a head; even. */
  readonly headDim: number
  /** Width inside the feed-forward block. A multiple of 32. */
  readonly intermediate: number
  /** Number of token ids. */
  readonly vocabulary: number
  /** Most positions a sequence may have. */
  readonly context: number
  /** Base of the rotary frequencies. */
  readonly ropeTheta: number
  /** Added to the mean square inside an RMS norm. */
  readonly normEpsilon: number
}

/** Linear layers of one block as the graph runs them; query, key and value are one product, so are gate and up. */
export const SITES = ['qkv', 'output', 'gateUp', 'down'] as const
/** A linear layer of a block: where an adapter acts. */
export type Site = (typeof SITES)[number]

/** Inputs (K) and outputs (N) of a linear layer. */
export interface SiteSize {
  readonly inputs: number
  readonly outputs: number
}

/** Sizes of the linear layers of a block. */
export function siteSizes(shape: DecoderShape): Readonly<Record<Site, SiteSize>> {
  const { hidden, intermediate } = shape
  const queries = shape.heads * shape.headDim
  const keys = shape.keyValueHeads * shape.headDim
  return {
    qkv: { inputs: hidden, outputs: queries + 2 * keys },
    output: { inputs: queries, outputs: hidden },
    gateUp: { inputs: hidden, outputs: 2 * intermediate },
    down: { inputs: intermediate, outputs: hidden },
  }
}

/** Parameters of the model, the tied embedding counted once. */
export function countParameters(shape: DecoderShape): number {
  const linear = Object.values(siteSizes(shape)).reduce(
    (sum, { inputs, outputs }) => sum + inputs * outputs,
    0,
  )
  return shape.vocabulary * shape.hidden + shape.layers * (linear + 2 * shape.hidden) + shape.hidden
}
