import { useQuery } from '@tanstack/react-query'
import { Columns2, Redo2, Undo2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { TemplateProblem } from '../../../shared/contract/services'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import { useSettings } from '../../state/settings'
import { draftKey, editTemplate, stepTemplate, useTemplateDrafts } from '../../state/templateDrafts'
import { Button, IconButton } from '../../ui/Button'
import { Input } from '../../ui/Field'
import { Trouble } from '../../ui/Notices'
import { Segmented } from '../../ui/Segmented'
import { beatLabel, plural } from '../../ui/format'
import { useSettled } from '../../ui/useSettled'
import type { Side } from './abTest'
import { sideWords } from './abTest'
import { DirectivesForm } from './DirectivesForm'
import { TemplateHistory } from './TemplateHistory'
import { TemplateProblems, TemplateText } from './TemplateText'
import { readDirectives } from '../../../shared/domain/directiveLines'
import type { usePreview } from './usePlan'
import type { TemplateAtHand } from './useTemplate'
import { useAbTest, useTemplateActions } from './useTemplate'

interface EditorProps {
  readonly template: TemplateAtHand
  readonly text: string
  readonly preview: ReturnType<typeof usePreview>
}

/** One template, by form or as text; both are the same lines. Ctrl/Cmd-Z takes an edit of either back. */
export function TemplateEditor({ template, text, preview }: EditorProps) {
  const engine = useEngine()
  const variant = useBrief((state) => state.variant)
  const asText = useSettings((state) => state.open['Template as text'] ?? false)
  const check = useQuery(
    engine.checkTemplate.queryOptions({ text: useSettled(text) }, { placeholderData: (before) => before }),
  )
  const problems = check.data?.problems ?? []
  const lines = new Set(Object.values(readDirectives(text)).map((directive) => directive.line))
  const unplaced = asText ? problems : problems.filter((problem) => !lines.has(problem.line))
  return (
    <div className="mt-2" onKeyDown={stepByKey}>
      <Standing template={template} text={text} />
      <div className="my-2.5">
        <ViewChoice />
      </div>
      {asText ? (
        <TemplateText text={text} problems={problems} onChange={template.edit} />
      ) : (
        <DirectivesForm text={text} problems={problems} variant={variant} onChange={template.edit} />
      )}
      {unplaced.length > 0 && <TemplateProblems problems={unplaced} />}
      {problems.length === 0 && <Plan preview={preview} />}
      <Actions template={template} text={text} problems={problems} checked={check.isSuccess} />
    </div>
  )
}

/** What is typed into a search for facts is that field's own. */
function stepByKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
  const own = event.target instanceof HTMLInputElement && event.target.dataset['own'] !== undefined
  const searching =
    event.target instanceof HTMLInputElement &&
    event.target.getAttribute('role') === 'combobox' &&
    event.target.value !== ''
  if (own || searching) return
  event.preventDefault()
  stepTemplate(event.shiftKey ? 1 : -1)
}

