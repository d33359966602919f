/**
 * The inference graph of a Llama-style decoder, built from its sizes and weights.
 *
 * Keys and values of earlier tokens are fed in; only those of the new tokens come out, and the caller appends them, because the
 * runtime copies every output. Rotary positions are applied outside attention for that reason. Logits are computed for one
 * chosen position a row. Low-rank adapters are inputs, one pair a linear layer and row, so every row may have its own.
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
  /** `int8` when absent. */
  readonly arithmetic?: Arithmetic
}

/** One graph and what all its blocks share. */
interface Context {
  readonly graph: GraphBuilder
  readonly shape: DecoderShape
  readonly options: DecoderOptions
  readonly rotary: Rotary
  /** [B] index of the last token of each row, counted with the past. */
  readonly lastIndex: Value
  /** Scalar: tokens of the longest row, counted with the past. */
  readonly totalLength: Value
}

/** The residual stream [B, T, hidden], as a sum not yet taken. */
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
  const tokens = graph.input(names.TOKENS, 'int64', ['rows', 'tokens'])
  const chosen = graph.input(names.CHOSEN, 'int64', [1])
  const context = openContext(graph, shape, options)
  const embedding = placeMatrix(graph, 'embedding', weights.embedding)
  let stream: Residual = { x: lookUp(graph, embedding, tokens), delta: null }
  for (const [layer, block] of weights.blocks.entries()) stream = addBlock(context, stream, { layer, block })
  const { normed } = normalise(context, stream, 'final.norm', weights.finalNorm)
  const last = graph.apply('Gather', [normed, chosen], { attributes: { axis: 1 } }) // [B, 1, hidden]
  const logits = multiply(graph, last, embedding, options.arithmetic ?? 'int8') // [B, 1, vocabulary]
  const named = graph.apply('Identity', [logits], { outputs: [names.LOGITS] })
  graph.output(named, 'float32', ['rows', 1, shape.vocabulary])
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
      positions: graph.input(names.POSITIONS, 'int64', ['rows', 'tokens']),
      cosines: graph.constant('rotary.cosines', tables.cosines, [shape.context, half]),
      sines: graph.constant('rotary.sines', tables.sines, [shape.context, half]),
    },
    lastIndex: graph.input(names.LAST_INDEX, 'int32', ['rows']),
    totalLength: graph.input(names.TOTAL_LENGTH, 'int32', []),
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
  for (const fresh of [freshKey, freshValue]) graph.output(fresh, 'float32', ['rows', 'tokens', keyWidth])
  const rotated = rotate(graph, query!, rotary, { heads })
  const attended = groupedQueryAttention(context, [rotated, freshKey, value!], layer) // [B, T, heads * headDim]
  return linear(context, attended, { layer, site: 'output', weights: block.output })
}

/** Causal attention over past and new tokens. Past keys and values are [B, kvHeads, capacity, headDim], read up to each row's length. */
function groupedQueryAttention(context: Context, qkv: readonly Value[], layer: number): Value {
  const { graph, shape, lastIndex, totalLength } = context
  const { heads, keyValueHeads, headDim } = shape
  const dims = ['rows', keyValueHeads, 'capacity', headDim]
  const pastKey = graph.input(names.past('key', layer), 'float32', dims)
  const pastValue = graph.input(names.past('value', layer), 'float32', dims)
  return graph.apply('GroupQueryAttention', [...qkv, pastKey, pastValue, lastIndex, totalLength], {
    domain: 'com.microsoft',
    outputs: [`attended.${layer}`, `unused.key.${layer}`, `unused.value.${layer}`],
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
  const { graph, shape, options } = context
  const placed = placeMatrix(graph, `${layer}.${site}`, weights)
  const y = multiply(graph, x, placed, options.arithmetic ?? 'int8')
  if (!options.adapters) return y
  const { inputs, outputs } = siteSizes(shape)[site]
  const a = graph.input(names.adapter('A', layer, site), 'float32', ['rows', inputs, `rank.${layer}.${site}`])
  const b = graph.input(names.adapter('B', layer, site), 'float32', [
    'rows',
    `rank.${layer}.${site}`,
    outputs,
  ])
  return graph.apply('Add', [y, graph.apply('MatMul', [graph.apply('MatMul', [x, a]), b])])
}
