import { STRATEGIES } from '../../../shared/domain/narrative'
import { CHANNELS, CHANNEL_WORDS, VOICES, voiceLabel } from '../../../shared/domain/voices'
import type { Planning } from '../../state/brief'
import { useBrief } from '../../state/brief'
import { mixWords } from '../../state/mix'
import { DecodingDials } from '../../ui/DecodingDials'
import { PickDials } from '../../ui/PickDials'
import { MixDials } from '../../ui/MixDials'
import { Section } from '../../ui/Section'
import { Select } from '../../ui/Select'
import { StrategyMark, strategyLabel, strategyMeaning } from '../../ui/StrategyMark'
import { channelLabel } from '../../ui/format'

/** How products are picked. */
export function StrategySection() {
  const variant = useBrief((state) => state.variant)
  const setVariant = useBrief((state) => state.setVariant)
  const { strategy } = variant
  return (
    <Section title="Strategy" summary={strategyLabel(strategy)} startOpen>
      <Select
        label="Strategy"
        value={strategy}
        choices={STRATEGIES.map((value) => ({
          value,
          label: strategyLabel(value),
          note: strategyMeaning(value),
          mark: <StrategyMark strategy={value} />,
        }))}
        onChange={(next) => setVariant({ strategy: next })}
      />
      <PickDials variant={variant} onChange={setVariant} />
    </Section>
  )
}

const inherit = 'inherit'

/** Voice and channel, over what the template and the persona say. */
export function VoiceSection() {
  const voice = useBrief((state) => state.variant.voice)
  const channel = useBrief((state) => state.variant.channel)
  const setVariant = useBrief((state) => state.setVariant)
  const channels = CHANNELS.map((value) => ({
    value,
    label: channelLabel(value),
    note: `${CHANNEL_WORDS[value].min} to ${CHANNEL_WORDS[value].max} words`,
  }))
  return (
    <Section title="Voice and channel" summary={voice ? voiceLabel(voice) : 'as the persona'} startOpen>
      <div className="grid grid-cols-2 gap-2">
        <Select
          label="Voice"
          value={voice ?? inherit}
          choices={[
            { value: inherit, label: 'Persona’s own' },
            ...VOICES.map((value) => ({ value, label: voiceLabel(value) })),
          ]}
          onChange={(next) => setVariant({ voice: VOICES.find((one) => one === next) })}
        />
        <Select
          label="Channel"
          value={channel ?? inherit}
          choices={[{ value: inherit, label: 'Template’s' }, ...channels]}
          onChange={(next) => setVariant({ channel: CHANNELS.find((one) => one === next) })}
        />
      </div>
    </Section>
  )
}

const planners: readonly { readonly value: Planning; readonly label: string; readonly note: string }[] = [
  { value: 'planned', label: 'Code', note: 'every fact and its place is chosen by rules' },
  { value: 'free', label: 'The model', note: 'it plans for itself, of what is true and allowed' },
]

/** Who plans, over what the template says. */
export function PlanningSection() {
  const plan = useBrief((state) => state.variant.plan)
  const setVariant = useBrief((state) => state.setVariant)
  const summary = planners.find(({ value }) => value === plan)?.label ?? 'as the template'
  return (
    <Section title="Planned by" summary={summary}>
      <Select
        label="Planned by"
        value={plan ?? inherit}
        choices={[{ value: inherit, label: 'Template’s' }, ...planners]}
        onChange={(next) => setVariant({ plan: planners.find(({ value }) => value === next)?.value })}
      />
    </Section>
  )
}

/** Adapters in the mix, each with its scale. */
export function AdaptersSection() {
  const mix = useBrief((state) => state.variant.adapters)
  const setVariant = useBrief((state) => state.setVariant)
  return (
    <Section title="Adapters" summary={mixWords(mix) || 'none'} startOpen>
      <MixDials mix={mix} onChange={(adapters) => setVariant({ adapters })} />
    </Section>
  )
}

/** Sampling settings and the seed. */
export function DecodingSection() {
  const decoding = useBrief((state) => state.variant.decoding)
  const setDecoding = useBrief((state) => state.setDecoding)
  const { temperature, topP, seed } = decoding
  return (
    <Section title="Decoding" summary={`${temperature.toFixed(2)}, top-p ${topP.toFixed(2)}, seed ${seed}`}>
      <DecodingDials decoding={decoding} onChange={setDecoding} />
    </Section>
  )
}
