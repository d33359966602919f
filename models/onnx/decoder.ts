/**
 * The inference graph of a Llama-style decoder, built from its sizes and weights.
 *
 * Keys and values of earlier tokens are fed in; only those of the new tokens come out, and the caller appends them, because the
 * runtime copies every output. Rotary positions are applied outside attention for that reason. Logits are computed for
 * chosen tokens only.
 *
 * A graph may take several rows at once, their new tokens one after the other: linear layers and norms do not care whose token is
 * whose, and attention is computed row by row, so that rows may have unequal pasts and unequally many new tokens. Low-rank adapters
 * are inputs, one pair a linear layer and row, so every row may have its own.
 */
import { GraphBuilder } from './graph'
import type { Value } from './graph'
import * as names from './names'
import { addAndNorm, lookUp, multiply, placeMatrix, rmsNorm, rotate, silu, splitLast } from './ops'
import type { Arithmetic, Rotary } from './ops'
import type { QuantisedMatrix } from './quantise'
import { rotaryTables } from './rope'
import { siteSizes } from './shape'
import type { DecoderShape, Site } from './shape'
import type { BlockWeights, DecoderWeights } from './weights'

/** What the graph is built with. */
export interface DecoderOptions {
  /** Give every linear layer inputs for an adapter. Costs about an eighth of the speed even when they are empty. */
  readonly adapters: boolean
  /** Rows the graph takes at once, 1 or more; a run may leave rows without tokens. 1 when absent. */
  readonly rows?: number
  /** `int8` when absent. */
  readonly arithmetic?: Arithmetic
}

/** One graph and what all its blocks share. */
interface Context {
  readonly graph: GraphBuilder
  readonly shape: DecoderShape
  readonly options: DecoderOptions
  readonly rotary: Rotary
  readonly rows: readonly RowInputs[]
  /** Absent in a graph for one row. */
  readonly packing: Packing | null
}

/** What attention is told of one row. */
interface RowInputs {
  /** [1] index of the row's last token, counted with the past. */
  readonly lastIndex: Value
  /** [1] tokens of the row, counted with the past. */
  readonly totalLength: Value
}

/** How the new tokens of several rows lie one after the other. */
interface Packing {
  /** [R] new tokens of each row; they sum to T. */
  readonly sizes: Value
  /** [R, longest] for each row its tokens' places in T, filled up with any place. Adapters need rows of equal length. */
  readonly spread: Value
  /** [T] each token's place among the R * longest. */
  readonly gathered: Value
}

/** The residual stream [1, T, hidden], T the new tokens of all rows, as a sum not yet taken. */
interface Residual {
  readonly x: Value
  /** Absent before the first block. */
  readonly delta: Value | null
}

/** ONNX bytes of the decoder. Inputs and outputs are named in `names.ts`. */
export function buildDecoder(
  shape: DecoderShape,
  weights: DecoderWeights,
  options: DecoderOptions,
): Uint8Array<ArrayBuffer> {
  const graph = new GraphBuilder()
  const tokens = graph.input(names.TOKENS, 'int64', [1, 'tokens'])
  const chosen = graph.input(names.CHOSEN, 'int64', ['chosen'])
  const context = openContext(graph, shape, options)
  const embedding = placeMatrix(graph, 'embedding', weights.embedding)
  let stream: Residual = { x: lookUp(graph, embedding, tokens), delta: null }
  for (const [layer, block] of weights.blocks.entries()) stream = addBlock(context, stream, { layer, block })
  const { normed } = normalise(context, stream, 'final.norm', weights.finalNorm)
  const last = graph.apply('Gather', [normed, chosen], { attributes: { axis: 1 } }) // [1, chosen, hidden]
  const logits = multiply(graph, last, embedding, options.arithmetic ?? 'int8') // [1, chosen, vocabulary]
  const named = graph.apply('Identity', [logits], { outputs: [names.LOGITS] })
  graph.output(named, 'float32', [1, 'chosen', shape.vocabulary])
  return graph.build('decoder')
}

function openContext(graph: GraphBuilder, shape: DecoderShape, options: DecoderOptions): Context {
  const half = shape.headDim / 2
  const tables = rotaryTables(shape)
  return {
    graph,
    shape,
    options,
    rotary: {
      positions: graph.input(names.POSITIONS, 'int64', [1, 'tokens']),
      cosines: graph.constant('rotary.cosines', tables.cosines, [shape.context, half]),
      sines: graph.constant('rotary.sines', tables.sines, [shape.context, half]),
    },
    rows: Array.from({ length: options.rows ?? 1 }, (_, row) => ({
      lastIndex: graph.input(names.lastIndex(row), 'int32', [1]),
      totalLength: graph.input(names.totalLength(row), 'int32', [1]),
    })),
    packing: (options.rows ?? 1) > 1 ? openPacking(graph, options) : null,
  }
}

function openPacking(graph: GraphBuilder, { rows = 1 }: DecoderOptions): Packing {
  return {
    sizes: graph.input(names.SIZES, 'int64', [rows]),
    spread: graph.input(names.SPREAD, 'int64', [rows, 'longest']),
    gathered: graph.input(names.GATHERED, 'int64', ['tokens']),
  }
}

function addBlock(context: Context, stream: Residual, at: { layer: number; block: BlockWeights }): Residual {
  const { layer, block } = at
  const before = normalise(context, stream, `${layer}.attention.norm`, block.attentionNorm)
  const attended = attention(context, before.normed, at)
  const between = normalise(
    context,
    { x: before.sum, delta: attended },
    `${layer}.feedForward.norm`,
    block.feedForwardNorm,
  )
  return { x: between.sum, delta: feedForward(context, between.normed, at) }
}

