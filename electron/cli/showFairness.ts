/** Audits, probes and trade-offs in words, for a terminal; tables are Markdown. */
import type {
  Estimate,
  FairnessAudit,
  FairnessGap,
  FairnessGroup,
  FairnessProbe,
  FairnessReport,
  ProbeCase,
  ProbeSummary,
  TradeOff,
} from '../../shared/domain/fairness'
import { isProtected } from '../../shared/domain/protectedAttributes'
import { behind, gapP, pFigure } from '../../shared/domain/fairnessFigures'
import { exposureClassWords } from '../../shared/domain/exposure'
import {
  differenceText,
  fairnessWords,
  fieldWords,
  segmentWords,
  valueText,
} from '../../shared/domain/fairnessWords'
import { exposureSentence } from '../../shared/domain/fairnessSentences'
import { metricText } from '../../shared/domain/metricWords'
import { markdown } from './markdown'
import { counted } from './show'

/** Findings that are told; --json has them all. */
const FINDINGS = 12
/** Groups that have a column each; where there are more, the ends stand for them. */
const COLUMNS = 8
/** People of a probe that are told of one by one. */
const CASES = 20

/** The headline and the findings, then a table for each segment that was `asked` for; where none was, for each of protected attributes. */
export function auditText(audit: FairnessAudit, asked: boolean): string {
  const { catalogue, version, invented, strategy, k, seed, shoppers, texts, draws, findings, rules } = audit
  const more = findings.length - FINDINGS
  const shown = asked ? audit.reports : mainReports(audit)
  return [
    audit.headline,
    '',
    `${counted(shoppers, 'shopper')} of "${catalogue}" version ${version}${invented ? ' (an invented shop)' : ''}, ${strategy}, first ${k}; ${counted(texts, 'text')}; ${rules.length > 0 ? `rules: ${rules.join(', ')}` : 'no rules'}; seed ${seed}; 95 % intervals (${counted(draws, 'resample')}); p by Holm.`,
    ...orderLines(findings),
    ...findings.slice(1, FINDINGS).map(({ sentence, pHolm }) => `- ${sentence} ${pWords(pHolm)}`),
    ...(more > 0 ? [`- and ${more} more; --json lists them`] : []),
    ...shown.flatMap((report) => ['', ...reportLines(report, audit)]),
    ...leftLines(audit.reports.filter((report) => !shown.includes(report))),
    '',
    ...audit.notes,
    '',
    `${(audit.ms / 1000).toFixed(1)} s`,
  ].join('\n')
}

/** Those by protected attributes alone; all where there is none. */
function mainReports({ reports }: FairnessAudit): readonly FairnessReport[] {
  const found = reports.filter(({ fields }) => fields.every(isProtected))
  return found.length > 0 ? found : reports
}

function leftLines(left: readonly FairnessReport[]): readonly string[] {
  if (left.length === 0) return []
  const names = left.map(({ fields }) => segmentWords(fields)).join(', ')
  return ['', `Tables by ${names} are not shown: --segment NAME shows one, --json has all.`]
}

/** Said where there are findings of both kinds. */
function orderLines(findings: FairnessAudit['findings']): readonly string[] {
  const protectedOnes = findings.filter((one) => one.isProtected).length
  return protectedOnes > 0 && protectedOnes < findings.length ? ['Findings, protected attributes first:'] : []
}

function reportLines(report: FairnessReport, audit: FairnessAudit): readonly string[] {
  const { groups, gaps, exposures, fields } = report
  const isWide = groups.length > COLUMNS
  const columns = isWide ? [] : groups
  const small = groups.filter((group) => group.small)
  return [
    `By ${segmentWords(fields)}, ${counted(groups.length, 'group')}${isWide ? '; --json, --csv and --report have a figure for each' : ''}:`,
    '',
    markdown(
      ['measure', ...columns.map(headOf), 'lowest', 'highest', 'difference', 'ratio', 'p'],
      gaps.map((gap) => [
        fairnessWords(gap.metric).label,
        ...columns.map(({ metrics }) => valueText(gap.metric, metrics[gap.metric], audit.currency)),
        ...gapCells(gap),
      ]),
    ),
    ...(small.length > 0 && isWide
      ? [`small: ${small.map(({ value, n }) => `${value} (n ${n})`).join(', ')}`]
      : []),
    ...exposures.map((table) => exposureSentence(table, groups)),
  ]
}

/** "55+ (n 812)", and how many texts where there are any. */
function headOf(group: FairnessGroup): string {
  const { value, texts } = group
  const told = ({ n, small }: ReturnType<typeof behind>) => `${n}${small ? ', small' : ''}`
  const written = texts > 0 ? `; texts ${told(behind(group, 'words'))}` : ''
  return `${value} (n ${told(behind(group, 'ndcg'))}${written})`
}

