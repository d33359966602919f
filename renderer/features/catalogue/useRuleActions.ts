import { useMemo } from 'react'
import { toast } from 'sonner'
import type { RuleDraft } from '../../../shared/contract/ruleSchemas'
import type { Rule, RuleBook } from '../../../shared/domain/rules'
import { useEngine } from '../../api/client'
import type { Desk } from '../../api/streams'
import { useDesk } from '../../api/useDesk'
import { complain } from './actions'
import type { RuleForm } from './ruleForm'
import { closeDraft, whileSaving } from './session'

/** What can be done to the rules of a catalogue; every change offers the way back. */
export function useRuleActions(catalogue: string) {
  const engine = useEngine()
  const desk = useDesk()
  const { queryKey } = engine.rules.queryOptions({ catalogue })
  return useMemo(() => {
    const show = (book: RuleBook) => {
      desk.queries.setQueryData(queryKey, book)
      // What is picked depends on rules, and so does the list of those that are deleted; nothing waits until all of it is here.
      void desk.queries.invalidateQueries()
    }
    return actionsOver(desk, catalogue, show)
  }, [desk, catalogue, queryKey])
}

function actionsOver(desk: Desk, catalogue: string, show: (book: RuleBook) => void) {
  const { client } = desk
  const attempt = async (run: () => Promise<void>) => {
    try {
      await run()
    } catch (cause) {
      complain(cause)
    }
  }
  const put = async (rule: RuleDraft) => {
    const { rule: saved, book } = await client.saveRule.mutate({ catalogue, rule })
    show(book)
    return saved
  }
  const remove = (rule: Rule) =>
    attempt(async () => {
      show(await client.deleteRule.mutate({ catalogue, id: rule.id }))
      undoable(`Deleted “${rule.name}”`, () => restore(rule))
    })
  const restore = (rule: Rule) =>
    attempt(async () => {
      show(await client.restoreRule.mutate({ catalogue, id: rule.id }))
      toast(`“${rule.name}” is back`)
    })
  const order = (ids: readonly string[], before: readonly string[]) =>
    attempt(async () => {
      show(await client.orderRules.mutate({ catalogue, ids: [...ids] }))
      undoable('Changed the order', () => order(before, ids))
    })
  return {
    /** Keeps the rule of a draft and ends its editing; `before` is what it was, for the way back. */
    save: (draft: RuleForm, rule: RuleDraft, before: Rule | undefined) =>
      whileSaving(catalogue, draft, () =>
        attempt(async () => {
          const saved = await put(rule)
          closeDraft(catalogue, draft)
          undoable(`Saved “${saved.name}”`, () =>
            before ? attempt(async () => void (await put(before))) : remove(saved),
          )
        }),
      ),
    enable: (rule: Rule, enabled: boolean) => attempt(async () => void (await put({ ...rule, enabled }))),
    remove: (rule: Rule) => void remove(rule),
    restore: (rule: Rule) => void restore(rule),
    order: (ids: readonly string[], before: readonly string[]) => void order(ids, before),
  }
}

function undoable(done: string, undo: () => Promise<void>): void {
  toast(done, { action: { label: 'Undo', onClick: () => void undo() } })
}
