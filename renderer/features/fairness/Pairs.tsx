import { useState } from 'react'
import type { FairnessMeasure, FairnessReport } from '../../../shared/domain/fairness'
import { measuresInOrder, pFigure } from '../../../shared/domain/fairnessFigures'
import { differenceText, fairnessWords } from '../../../shared/domain/fairnessWords'
import { Select } from '../../ui/Select'
import { plural } from '../../ui/format'

/** An audit pairs as many groups at the most. */
const PAIRED = 20
const HEAD = 'py-1 pr-6 text-left text-12 font-normal text-ink-3'
const CELL = 'border-t border-line py-1 pr-6 text-12 tabular'

/** Every pair of groups in a measure, folded away. */
export function Pairs({ report }: { readonly report: FairnessReport }) {
  const measures = measuresInOrder(report)
  const [chosen, setChosen] = useState<FairnessMeasure>()
  const metric = measures.find((one) => one === chosen) ?? measures[0]
  const gap = report.gaps.find((one) => one.metric === metric)
  if (!gap || gap.pairs.length === 0) return null
  return (
    <details className="mt-4">
      <summary className="w-fit text-13 text-ink-2">
        {plural(gap.pairs.length, 'pair')} of groups, tested one by one
        {report.groups.length > PAIRED && `, of the ${PAIRED} largest groups`}
      </summary>
      <div className="mt-2 w-60">
        <Select
          label="Measure of the pairs"
          value={gap.metric}
          choices={measures.map((value) => ({ value, label: fairnessWords(value).label }))}
          onChange={setChosen}
        />
      </div>
      <div role="region" tabIndex={0} aria-label="Table of pairs" className="mt-2 max-h-96 overflow-auto">
        <table>
          <thead>
            <tr>
              {['Group', 'Less', 'Difference', 'p, corrected in this measure'].map((name) => (
                <th key={name} scope="col" className={HEAD}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {gap.pairs.map(({ a, b, difference, low, high, pHolm }) => (
              <tr key={`${a} ${b}`}>
                <td className={CELL}>{a}</td>
                <td className={CELL}>{b}</td>
                <td className={CELL}>
                  {differenceText(gap.metric, difference)}{' '}
                  <span className="text-ink-3">
                    {differenceText(gap.metric, low)} to {differenceText(gap.metric, high)}
                  </span>
                </td>
                <td className={CELL}>{pFigure(pHolm)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
