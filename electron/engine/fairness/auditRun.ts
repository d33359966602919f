/** An audit as a run: a figure for each group, and a value for each shopper and each text. */
import { groupShoppers } from '../../../models/fairness/groups'
import type { AuditFairnessRequest } from '../../../shared/contract/parts/fairness'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type {
  FairnessAudit,
  FairnessGroup,
  FairnessMeasure,
  FairnessReport,
} from '../../../shared/domain/fairness'
import { FAIRNESS_MEASURES, PICK_MEASURES, TEXT_MEASURES } from '../../../shared/domain/fairness'
import { segmentWords } from '../../../shared/domain/fairnessWords'
import { kebab, metricWords } from '../../../shared/domain/metricWords'
import type { RunMetric, RunValues } from '../../../shared/domain/run'
import type { RunBody, RunHead } from '../recording'
import type { RememberedAudit } from './shelf'

/** What is known before it begins. */
export function auditHead(
  { strategy, adapters, segments, k, seed, texts, rules }: AuditFairnessRequest,
  { name, version, invented }: CatalogueSummary,
): RunHead {
  const by = segments?.map(segmentWords).join(', ') ?? 'every attribute'
  return {
    kind: 'fairness',
    name: `Fairness of ${name} by ${by}`.slice(0, NAME_LETTERS),
    ...{ seed, catalogue: { name, version, invented }, adapters },
    params: {
      strategy,
      k,
      texts,
      rules,
      segments: segments?.map((one) => one.join(' x ')).join(', ') ?? 'all',
    },
  }
}

const NAME_LETTERS = 200

/** What came out. */
export function auditBody(audit: FairnessAudit, remembered: RememberedAudit): RunBody {
  return {
    params: { shoppers: audit.shoppers, texts: audit.texts, found: audit.headline },
    metrics: audit.reports.flatMap((report) => figures(report, audit)),
    values: audit.reports.flatMap((report) => valuesOf(report, remembered)),
  }
}

/** Measures that evaluations of narratives have too go by their names there. */
const NAMES: Readonly<Partial<Record<FairnessMeasure, string>>> = {
  coverage: 'group-coverage',
  words: 'mean-words',
  facts: 'facts-per-narrative',
  grounded: 'faultless-texts',
  voice: 'voice-recognition',
  told: 'persona-identification',
}

const isOfTexts = (measure: FairnessMeasure) => TEXT_MEASURES.some((one) => one === measure)

/** `price-level@10`; texts have no k. */
function nameOf(measure: FairnessMeasure, k: number): string {
  const name = NAMES[measure] ?? kebab(measure)
  return isOfTexts(measure) ? name : `${name}@${k}`
}

const ofGroup = ({ fields }: FairnessReport, { value }: Pick<FairnessGroup, 'value'>) =>
  `${fields.join(' × ')} ${value}`.slice(0, NAME_LETTERS)

function figures(report: FairnessReport, { k }: FairnessAudit): readonly RunMetric[] {
  return report.groups.flatMap((group) =>
    FAIRNESS_MEASURES.flatMap((measure): readonly RunMetric[] => {
      const value = group.metrics[measure]
      if (value === undefined) return []
      const name = nameOf(measure, k)
      const { better } = metricWords(name)
      const n = isOfTexts(measure) ? group.texts : group.n
      const own = { name, of: ofGroup(report, group), value, n, ...group.intervals[measure] }
      return [better ? { ...own, better } : own]
    }),
  )
}

function valuesOf(report: FairnessReport, remembered: RememberedAudit): readonly RunValues[] {
  const { people, k, columns, texts } = remembered
  const grouping = groupShoppers(people.length, (at) => people[at]?.segments ?? {}, report.fields)
  const idOf = (at: number) => people[at]?.id ?? ''
  return grouping.groups.flatMap((group, index) => {
    const of = ofGroup(report, group)
    const isOwn = (at: number) => grouping.of[at] === index
    const lists = PICK_MEASURES.map((measure) =>
      known(
        { metric: nameOf(measure, k), of },
        Array.from(columns[measure], (value, at) => ({ value, at, key: idOf(at) })).filter(({ at }) =>
          isOwn(at),
        ),
      ),
    )
    const told = TEXT_MEASURES.map((measure) =>
      known(
        { metric: nameOf(measure, k), of },
        Array.from(texts?.at ?? [], (at, text) => ({
          ...{ at, key: `${idOf(at)}, text ${text}` },
          value: texts?.columns[measure][text] ?? Number.NaN,
        })).filter(({ at }) => isOwn(at)),
      ),
    )
    return [...lists, ...told].filter(({ keys }) => keys.length > 0)
  })
}

/** Without what could not be measured. */
function known(
  { metric, of }: Pick<RunValues, 'metric' | 'of'>,
  all: readonly { readonly key: string; readonly value: number }[],
): RunValues {
  const there = all.filter(({ value }) => Number.isFinite(value))
  return {
    ...{ metric, of, keys: there.map(({ key }) => key) },
    values: Float64Array.from(there, ({ value }) => value),
  }
}
