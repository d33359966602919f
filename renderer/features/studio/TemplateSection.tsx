import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import type { TemplateProblem } from '../../../shared/contract/services'
import type { Template } from '../../../shared/domain/template'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import { Button } from '../../ui/Button'
import { Input } from '../../ui/Field'
import { Trouble } from '../../ui/Notices'
import { Section } from '../../ui/Section'
import { Select } from '../../ui/Select'
import { classes } from '../../ui/classes'
import { useSettled } from '../../ui/useSettled'
import { beatLabel, plural } from '../../ui/format'
import type { usePreview } from './usePlan'

const planner = 'planner'

/** The template: choose one, edit it with problems by line and the plan it makes, save it as a new version. */
export function TemplateSection({ preview }: { readonly preview: ReturnType<typeof usePreview> }) {
  const engine = useEngine()
  const templates = useQuery(engine.templates.queryOptions())
  const { templateId, templateText } = useBrief((state) => state.variant)
  const setVariant = useBrief((state) => state.setVariant)
  const chosen = templates.data?.find((template) => template.id === templateId)
  const choices = [
    { value: planner, label: 'None: the planner decides' },
    ...(templates.data ?? []).map(({ id, name, version }) => ({
      value: id,
      label: name,
      note: `version ${version}`,
    })),
  ]
  const choose = (id: string) =>
    setVariant({ templateId: id === planner ? undefined : id, templateText: undefined })
  const edit = () => setVariant({ templateText: chosen?.text ?? 'channel: page\nproducts: 1\nclose: quiet' })
  return (
    <Section title="Template" summary={chosen?.name ?? 'none'} startOpen>
      {templates.isError && (
        <Trouble
          error={errorWords(templates.error)}
          onRetry={() => void templates.refetch()}
          className="mb-2"
        />
      )}
      <div className="flex gap-2">
        <div className="min-w-0 flex-1">
          <Select label="Template" value={templateId ?? planner} choices={choices} onChange={choose} />
        </div>
        {templateText === undefined && (
          <Button onClick={edit} disabled={templates.isPending}>
            {chosen ? 'Edit' : 'New'}
          </Button>
        )}
      </div>
      {templateText !== undefined && (
        <Editor key={templateId ?? planner} chosen={chosen} text={templateText} preview={preview} />
      )}
    </Section>
  )
}

interface EditorProps {
  readonly chosen: Template | undefined
  readonly text: string
  readonly preview: ReturnType<typeof usePreview>
}

function Editor({ chosen, text, preview }: EditorProps) {
  const engine = useEngine()
  const setVariant = useBrief((state) => state.setVariant)
  const check = useQuery(
    engine.checkTemplate.queryOptions({ text: useSettled(text) }, { placeholderData: (before) => before }),
  )
  const problems = check.data?.problems ?? []
  return (
    <div className="mt-2">
      <Lines text={text} problems={problems} onChange={(templateText) => setVariant({ templateText })} />
      {problems.length > 0 ? <Problems problems={problems} /> : <Plan preview={preview} />}
      <SaveRow chosen={chosen} text={text} valid={problems.length === 0 && check.isSuccess} />
    </div>
  )
}

interface LinesProps {
  readonly text: string
  readonly problems: readonly TemplateProblem[]
  readonly onChange: (text: string) => void
}

function Lines({ text, problems, onChange }: LinesProps) {
  const bad = new Set(problems.map((problem) => problem.line))
  const lines = text.split('\n')
  return (
    <div className="flex max-h-56 overflow-y-auto rounded-md border border-line-strong bg-surface font-mono text-12 has-focus-visible:border-accent-text has-focus-visible:outline-1 has-focus-visible:outline-accent-text">
      <ol aria-hidden className="w-7 shrink-0 py-1.5 text-right text-ink-3 select-none">
        {lines.map((_, index) => (
          <li
            key={index}
            className={classes(
              'h-[18px] pr-1.5 leading-[18px]',
              bad.has(index + 1) && 'bg-amber-soft font-medium text-amber',
            )}
          >
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        aria-label="Template text"
        aria-invalid={bad.size > 0}
        aria-describedby="template-problems"
        value={text}
        wrap="off"
        spellCheck={false}
        maxLength={4000}
        rows={Math.max(4, lines.length)}
        onChange={(event) => onChange(event.target.value)}
        className="min-w-0 flex-1 resize-none overflow-x-auto overflow-y-hidden bg-transparent py-1.5 pr-2 pl-1 leading-[18px] outline-none"
      />
    </div>
  )
}

function Problems({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  return (
    <ul id="template-problems" aria-live="polite" className="mt-2 space-y-1.5 text-12">
      {problems.map((problem) => (
        <li key={problem.line} className="grid grid-cols-[44px_1fr]">
          <span className="text-amber tabular">line {problem.line}</span>
          <span>
            {problem.message}
            <span className="block text-ink-3">{problem.hint}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Plan({ preview }: { readonly preview: ReturnType<typeof usePreview> }) {
  if (preview.isError) return <Trouble error={errorWords(preview.error)} className="mt-2" />
  const beats = preview.data?.beats ?? []
  return (
    <div className="mt-2 text-12" aria-live="polite">
      <p className="text-ink-3">It plans {plural(beats.length, 'sentence')}:</p>
      <p className="mt-0.5 text-ink-2">{beats.map(beatLabel).join(' · ')}</p>
    </div>
  )
}

interface SaveRowProps {
  readonly chosen: Template | undefined
  readonly text: string
  readonly valid: boolean
}

function SaveRow({ chosen, text, valid }: SaveRowProps) {
  const engine = useEngine()
  const queries = useQueryClient()
  const setVariant = useBrief((state) => state.setVariant)
  const [title, setTitle] = useState('')
  const save = useMutation(
    engine.saveTemplate.mutationOptions({
      onSuccess: async (saved) => {
        await queries.invalidateQueries({ queryKey: engine.templates.queryKey() })
        setVariant({ templateId: saved.id, templateText: undefined })
        toast(`Saved “${saved.name}”, version ${saved.version}`)
      },
      onError: (cause) => {
        const { message, hint } = errorWords(cause)
        toast.error(message, { description: hint })
      },
    }),
  )
  const named = title.trim()
  return (
    <div className="mt-3 flex flex-wrap items-center gap-1.5">
      {chosen && (
        <Button
          small
          disabled={!valid || save.isPending || text === chosen.text}
          onClick={() => save.mutate({ id: chosen.id, name: chosen.name, text })}
        >
          Save version {chosen.version + 1}
        </Button>
      )}
      <Input
        aria-label="Name of a new template"
        placeholder="New name"
        value={title}
        maxLength={80}
        onChange={(event) => setTitle(event.target.value)}
        className="h-7 w-28 flex-1"
      />
      <Button
        small
        disabled={!valid || named === '' || save.isPending}
        onClick={() => save.mutate({ name: named, text })}
      >
        Save as
      </Button>
      <Button kind="quiet" small onClick={() => setVariant({ templateText: undefined })}>
        Discard
      </Button>
    </div>
  )
}
