import { useQuery } from '@tanstack/react-query'
import { useEngine } from '../../api/client'
import { Field, Input } from '../../ui/Field'
import { Section } from '../../ui/Section'
import { Select } from '../../ui/Select'
import { TokenField } from '../../ui/TokenField'
import { fieldLabel } from '../../ui/format'
import { Problem } from './Problem'
import type { FormPart } from './RuleEditor'

const anybody = ''

/** When a rule holds: between two days, for occasions that have a word, for one segment of shoppers. */
export function RuleWhen({ form, problems, onChange }: FormPart) {
  const segments = useSegments()
  const { segmentField, segmentValue, from, until, occasion } = form
  const fields = [...new Set([...segments.keys(), ...(segmentField === '' ? [] : [segmentField])])]
  const values = [
    ...new Set([...(segments.get(segmentField) ?? []), ...(segmentValue ? [segmentValue] : [])]),
  ]
  const set = [from, until, occasion.join(), segmentField].filter(Boolean).length
  return (
    <Section title="When" {...(set > 0 ? { summary: `${set} set` } : { summary: 'always' })}>
      <div className="space-y-2.5">
        <div className="grid grid-cols-2 gap-2">
          <Field label="First day">
            <Input type="date" value={from} onChange={(event) => onChange({ from: event.target.value })} />
          </Field>
          <Field label="Last day">
            <Input type="date" value={until} onChange={(event) => onChange({ until: event.target.value })} />
          </Field>
        </div>
        <Problem problem={problems.until ?? problems.from} />
        <TokenField
          label="The occasion has one of"
          values={occasion}
          choices={[]}
          say={(value) => value}
          onChange={(next) => onChange({ occasion: next })}
          placeholder="anything; type “rain”"
          free
        />
        <div className="grid grid-cols-2 gap-2">
          <div>
            <div aria-hidden className="mb-1 text-12 text-ink-3">
              Shoppers whose
            </div>
            <Select
              label="Segment"
              value={segmentField}
              choices={[
                { value: anybody, label: 'anybody' },
                ...fields.map((value) => ({ value, label: fieldLabel(value) })),
              ]}
              onChange={(next) =>
                onChange({ segmentField: next, segmentValue: segments.get(next)?.[0] ?? '' })
              }
            />
          </div>
          {segmentField !== '' && (
            <div>
              <div aria-hidden className="mb-1 text-12 text-ink-3">
                is
              </div>
              <Select
                label="Value of the segment"
                value={segmentValue}
                choices={values.map((value) => ({ value, label: value }))}
                onChange={(next) => onChange({ segmentValue: next })}
              />
            </div>
          )}
        </div>
        <Problem problem={problems.segmentValue ?? problems.occasion} />
      </div>
    </Section>
  )
}

/** Segments that personas are in, with their values. */
function useSegments(): ReadonlyMap<string, readonly string[]> {
  const engine = useEngine()
  const personas = useQuery(engine.personas.queryOptions()).data ?? []
  const found = new Map<string, readonly string[]>()
  for (const [field, value] of personas.flatMap(({ segments }) => Object.entries(segments))) {
    const known = found.get(field) ?? []
    found.set(field, known.includes(value) ? known : [...known, value].sort())
  }
  return found
}
