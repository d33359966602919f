import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { Protocol } from '../../../shared/domain/recommendEvaluation'
import { STRATEGIES } from '../../../shared/domain/narrative'
import { useEngine } from '../../api/client'
import type { EvaluationInput, EvaluationState } from '../../api/evaluations'
import { clearEvaluation, useEvaluation } from '../../api/evaluations'
import { ProgressBar } from '../../ui/ProgressBar'
import { Button } from '../../ui/Button'
import { Field, Input } from '../../ui/Field'
import { Trouble } from '../../ui/Notices'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { strategyLabel } from '../../ui/StrategyMark'
import { count } from '../../ui/format'
import { evaluate } from './actions'
import { openRun, useRunSession } from './session'
import { useRunDesk } from './useRunDesk'

/** Setting an evaluation up, watching it, and what it ended with. */
export function StartEvaluation() {
  const state = useEvaluation()
  return (
    <div className="h-full overflow-y-auto">
      <div className="max-w-2xl px-6 py-5">
        <h2 className="font-serif text-20">Start an evaluation</h2>
        {state?.phase === 'running' ? <Progress state={state} /> : <Form before={state} />}
      </div>
    </div>
  )
}

type Kind = EvaluationInput['kind']

const kinds = [
  { value: 'recommend', label: 'Recommenders' },
  { value: 'narratives', label: 'Narratives' },
  { value: 'retrieval', label: 'Search' },
] as const satisfies readonly { readonly value: Kind; readonly label: string }[]

const says: Readonly<Record<Kind, string>> = {
  recommend:
    'Every strategy ranks all products for shoppers whose last product was held out. How often, and how near the top, is it found? Takes seconds to minutes.',
  narratives:
    'Narratives are written for a fixed list of cases and measured: what is invented, who is meant, which directives are obeyed. Takes a third of a second a narrative on a quiet machine.',
  retrieval:
    'Judged queries are put to the search, by words, by meaning and by both. Takes seconds. Only the invented shop and the AWS retail demo store have judged queries.',
}

/** What the form holds; each kind reads its own part. */
interface Draft {
  readonly kind: Kind
  readonly catalogue: string
  readonly protocol: Protocol
  readonly k: string
  readonly strategy: (typeof STRATEGIES)[number]
  readonly narratives: string
  readonly seed: string
}

const blank: Draft = {
  ...{ kind: 'recommend', catalogue: '', protocol: 'leave-last-out', k: '10', strategy: 'personalised' },
  ...{ narratives: '40', seed: '1' },
}

function inputOf({ kind, catalogue, protocol, k, strategy, narratives, seed }: Draft): EvaluationInput {
  const common = { ...(catalogue === '' ? {} : { catalogue }), seed: Number(seed) }
  switch (kind) {
    case 'recommend':
      return { kind, request: { ...common, protocol, k: Number(k) } }
    case 'narratives':
      return { kind, request: { ...common, strategy, count: Number(narratives) } }
    case 'retrieval':
      return { kind, request: common }
  }
}

function Form({ before }: { readonly before: EvaluationState | undefined }) {
  const desk = useRunDesk()
  const [draft, setDraft] = useState<Draft>({ ...blank, kind: before?.kind ?? blank.kind })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    evaluate(desk, inputOf(draft))
  }
  return (
    <form onSubmit={onSubmit} className="mt-3 space-y-4">
      {before?.error && <Trouble error={before.error} />}
      {before?.phase === 'stopped' && (
        <p className="text-13 text-ink-2">Stopped. It is kept as a run that was stopped.</p>
      )}
      {before?.phase === 'done' && before.kept?.run !== undefined && (
        <LastOne id={before.kept.run} onShow={() => clearEvaluation(desk.queries)} />
      )}
      <div className="w-fit">
        <Segmented
          label="What is evaluated"
          value={draft.kind}
          choices={kinds}
          onChange={(kind: Kind) => change({ kind })}
        />
      </div>
      <p className="max-w-[64ch] text-13 text-pretty text-ink-2">{says[draft.kind]}</p>
      <div className="grid max-w-[480px] grid-cols-2 gap-4">
        <Fields draft={draft} change={change} />
        <Whole
          label="Seed"
          value={draft.seed}
          max={4_294_967_295}
          min={0}
          onChange={(seed) => change({ seed })}
        />
      </div>
      <Button kind="primary" type="submit">
        Start
      </Button>
    </form>
  )
}

