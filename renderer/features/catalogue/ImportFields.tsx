import { useState } from 'react'
import type { CurrencyFinding, ImportPreview } from '../../../shared/domain/importing'
import { Button } from '../../ui/Button'
import { Field, Input } from '../../ui/Field'
import { setUp, useImportSetup } from './importSetup'

const CODES = Intl.supportedValuesOf('currency')

interface ImportFieldsProps {
  readonly preview: ImportPreview
  readonly ready: boolean
}

/** What the catalogue will be called, what its prices are in, and the button that imports it. */
export function ImportFields({ preview, ready }: ImportFieldsProps) {
  const name = useImportSetup((setup) => setup.name)
  return (
    <div className="flex items-start gap-4 border-t border-line bg-paper px-6 py-3">
      <div className="w-56">
        <Field label="Name" note="Letters, digits, hyphens.">
          <Input
            value={name}
            pattern="[a-z0-9][a-z0-9\-]{0,39}"
            title="Lower-case letters, digits and hyphens, 40 at most"
            maxLength={40}
            placeholder={preview.name}
            onChange={(event) => setUp({ name: event.target.value })}
          />
        </Field>
      </div>
      {preview.currency && <Currency found={preview.currency} />}
      <Button kind="primary" type="submit" disabled={!ready} className="mt-5 ml-auto">
        Import
      </Button>
    </div>
  )
}

/** Three letters; what is none leaves the currency as it was found. */
function Currency({ found }: { readonly found: CurrencyFinding }) {
  const chosen = useImportSetup((setup) => setup.currency)
  const [typed, setTyped] = useState<string>()
  const text = typed ?? chosen
  // What is doubtful stands among what to mind, in full.
  const note = found.sure ? found.note : 'Assumed. Say which where that is wrong.'
  const change = (value: string) => {
    const code = value.toUpperCase()
    const known = code === '' || CODES.includes(code)
    setTyped(known ? undefined : code)
    if (known) setUp({ currency: code })
  }
  return (
    <div className="min-w-0 flex-1">
      <Field label="Currency" note={typed === undefined ? note : 'Three letters, such as GBP.'}>
        <Input
          value={text}
          maxLength={3}
          list="currency-codes"
          placeholder={found.code}
          aria-invalid={typed !== undefined}
          onChange={(event) => change(event.target.value)}
          className="max-w-24 uppercase"
        />
      </Field>
      <datalist id="currency-codes">
        {CODES.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </div>
  )
}
