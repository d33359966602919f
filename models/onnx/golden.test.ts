import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../language/config'
import { Network } from '../language/network'
import { readWeights } from '../language/weights'
import type { Arithmetic } from './ops'

const folder = new URL('./fixtures/tiny/', import.meta.url).pathname
const golden = JSON.parse(readFileSync(`${folder}golden.json`, 'utf8')) as {
  cases: { ids: number[]; positions: number[]; logits: number[][] }[]
}

// Logits of this random model spread over -5 to 5. Measured: 8e-6 and 0.24.
describe('the graph against logits computed by an independent implementation in 64-bit floats', async () => {
  const { shape } = await readConfig(folder)
  it.each<[Arithmetic, number]>([
    ['float32', 2e-5],
    ['int8', 0.35],
  ])('%s activations: greatest error below %f', async (arithmetic, errorMax) => {
    const network = new Network(shape, () => readWeights(folder, shape), { arithmetic, threads: 1 })
    let worst = 0
    for (const { ids, positions, logits } of golden.cases) {
      const decoder = await network.open([[]])
      let done = 0
      for (const [index, position] of positions.entries()) {
        await decoder.feed([{ row: 0, tokens: ids.slice(done, position + 1) }])
        done = position + 1
        for (const [id, value] of decoder.logits(0).entries())
          worst = Math.max(worst, Math.abs(value - logits[index]![id]!))
      }
    }
    await network.dispose()
    expect(worst).toBeLessThan(errorMax)
  })
})
