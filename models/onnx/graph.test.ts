import { describe, expect, it } from 'vitest'
import { GraphSession, floats } from '../runtime/session'
import { GraphBuilder } from './graph'
import { siteSizes, countParameters } from './shape'
import { SMALL_SHAPE } from './randomWeights'

describe('GraphBuilder', () => {
  it('makes a model that the runtime loads and runs', async () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', ['n', 2])
    const weights = graph.constant('w', Float32Array.of(1, 2, 3, 4), [2, 2])
    const product = graph.apply('Gemm', [x, weights], { attributes: { transB: 1, alpha: { float: 0.5 } } })
    const [left, right] = graph.node('Split', [product, graph.integers([1, 1])], {
      outputs: 2,
      attributes: { axis: -1 },
    })
    graph.output(left!, 'float32', ['n', 1])
    graph.output(right!, 'float32', ['n', 1])
    const session = await GraphSession.create(graph.build('test'), { threads: 1 })
    const fetched = await session.run({ x: floats(Float32Array.of(1, 1, 10, 0), [2, 2]) }, [
      left!.name,
      right!.name,
    ])
    expect(fetched[left!.name]!.data).toEqual(Float32Array.of(1.5, 5))
    expect(fetched[right!.name]!.data).toEqual(Float32Array.of(3.5, 15))
    await session.release()
  })

  it('stores a constant of one name once', () => {
    const graph = new GraphBuilder()
    const first = graph.constant('table', new Float32Array(1000), [1000])
    expect(graph.constant('table', new Float32Array(1000), [1000])).toBe(first)
    expect(graph.build('test').byteLength).toBeLessThan(4200)
  })

  it('refuses a constant whose shape does not fit its values', () => {
    expect(() => new GraphBuilder().constant('c', new Float32Array(3), [2, 2])).toThrow(
      'Constant c has 3 values, its shape 2x2 needs 4',
    )
  })
})

describe('shape', () => {
  it('sizes the linear layers', () => {
    expect(siteSizes(SMALL_SHAPE)).toEqual({
      qkv: { inputs: 64, outputs: 128 },
      output: { inputs: 64, outputs: 64 },
      gateUp: { inputs: 64, outputs: 256 },
      down: { inputs: 128, outputs: 64 },
    })
  })

  it.each([
    ['pruned', { hidden: 576, layers: 15, heads: 9, keyValueHeads: 3, intermediate: 1536 }, 57_820_608],
    [
      'from scratch',
      { hidden: 640, layers: 12, heads: 10, keyValueHeads: 5, intermediate: 1728 },
      59_817_600,
    ],
  ])('counts the parameters of the model %s', (_name, sizes, expected) => {
    expect(countParameters({ ...SMALL_SHAPE, ...sizes, headDim: 64, vocabulary: 8192 })).toBe(expected)
  })
})