function LastOne({ id, onShow }: { readonly id: string; readonly onShow: () => void }) {
  const show = () => {
    openRun(id)
    onShow()
  }
  return (
    <p className="flex items-center gap-2 text-13 text-ink-2">
      The last evaluation is done.
      <Button small onClick={show}>
        Show its run
      </Button>
    </p>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

function Fields({ draft, change }: FieldsProps) {
  const engine = useEngine()
  const catalogues = useQuery(engine.catalogues.queryOptions()).data ?? []
  const catalogue = draft.catalogue || (catalogues[0]?.name ?? '')
  return (
    <>
      <Labelled label="Catalogue">
        <Select
          label="Catalogue"
          value={catalogue}
          choices={catalogues.map(({ name, invented }) => ({
            ...{ value: name, label: name },
            ...(invented ? { note: 'The invented shop' } : {}),
          }))}
          onChange={(name) => change({ catalogue: name })}
        />
      </Labelled>
      {draft.kind === 'recommend' && (
        <>
          <Labelled label="Held out">
            <Select
              label="Held out"
              value={draft.protocol}
              choices={[
                { value: 'leave-last-out', label: 'The last product', note: 'Of every shopper, by time' },
                { value: 'random-80-20', label: 'A random fifth', note: 'Of every shopper' },
              ]}
              onChange={(protocol) => change({ protocol })}
            />
          </Labelled>
          <Whole label="Products a list" value={draft.k} min={1} max={100} onChange={(k) => change({ k })} />
        </>
      )}
      {draft.kind === 'narratives' && (
        <>
          <Labelled label="Products picked by">
            <Select
              label="Products picked by"
              value={draft.strategy}
              choices={STRATEGIES.map((value) => ({ value, label: strategyLabel(value) }))}
              onChange={(strategy) => change({ strategy })}
            />
          </Labelled>
          <Whole
            label="Narratives"
            value={draft.narratives}
            min={1}
            max={2000}
            onChange={(narratives) => change({ narratives })}
          />
        </>
      )}
    </>
  )
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <div aria-hidden className="mb-1 text-12 text-ink-3">
        {label}
      </div>
      {children}
    </div>
  )
}

interface WholeProps {
  readonly label: string
  readonly value: string
  readonly min: number
  readonly max: number
  readonly onChange: (value: string) => void
}

/** A whole number; the form is not sent while it is none. */
function Whole({ label, value, min, max, onChange }: WholeProps) {
  return (
    <Field label={label}>
      <Input
        type="number"
        required
        min={min}
        max={max}
        step={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

function Progress({ state: { kind, stage, done, total } }: { readonly state: EvaluationState }) {
  const stop = useRunSession((session) => session.stop)
  const label = kinds.find(({ value }) => value === kind)?.label ?? ''
  return (
    <div className="mt-4 max-w-[480px]">
      <p className="text-13 text-ink-2" role="status">
        {label}: {stage.toLowerCase()}
      </p>
      <ProgressBar label="How far the evaluation is" done={done} total={total} />
      <div className="mt-2 flex items-center gap-3">
        <span className="flex-1 text-12 text-ink-3 tabular">
          {total > 0 ? `${count(done)} of ${count(total)}` : 'You can go on working meanwhile.'}
        </span>
        <Button onClick={stop} disabled={stop === undefined}>
          Stop
        </Button>
      </div>
    </div>
  )
}
