import { useQuery } from '@tanstack/react-query'
import type { CurrencyFinding, ImportPreview } from '../../../shared/domain/importing'
import { useEngine } from '../../api/client'
import { Button } from '../../ui/Button'
import { Field, Input } from '../../ui/Field'
import type { Choice } from '../../ui/Select'
import { Select } from '../../ui/Select'
import { nameNote } from './importName'
import { CURRENCY_CODES, currencyProblem, setUp, useImportSetup } from './importSetup'
import { AS_FOUND, DATE_ORDERS, orderDates } from './mapping'
import type { DateOrder } from './mapping'

interface ImportFieldsProps {
  readonly preview: ImportPreview
  readonly ready: boolean
}

/** What the catalogue will be called, what its prices are in, which way round its dates are, and the button that imports it. */
export function ImportFields({ preview, ready }: ImportFieldsProps) {
  return (
    <div className="flex items-start gap-4 border-t border-line bg-paper px-6 py-3">
      <Name proposed={preview.name} />
      {preview.format === 'tables' && <Dates />}
      {preview.currency && <Currency found={preview.currency} />}
      <Button kind="primary" type="submit" disabled={!ready} className="mt-5 ml-auto">
        Import
      </Button>
    </div>
  )
}

/** What it will be called, and whether that makes it a version of what is there. */
function Name({ proposed }: { readonly proposed: string }) {
  const engine = useEngine()
  const name = useImportSetup((setup) => setup.name)
  const { data: catalogues = [] } = useQuery(engine.catalogues.queryOptions())
  return (
    <div className="w-56">
      <Field label="Name" note={nameNote(name.trim() || proposed, catalogues)}>
        <Input
          value={name}
          pattern="[a-z0-9][a-z0-9\-]{0,39}"
          title="Lower-case letters, digits and hyphens, 40 at most"
          maxLength={40}
          placeholder={proposed}
          onChange={(event) => setUp({ name: event.target.value })}
        />
      </Field>
    </div>
  )
}

const dateChoices: readonly Choice<DateOrder>[] = [
  { value: AS_FOUND, label: 'As found' },
  { value: 'day-first', label: 'Day first', note: '02/01 is the second of January' },
  { value: 'month-first', label: 'Month first', note: '02/01 is the first of February' },
]

/** Which of the two figures of 02/01/2019 is the day, where the files leave it open. */
function Dates() {
  const mapping = useImportSetup((setup) => setup.mapping)
  return (
    <div className="w-36">
      <div aria-hidden className="mb-1 text-12 text-ink-3">
        Dates
      </div>
      <Select
        label="Dates"
        value={DATE_ORDERS.find((order) => order === mapping['dates']) ?? AS_FOUND}
        choices={dateChoices}
        onChange={(order) => setUp({ mapping: orderDates(mapping, order) })}
      />
    </div>
  )
}

/** Three letters; what is none stays as it was typed until it is one, or nothing: then the currency is as it was found. */
function Currency({ found }: { readonly found: CurrencyFinding }) {
  const typed = useImportSetup((setup) => setup.currency)
  const problem = currencyProblem(typed)
  // What is doubtful stands among what to mind, in full.
  const note = found.sure ? found.note : 'Assumed. Say which where that is wrong.'
  return (
    <div className="min-w-0 flex-1">
      <Field label="Currency" note={problem ?? note}>
        <Input
          value={typed}
          maxLength={3}
          list="currency-codes"
          placeholder={found.code}
          aria-invalid={problem !== undefined}
          onChange={(event) => setUp({ currency: event.target.value.toUpperCase() })}
          className="max-w-24 uppercase"
        />
      </Field>
      <datalist id="currency-codes">
        {CURRENCY_CODES.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </div>
  )
}
