import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { RankedProduct, RuleEffect, RulesPreview } from '../../../shared/contract/parts/rules'
import type { Rule } from '../../../shared/domain/rules'
import { ruleStateWords } from '../../../shared/domain/rules'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Input } from '../../ui/Field'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { classes } from '../../ui/classes'
import { money, plural } from '../../ui/format'
import { useSettled } from '../../ui/useSettled'
import { isLeftOut, rulesSeen } from './rulePlaces'
import type { WhichList } from './rulePlaces'
import { useCatalogueView } from './session'

interface RulePreviewProps {
  readonly catalogue: string
  readonly rules: readonly Rule[]
  /** The id of the rule being edited, if one is. */
  readonly editing: string | undefined
}

/** What one persona would see without the rules and with them, the first ten places, while they are being edited. */
export function RulePreview({ catalogue, rules, editing }: RulePreviewProps) {
  const engine = useEngine()
  const personas = useQuery(engine.personas.queryOptions())
  const wanted = useCatalogueView((state) => state.persona)
  const occasion = useCatalogueView((state) => state.occasion)
  const persona = personas.data?.find(({ id }) => id === wanted) ?? personas.data?.[0]
  const settled = useSettled(rules)
  const asked = useSettled(occasion)
  const preview = useQuery(
    engine.previewRules.queryOptions(
      persona
        ? {
            catalogue,
            audience: { kind: 'persona', id: persona.id },
            occasion: asked,
            rules: settled.map((rule) => ({ ...rule })),
          }
        : skipToken,
      { placeholderData: keepPreviousData, retry: false },
    ),
  )
  return (
    <section aria-label="What somebody would see" className="flex min-w-0 flex-1 flex-col">
      <div className="flex items-center gap-2 px-4 py-2.5">
        <div className="w-40 shrink-0">
          <Select
            label="For whom"
            value={persona?.id ?? ''}
            choices={(personas.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => useCatalogueView.setState({ persona: id })}
          />
        </div>
        <Input
          aria-label="Occasion"
          placeholder="Occasion: none"
          maxLength={200}
          value={occasion}
          onChange={(event) => useCatalogueView.setState({ occasion: event.target.value })}
        />
      </div>
      {preview.isError ? (
        <Trouble error={errorWords(preview.error)} onRetry={() => void preview.refetch()} className="mx-4" />
      ) : preview.data ? (
        <div
          aria-busy={preview.isPlaceholderData}
          className={classes(
            '@container min-h-0 flex-1 overflow-y-auto pb-6',
            preview.isPlaceholderData && 'opacity-70',
          )}
        >
          <Effect preview={preview.data} rules={rules} editing={editing} />
          <BothLists preview={preview.data} />
        </div>
      ) : (
        <SkeletonLines lines={10} className="px-4" />
      )}
    </section>
  )
}

interface EffectProps {
  readonly preview: RulesPreview
  readonly rules: readonly Rule[]
  readonly editing: string | undefined
}

/** What the rule at hand does just now, in a sentence; of all rules, how many hold. */
function Effect({ preview, rules, editing }: EffectProps) {
  const effect = preview.effects.find(({ ruleId }) => ruleId === editing)
  const warning = preview.warnings.find(({ ruleId }) => ruleId === editing)
  const holding = preview.effects.filter(({ state }) => state === 'holds').length
  return (
    <div role="status" className="px-4 pb-2 text-12 text-ink-2">
      {effect ? (
        <>
          <p className="tabular">{effectWords(effect)}</p>
          {warning && <p className="text-amber">{warning.message}</p>}
        </>
      ) : (
        <p className="tabular">
          {editing === undefined
            ? `${holding} of ${plural(rules.length, 'rule')} ${holding === 1 ? 'holds' : 'hold'} here today.`
            : 'Fill in the rule to see what it does.'}
        </p>
      )}
    </div>
  )
}

function effectWords({ state, matching, touched }: RuleEffect): string {
  const means = `Means ${plural(matching, 'product')} of the catalogue`
  if (state !== 'holds') return `${means}; does not hold here: ${ruleStateWords(state)}.`
  return `${means}; acts on ${touched} of those that could be picked here.`
}

const lists = ['before', 'after'] as const satisfies readonly WhichList[]
const listLabels: Readonly<Record<WhichList, string>> = { before: 'Without rules', after: 'With rules' }

/** Beside each other where there is room, else one of the two. */
function BothLists({ preview }: { readonly preview: RulesPreview }) {
  const [which, setWhich] = useState<WhichList>('after')
  return (
    <>
      <div className="px-4 pb-1 @min-[520px]:hidden">
        <Segmented
          small
          label="Which list"
          value={which}
          choices={lists.map((value) => ({ value, label: listLabels[value] }))}
          onChange={setWhich}
        />
      </div>
      <div className="grid grid-cols-1 @min-[520px]:grid-cols-2">
        {lists.map((list) => (
          <div
            key={list}
            className={classes(
              'min-w-0 px-2 @min-[520px]:block',
              which !== list && 'hidden',
              list === 'after' && '@min-[520px]:border-l @min-[520px]:border-line',
            )}
          >
            <h3 className="px-2 pb-1 text-12 font-medium @max-[519px]:sr-only">{listLabels[list]}</h3>
            {preview[list].length === 0 ? (
              <p className="px-2 text-13 text-ink-2">Nothing is left to recommend.</p>
            ) : (
              <ol aria-label={listLabels[list]}>
                {preview[list].map((product) => (
                  <Place key={product.id} product={product} list={list} />
                ))}
              </ol>
            )}
          </div>
        ))}
      </div>
    </>
  )
}

function Place({ product, list }: { readonly product: RankedProduct; readonly list: WhichList }) {
  const { place, title, price, reason } = product
  const isOut = isLeftOut(product)
  const rules = rulesSeen(product, list)
  return (
    <li
      className={classes(
        'grid min-h-11 grid-cols-[20px_1fr_auto] content-start gap-x-2 rounded-md px-2 py-1',
        rules.length > 0 && (list === 'after' ? 'bg-accent-soft' : 'bg-sunken'),
      )}
    >
      <span className="text-right text-12 leading-[18px] text-ink-3 tabular">{place}</span>
      <span className={classes('min-w-0 text-13 break-words', isOut && 'line-through')}>{title}</span>
      <Change product={product} list={list} />
      <span className="col-start-2 -col-end-1 line-clamp-2 text-12 text-ink-3">
        {price && <span className="text-ink-2 tabular">{money(price)}. </span>}
        {reason}
      </span>
      {rules.length > 0 && (
        <span className="col-start-2 -col-end-1 text-12 text-accent-text first-letter:uppercase">
          {rules.join(', ')}
        </span>
      )}
    </li>
  )
}

/** How a product's place differs from the one in the other list. */
function Change({ product, list }: { readonly product: RankedProduct; readonly list: WhichList }) {
  const { change, otherPlace } = product
  const from = otherPlace === undefined ? '' : ` ${otherPlace}`
  if (change === 'same') return <span />
  const [icon, label, short]: readonly [ReactNode, string, string] =
    change === 'added'
      ? [<Plus key="icon" />, otherPlace ? `New here, was${from}` : 'New here', otherPlace ? from : 'new']
      : change === 'removed'
        ? [
            <Minus key="icon" />,
            otherPlace ? `No longer here, now${from}` : 'Left out',
            otherPlace ? from : 'out',
          ]
        : change === 'up'
          ? [<ArrowUp key="icon" />, list === 'after' ? `Up from${from}` : `Goes up to${from}`, from]
          : [<ArrowDown key="icon" />, list === 'after' ? `Down from${from}` : `Goes down to${from}`, from]
  return (
    <span
      title={label}
      className="flex h-[18px] items-center justify-end gap-0.5 text-12 text-ink-2 tabular [&_svg]:size-3 [&_svg]:shrink-0"
    >
      <span aria-hidden className="contents">
        {icon}
        {short}
      </span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
