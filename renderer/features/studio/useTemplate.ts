import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useLocation } from 'wouter'
import type { Template } from '../../../shared/domain/template'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import { handOver } from '../../state/comparisonHandover'
import { chooseTemplate, draftSaved, editTemplate } from '../../state/templateDrafts'
import type { Side } from './abTest'
import { abVariants, sideWords } from './abTest'

/** The template at hand: the saved one, its versions, and the text as it stands. */
export function useTemplate() {
  const engine = useEngine()
  const templates = useQuery(engine.templates.queryOptions())
  const { templateId, templateText } = useBrief((state) => state.variant)
  const versions = useQuery(
    engine.templateVersions.queryOptions(templateId === undefined ? skipToken : { id: templateId }),
  )
  const chosen = templates.data?.find((template) => template.id === templateId)
  const text = templateText ?? chosen?.text
  return {
    templates,
    chosen,
    /** Newest first; empty while they are not known. */
    versions: versions.data ?? [],
    /** Undefined where the planner decides alone. */
    text,
    edited: templateText !== undefined && templateText !== chosen?.text,
    /** Changes the text; one that is the saved one again is no edit. */
    edit: (next: string, typing?: boolean) => editTemplate(next === chosen?.text ? undefined : next, typing),
  }
}

/** What `useTemplate` gives. */
export type TemplateAtHand = ReturnType<typeof useTemplate>

function complain(cause: unknown): void {
  const { message, hint } = errorWords(cause)
  toast.error(message, { description: hint })
}

/** What can be done to stored templates; the lists are read anew after each. */
export function useTemplateActions() {
  const engine = useEngine()
  const queries = useQueryClient()
  const refresh = async () => {
    await Promise.all(
      [
        engine.templates.queryKey(),
        engine.deletedTemplates.queryKey(),
        engine.templateVersions.queryKey(),
        engine.unreadable.queryKey(),
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )
  }
  const save = useMutation(
    engine.saveTemplate.mutationOptions({
      onSuccess: async (saved) => {
        await refresh()
        draftSaved(saved.id)
        toast(`Saved “${saved.name}”, version ${saved.version}`)
      },
      onError: complain,
    }),
  )
  const restore = useMutation(
    engine.restoreTemplate.mutationOptions({
      onSuccess: async (saved, { version }) => {
        await refresh()
        toast(`Version ${version} is the latest again, as version ${saved.version}`)
      },
      onError: complain,
    }),
  )
  const undelete = useMutation(
    engine.undeleteTemplate.mutationOptions({
      onSuccess: async ({ id, name }) => {
        await refresh()
        chooseTemplate(id)
        toast(`“${name}” is back`)
      },
      onError: complain,
    }),
  )
  const remove = useMutation(
    engine.deleteTemplate.mutationOptions({
      onSuccess: async (_, { id }) => {
        chooseTemplate(undefined)
        await refresh()
        toast('Deleted the template. Its versions are kept.', {
          action: { label: 'Undo', onClick: () => undelete.mutate({ id }) },
        })
      },
      onError: complain,
    }),
  )
  return { save, restore, undelete, remove }
}

/** Opens Compare with the two texts side by side, for the same person, occasion, products and seed, and writes them. */
export function useAbTest() {
  const [, go] = useLocation()
  return (chosen: Template | undefined, sides: readonly [Side, Side]) => {
    const [a, b] = sides.map(sideWords)
    handOver({
      title: `${chosen?.name ?? 'New template'}: ${a ?? ''} against ${b ?? ''}`,
      variants: abVariants(useBrief.getState().variant, chosen?.id, sides),
    })
    go('/compare')
  }
}
