import { Popover } from '@base-ui/react/popover'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { STRATEGIES } from '../../../shared/domain/narrative'
import { CHANNELS, VOICES, voiceLabel } from '../../../shared/domain/voices'
import { useEngine } from '../../api/client'
import { DecodingDials } from '../../ui/DecodingDials'
import { Field, Input } from '../../ui/Field'
import { MixDials } from '../../ui/MixDials'
import { Select } from '../../ui/Select'
import { StrategyMark, strategyLabel } from '../../ui/StrategyMark'
import { channelLabel } from '../../ui/format'
import type { Column } from './columns'
import { changeColumn, changeOffset, changeSeed, columnLabel, useColumns, writtenVariant } from './columns'

const inherit = 'inherit'

interface ColumnSettingsProps {
  readonly column: Column
  readonly trigger: ReactElement<Record<string, unknown>>
}

/** Everything that makes a column what it is, in a panel under its button. */
export function ColumnSettings({ column, trigger }: ColumnSettingsProps) {
  return (
    <Popover.Root>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" collisionPadding={8} className="z-30">
          <Popover.Popup
            aria-label={`Settings of ${columnLabel(column.variant)}`}
            className="max-h-(--available-height) w-80 space-y-3 overflow-y-auto rounded-md border border-line bg-surface p-3 shadow-float outline-none"
          >
            <Settings column={column} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface PartProps {
  readonly column: Column
}

function Settings({ column }: PartProps) {
  const { id, variant } = column
  const seed = useColumns((state) => state.seed)
  const sameSeed = useColumns((state) => state.sameSeed)
  return (
    <>
      <Field label="Label">
        <Input
          value={variant.label ?? ''}
          placeholder={strategyLabel(variant.strategy)}
          maxLength={80}
          onChange={(event) =>
            changeColumn(id, { label: event.target.value === '' ? undefined : event.target.value })
          }
        />
      </Field>
      <Labelled label="Strategy">
        <Select
          label="Strategy"
          value={variant.strategy}
          choices={STRATEGIES.map((value) => ({
            value,
            label: strategyLabel(value),
            mark: <StrategyMark strategy={value} />,
          }))}
          onChange={(strategy) => changeColumn(id, { strategy })}
        />
      </Labelled>
      <TemplateChoice column={column} />
      <VoiceChoice column={column} />
      <Labelled label="Adapters">
        <MixDials mix={variant.adapters} onChange={(adapters) => changeColumn(id, { adapters })} />
      </Labelled>
      <DecodingDials
        decoding={writtenVariant(column, { seed, sameSeed }).decoding}
        onChange={({ seed: next, ...change }) => {
          if (next === undefined) changeColumn(id, { decoding: { ...variant.decoding, ...change } })
          else if (sameSeed) changeSeed(next)
          else changeOffset(id, next - seed)
        }}
      />
    </>
  )
}

function TemplateChoice({ column: { id, variant } }: PartProps) {
  const engine = useEngine()
  const templates = useQuery(engine.templates.queryOptions())
  return (
    <Labelled label="Template">
      <Select
        label="Template"
        value={variant.templateId ?? inherit}
        choices={[
          { value: inherit, label: 'None: the planner decides' },
          ...(templates.data ?? []).map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(next) =>
          changeColumn(id, {
            templateId: next === inherit ? undefined : next,
            templateVersion: undefined,
            templateText: undefined,
          })
        }
      />
    </Labelled>
  )
}

function VoiceChoice({ column: { id, variant } }: PartProps) {
  return (
    <div className="grid grid-cols-2 gap-2">
      <Labelled label="Voice">
        <Select
          label="Voice"
          value={variant.voice ?? inherit}
          choices={[
            { value: inherit, label: 'Persona’s own' },
            ...VOICES.map((value) => ({ value, label: voiceLabel(value) })),
          ]}
          onChange={(next) => changeColumn(id, { voice: VOICES.find((one) => one === next) })}
        />
      </Labelled>
      <Labelled label="Channel">
        <Select
          label="Channel"
          value={variant.channel ?? inherit}
          choices={[
            { value: inherit, label: 'Template’s' },
            ...CHANNELS.map((value) => ({ value, label: channelLabel(value) })),
          ]}
          onChange={(next) => changeColumn(id, { channel: CHANNELS.find((one) => one === next) })}
        />
      </Labelled>
    </div>
  )
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactElement }) {
  return (
    <div>
      <div aria-hidden className="mb-1 text-12 text-ink-3">
        {label}
      </div>
      {children}
    </div>
  )
}
