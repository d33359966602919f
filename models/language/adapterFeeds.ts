import { adapter } from '../onnx/names'
import { SITES, siteSizes } from '../onnx/shape'
import type { DecoderShape, Site, SiteSize } from '../onnx/shape'
import { floats } from '../runtime/session'
import type { RuntimeTensor } from '../runtime/session'
import { joinFactors } from './adapters'
import type { Factors, ScaledAdapter } from './adapters'

/** Adapters that act together on a row; none at all is the plain model. */
export type AdapterMix = readonly ScaledAdapter[]

/** Adapter factors as graph inputs. */
export interface AdapterFeeds {
  /** The inputs for `count` rows from `first` on; empty where the graph takes no adapters. */
  feeds(first: number, count: number): Record<string, RuntimeTensor>
}

/** For a graph without adapter inputs. */
export const NO_ADAPTERS: AdapterFeeds = { feeds: () => ({}) }

/** Whether two mixes act alike. */
export function sameMix(one: AdapterMix, other: AdapterMix): boolean {
  return (
    one.length === other.length &&
    one.every(({ adapter: { blocks }, scale }, at) => {
      const twin = other[at]
      return twin?.adapter.blocks === blocks && twin.scale === scale
    })
  )
}

/** One graph input for all rows: [rows, height, width] row-major. */
interface Stack {
  readonly name: string
  readonly data: Float32Array
  readonly height: number
  readonly width: number
}

/** Lays out one mix a row. Rows of lower rank than others are padded with zeros, which changes nothing. */
export function adapterFeeds(shape: DecoderShape, mixes: readonly AdapterMix[]): AdapterFeeds {
  const stacks: Stack[] = []
  for (let layer = 0; layer < shape.layers; layer++) {
    for (const site of SITES) stacks.push(...stackSite(siteSizes(shape)[site], mixes, { layer, site }))
  }
  return {
    feeds: (first, count) =>
      Object.fromEntries(stacks.map((stack) => [stack.name, slice(stack, first, count)])),
  }
}

function stackSite(
  size: SiteSize,
  mixes: readonly AdapterMix[],
  { layer, site }: { layer: number; site: Site },
): Stack[] {
  const lists = mixes.map((mix) => mix.flatMap((part) => scaled(part, layer, site)))
  const rank = Math.max(...lists.map((list) => list.reduce((sum, factors) => sum + factors.rank, 0)))
  const a = new Float32Array(mixes.length * size.inputs * rank)
  const b = new Float32Array(mixes.length * rank * size.outputs)
  for (const [row, list] of lists.entries()) {
    const joint = joinFactors(list, size, rank)
    a.set(joint.a, row * joint.a.length)
    b.set(joint.b, row * joint.b.length)
  }
  return [
    { name: adapter('A', layer, site), data: a, height: size.inputs, width: rank },
    { name: adapter('B', layer, site), data: b, height: rank, width: size.outputs },
  ]
}

function scaled({ adapter: { blocks }, scale }: ScaledAdapter, layer: number, site: Site): Factors[] {
  const factors = blocks[layer]?.[site]
  return factors ? [{ ...factors, b: factors.b.map((value) => value * scale) }] : []
}

function slice({ data, height, width }: Stack, first: number, count: number): RuntimeTensor {
  const size = height * width
  return floats(data.subarray(first * size, (first + count) * size), [count, height, width])
}
