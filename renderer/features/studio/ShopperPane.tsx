import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useState } from 'react'
import type { Persona } from '../../../shared/domain/persona'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import { Portrait } from '../../ui/Portrait'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { UnreadableNote } from '../../ui/UnreadableNote'
import { classes } from '../../ui/classes'
import { inputLook } from '../../ui/Field'
import { PersonaDetail } from './PersonaDetail'
import { ShopperList } from './ShopperList'

const tabs = ['personas', 'shoppers'] as const
type Tab = (typeof tabs)[number]

/** Whom for: personas, shoppers of the catalogue, and the chosen one, editable in place. */
export function ShopperPane() {
  const [tab, setTab] = useState<Tab>('personas')
  const [text, setText] = useState('')
  return (
    <div className="flex h-full flex-col">
      <div className="shrink-0 space-y-2 px-3 pt-3 pb-2">
        <label className="relative block">
          <Search className="absolute top-2 left-2.5 size-4 text-ink-3" aria-hidden />
          <input
            type="search"
            aria-label={tab === 'personas' ? 'Search personas' : 'Search shoppers'}
            placeholder={tab === 'personas' ? 'Search personas' : 'Name, number or interest'}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={classes(inputLook, 'h-8 pl-8')}
          />
        </label>
        <div role="tablist" aria-label="Whom to write for" className="flex gap-4 border-b border-line">
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={tab === name}
              aria-controls="people"
              onClick={() => setTab(name)}
              className={classes(
                '-mb-px border-b-2 pb-1.5 text-13 capitalize',
                tab === name
                  ? 'border-ink font-medium text-ink'
                  : 'border-transparent text-ink-3 hover:text-ink',
              )}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      <div id="people" role="tabpanel" aria-label={tab} className="min-h-0 flex-[0_1_44%] overflow-hidden">
        {tab === 'personas' ? <PersonaCards text={text} /> : <ShopperList text={text} />}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        <PersonaDetail />
      </div>
    </div>
  )
}

function matches(persona: Persona, text: string): boolean {
  const whole = [persona.name, persona.summary, ...persona.interests].join(' ').toLowerCase()
  return whole.includes(text.trim().toLowerCase())
}

function PersonaCards({ text }: { readonly text: string }) {
  const engine = useEngine()
  const personas = useQuery(engine.personas.queryOptions())
  const audience = useBrief((state) => state.audience)
  const setAudience = useBrief((state) => state.setAudience)
  if (personas.isPending) return <SkeletonLines lines={8} className="px-4 pt-2" />
  if (personas.isError)
    return (
      <Trouble error={errorWords(personas.error)} onRetry={() => void personas.refetch()} className="mx-3" />
    )
  const chosen =
    audience?.kind === 'persona'
      ? audience.id
      : audience?.kind === 'profile'
        ? audience.profile.id
        : undefined
  const found = personas.data.filter((persona) => matches(persona, text))
  if (found.length === 0) return <p className="px-4 pt-2 text-13 text-ink-3">No persona matches “{text}”.</p>
  return (
    <ul className="h-full overflow-y-auto px-1.5 pb-2">
      <li className="px-2 pb-2 empty:hidden">
        <UnreadableNote kind="persona" />
      </li>
      {found.map((persona) => (
        <li key={persona.id}>
          <button
            type="button"
            aria-pressed={persona.id === chosen}
            onClick={() => setAudience({ kind: 'persona', id: persona.id })}
            className={classes(
              'flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left outline-offset-[-2px]',
              persona.id === chosen ? 'bg-accent-soft' : 'hover:bg-hover',
            )}
          >
            <Portrait person={persona.name} />
            <span className="min-w-0">
              <span className="block truncate text-13 font-medium">{persona.name}</span>
              <span className="block truncate text-12 text-ink-3">
                {persona.interests.join(', ') || persona.summary}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
