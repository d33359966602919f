/** From the set-up, as typed, to what the engine is asked. Pure. */
import type { SegmentField } from '../../../shared/contract/parts/fairness'
import type { FairnessAudit } from '../../../shared/domain/fairness'
import { AUDIT_TEXTS_MAX, PROBE_PEOPLE_MAX, SEGMENTS_MAX } from '../../../shared/domain/fairness'
import type { FairnessRequests, FairnessTask } from '../../api/fairness'
import type { SetUp } from './session'

/** Ends of what can be typed, both included. */
export const RANGES = {
  k: [1, 50],
  seed: [0, 4_294_967_295],
  texts: [0, AUDIT_TEXTS_MAX],
  people: [1, PROBE_PEOPLE_MAX],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

/** Steps of the curve; fine enough for a slider, and two or three seconds of re-ranking. */
export const CURVE_STEPS = 20

/** The number that a text is, where it is a whole one within the range of its kind. */
export function wholeOf(text: string, kind: keyof typeof RANGES): number | undefined {
  const [min, max] = RANGES[kind]
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max ? value : undefined
}

/** A group that a probe makes of people, or whose lists are evened out. */
export interface ChosenGroup {
  readonly field: string
  readonly value: string
}

/** What there is to choose from. */
export interface Ground {
  /** The catalogue of the top bar; undefined for the first. */
  readonly catalogue: string | undefined
  readonly fields: readonly SegmentField[]
  /** Ids of the personas there are; undefined until they are known. */
  readonly personas?: readonly string[] | undefined
  /** The last audit, whose first finding is what is looked at next. */
  readonly audit?: FairnessAudit | undefined
}

/** The segments to audit: the chosen ones that the catalogue has; without a choice the protected attributes, or all where none is. */
export function chosenSegments(
  chosen: SetUp['segments'],
  fields: readonly SegmentField[],
): readonly (readonly string[])[] {
  const known = new Set(fields.map(({ field }) => field))
  const kept = chosen?.filter((segment) => segment.every((field) => known.has(field)))
  if (kept && (kept.length > 0 || chosen?.length === 0)) return kept
  const guarded = fields.filter(({ isProtected }) => isProtected)
  return (guarded.length > 0 ? guarded : fields).slice(0, SEGMENTS_MAX).map(({ field }) => [field])
}

/** The group on show in a choice of one: as chosen where the catalogue has it, else that of the first finding, else the first there is. */
export function chosenGroup(chosen: ChosenGroup, { fields, audit }: Ground): ChosenGroup | undefined {
  const values = (field: string) => fields.find((one) => one.field === field)?.values ?? []
  if (values(chosen.field).some(({ value }) => value === chosen.value)) return chosen
  if (chosen.field !== '' && values(chosen.field)[0])
    return { field: chosen.field, value: values(chosen.field)[0]?.value ?? '' }
  const found = audit?.findings.find(({ segment, group }) =>
    values(segment).some(({ value }) => value === group),
  )
  if (found) return { field: found.segment, value: found.group }
  const [first] = fields
  return first?.values[0] && { field: first.field, value: first.values[0].value }
}

/** The persona on show: as chosen where there is one of that id, else `''`, for shoppers; undefined until that is known. */
export function chosenPersona(
  { persona }: Pick<SetUp['probe'], 'persona'>,
  { personas }: Pick<Ground, 'personas'>,
): string | undefined {
  if (persona === '') return ''
  return personas && (personas.includes(persona) ? persona : '')
}

type Asked = { readonly [Task in FairnessTask]: FairnessRequests[Task] | undefined }

/** What each task would ask; undefined where something is missing or is no number. */
export function requestsOf(setUp: SetUp, ground: Ground): Asked {
  const [k, seed] = [wholeOf(setUp.k, 'k'), wholeOf(setUp.seed, 'seed')]
  if (k === undefined || seed === undefined)
    return { audit: undefined, probe: undefined, tradeOff: undefined }
  const common = {
    ...(ground.catalogue === undefined ? {} : { catalogue: ground.catalogue }),
    ...{ strategy: setUp.strategy, k, seed },
  }
  return {
    audit: auditOf(setUp, ground, common),
    probe: probeOf(setUp, ground, common),
    tradeOff: tradeOffOf(setUp, ground, common),
  }
}

type Common = Pick<FairnessRequests['audit'], 'catalogue' | 'strategy' | 'k' | 'seed'>

const copied = (mix: SetUp['adapters']) => mix.map((one) => ({ ...one }))

function auditOf(setUp: SetUp, { fields }: Ground, common: Common): Asked['audit'] {
  const texts = wholeOf(setUp.texts, 'texts')
  const segments = chosenSegments(setUp.segments, fields).map((segment) => [...segment])
  if (texts === undefined || segments.length === 0) return undefined
  return { ...common, adapters: copied(setUp.adapters), segments, texts, rules: setUp.rules }
}

function probeOf({ probe, adapters }: SetUp, ground: Ground, common: Common): Asked['probe'] {
  const people = wholeOf(probe.people, 'people')
  const [flip, persona] = [flipOf(probe, ground), chosenPersona(probe, ground)]
  if (!flip || persona === undefined || (people === undefined && persona === '')) return undefined
  return {
    ...{ ...common, adapters: copied(adapters), flip, occasion: probe.occasion.trim(), texts: probe.texts },
    ...(persona === '' ? { people } : { audience: { kind: 'persona', id: persona } }),
  }
}

function flipOf(probe: SetUp['probe'], ground: Ground): FairnessRequests['probe']['flip'] | undefined {
  if (probe.what === 'name') {
    const name = probe.name.trim()
    return name === '' ? undefined : { what: 'name', name }
  }
  const group = chosenGroup(probe, ground)
  return group && { what: 'segment', field: group.field, value: group.value }
}

function tradeOffOf({ evenOut }: SetUp, ground: Ground, common: Common): Asked['tradeOff'] {
  const group = chosenGroup(evenOut, ground)
  if (!group) return undefined
  return {
    ...common,
    segment: { field: group.field, value: group.value },
    by: evenOut.by,
    steps: CURVE_STEPS,
  }
}
