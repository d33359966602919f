/** A mix: adapters with their scales, in the order they were added. Pure. */
import { MIX_MAX, SCALE_MAX } from '../../shared/domain/adapter'

/** Adapters that act together; 1 is as trained, and their effects add up. */
export type Mix = readonly { readonly name: string; readonly scale: number }[]

/** Scales go in steps of this. */
export const SCALE_STEP = 0.05

/** The mix with one more adapter, as trained; as it was when it is full or has that one. */
export function addToMix(mix: Mix, name: string): Mix {
  if (mix.length >= MIX_MAX || mix.some((one) => one.name === name)) return mix
  return [...mix, { name, scale: 1 }]
}

/** The mix without one adapter. */
export function takeFromMix(mix: Mix, name: string): Mix {
  return mix.filter((one) => one.name !== name)
}

/** The mix with one adapter's scale set, on the step and within its bounds; the order stays. */
export function scaleInMix(mix: Mix, name: string, scale: number): Mix {
  const steps = Math.round(Math.min(SCALE_MAX, Math.max(0, scale)) / SCALE_STEP)
  const kept = Number((steps * SCALE_STEP).toFixed(2))
  return mix.map((one) => (one.name === name ? { ...one, scale: kept } : one))
}

/** `warm × 1 + value × 0.6`; empty for none. */
export function mixWords(mix: Mix): string {
  return mix.map(({ name, scale }) => `${name} × ${scale}`).join(' + ')
}
