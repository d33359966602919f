/** Chance: the baseline that everything has to beat. */
import { xoshiro128 } from '../language/random'
import type { Fit } from './algorithm'

/** Uniform draws, others for every user and every seed. */
export const fitRandom: Fit = (_, { seed = 1 } = {}) => ({
  name: 'random',
  score({ user = 0 }, out) {
    // Odd multiplier: no two users of one seed share a sequence.
    const random = xoshiro128((seed + Math.imul(user, 0x9e3779b1)) >>> 0)
    for (let row = 0; row < out.length; row++) out[row] = random()
  },
})
