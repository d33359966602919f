import type { Exposure } from '../../../shared/domain/fairness'
import { EXPOSURES } from '../../../shared/domain/fairness'
import { exposureLabel } from '../../../shared/domain/fairnessWords'
import { Select } from '../../ui/Select'
import { ChooseGroup } from './ChooseGroup'
import { Labelled } from './Fields'
import { useSetUp } from './session'

const notes: Readonly<Record<Exposure, string>> = {
  priceTier: 'Thirds of what is sold of one kind of thing, by price',
  aisle: 'Where a product stands in the shop',
  category: 'First level of the category',
  brand: 'The largest brands, the others as one',
}

/** Whose lists are led towards the others', and in what. */
export function EvenOutSetUp() {
  const { evenOut, changeEvenOut } = useSetUp()
  return (
    <>
      <ChooseGroup chosen={evenOut} valueLabel="Group" onChange={changeEvenOut} />
      <Labelled label="Even out">
        <Select
          label="Even out"
          value={evenOut.by}
          choices={EXPOSURES.map((by) => ({ value: by, label: exposureLabel(by), note: notes[by] }))}
          onChange={(by) => changeEvenOut({ by })}
        />
      </Labelled>
    </>
  )
}
