import { useQuery } from '@tanstack/react-query'
import { STRATEGIES } from '../../../shared/domain/narrative'
import { CHANNELS, CHANNEL_WORDS, VOICES, voiceLabel } from '../../../shared/domain/voices'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import { Dial } from '../../ui/Dial'
import { DecodingDials } from '../../ui/DecodingDials'
import { Trouble } from '../../ui/Notices'
import { Section } from '../../ui/Section'
import { Select } from '../../ui/Select'
import { StrategyMark, strategyLabel, strategyMeaning } from '../../ui/StrategyMark'
import { channelLabel } from '../../ui/format'

/** How products are picked. */
export function StrategySection() {
  const strategy = useBrief((state) => state.variant.strategy)
  const setVariant = useBrief((state) => state.setVariant)
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

/** Adapters in the mix, each with its scale. */
export function AdaptersSection() {
  const engine = useEngine()
  const adapters = useQuery(engine.adapters.queryOptions())
  const mix = useBrief((state) => state.variant.adapters)
  const setVariant = useBrief((state) => state.setVariant)
  const summary = mix.length === 0 ? 'none' : mix.map(({ name, scale }) => `${name} × ${scale}`).join(', ')
  const setScale = (name: string, scale: number) => {
    const others = mix.filter((one) => one.name !== name)
    setVariant({ adapters: scale === 0 ? others : [...others, { name, scale }] })
  }
  return (
    <Section title="Adapters" summary={summary}>
      {adapters.isError && (
        <Trouble error={errorWords(adapters.error)} onRetry={() => void adapters.refetch()} />
      )}
      {adapters.data?.length === 0 && (
        <p className="text-12 text-ink-3">
          No adapter is installed; the base model writes alone. Put a PEFT folder into the home folder’s
          “adapters”, and it appears here.
        </p>
      )}
      {adapters.data?.map((adapter) => (
        <Dial
          key={adapter.name}
          label={adapter.name}
          meaning={`${adapter.description} Rank ${adapter.rank}. 0 leaves it out.`}
          value={mix.find((one) => one.name === adapter.name)?.scale ?? 0}
          min={0}
          max={2}
          step={0.05}
          onChange={(scale) => setScale(adapter.name, scale)}
        />
      ))}
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
