/** An audit: every segment measured, tested, and what chance does not explain in words. */
import type {
  Exposure,
  FairnessAudit,
  FairnessContrast,
  FairnessFinding,
  FairnessReport,
  PickMeasure,
  TextMeasure,
} from '../../shared/domain/fairness'
import { headlineOf, nothingSentence } from '../../shared/domain/fairnessSentences'
import { exposureColumns } from './exposures'
import { correct, findingsOf, visibleOf } from './findings'
import type { SegmentsOf } from './groups'
import type { ExposureClasses } from './merchandise'
import { measureSegment } from './segment'

/** What an audit is made from. Shoppers are those tested, in the order of `Study.users`. */
export interface AuditData {
  readonly shoppers: number
  readonly segmentsOf: SegmentsOf
  /** As `measureLists` gives them. */
  readonly columns: Readonly<Record<PickMeasure, Float64Array>>
  /** [shoppers x depth] product rows, best first; -1 where there are no more. */
  readonly lists: Int32Array
  readonly depth: number
  /** The first so many of each list are measured. */
  readonly k: number
  /** As `exposureClasses` gives them. */
  readonly classes: Readonly<Record<Exposure, ExposureClasses>>
  /** Products of the catalogue. */
  readonly items: number
  /** As `profilePopularity` gives it, [shoppers]. */
  readonly profilePopularity: Float64Array
  /** Left out where no texts were written. */
  readonly texts?: AuditedTexts
  readonly seed: number
  /** Samples behind an interval. */
  readonly draws: number
}

/** Texts, one row each. */
export interface AuditedTexts {
  /** For whom: her place among the tested shoppers. */
  readonly at: Int32Array
  /** NaN where there is nothing to measure. Yes and no are 1 and 0. */
  readonly columns: Readonly<Record<TextMeasure, Float64Array>>
}

/** What an audit finds. */
export type AuditOutcome = Pick<FairnessAudit, 'reports' | 'findings' | 'headline'>

/** Audits every segment: an attribute, or two crossed. Throws ShelftalkError (BAD_INPUT) for a segment of more than 100 groups. */
export function auditSegments(data: AuditData, segments: readonly (readonly string[])[]): AuditOutcome {
  const exposures = exposureColumns(data, data.shoppers, data.classes)
  const raw = segments.map((fields) => measureSegment(data, exposures, fields))
  const { reports, tests } = correct(raw)
  const findings = findingsOf(reports, raw)
  return {
    reports,
    findings,
    headline:
      headlineOf(findings, picksOf(reports, findings)) ??
      nothingSentence({ segments, shoppers: data.shoppers, ...visibleOf(reports, raw, tests) }),
  }
}

/** What those of the first finding see: their contrast in the price of picks. */
function picksOf(
  reports: readonly FairnessReport[],
  [first]: readonly FairnessFinding[],
): FairnessContrast | undefined {
  const report = reports.find(({ segment }) => segment === first?.segment)
  const gap = report?.gaps.find(({ metric }) => metric === 'priceLevel')
  return gap?.contrasts.find(({ group }) => group === first?.group)
}
