import { Check, X } from 'lucide-react'
import type { CurrencyCode } from '../../../shared/domain/catalogue'
import type { FairnessGap, FairnessReport } from '../../../shared/domain/fairness'
import { gapP, measuresInOrder, pFigure } from '../../../shared/domain/fairnessFigures'
import { differenceText, valueText } from '../../../shared/domain/fairnessWords'
import { Tip } from '../../ui/Tip'
import { Defined } from './MeasureCharts'

const HEAD = 'py-1 pr-4 text-left align-bottom text-12 font-normal text-ink-3 last:pr-0'
const CELL = 'border-t border-line py-1.5 pr-4 align-top text-12 last:pr-0'

const columns: readonly (readonly [name: string, meaning: string])[] = [
  ['Lowest', 'The group with the lowest figure; small groups only where none is large.'],
  ['Highest', 'The group with the highest figure; small groups only where none is large.'],
  [
    'Difference',
    'Highest less lowest. The 95 % interval below allows for the two having been picked as the furthest apart, and never falls below 0.',
  ],
  [
    'Ratio',
    'Lowest by highest. For shares of which more is a benefit, a tick says that it reaches four fifths beyond chance, a cross that it stays below: the rule of thumb of US regulators (29 CFR 1607.4(D)). Without a sign neither is shown.',
  ],
  ['Worst served', 'Where one way is better for shoppers: the group that has the least of it.'],
  ['Gini', 'How unevenly the figure is spread over groups: 0 all alike.'],
  [
    'p of the two',
    'Of the lowest and the highest, corrected for all pairs of this measure (Holm 1979), not for other measures. What differs beyond chance is marked in the charts.',
  ],
]

/** What differs in each measure from one group to the next. */
export function GapTable({
  report,
  currency,
}: {
  readonly report: FairnessReport
  readonly currency: CurrencyCode
}) {
  const gaps = measuresInOrder(report).flatMap((metric) => report.gaps.filter((one) => one.metric === metric))
  return (
    <div role="region" tabIndex={0} aria-label="Table of gaps" className="overflow-x-auto">
      <table className="w-full">
        <thead>
          <tr>
            <th scope="col" className={HEAD}>
              Measure
            </th>
            {columns.map(([name, meaning]) => (
              <th key={name} scope="col" className={HEAD}>
                <Tip text={meaning}>
                  <span
                    tabIndex={0}
                    className="rounded-[3px] underline decoration-line-strong decoration-dotted underline-offset-4"
                  >
                    {name}
                  </span>
                </Tip>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <Row key={gap.metric} gap={gap} currency={currency} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ gap, currency }: { readonly gap: FairnessGap; readonly currency: CurrencyCode }) {
  const { metric, lowest, highest, min, max, difference, interval, worst, gini } = gap
  return (
    <tr>
      <th scope="row" className={`${CELL} text-left font-normal whitespace-nowrap`}>
        <Defined metric={metric} />
      </th>
      <td className={`${CELL} tabular`}>
        {valueText(metric, min, currency)}
        <span className="block text-ink-3">{lowest}</span>
      </td>
      <td className={`${CELL} tabular`}>
        {valueText(metric, max, currency)}
        <span className="block text-ink-3">{highest}</span>
      </td>
      <td className={`${CELL} whitespace-nowrap tabular`}>
        {differenceText(metric, difference)}
        {interval && (
          <span className="block text-ink-3">
            {differenceText(metric, interval.low)} to {differenceText(metric, interval.high)}
          </span>
        )}
      </td>
      <td className={`${CELL} tabular`}>
        <Ratio gap={gap} />
      </td>
      <td className={CELL}>{worst ?? '–'}</td>
      <td className={`${CELL} tabular`}>{gini === null ? '–' : gini.toFixed(3)}</td>
      <td className={`${CELL} whitespace-nowrap tabular`}>{pFigure(gapP(gap))}</td>
    </tr>
  )
}

/** A ratio with its tick or cross, which say in words what they mean. */
function Ratio({ gap: { ratio, fourFifths } }: { readonly gap: FairnessGap }) {
  if (ratio === null) return '–'
  return (
    <span className="inline-flex items-center gap-1">
      {ratio.toFixed(2)}
      {fourFifths === true && (
        <Check className="size-3.5 text-good" aria-label="reaches four fifths beyond chance" />
      )}
      {fourFifths === false && (
        <X className="size-3.5 text-bad" aria-label="below four fifths beyond chance" />
      )}
    </span>
  )
}
