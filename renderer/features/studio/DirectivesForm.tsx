import type { TemplateProblem } from '../../../shared/contract/services'
import { FACT_KINDS, factKind, isFactKind } from '../../../shared/domain/facts'
import { CHANNELS, CHANNEL_WORDS, VOICES, voiceLabel } from '../../../shared/domain/voices'
import type { VariantDraft } from '../../state/brief'
import { Field, Input } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import type { Choice } from '../../ui/Select'
import { Select } from '../../ui/Select'
import { TokenField } from '../../ui/TokenField'
import { channelLabel } from '../../ui/format'
import type { FormKey, WrittenDirective } from '../../../shared/domain/directiveLines'
import { listed, readDirectives, setDirective } from '../../../shared/domain/directiveLines'

/** What a directive that is not written means. */
const unset = 'unset'

interface FormProps {
  readonly text: string
  readonly problems: readonly TemplateProblem[]
  /** What the Studio's own settings override. */
  readonly variant: VariantDraft
  readonly onChange: (text: string, typing?: boolean) => void
}

interface PartProps {
  readonly written: Readonly<Partial<Record<FormKey, WrittenDirective>>>
  readonly set: (key: FormKey, value: string, typing?: boolean) => void
  readonly problemOf: (key: FormKey) => TemplateProblem | undefined
}

/** A control for each directive; each reads its line of the text and writes it back. */
export function DirectivesForm({ text, problems, variant, onChange }: FormProps) {
  const written = readDirectives(text)
  const part: PartProps = {
    written,
    set: (key, value, typing) => onChange(setDirective(text, key, value), typing),
    problemOf: (key) => problems.find((problem) => problem.line === written[key]?.line),
  }
  return (
    <div className="space-y-2.5">
      <Manner {...part} variant={variant} />
      <Shape {...part} />
      <Mentions {...part} />
      <Ending {...part} />
    </div>
  )
}

function Manner({ variant, ...part }: PartProps & { readonly variant: VariantDraft }) {
  return (
    <div className="grid grid-cols-2 gap-2">
      <OneOf
        part={part}
        name="voice"
        label="Voice"
        none="Persona’s own"
        values={VOICES}
        say={voiceLabel}
        note={variant.voice && `${voiceLabel(variant.voice)} wins: it is set below`}
      />
      <OneOf
        part={part}
        name="channel"
        label="Channel"
        none="Product page"
        values={CHANNELS}
        say={channelLabel}
        note={variant.channel && `${channelLabel(variant.channel)} wins: it is set below`}
      />
      <RowProblems part={part} names={['voice', 'channel']} />
    </div>
  )
}

function Shape(part: PartProps) {
  const { written, set } = part
  const channel = CHANNELS.find((one) => one === plain(written.channel)) ?? 'page'
  const { min, max } = CHANNEL_WORDS[channel]
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label="Length, words">
        <Input
          value={written.length?.value ?? ''}
          placeholder={`${min}-${max}`}
          maxLength={20}
          aria-invalid={part.problemOf('length') !== undefined}
          onChange={(event) => set('length', event.target.value, true)}
          className="tabular"
        />
      </Field>
      <div>
        <div aria-hidden className="mb-1 text-12 text-ink-3">
          Products
        </div>
        <Segmented
          label="Products"
          value={plain(written.products) || '1'}
          choices={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          onChange={(value) => set('products', value)}
        />
      </div>
      <RowProblems part={part} names={['length', 'products']} />
    </div>
  )
}

const sayKind = (value: string) => (isFactKind(value) ? factKind(value).label : value)

function Mentions(part: PartProps) {
  const { written, set } = part
  const list = (key: FormKey) => listed(written[key]?.value ?? '')
  return (
    <>
      <TokenField
        label="Must mention"
        placeholder="nothing in particular"
        values={list('must mention')}
        choices={FACT_KINDS}
        say={sayKind}
        onChange={(values) => set('must mention', values.join(', '))}
      />
      <TokenField
        label="Must not mention"
        placeholder="a fact, or any word"
        values={list('must not mention')}
        choices={FACT_KINDS}
        say={sayKind}
        free
        onChange={(values) => set('must not mention', values.join(', '))}
      />
      <RowProblems part={part} names={['must mention', 'must not mention']} />
    </>
  )
}

const leads = { history: 'What she owns', occasion: 'The occasion', interest: 'An interest' } as const
const leadLabels: Readonly<Record<string, string>> = { ...leads, price: 'The price', product: 'The product' }
const closes: Readonly<Record<string, string>> = { quiet: 'Quiet', call: 'Call to action', none: 'None' }

function Ending(part: PartProps) {
  const { written, set } = part
  return (
    <div className="grid grid-cols-2 gap-2">
      <OneOf
        part={part}
        name="lead with"
        label="Lead with"
        none="As planned"
        values={Object.keys(leadLabels)}
        say={(value) => leadLabels[value] ?? value}
      />
      <OneOf
        part={part}
        name="close"
        label="Close"
        none="Quiet"
        values={Object.keys(closes)}
        say={(value) => closes[value] ?? value}
      />
      <div className="col-span-2">
        <div aria-hidden className="mb-1 text-12 text-ink-3">
          Reading level
        </div>
        <Segmented
          label="Reading level"
          value={plain(written['reading level']) || 'any'}
          choices={[
            { value: 'any', label: 'Any' },
            { value: 'easy', label: 'Easy, short words' },
          ]}
          onChange={(value) => set('reading level', value === 'any' ? '' : value)}
        />
      </div>
      <RowProblems part={part} names={['lead with', 'close', 'reading level']} />
    </div>
  )
}

const plain = (directive: WrittenDirective | undefined) =>
  (directive?.value ?? '').replace(/[{}]/g, '').trim().toLowerCase()

interface OneOfProps<Value extends string> {
  readonly part: PartProps
  readonly name: FormKey
  readonly label: string
  /** What holds while nothing is written. */
  readonly none: string
  readonly values: readonly Value[]
  readonly say: (value: Value) => string
  readonly note?: string | undefined
}

/** One of a few words; a word that is none of them stays in view, with what is wrong with it. */
function OneOf<Value extends string>({ part, name, label, none, values, say, note }: OneOfProps<Value>) {
  const value = plain(part.written[name])
  const choices: readonly Choice<string>[] = [
    { value: unset, label: none, note: 'when nothing is set' },
    ...values.map((one) => ({ value: one, label: say(one) })),
  ]
  return (
    <div>
      <div aria-hidden className="mb-1 text-12 text-ink-3">
        {label}
      </div>
      <Select
        label={label}
        value={value === '' ? unset : value}
        choices={choices}
        onChange={(next) => part.set(name, next === unset ? '' : next)}
      />
      {note && <p className="mt-1 text-12 text-ink-3">{note}</p>}
    </div>
  )
}

/** What is wrong with the directives of a row, below it. */
function RowProblems({ part, names }: { readonly part: PartProps; readonly names: readonly FormKey[] }) {
  const problems = names.flatMap((name) => part.problemOf(name) ?? [])
  return problems.map(({ line, message, hint }) => (
    <p key={line} role="alert" className="col-span-2 text-12 text-amber">
      {message.charAt(0).toUpperCase() + message.slice(1)}. <span className="text-ink-3">{hint}</span>
    </p>
  ))
}
