import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { TradeOff, TradeOffPoint } from '../../../shared/domain/fairness'
import { exposureWords } from '../../../shared/domain/exposure'
import { fieldWords } from '../../../shared/domain/fairnessWords'
import type { Rule } from '../../../shared/domain/rules'
import { parityRulesFor } from '../../../shared/domain/tradeOffSentence'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useDesk } from '../../api/useDesk'
import { Button } from '../../ui/Button'
import { Field, Input } from '../../ui/Field'
import { Trouble } from '../../ui/Notices'
import { saveParityRule, useAuditAgain } from './actions'
import { holdingRule, standingWords } from './keeping'
import { useFairnessSession } from './session'

/** Letters of a rule's name, at most. */
const NAME_MAX = 80

interface KeepRuleProps {
  readonly tradeOff: TradeOff
  readonly point: TradeOffPoint
}

/** A rule of a point of the curve, under a name; then the way to see what it does. */
export function KeepRule({ tradeOff, point }: KeepRuleProps) {
  const { catalogue, segment } = tradeOff
  const book = useQuery(useEngine().rules.queryOptions({ catalogue }))
  const rules = book.data?.rules
  return (
    <section aria-label="Keep it as a rule" className="mt-6 max-w-[560px]">
      <h3 className="mb-1 text-13 font-medium">Keep it as a rule</h3>
      <p className="text-12 text-ink-2">
        It holds for shoppers with {fieldWords(segment.field)} {segment.value}, in the Studio, on the command
        line and in audits with rules; the Catalogue page lists it among the others. The curve is drawn
        without any rule.
      </p>
      {book.isError && (
        <Trouble error={errorWords(book.error)} onRetry={() => void book.refetch()} className="mt-2" />
      )}
      {rules && <KeepForm tradeOff={tradeOff} point={point} rules={rules} />}
      {rules && <Holding tradeOff={tradeOff} rules={rules} />}
    </section>
  )
}

function KeepForm({ tradeOff, point, rules }: KeepRuleProps & { readonly rules: readonly Rule[] }) {
  const desk = useDesk()
  const [typed, setTyped] = useState<string>()
  const [saving, setSaving] = useState(false)
  const { segment, by } = tradeOff
  const [standing] = parityRulesFor(rules, tradeOff)
  const usual = `Even out ${exposureWords(by)} for ${fieldWords(segment.field)} ${segment.value}`
  const name = typed ?? standing?.name ?? usual.slice(0, NAME_MAX)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    void saveParityRule(desk, name.trim(), tradeOff, point).finally(() => setSaving(false))
  }
  return (
    <form onSubmit={onSubmit} className="mt-2">
      <div className="flex items-end gap-2">
        <div className="flex-1">
          <Field label="Name of the rule">
            <Input
              value={name}
              required
              maxLength={NAME_MAX}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        </div>
        <Button type="submit" disabled={saving || point.strength === 0 || name.trim() === ''}>
          {standing ? 'Replace the rule' : 'Save as rule'}
        </Button>
      </div>
      {point.strength === 0 && (
        <p className="mt-1 text-12 text-ink-3">At strength 0 a rule would change nothing.</p>
      )}
      {standing && point.strength > 0 && (
        <p className="mt-1 text-12 text-ink-2">{standingWords(standing, tradeOff, point)}</p>
      )}
    </form>
  )
}

/** Said while the rule that was saved holds, as the catalogue's rules are now. */
function Holding({ tradeOff, rules }: Pick<KeepRuleProps, 'tradeOff'> & { readonly rules: readonly Rule[] }) {
  const saved = useFairnessSession((state) => state.saved)
  const auditAgain = useAuditAgain()
  if (saved?.catalogue !== tradeOff.catalogue) return null
  const today = new Date().toISOString().slice(0, 10)
  const rule = holdingRule(rules, { id: saved.id, today }, tradeOff)
  if (!rule) return null
  return (
    <p className="mt-3 flex flex-wrap items-center gap-2 text-13" role="status">
      “{rule.name}” holds now.
      <Button small disabled={!auditAgain} onClick={() => auditAgain?.(tradeOff.segment.field)}>
        Audit again with the rule
      </Button>
    </p>
  )
}
