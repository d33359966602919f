/** The evaluation's occasions against the training text's. */
import { describe, expect, it } from 'vitest'
import { occasions } from '../../datasets/corpus/moments'
import { MEASURED_OCCASIONS } from '../../models/metrics/occasions'

describe('measured occasions', () => {
  it('are at least by half unknown to the training text, and all different', () => {
    const trained = new Set(occasions.map((occasion) => occasion.toLowerCase()))
    const unknown = MEASURED_OCCASIONS.filter((occasion) => !trained.has(occasion.toLowerCase()))
    expect(unknown.length).toBeGreaterThanOrEqual(MEASURED_OCCASIONS.length / 2)
    expect(new Set(MEASURED_OCCASIONS).size).toBe(MEASURED_OCCASIONS.length)
  })
})