function gapCells(gap: FairnessGap) {
  const { metric, lowest, highest, difference, ratio, fourFifths } = gap
  return [
    lowest,
    highest,
    differenceText(metric, difference),
    ratio === null ? '–' : `${ratio.toFixed(2)}${fourFifths === false ? ' (under 4/5)' : ''}`,
    pFigure(gapP(gap)),
  ]
}

const pWords = (p: number) => (p < 0.01 ? 'p < .01' : `p ${p.toFixed(2).replace(/^0/, '')}`)

/** A strength as it is told: "60 %". */
export const strengthWords = (strength: number): string => `${Math.round(100 * strength)} %`

/** The sentence, where the classes start and lead, and a row for each strength. */
export function tradeOffText(found: TradeOff): string {
  const { catalogue, segment, by, classes, n, others, k, points, measure } = found
  const gap = (one: Estimate) => {
    const told = measure === 'priceLevel' ? Math.expm1 : (value: number) => value
    return interval({ value: told(one.value), low: told(one.low), high: told(one.high) })
  }
  return [
    found.sentence,
    '',
    `${counted(n, 'shopper')} of "${catalogue}" with ${fieldWords(segment.field)} ${segment.value}, moved towards ${counted(others, 'other')}; first ${k}, before any rule.`,
    '',
    markdown(
      [
        'strength',
        'gap',
        'NDCG lost',
        'NDCG lost by the group',
        ...classes.map(({ value }) => exposureClassWords(by, value)),
      ],
      points.map(({ strength, gap: own, cost, groupCost, shares }) => [
        strengthWords(strength),
        gap(own),
        cost ? interval(lost(cost)) : '–',
        groupCost ? interval(lost(groupCost)) : '–',
        ...shares.map((share) => metricText(share, 'share')),
      ]),
    ),
    `all others: ${classes.map(({ value, others: share }) => `${exposureClassWords(by, value)} ${metricText(share, 'share')}`).join(', ')}`,
    '',
    `${(found.ms / 1000).toFixed(1)} s`,
  ].join('\n')
}

const lost = ({ value, low, high }: Estimate): Estimate => ({ value: -value, low: -high, high: -low })

function interval({ value, low, high }: Estimate): string {
  const text = (share: number) => metricText(share, 'share')
  return low === high ? text(value) : `${text(value)} [${text(low)}, ${text(high)}]`
}

/** The sentence, the two summaries side by side, and what became of each person. */
export function probeText(probe: FairnessProbe): string {
  const { catalogue, invented, strategy, flipped, people, k, seed, flip, reseed, cases } = probe
  return [
    probe.sentence,
    '',
    `${counted(people, 'person').replace('persons', 'people')} of "${catalogue}"${invented ? ' (an invented shop)' : ''}, ${strategy}, first ${k}; ${flipped}; seed ${seed}.`,
    '',
    markdown(['', flipped, 'another seed'], summaryRows(flip, reseed)),
    '',
    ...probe.notes,
    '',
    ...cases.slice(0, CASES).map(caseLine),
    ...(cases.length > CASES ? [`and ${cases.length - CASES} more; --json lists them`] : []),
    '',
    `${(probe.ms / 1000).toFixed(1)} s`,
  ].join('\n')
}

const SUMMARY: readonly (readonly [keyof ProbeSummary, string])[] = [
  ['productsChanged', 'people with other products'],
  ['picksChanged', 'people with other products or order'],
  ['jaccard', 'picks in common (Jaccard)'],
  ['rankOverlap', 'overlap of the order'],
  ['priceShift', 'prices'],
  ['textChanged', 'people with another text'],
  ['textDistance', 'words that differ'],
]

function summaryRows(flip: ProbeSummary, reseed: ProbeSummary): readonly (readonly string[])[] {
  return SUMMARY.flatMap(([key, label]) => {
    const [own, other] = [flip[key], reseed[key]]
    return own === null && other === null
      ? []
      : [[label, own ? interval(own) : '–', other ? interval(other) : '–']]
  })
}

function caseLine({ name, id, flip, reseed }: ProbeCase): string {
  const share = (value: number) => metricText(value, 'share')
  const words =
    flip.textDistance === null ? '' : `, ${metricText(flip.textDistance, 'share')} of words differ`
  const seeded = reseed.textDistance === null ? '' : `, ${metricText(reseed.textDistance, 'share')}`
  return `  ${name} (${id}): ${share(flip.jaccard)} of picks in common, order ${share(flip.rankOverlap)}${words}; with another seed ${share(reseed.jaccard)}, order ${share(reseed.rankOverlap)}${seeded}`
}
