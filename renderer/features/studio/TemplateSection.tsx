import { useQuery } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { NEW_TEMPLATE, chooseTemplate, editTemplate, useTemplateDrafts } from '../../state/templateDrafts'
import { Button, IconButton } from '../../ui/Button'
import { Menu, MenuGroup, MenuItem } from '../../ui/Menu'
import { Trouble } from '../../ui/Notices'
import { Section } from '../../ui/Section'
import { Select } from '../../ui/Select'
import { UnreadableNote } from '../../ui/UnreadableNote'
import { TemplateEditor } from './TemplateEditor'
import type { usePreview } from './usePlan'
import type { TemplateAtHand } from './useTemplate'
import { useTemplate, useTemplateActions } from './useTemplate'

const planner = 'planner'
const START = 'channel: page\nproducts: 1\nclose: quiet'

/** The template: choose one, shape it by form or as text, compare its versions, save. */
export function TemplateSection({ preview }: { readonly preview: ReturnType<typeof usePreview> }) {
  const template = useTemplate()
  const { templates, chosen, text, edited } = template
  return (
    <Section
      title="Template"
      summary={`${chosen?.name ?? (text === undefined ? 'none' : 'new')}${edited ? ', edited' : ''}`}
      startOpen
    >
      {templates.isError && (
        <Trouble
          error={errorWords(templates.error)}
          onRetry={() => void templates.refetch()}
          className="mb-2"
        />
      )}
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <Choice template={template} />
        </div>
        <TemplateMenu template={template} />
      </div>
      <UnreadableNote kind="template" />
      {text === undefined ? (
        <NoTemplate />
      ) : (
        <TemplateEditor key={chosen?.id ?? NEW_TEMPLATE} template={template} text={text} preview={preview} />
      )}
    </Section>
  )
}

function Choice({ template: { templates, chosen, edited } }: { readonly template: TemplateAtHand }) {
  const waiting = useTemplateDrafts((state) => state.waiting)
  const unsaved = (id: string) => (id === chosen?.id ? edited : waiting[id] !== undefined)
  const choices = [
    {
      value: planner,
      label: 'None: the planner decides',
      ...(waiting[NEW_TEMPLATE] === undefined ? {} : { note: 'a new one is begun' }),
    },
    ...(templates.data ?? []).map(({ id, name, version }) => ({
      value: id,
      label: name,
      note: `version ${version}${unsaved(id) ? ', edited and not saved' : ''}`,
    })),
  ]
  return (
    <Select
      label="Template"
      value={chosen?.id ?? planner}
      choices={choices}
      onChange={(id) => chooseTemplate(id === planner ? undefined : id)}
    />
  )
}

function NoTemplate() {
  return (
    <div className="mt-2 text-12 text-ink-3">
      <p>
        The planner chooses length, facts and order by itself. A template fixes what you want fixed: voice,
        channel, facts that must or must not be said.
      </p>
      <Button small className="mt-2" onClick={() => editTemplate(START)}>
        New template
      </Button>
    </div>
  )
}

function TemplateMenu({ template: { chosen } }: { readonly template: TemplateAtHand }) {
  const engine = useEngine()
  const deleted = useQuery(engine.deletedTemplates.queryOptions())
  const { remove, undelete } = useTemplateActions()
  const startNew = (text: string) => {
    chooseTemplate(undefined)
    editTemplate(text)
  }
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="More about templates">
          <Ellipsis className="size-4" aria-hidden />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => startNew(START)}>New template</MenuItem>
      {chosen && <MenuItem onSelect={() => startNew(chosen.text)}>New one from “{chosen.name}”</MenuItem>}
      {chosen && (
        <MenuItem
          note="Its versions are kept; it can be brought back"
          disabled={remove.isPending}
          onSelect={() => remove.mutate({ id: chosen.id })}
        >
          Delete “{chosen.name}”
        </MenuItem>
      )}
      {(deleted.data?.length ?? 0) > 0 && (
        <MenuGroup label="Bring back">
          {deleted.data?.map(({ id, name, version }) => (
            <MenuItem key={id} note={`version ${version}`} onSelect={() => undelete.mutate({ id })}>
              {name}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </Menu>
  )
}
