import { exposureClassWords, exposureWords } from '../../../shared/domain/exposure'
import { Input } from '../../ui/Field'
import type { FormPart } from './RuleEditor'

/** The factor of each class of a rule that evens out. */
export function ParityFactors({ form, onChange }: Pick<FormPart, 'form' | 'onChange'>) {
  const { parityBy, parityFactors } = form
  return (
    <ul className="mt-2 space-y-1" aria-label={`Factors of ${exposureWords(parityBy)}`}>
      {parityFactors.map(({ value, factor }, at) => (
        <li key={value}>
          <label className="flex items-center gap-2 text-13 text-ink-2">
            <span className="min-w-0 flex-1 truncate">{exposureClassWords(parityBy, value)}</span>
            by
            <span className="w-20 shrink-0">
              <Input
                inputMode="decimal"
                value={factor}
                onChange={(event) =>
                  onChange({
                    parityFactors: parityFactors.with(at, { value, factor: event.target.value }),
                  })
                }
              />
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
