import { useQuery } from '@tanstack/react-query'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { ruleWords } from '../../../shared/domain/rules'
import { useEngine } from '../../api/client'
import { Button } from '../../ui/Button'
import { Section } from '../../ui/Section'
import { count } from '../../ui/format'
import { useRuleActions } from './useRuleActions'

/** Rules that were deleted, each with the way back; nothing where there are none. */
export function DeletedRules({ catalogue }: { readonly catalogue: CatalogueSummary }) {
  const { name, currency } = catalogue
  const engine = useEngine()
  const deleted = useQuery(engine.deletedRules.queryOptions({ catalogue: name }))
  const { restore } = useRuleActions(name)
  if (!deleted.data?.length) return null
  return (
    <div className="mt-3 border-t border-line">
      <Section title="Deleted rules" summary={count(deleted.data.length)}>
        <ul>
          {deleted.data.map((rule) => (
            <li key={rule.id} className="flex items-center gap-2 py-1">
              <span className="min-w-0 flex-1">
                <span className="block truncate text-13">{rule.name}</span>
                <span className="block truncate text-12 text-ink-3">{ruleWords(rule, currency)}</span>
              </span>
              <Button small onClick={() => restore(rule)}>
                Bring back
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
