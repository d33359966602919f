/** Two texts of a template as two columns that differ in nothing else. Pure. */
import type { VariantDraft } from '../../state/brief'
import { readDirectives } from '../../../shared/domain/directiveLines'

/** One of the two texts: a saved version, or the text being edited. */
export interface Side {
  readonly text: string
  /** Undefined for the text being edited. */
  readonly version?: number
}

/** What a side is called at the head of a line. */
export function sideLabel({ version }: Side): string {
  return version === undefined ? 'Edited' : `Version ${version}`
}

/** What a side is called within a sentence. */
export function sideWords({ version }: Side): string {
  return version === undefined ? 'the edited text' : `version ${version}`
}

/**
 * The two columns: strategy and mix, adapters, decoding and seed are the Studio's. Where the texts differ in voice or channel, a voice or
 * channel set in the Studio is left out: it would win over both, and the columns would be the same.
 */
export function abVariants(
  studio: VariantDraft,
  templateId: string | undefined,
  sides: readonly [Side, Side],
): readonly VariantDraft[] {
  const [a, b] = sides.map(({ text }) => readDirectives(text))
  const differs = (key: 'voice' | 'channel') => a?.[key]?.value.trim() !== b?.[key]?.value.trim()
  return sides.map((side, index) => ({
    strategy: studio.strategy,
    ...(studio.diversity === undefined ? {} : { diversity: studio.diversity }),
    ...(studio.calibration === undefined ? {} : { calibration: studio.calibration }),
    adapters: studio.adapters,
    decoding: studio.decoding,
    label: `${index === 0 ? 'A' : 'B'}: ${sideWords(side)}`,
    ...(templateId === undefined ? {} : { templateId }),
    ...(side.version === undefined ? { templateText: side.text } : { templateVersion: side.version }),
    ...(studio.voice && !differs('voice') ? { voice: studio.voice } : {}),
    ...(studio.channel && !differs('channel') ? { channel: studio.channel } : {}),
  }))
}
