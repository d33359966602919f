/** What the Fairness page shows and what it is set up with; the set-up is remembered between starts. View state only. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Exposure, FairnessMeasure } from '../../../shared/domain/fairness'
import type { Strategy } from '../../../shared/domain/narrative'
import type { FairnessTask } from '../../api/fairness'
import type { Mix } from '../../state/mix'

/** What a probe flips, and for whom. Both ways of flipping are kept while one changes between them. */
export interface ProbeSetUp {
  readonly what: 'segment' | 'name'
  readonly field: string
  readonly value: string
  readonly name: string
  /** A persona by id, or `''` for shoppers drawn at random. */
  readonly persona: string
  readonly people: string
  readonly occasion: string
  readonly texts: boolean
}

/** Whose lists are evened out, and in what. */
export interface EvenOutSetUp {
  readonly field: string
  readonly value: string
  readonly by: Exposure
}

/** How the page is set up. Numbers are kept as typed. */
export interface SetUp {
  readonly task: FairnessTask
  readonly strategy: Strategy
  readonly adapters: Mix
  /** Undefined until somebody chooses: the protected attributes, one by one. */
  readonly segments?: readonly (readonly string[])[] | undefined
  readonly texts: string
  readonly rules: boolean
  readonly k: string
  readonly seed: string
  readonly probe: ProbeSetUp
  readonly evenOut: EvenOutSetUp
}

interface SetUpStore extends SetUp {
  readonly change: (part: Partial<SetUp>) => void
  readonly changeProbe: (part: Partial<ProbeSetUp>) => void
  readonly changeEvenOut: (part: Partial<EvenOutSetUp>) => void
}

/** As it is before anybody touches it. */
export const FIRST: SetUp = {
  ...{ task: 'audit', strategy: 'personalised', adapters: [], texts: '0', rules: true, k: '10', seed: '1' },
  probe: {
    ...{
      what: 'segment',
      field: '',
      value: '',
      name: '',
      persona: '',
      people: '20',
      occasion: '',
      texts: true,
    },
  },
  evenOut: { field: '', value: '', by: 'priceTier' },
}

/** The set-up, kept in local storage. */
export const useSetUp = create<SetUpStore>()(
  persist(
    (set) => ({
      ...FIRST,
      change: (part) => set(part),
      changeProbe: (part) => set(({ probe }) => ({ probe: { ...probe, ...part } })),
      changeEvenOut: (part) => set(({ evenOut }) => ({ evenOut: { ...evenOut, ...part } })),
    }),
    { name: 'shelftalk.fairness', version: 1 },
  ),
)

/** Who is looked at: a group of a segment, by a measure. */
export interface Behind {
  readonly segment: readonly string[]
  readonly group: string
  readonly metric: FairnessMeasure
}

interface FairnessSession {
  /** Stops what is under way. */
  readonly stop: Readonly<Partial<Record<FairnessTask, () => void>>>
  /** The segment on show, by name; the first of the audit when absent or gone. */
  readonly segment?: string | undefined
  /** The group whose shoppers are on show. */
  readonly behind?: Behind | undefined
  /** Strength on the slider, 0-1; undefined for the one that halves the gap. */
  readonly strength?: number | undefined
  /** The rule that the curve on show was kept as. */
  readonly saved?: { readonly id: string; readonly catalogue: string } | undefined
}

/** The page's session. */
export const useFairnessSession = create<FairnessSession>()(() => ({ stop: {} }))

/** Shows who is behind a figure. */
export const lookBehind = (behind: Behind) => useFairnessSession.setState({ behind })
/** Shows a segment of the audit. */
export const showSegment = (segment: string) => useFairnessSession.setState({ segment })
