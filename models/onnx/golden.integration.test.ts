import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readConfig } from '../language/config'
import { Network } from '../language/network'
import { readWeights } from '../language/weights'
import type { Arithmetic } from './ops'

const folder = new URL('../weights/base/', import.meta.url).pathname
/** Measured: under 2e-4 and 0.41. Written by `golden.py` (`write_real`): PyTorch, 64-bit floats, the shipped weights as they are stored. */
const golden = JSON.parse(
  readFileSync(new URL('./fixtures/shipped.json', import.meta.url).pathname, 'utf8'),
) as { cases: { ids: number[]; topIds: number[]; topLogits: number[] }[] }

it.each<[Arithmetic, number]>([
  ['float32', 2e-4],
  ['int8', 0.6],
])(
  'the shipped model against PyTorch, %s activations: greatest error of the twenty best logits below %f',
  async (arithmetic, errorMax) => {
    const { shape } = await readConfig(folder)
    const network = new Network(shape, () => readWeights(folder, shape), { arithmetic, threads: 1 })
    let worst = 0
    for (const { ids, topIds, topLogits } of golden.cases) {
      const decoder = await network.open([[]])
      await decoder.feed([{ row: 0, tokens: ids }])
      const logits = decoder.logits(0)
      topIds.forEach(
        (id, place) => (worst = Math.max(worst, Math.abs((logits[id] ?? 0) - (topLogits[place] ?? 0)))),
      )
      expect(logits.indexOf(Math.max(...logits))).toBe(topIds[0])
    }
    await network.dispose()
    expect(worst).toBeLessThan(errorMax)
  },
)
