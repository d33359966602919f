import { fieldLabel, count } from '../../ui/format'
import { Select } from '../../ui/Select'
import { Labelled } from './Fields'
import type { ChosenGroup } from './requests'
import { chosenGroup } from './requests'
import { useGround } from './useGround'

interface ChooseGroupProps {
  readonly chosen: ChosenGroup
  readonly onChange: (group: ChosenGroup) => void
  /** What the value is for: "New value", "Group". */
  readonly valueLabel: string
}

/** An attribute and one of its values. */
export function ChooseGroup({ chosen, onChange, valueLabel }: ChooseGroupProps) {
  const ground = useGround()
  const group = chosenGroup(chosen, ground)
  if (!group) return <p className="text-13 text-ink-2">Shoppers of this catalogue have no attributes.</p>
  const values = ground.fields.find(({ field }) => field === group.field)?.values ?? []
  return (
    <div className="grid grid-cols-2 gap-3">
      <Labelled label="Attribute">
        <Select
          label="Attribute"
          value={group.field}
          choices={ground.fields.map(({ field }) => ({ value: field, label: fieldLabel(field) }))}
          onChange={(field) => onChange({ field, value: '' })}
        />
      </Labelled>
      <Labelled label={valueLabel}>
        <Select
          label={valueLabel}
          value={group.value}
          choices={values.map(({ value, n }) => ({ value, label: value, note: `${count(n)} shoppers` }))}
          onChange={(value) => onChange({ field: group.field, value })}
        />
      </Labelled>
    </div>
  )
}
