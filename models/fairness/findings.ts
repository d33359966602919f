/** What chance does not explain, over a whole audit. */
import type {
  FairnessContrast,
  FairnessFinding,
  FairnessMeasure,
  FairnessReport,
} from '../../shared/domain/fairness'
import { SMALL_GROUP, isProtected } from '../../shared/domain/fairness'
import { FINDING_LEVEL, findingSentence } from '../../shared/domain/fairnessSentences'
import { isBesideHistory } from '../../shared/domain/fairnessWords'
import { holm } from '../metrics/holm'
import { normalCut } from './distributions'
import type { RawContrast, RawGap } from './gaps'
import type { RawReport } from './segment'

/** A test: a contrast, and its mirror image where a measure has two groups only. */
type Test = readonly RawContrast[]

/** Corrected reports, and how many tests those of the first segment were corrected for. */
export interface Corrected {
  readonly reports: readonly FairnessReport[]
  readonly tests: number
}

/**
 * Corrects contrasts together (Holm 1979) in families: those of segments by protected attributes alone, and of all others. Whether people are
 * treated unlike for what they are is a question of its own, which asking for their region or tenure too should not make harder to answer.
 * What is told beside a shopper's own history is a family of its own in each. Two groups against each other are one test, not two.
 */
export function correct(raw: readonly RawReport[]): Corrected {
  const families = [true, false].flatMap((own) =>
    [false, true].map((beside) =>
      testsOf(
        raw.filter((report) => isOfProtected(report) === own),
        beside,
      ),
    ),
  )
  const found = new Map(families.flatMap(correctedTests))
  return {
    reports: raw.map(({ counts: _, ...report }) => ({
      ...report,
      gaps: report.gaps.map((gap) => ({
        ...gap,
        contrasts: gap.contrasts.map((contrast): FairnessContrast => ({
          ...contrast,
          ...found.get(contrast)!,
        })),
      })),
    })),
    tests: families[raw[0] && isOfProtected(raw[0]) ? 0 : 2]!.length,
  }
}

const isOfProtected = ({ fields }: Pick<FairnessReport, 'fields'>) => fields.every(isProtected)

function testsOf(raw: readonly RawReport[], beside: boolean): readonly Test[] {
  return raw.flatMap(({ gaps, counts }) =>
    gaps
      .filter(({ metric }) => isBesideHistory(metric) === beside)
      .flatMap((gap): readonly Test[] =>
        isMirrored(gap, counts) ? [gap.contrasts] : gap.contrasts.map((contrast) => [contrast]),
      ),
  )
}

function correctedTests(tests: readonly Test[]) {
  const corrected = holm(tests.map(([first]) => first!.p))
  return tests.flatMap((test, at) =>
    test.map((contrast) => [contrast, { p: test[0]!.p, pHolm: corrected[at]! }] as const),
  )
}

function isMirrored({ metric, contrasts }: RawGap, counts: RawReport['counts']): boolean {
  return contrasts.length === 2 && counts.get(metric)!.filter((n) => n > 0).length === 2
}

/**
 * Contrasts that chance does not explain: by protected attributes alone first, an attribute before a crossing, what shoppers get before what they
 * did, then by how large they are. Of
 * two groups that are each other's rest the smaller is told. What is told beside a shopper's own history is none of them (`isBesideHistory`).
 */
export function findingsOf(
  reports: readonly FairnessReport[],
  raw: readonly RawReport[],
): readonly FairnessFinding[] {
  const found = reports.flatMap((report, at) =>
    report.gaps.flatMap((gap, place) => {
      if (isBesideHistory(gap.metric)) return []
      const { counts, gaps } = raw[at]!
      const sizes = new Map(report.groups.map(({ value }, group) => [value, counts.get(gap.metric)![group]!]))
      const told = isMirrored(gaps[place]!, counts) ? smallerOf(gap.contrasts, sizes) : gap.contrasts
      return told
        .filter(({ pHolm }) => pHolm < FINDING_LEVEL)
        .map((contrast) => finding(report, gap.metric, { contrast, n: sizes.get(contrast.group)! }))
    }),
  )
  const fieldsOf = new Map(reports.map(({ segment, fields }) => [segment, fields.length]))
  return found.sort(
    (a, b) =>
      Number(b.isProtected) - Number(a.isProtected) ||
      fieldsOf.get(a.segment)! - fieldsOf.get(b.segment)! ||
      Number(a.metric === 'historyLevel') - Number(b.metric === 'historyLevel') ||
      Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0),
  )
}

function smallerOf(
  contrasts: readonly FairnessContrast[],
  sizes: ReadonlyMap<string, number>,
): readonly FairnessContrast[] {
  return [...contrasts].sort((a, b) => sizes.get(a.group)! - sizes.get(b.group)!).slice(0, 1)
}

function finding(
  { segment, fields, groups }: FairnessReport,
  metric: FairnessMeasure,
  { contrast, n }: { readonly contrast: FairnessContrast; readonly n: number },
): FairnessFinding {
  const values = groups.find(({ value }) => value === contrast.group)!.values
  return {
    ...contrast,
    ...{ segment, metric, n },
    small: n < SMALL_GROUP,
    isProtected: isOfProtected({ fields }),
    sentence: findingSentence(metric, values, contrast),
  }
}

/** Of those that are measured in every catalogue or nearly; the first that was is told. */
const TOLD: readonly FairnessMeasure[] = ['priceLevel', 'ndcg', 'diversity']
const POWER_CUT = normalCut(0.4)
/** Standard errors in a 95 % interval. */
const INTERVAL_ERRORS = 2 * normalCut(0.05)

/**
 * The difference that the audit would have seen four times in five in any group of 30 and more (of all, where there is none), at the level
 * that the smallest of its p values has to reach.
 */
export function visibleOf(
  reports: readonly FairnessReport[],
  raw: readonly RawReport[],
  tests: number,
): { readonly visible?: { readonly metric: FairnessMeasure; readonly difference: number } } {
  const gaps = reports.flatMap((report, at) =>
    report.gaps.map((gap) => ({ report, gap, counts: raw[at]!.counts })),
  )
  for (const metric of TOLD) {
    const errors = gaps
      .filter(({ gap }) => gap.metric === metric)
      .flatMap(({ report, gap, counts }) =>
        gap.contrasts.map(({ group, low, high }) => ({
          error: (high - low) / INTERVAL_ERRORS,
          n: counts.get(metric)![report.groups.findIndex(({ value }) => value === group)]!,
        })),
      )
    const large = errors.filter(({ n }) => n >= SMALL_GROUP)
    const widest = Math.max(...(large.length > 0 ? large : errors).map(({ error }) => error))
    if (widest > 0 && Number.isFinite(widest))
      return { visible: { metric, difference: widest * (normalCut(FINDING_LEVEL / tests) + POWER_CUT) } }
  }
  return {}
}
