import { useQuery } from '@tanstack/react-query'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Field, Input } from '../../ui/Field'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { Toggle } from '../../ui/Toggle'
import { ChooseGroup } from './ChooseGroup'
import { Labelled, Whole } from './Fields'
import { chosenPersona } from './requests'
import { useSetUp } from './session'
import { useGround } from './useGround'

const flips = [
  { value: 'segment', label: 'An attribute' },
  { value: 'name', label: 'The name' },
] as const

/** What is flipped, for whom, and for what occasion. */
export function ProbeSetUp() {
  const { probe, changeProbe } = useSetUp()
  return (
    <>
      <Labelled label="Change">
        <Segmented
          label="Change"
          value={probe.what}
          choices={flips}
          onChange={(what: 'segment' | 'name') => changeProbe({ what })}
        />
      </Labelled>
      {probe.what === 'segment' ? (
        <ChooseGroup chosen={probe} valueLabel="To" onChange={changeProbe} />
      ) : (
        <Field label="To">
          <Input
            value={probe.name}
            placeholder="Priya Menon"
            maxLength={120}
            onChange={(event) => changeProbe({ name: event.target.value })}
          />
        </Field>
      )}
      <Who />
      <Field label="Occasion">
        <Input
          value={probe.occasion}
          placeholder="None"
          maxLength={200}
          onChange={(event) => changeProbe({ occasion: event.target.value })}
        />
      </Field>
      <div className="flex items-start gap-2.5">
        <Toggle label="Write texts" checked={probe.texts} onChange={(texts) => changeProbe({ texts })} />
        <div>
          <p className="text-13">Write texts</p>
          <p className="text-12 text-ink-3">Three a person: before, after, and with another seed</p>
        </div>
      </div>
    </>
  )
}

/** Shoppers drawn at random, or one persona. */
function Who() {
  const { probe, changeProbe } = useSetUp()
  const personas = useQuery(useEngine().personas.queryOptions())
  const persona = chosenPersona(probe, useGround())
  if (personas.isError)
    return <Trouble error={errorWords(personas.error)} onRetry={() => void personas.refetch()} />
  if (persona === undefined) return <SkeletonLines lines={2} />
  return (
    <div className="grid grid-cols-2 gap-3">
      <Labelled label="For">
        <Select
          label="For"
          value={persona}
          choices={[
            { value: '', label: 'Shoppers', note: 'Drawn at random by the seed' },
            ...(personas.data ?? []).map(({ id, name, summary }) => ({
              value: id,
              label: name,
              note: summary,
            })),
          ]}
          onChange={(next) => changeProbe({ persona: next })}
        />
      </Labelled>
      {persona === '' && (
        <Whole
          label="How many"
          kind="people"
          value={probe.people}
          onChange={(people) => changeProbe({ people })}
        />
      )}
    </div>
  )
}
