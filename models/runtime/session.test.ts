import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '../onnx/graph'
import { GraphSession, defaultThreads, floats, longs } from './session'

describe('defaultThreads', () => {
  it.each([
    [1, 1],
    [2, 2],
    [4, 4],
    [6, 3],
    [8, 4],
    [64, 4],
  ])('%i logical processors get %i threads', (logical, threads) => {
    expect(defaultThreads(logical)).toBe(threads)
  })
})

describe('GraphSession', () => {
  it('gathers with long indices, names its inputs, and refuses a model that is none', async () => {
    const graph = new GraphBuilder()
    const x = graph.input('x', 'float32', ['n'])
    const index = graph.input('index', 'int64', ['m'])
    const picked = graph.apply('Gather', [x, index], { outputs: ['picked'] })
    graph.output(picked, 'float32', ['m'])
    const session = await GraphSession.create(graph.build('test'))
    expect(session.inputs).toEqual(['x', 'index'])
    const { picked: out } = await session.run(
      { x: floats(Float32Array.of(5, 6, 7), [3]), index: longs([2, 0], [2]) },
      ['picked'],
    )
    expect(out).toMatchObject({ data: Float32Array.of(7, 5), dims: [2] })
    await session.release()
    await expect(GraphSession.create(Uint8Array.of(1, 2, 3))).rejects.toThrow()
  })
})
