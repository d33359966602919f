import { useEffect, useRef } from 'react'
import type { FormEvent } from 'react'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type { Rule, RuleKind } from '../../../shared/domain/rules'
import { RULE_KINDS } from '../../../shared/domain/rules'
import { Button } from '../../ui/Button'
import { Input } from '../../ui/Field'
import { Keys } from '../../ui/Keys'
import { Select } from '../../ui/Select'
import { ParityFactors } from './ParityFactors'
import { PriceEnds } from './PriceEnds'
import { Problem } from './Problem'
import { RuleProducts } from './RuleProducts'
import { RuleWhen } from './RuleWhen'
import type { ReadForm, RuleForm } from './ruleForm'
import { formOf, readForm } from './ruleForm'
import { RULE_FORM, setDraft, useCatalogueSession } from './session'
import { useRuleActions } from './useRuleActions'

const kindLabels: Readonly<Record<RuleKind, readonly [label: string, note: string]>> = {
  pin: ['Pin', 'Puts the first of them at a place'],
  boost: ['Boost', 'Lets each compete as if it stood further up'],
  bury: ['Bury', 'Lets each compete as if it stood further down'],
  exclude: ['Leave out', 'Picks none of them'],
  stock: ['Only in stock', 'Leaves out what is nearly gone'],
  priceBand: ['Only at a price', 'Leaves out what costs less or more'],
  parity: ['Even out', 'Lets each class compete as if it stood further up or down'],
}

/** What every part of the form is given. */
export interface FormPart {
  readonly form: RuleForm
  readonly problems: ReadForm['problems']
  readonly currency: string
  readonly onChange: (change: Partial<RuleForm>) => void
}

interface RuleEditorProps {
  readonly catalogue: CatalogueSummary
  readonly draft: RuleForm
  readonly rules: readonly Rule[]
}

/** One rule as a form; what it does shows beside it before it is saved. */
export function RuleEditor({ catalogue, draft, rules }: RuleEditorProps) {
  const { name, currency } = catalogue
  const { save } = useRuleActions(name)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { rule, problems } = readForm(draft, currency)
  const before = rules.find(({ id }) => id === draft.id)
  const unchanged = before !== undefined && JSON.stringify(formOf(before, currency)) === JSON.stringify(draft)
  const saving = useCatalogueSession((state) => state.saving[name] === draft)
  const part: FormPart = {
    form: draft,
    problems,
    currency,
    // What is being saved is not changed under the save.
    onChange: (change) => saving || setDraft(name, { ...draft, ...change }),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (rule && !unchanged) void save(draft, rule, before)
  }
  return (
    <form
      id={RULE_FORM}
      onSubmit={submit}
      aria-label={before ? `Rule ${before.name}` : 'New rule'}
      aria-busy={saving}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="min-h-0 flex-1 space-y-4 overflow-y-auto px-4 py-3">
        <label className="block">
          <span className="mb-1 block text-12 text-ink-3">Name, as picks will say it</span>
          <Input
            ref={first}
            value={draft.name}
            maxLength={80}
            placeholder="Monsoon sale"
            onChange={(event) => part.onChange({ name: event.target.value })}
          />
        </label>
        <Action {...part} />
        <RuleProducts catalogue={name} {...part} />
        <div className="-mx-3 border-t border-line">
          <RuleWhen {...part} />
        </div>
      </div>
      <div className="flex items-center gap-2 border-t border-line px-4 py-2.5">
        <Problem problem={firstProblem(problems)} className="min-w-0 flex-1" />
        <Button onClick={() => setDraft(name, undefined)}>{unchanged ? 'Close' : 'Cancel'}</Button>
        <Button kind="primary" type="submit" disabled={!rule || unchanged || saving}>
          {saving ? 'Saving…' : 'Save rule'}
          <Keys keys="mod+enter" className="@max-[760px]:hidden" />
        </Button>
      </div>
    </form>
  )
}

/** What stands in the way of saving; the fields below say their own. */
function firstProblem({ name, filter }: ReadForm['problems']): string | undefined {
  if (name !== undefined) return 'Give it a name.'
  return filter === undefined ? undefined : 'Say which products.'
}

/** Kinds that take one number: what stands before it, and the field of the form. */
const numbers: Readonly<
  Partial<Record<RuleKind, readonly [label: string, 'position' | 'factor' | 'atLeast']>>
> = {
  pin: ['to place', 'position'],
  boost: ['by', 'factor'],
  bury: ['by', 'factor'],
  stock: ['at least', 'atLeast'],
}

/** What a rule can be made to do. Factors that even out are found on the Fairness page; here they are only changed. */
const offered = ({ parityFactors }: RuleForm): readonly RuleKind[] =>
  RULE_KINDS.filter((kind) => kind !== 'parity' || parityFactors.length > 0)

function Action({ form, problems, currency, onChange }: FormPart) {
  const { kind } = form
  const [label, field] = numbers[kind] ?? []
  const problem = field === undefined ? (problems.bandMin ?? problems.parityFactors) : problems[field]
  return (
    <fieldset>
      <legend className="mb-1 text-12 text-ink-3">What it does</legend>
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <Select
            label="What it does"
            value={kind}
            choices={offered(form).map((value) => {
              const [words, note] = kindLabels[value]
              return { value, label: words, note }
            })}
            onChange={(next) => onChange({ kind: next })}
          />
        </div>
        {field !== undefined && (
          <label className="flex shrink-0 items-center gap-2 text-13 text-ink-2">
            {label}
            <span className="w-20 shrink-0">
              <Input
                inputMode="decimal"
                value={form[field]}
                onChange={(event) => onChange({ [field]: event.target.value })}
              />
            </span>
          </label>
        )}
      </div>
      {kind === 'priceBand' && (
        <PriceEnds
          className="mt-2"
          label={`Price, ${currency}`}
          low={form.bandMin}
          high={form.bandMax}
          onLow={(bandMin) => onChange({ bandMin })}
          onHigh={(bandMax) => onChange({ bandMax })}
        />
      )}
      {kind === 'parity' && <ParityFactors form={form} onChange={onChange} />}
      {problem !== undefined && <Problem problem={problem} className="mt-1" />}
      <p className="mt-1 text-12 text-ink-3">{explanations[kind]}</p>
    </fieldset>
  )
}

const explanations: Readonly<Record<RuleKind, string>> = {
  pin: 'The first of the products named, else the best ranked of those meant, stands there.',
  boost: 'By 3, what stood ninth competes as if it stood third.',
  bury: 'By 3, what stood third competes as if it stood ninth.',
  exclude: 'Nothing else brings them in, not even a pin.',
  stock: 'Where the catalogue does not say how many there are, a product stays.',
  priceBand: 'Where the price is not known, a product goes.',
  parity: 'By 1.3, what stood 13th of its class competes as if it stood tenth; by less than 1, further down.',
}
