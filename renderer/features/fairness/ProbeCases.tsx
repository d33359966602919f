import { useState } from 'react'
import type { FairnessProbe, ProbeAnswer, ProbeCase, ProbeChange } from '../../../shared/domain/fairness'
import { metricText } from '../../../shared/domain/metricWords'
import { Segmented } from '../../ui/Segmented'
import { WordDiff } from '../../ui/TextDiff'
import { classes } from '../../ui/classes'
import { count, money } from '../../ui/format'

type Which = 'flip' | 'reseed'

/** Each person before and after, those with changes first; one at a time side by side. */
export function ProbeCases({ probe }: { readonly probe: FairnessProbe }) {
  const [which, setWhich] = useState<Which>('flip')
  const [chosen, setChosen] = useState<string>()
  const cases = [...probe.cases].sort((a, b) => sizeOf(b[which]) - sizeOf(a[which]))
  const shown = cases.find(({ id }) => id === chosen) ?? cases[0]
  if (!shown) return null
  return (
    <section aria-label="Person by person" className="mt-8">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-13 font-medium">Person by person</h3>
        <Segmented
          small
          label="Against"
          value={which}
          choices={[
            { value: 'flip', label: 'The flip' },
            { value: 'reseed', label: 'Another seed' },
          ]}
          onChange={setWhich}
        />
      </div>
      <div className="grid grid-cols-[220px_1fr] gap-6 @max-[760px]:grid-cols-1">
        {cases.length > 1 && <People cases={cases} which={which} shown={shown.id} onChoose={setChosen} />}
        <Pair key={shown.id} one={shown} after={which === 'flip' ? shown.after : shown.reseeded} />
      </div>
    </section>
  )
}

/** How much of an answer changed: lists weigh as much as texts. */
const sizeOf = ({ rankOverlap, textDistance }: ProbeChange) => 1 - rankOverlap + (textDistance ?? 0)

/** `order 72.0 %, words 14.0 %`: what the lists have in common, and what of the words is another. */
function changeWords({ rankOverlap, textDistance }: ProbeChange): string {
  const picks = rankOverlap < 1 ? `order ${metricText(rankOverlap, 'share')}` : 'same picks'
  if (textDistance === null) return picks
  return `${picks}, ${textDistance > 0 ? `words ${metricText(textDistance, 'share')}` : 'same text'}`
}

interface PeopleProps {
  readonly cases: readonly ProbeCase[]
  readonly which: Which
  readonly shown: string
  readonly onChoose: (id: string) => void
}

function People({ cases, which, shown, onChoose }: PeopleProps) {
  return (
    <ul
      aria-label={`${count(cases.length)} people, most changed first`}
      className="max-h-[420px] overflow-y-auto pr-1 @max-[760px]:max-h-44"
    >
      {cases.map(({ id, name, ...changes }) => (
        <li key={id}>
          <button
            type="button"
            aria-pressed={id === shown}
            onClick={() => onChoose(id)}
            className={classes(
              'w-full rounded-md px-2 py-1 text-left -outline-offset-2',
              id === shown ? 'bg-accent-soft' : 'hover:bg-hover',
            )}
          >
            <span className="block truncate text-13">{name}</span>
            <span className={classes('block truncate text-12', id === shown ? 'text-ink-2' : 'text-ink-3')}>
              {changeWords(changes[which])}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** One person: picks and text side by side, what came and what went marked in words' own diff. */
function Pair({ one: { name, before }, after }: { readonly one: ProbeCase; readonly after: ProbeAnswer }) {
  return (
    <div className="grid min-w-0 grid-cols-2 gap-x-6">
      {(['before', 'after'] as const).map((side) => (
        <section key={side} aria-label={`${name}, ${side}`} className="min-w-0">
          <h4 className="text-12 text-ink-3">{side === 'before' ? 'Before' : 'After'}</h4>
          {before.text !== undefined && after.text !== undefined && (
            <p lang="en" className="mt-1 font-serif text-16 leading-6 text-pretty">
              <WordDiff before={before.text} after={after.text} show={side} />
            </p>
          )}
          <PickList
            picks={side === 'before' ? before.picks : after.picks}
            other={side === 'before' ? after : before}
          />
        </section>
      ))}
    </div>
  )
}

interface PickListProps {
  readonly picks: ProbeAnswer['picks']
  readonly other: ProbeAnswer
}

/** A list with where each product stands in the other: arrows for places, "new" and "gone" where it stands nowhere. */
function PickList({ picks, other }: PickListProps) {
  return (
    <ol className="mt-3 text-12">
      {picks.map(({ id, title, price }, at) => {
        const there = other.picks.findIndex((pick) => pick.id === id)
        const moved = there !== at
        return (
          <li key={id} className={classes('flex items-baseline gap-2 py-0.5', moved && 'font-medium')}>
            <span className="w-4 shrink-0 text-right text-ink-3 tabular">{at + 1}</span>
            <span className="min-w-0 flex-1 truncate" title={title}>
              {title}
            </span>
            {moved && (
              <span className="shrink-0 rounded-[3px] bg-accent-soft px-1 font-normal text-accent-text tabular">
                {there < 0 ? 'only here' : `${there + 1} there`}
              </span>
            )}
            {price && <span className="w-14 shrink-0 text-right font-normal tabular">{money(price)}</span>}
          </li>
        )
      })}
    </ol>
  )
}
