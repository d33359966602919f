import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type { Rule } from '../../../shared/domain/rules'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Button } from '../../ui/Button'
import { Empty, SkeletonLines, Trouble } from '../../ui/Notices'
import { RuleEditor } from './RuleEditor'
import { RuleList } from './RuleList'
import { RulePreview } from './RulePreview'
import { NEW_RULE, readForm } from './ruleForm'
import type { RuleForm } from './ruleForm'
import { setDraft, useCatalogueSession } from './session'

/** The id that a new rule has while it is only previewed. */
const DRAFT_ID = 'draft'

/** The rules of a catalogue in order, one of them being edited, and what they do to somebody, live. */
export function RulesTab({ catalogue }: { readonly catalogue: CatalogueSummary }) {
  const engine = useEngine()
  const { name, currency } = catalogue
  const book = useQuery(engine.rules.queryOptions({ catalogue: name }))
  const draft = useCatalogueSession((state) => state.drafts[name])
  const previewed = useMemo(
    () => withDraft(book.data?.rules ?? [], draft, currency),
    [book.data, draft, currency],
  )
  if (book.isPending) return <SkeletonLines lines={6} className="p-6" />
  if (book.isError)
    return <Trouble error={errorWords(book.error)} onRetry={() => void book.refetch()} className="m-6" />
  const { rules, warnings } = book.data
  if (rules.length === 0 && !draft) return <NoRules catalogue={name} />
  return (
    <div className="@container flex h-full min-w-0">
      <section
        aria-label="Rules"
        className="flex w-[372px] shrink-0 flex-col border-r border-line @max-[760px]:w-[316px]"
      >
        {draft ? (
          <RuleEditor catalogue={catalogue} draft={draft} rules={rules} />
        ) : (
          <>
            <div className="px-3 py-2.5">
              <Button className="w-full" onClick={() => setDraft(name, NEW_RULE)}>
                <Plus className="size-4" aria-hidden />
                New rule
              </Button>
            </div>
            <RuleList catalogue={catalogue} rules={rules} warnings={warnings} />
          </>
        )}
      </section>
      <RulePreview catalogue={name} rules={previewed} editing={draft ? (draft.id ?? DRAFT_ID) : undefined} />
    </div>
  )
}

/** The rules with the one being edited in its place; a draft that cannot be read yet changes nothing. */
function withDraft(rules: readonly Rule[], draft: RuleForm | undefined, currency: string): readonly Rule[] {
  const { rule } = draft ? readForm(draft, currency) : {}
  if (!rule) return rules
  const edited: Rule = { ...rule, id: rule.id ?? DRAFT_ID }
  const at = rules.findIndex(({ id }) => id === edited.id)
  return at < 0 ? [...rules, edited] : rules.with(at, edited)
}

function NoRules({ catalogue }: { readonly catalogue: string }) {
  return (
    <Empty
      title="No rule yet"
      action={
        <Button kind="primary" onClick={() => setDraft(catalogue, NEW_RULE)}>
          New rule
        </Button>
      }
    >
      Rules have the last word on what is recommended: pin a product to a place, boost a brand for the
      monsoon, leave out what is nearly gone. Each pick says which rule moved it.
    </Empty>
  )
}
