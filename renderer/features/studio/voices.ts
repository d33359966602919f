/** One narrative in all five voices, side by side: the columns, and writing them in one call. */
import { create } from 'zustand'
import { toast } from 'sonner'
import type { AdapterInfo } from '../../../shared/domain/adapter'
import { MIX_MAX } from '../../../shared/domain/adapter'
import type { Voice } from '../../../shared/domain/voices'
import { VOICES, voiceLabel } from '../../../shared/domain/voices'
import { errorWords } from '../../api/errors'
import type { Run } from '../../api/run'
import type { Desk } from '../../api/streams'
import { adoptRun, peekRun, startComparison } from '../../api/streams'
import type { VariantDraft } from '../../state/brief'
import { fixedInput, useBrief, variantInput } from '../../state/brief'
import { planKey } from './actions'
import { useSession } from './session'

/** One voice and how it is asked for: by its adapter, or by the token that the template's voice sets. */
export interface VoiceColumn {
  readonly voice: Voice
  readonly by: 'adapter' | 'token'
  readonly variant: VariantDraft
}

interface VoicesView {
  /** True while the five are shown instead of the one. */
  readonly shown: boolean
  readonly columns: readonly VoiceColumn[]
  readonly comparisonId?: string
  /** The brief they were written for. */
  readonly writtenFor?: string
  readonly stop: () => void
}

/** The five voices on show; outlives the page as the session does. */
export const useVoices = create<VoicesView>()(() => ({
  shown: false,
  columns: [],
  stop: () => undefined,
}))

/**
 * The five voices of a variant. A voice whose adapter is here and fits gets that at full strength and is otherwise the variant as it
 * stands, so that only adapters differ; any other is set as the template's voice. Adapters that are no voice stay in the mix.
 */
export function voiceColumns(
  variant: VariantDraft,
  adapters: readonly Pick<AdapterInfo, 'name' | 'misfit'>[],
): readonly VoiceColumn[] {
  const isVoice = (name: string) => VOICES.some((voice) => voice === name)
  const others = variant.adapters.filter(({ name }) => !isVoice(name)).slice(0, MIX_MAX - 1)
  return VOICES.map((voice) => {
    const label = voiceLabel(voice)
    const there = adapters.some(({ name, misfit }) => name === voice && misfit === undefined)
    return there
      ? {
          voice,
          by: 'adapter',
          variant: { ...variant, label, adapters: [...others, { name: voice, scale: 1 }] },
        }
      : { voice, by: 'token', variant: { ...variant, label, adapters: others, voice } }
  })
}

/** What the five depend on, as one string. */
export function voicesKey(brief: ReturnType<typeof useBrief.getState>): string {
  return JSON.stringify([planKey(brief), brief.variant.adapters, brief.variant.decoding])
}

/** Writes the five in one call, about the products on show. Asks what adapters there are first: one may just have come. */
export async function writeVoices(desk: Desk): Promise<void> {
  const before = useBrief.getState()
  if (!before.audience) {
    toast('Choose somebody to write for first', { description: 'Pick a persona or a shopper on the left.' })
    return
  }
  useSession.getState().stop()
  useVoices.getState().stop()
  let adapters: readonly AdapterInfo[]
  try {
    adapters = await desk.client.adapters.query()
  } catch (cause) {
    const { message, hint } = errorWords(cause)
    toast.error(message, { description: hint })
    return
  }
  start(desk, adapters)
}

function start(desk: Desk, adapters: readonly AdapterInfo[]): void {
  const brief = useBrief.getState()
  const { catalogue, audience, occasion, variant } = brief
  if (!audience) return
  const { runId, plannedFor } = useSession.getState()
  const run = plannedFor === planKey(brief) ? peekRun(desk.queries, runId) : undefined
  const shown = run && run.picks.length > 0 ? run.picks.map(({ id }) => id) : brief.productIds
  const columns = voiceColumns(variant, adapters)
  const variants = columns.map((column) => variantInput(column.variant))
  const stream = startComparison(desk, { catalogue, audience, occasion, ...fixedInput(shown), variants })
  useVoices.setState({
    shown: true,
    columns,
    comparisonId: stream.id,
    writtenFor: voicesKey(brief),
    stop: stream.stop,
  })
}

/** Back to the one narrative. */
export function leaveVoices(): void {
  useVoices.getState().stop()
  useVoices.setState({ shown: false })
}

/** Makes one of the five the narrative on show, with its storyboard, and sets the Studio as it was written. */
export function keepVoice(desk: Desk, { variant }: VoiceColumn, run: Run): void {
  leaveVoices()
  const { label = '', ...kept } = variant
  useBrief.setState({ variant: kept })
  useSession.setState({
    runId: adoptRun(desk, run),
    plannedFor: planKey(useBrief.getState()),
    edited: false,
    alternatives: {},
    past: [],
    stop: () => undefined,
  })
  toast(`Kept “${label}”`, {
    description: 'The Studio is now set as it was written.',
  })
}
