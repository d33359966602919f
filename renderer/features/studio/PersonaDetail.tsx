import { useMutation, useQuery, useQueryClient, skipToken } from '@tanstack/react-query'
import { toast } from 'sonner'
import type { Persona } from '../../../shared/domain/persona'
import { VOICES, voiceLabel } from '../../../shared/domain/voices'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import { Button } from '../../ui/Button'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Portrait } from '../../ui/Portrait'
import { Select } from '../../ui/Select'
import { ChipList, History, InPlace, Money, Segments } from './PersonaFields'

/** The chosen person, every field editable in place; edits are used at once and saved as a persona on request. */
export function PersonaDetail() {
  const engine = useEngine()
  const catalogue = useBrief((state) => state.catalogue)
  const audience = useBrief((state) => state.audience)
  const input = audience && { catalogue, audience }
  const persona = useQuery(
    engine.audience.queryOptions(input ?? skipToken, { enabled: audience?.kind !== 'profile' }),
  )
  if (audience?.kind === 'profile') return <Sheet persona={audience.profile} edited />
  if (persona.isError)
    return (
      <Trouble error={errorWords(persona.error)} onRetry={() => void persona.refetch()} className="m-3" />
    )
  if (!persona.data) return <SkeletonLines lines={6} className="p-4" />
  return <Sheet persona={persona.data} edited={false} />
}

function Sheet({ persona, edited }: { readonly persona: Persona; readonly edited: boolean }) {
  const setAudience = useBrief((state) => state.setAudience)
  const change = (part: Partial<Persona>) =>
    setAudience({ kind: 'profile', profile: mutable({ ...persona, ...part }) })
  return (
    <div className="space-y-4 px-3 py-3" key={persona.id}>
      <div className="flex items-start gap-3">
        <Portrait person={persona.name} large />
        <div className="min-w-0 flex-1">
          <InPlace
            label="Name"
            value={persona.name}
            onChange={(name) => name && change({ name })}
            className="text-14 font-medium"
          />
          <InPlace
            label="Summary"
            value={persona.summary}
            onChange={(summary) => change({ summary })}
            empty="Add a line about this person"
            className="text-12 text-ink-2"
          />
        </div>
      </div>
      {edited && <Unsaved persona={persona} />}
      <Part title="Interests">
        <ChipList
          label="interest"
          items={persona.interests}
          onChange={(interests) => change({ interests })}
          max={12}
        />
      </Part>
      <Part title="Owns">
        <History items={persona.history} onChange={(history) => change({ history })} />
      </Part>
      <Part title="Segments">
        <Segments segments={persona.segments} onChange={(segments) => change({ segments })} />
      </Part>
      <div className="grid grid-cols-2 gap-3">
        <Part title="Voice">
          <Select
            label="Voice of this person"
            value={persona.voice}
            choices={VOICES.map((voice) => ({ value: voice, label: voiceLabel(voice) }))}
            onChange={(voice) => change({ voice })}
          />
        </Part>
        <Part title="Usual budget">
          <Money
            minor={persona.budgetMinor}
            currency={persona.currency}
            onChange={(budgetMinor) => change({ budgetMinor })}
          />
        </Part>
      </div>
    </div>
  )
}

/** The same persona as plain arrays, which is what a request carries. */
function mutable(persona: Persona) {
  const { budgetMinor, ...rest } = persona
  return {
    ...rest,
    ...(budgetMinor === undefined ? {} : { budgetMinor }),
    interests: [...persona.interests],
    history: persona.history.map((item) => ({ ...item })),
    segments: { ...persona.segments },
  }
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <h2 className="mb-1 text-12 text-ink-3">{title}</h2>
      {children}
    </div>
  )
}

function Unsaved({ persona }: { readonly persona: Persona }) {
  const engine = useEngine()
  const queries = useQueryClient()
  const setAudience = useBrief((state) => state.setAudience)
  const personas = useQuery(engine.personas.queryOptions())
  const known = personas.data?.some((one) => one.id === persona.id) ?? false
  const save = useMutation(
    engine.savePersona.mutationOptions({
      onSuccess: async (saved) => {
        setAudience({ kind: 'persona', id: saved.id })
        await queries.invalidateQueries({ queryKey: engine.personas.queryKey() })
        await queries.invalidateQueries({ queryKey: engine.audience.queryKey() })
        toast(`Saved ${saved.name}`)
      },
      onError: (cause) => {
        const { message, hint } = errorWords(cause)
        toast.error(message, { description: hint })
      },
    }),
  )
  const back = () =>
    setAudience(
      persona.shopperId !== undefined && !known
        ? { kind: 'shopper', id: persona.shopperId }
        : { kind: 'persona', id: persona.id },
    )
  return (
    <div className="rounded-md bg-sunken p-2">
      <p className="text-12 text-ink-2">Edited and in use, not saved.</p>
      <div className="mt-1.5 flex gap-1.5">
        <Button small disabled={save.isPending} onClick={() => save.mutate(mutable(persona))}>
          Save
        </Button>
        <Button
          small
          disabled={save.isPending}
          onClick={() =>
            save.mutate({ ...mutable(persona), id: `persona-${crypto.randomUUID().slice(0, 8)}` })
          }
        >
          Save as new
        </Button>
        <Button kind="quiet" small onClick={back}>
          Revert
        </Button>
      </div>
    </div>
  )
}