function normalise(
  { graph, shape }: Context,
  { x, delta }: Residual,
  name: string,
  scale: Float32Array,
): { readonly sum: Value; readonly normed: Value } {
  const placed = graph.constant(name, scale, [shape.hidden])
  if (!delta) return { sum: x, normed: rmsNorm(graph, x, placed, shape.normEpsilon) }
  return addAndNorm(graph, { x, delta }, placed, shape.normEpsilon)
}

function attention(
  context: Context,
  x: Value,
  { layer, block }: { layer: number; block: BlockWeights },
): Value {
  const { graph, shape, rotary } = context
  const { heads, keyValueHeads, headDim } = shape
  const keyWidth = keyValueHeads * headDim
  const qkv = linear(context, x, { layer, site: 'qkv', weights: block.qkv })
  const [query, key, value] = splitLast(graph, qkv, [heads * headDim, keyWidth, keyWidth])
  const freshKey = rotate(graph, key!, rotary, { heads: keyValueHeads, output: names.fresh('key', layer) })
  const freshValue = graph.apply('Identity', [value!], { outputs: [names.fresh('value', layer)] })
  for (const fresh of [freshKey, freshValue]) graph.output(fresh, 'float32', [1, 'tokens', keyWidth])
  const rotated = rotate(graph, query!, rotary, { heads })
  const attended = groupedQueryAttention(context, [rotated, freshKey, value!], layer) // [B, T, heads * headDim]
  return linear(context, attended, { layer, site: 'output', weights: block.output })
}

/** Causal attention of every row over its own past and new tokens: [1, T, ...] in and out. */
function groupedQueryAttention(context: Context, qkv: readonly Value[], layer: number): Value {
  const { graph, packing, rows } = context
  if (!packing) return attendRow(context, qkv, { layer, row: 0 })
  const parts = qkv.map((value) =>
    graph.node('Split', [value, packing.sizes], { outputs: rows.length, attributes: { axis: 1 } }),
  )
  const attended = rows.map((_, row) =>
    attendRow(
      context,
      parts.map((part) => part[row]!),
      { layer, row },
    ),
  )
  return graph.apply('Concat', attended, { attributes: { axis: 1 } })
}

/** Causal attention of one row. Past keys and values are [1, kvHeads, capacity, headDim], read up to the row's length. */
function attendRow(
  { graph, shape, rows }: Context,
  qkv: readonly Value[],
  { layer, row }: { layer: number; row: number },
): Value {
  const { heads, keyValueHeads, headDim } = shape
  const dims = [1, keyValueHeads, `capacity.${row}`, headDim]
  const pastKey = graph.input(names.past('key', layer, row), 'float32', dims)
  const pastValue = graph.input(names.past('value', layer, row), 'float32', dims)
  const { lastIndex, totalLength } = rows[row]!
  return graph.apply('GroupQueryAttention', [...qkv, pastKey, pastValue, lastIndex, totalLength], {
    domain: 'com.microsoft',
    outputs: [`attended.${layer}.${row}`, `unused.key.${layer}.${row}`, `unused.value.${layer}.${row}`],
    attributes: {
      num_heads: heads,
      kv_num_heads: keyValueHeads,
      do_rotary: 0,
      scale: { float: 1 / Math.sqrt(headDim) },
    },
  })
}

function feedForward(
  context: Context,
  x: Value,
  { layer, block }: { layer: number; block: BlockWeights },
): Value {
  const { graph, shape } = context
  const both = linear(context, x, { layer, site: 'gateUp', weights: block.gateUp })
  const [gate, up] = splitLast(graph, both, [shape.intermediate, shape.intermediate])
  const activated = graph.apply('Mul', [silu(graph, gate!), up!])
  return linear(context, activated, { layer, site: 'down', weights: block.down })
}

/** A linear layer and, where the graph takes adapters, its low-rank addition `x A B`. */
function linear(
  context: Context,
  x: Value,
  { layer, site, weights }: { layer: number; site: Site; weights: QuantisedMatrix },
): Value {
  const { graph, options } = context
  const placed = placeMatrix(graph, `${layer}.${site}`, weights)
  const y = multiply(graph, x, placed, options.arithmetic ?? 'int8')
  if (!options.adapters) return y
  return graph.apply('Add', [y, lowRank(context, x, { layer, site })])
}

/** `x A B` of every row's own adapter: [1, T, inputs] to [1, T, outputs]. */
function lowRank(
  { graph, shape, rows, packing }: Context,
  x: Value,
  { layer, site }: { layer: number; site: Site },
): Value {
  const { inputs, outputs } = siteSizes(shape)[site]
  const rank = `rank.${layer}.${site}`
  const a = graph.input(names.adapter('A', layer, site), 'float32', [rows.length, inputs, rank])
  const b = graph.input(names.adapter('B', layer, site), 'float32', [rows.length, rank, outputs])
  const product = (input: Value) => graph.apply('MatMul', [graph.apply('MatMul', [input, a]), b])
  if (!packing) return product(x)
  const { spread, gathered } = packing
  const flat = graph.apply('Reshape', [x, graph.integers([-1, inputs])])
  const each = product(graph.apply('Gather', [flat, spread])) // [R, longest, outputs]
  const added = graph.apply('Reshape', [each, graph.integers([1, -1, outputs])])
  return graph.apply('Gather', [added, gathered], { attributes: { axis: 1 } })
}