function ViewChoice() {
  const asText = useSettings((state) => state.open['Template as text'] ?? false)
  const setOpen = useSettings((state) => state.setOpen)
  return (
    <Segmented
      small
      label="Edit the template as"
      value={asText ? 'text' : 'form'}
      choices={[
        { value: 'form', label: 'Form' },
        { value: 'text', label: 'Text' },
      ]}
      onChange={(view) => setOpen('Template as text', view === 'text')}
    />
  )
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

function Standing({ template, text }: { readonly template: TemplateAtHand; readonly text: string }) {
  const { chosen, edited } = template
  const history = useTemplateDrafts((state) => state.histories[draftKey()])
  const saved =
    chosen &&
    `Version ${chosen.version}${chosen.savedAtMs === undefined ? '' : `, ${day.format(chosen.savedAtMs)}`}`
  return (
    <div className="flex min-h-7 items-center gap-0.5 text-12 text-ink-3">
      <span className="min-w-0 flex-1 truncate tabular">
        {edited ? (
          <span className="text-accent-text">
            {chosen ? `Edited since version ${chosen.version}` : 'New, not saved'}
          </span>
        ) : (
          saved
        )}
      </span>
      <IconButton
        small
        label="Undo the edit"
        disabled={(history?.past.length ?? 0) === 0}
        onClick={() => stepTemplate(-1)}
      >
        <Undo2 className="size-3.5" aria-hidden />
      </IconButton>
      <IconButton
        small
        label="Redo the edit"
        disabled={(history?.future.length ?? 0) === 0}
        onClick={() => stepTemplate(1)}
      >
        <Redo2 className="size-3.5" aria-hidden />
      </IconButton>
      {chosen && <TemplateHistory template={template} chosen={chosen} text={text} />}
    </div>
  )
}

function Plan({ preview }: { readonly preview: ReturnType<typeof usePreview> }) {
  if (preview.isError) return <Trouble error={errorWords(preview.error)} className="mt-2" />
  const beats = preview.data?.beats ?? []
  return (
    <div className="mt-2.5 text-12" aria-live="polite">
      <p className="text-ink-3">It plans {plural(beats.length, 'sentence')}:</p>
      <p className="mt-0.5 text-ink-2">{beats.map(beatLabel).join(' · ')}</p>
    </div>
  )
}

interface ActionsProps {
  readonly template: TemplateAtHand
  readonly text: string
  readonly problems: readonly TemplateProblem[]
  readonly checked: boolean
}

function Actions({ template, text, problems, checked }: ActionsProps) {
  const { chosen, edited } = template
  const { save } = useTemplateActions()
  const blocked = problems.length > 0 || !checked || save.isPending
  return (
    <div className="mt-3 space-y-1.5">
      <div className="flex flex-wrap items-center gap-1.5">
        {chosen && edited && (
          <Button
            small
            disabled={blocked}
            onClick={() => save.mutate({ id: chosen.id, name: chosen.name, text })}
          >
            Save version {chosen.version + 1}
          </Button>
        )}
        {edited && (
          <Button kind="quiet" small onClick={() => editTemplate(undefined)}>
            Discard the edit
          </Button>
        )}
      </div>
      <AbButton template={template} text={text} blocked={problems.length > 0} />
      {edited && (
        <SaveAs
          blocked={blocked}
          again={chosen !== undefined}
          onSave={(name) => save.mutate({ name, text })}
        />
      )}
    </div>
  )
}

interface AbButtonProps {
  readonly template: TemplateAtHand
  readonly text: string
  readonly blocked: boolean
}

/** The edited text against the saved one, else the latest version against the one before. */
function AbButton({ template: { chosen, versions, edited }, text, blocked }: AbButtonProps) {
  const compare = useAbTest()
  if (!chosen) return null
  const before = versions.find(({ version }) => version < chosen.version)
  const sides: readonly [Side, Side] | undefined = edited ? [chosen, { text }] : before && [before, chosen]
  if (!sides) return null
  const [a, b] = sides
  return (
    <Button small className="w-full" disabled={edited && blocked} onClick={() => compare(chosen, sides)}>
      <Columns2 className="size-3.5" aria-hidden />
      A/B: {sideWords(a)} against {sideWords(b)}
    </Button>
  )
}

interface SaveAsProps {
  readonly blocked: boolean
  readonly again: boolean
  readonly onSave: (name: string) => void
}

function SaveAs({ blocked, again, onSave }: SaveAsProps) {
  const [title, setTitle] = useState('')
  const named = title.trim()
  return (
    <form
      className="flex gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!blocked && named !== '') onSave(named)
      }}
    >
      <Input
        data-own
        aria-label="Name of a new template"
        placeholder={again ? 'or as a new one: name' : 'Name'}
        value={title}
        maxLength={80}
        onChange={(event) => setTitle(event.target.value)}
        className="min-w-0 flex-1"
      />
      <Button type="submit" disabled={blocked || named === ''}>
        Save as
      </Button>
    </form>
  )
}
