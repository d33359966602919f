import { useState } from 'react'
import type { FairnessAudit, FairnessMeasure, FairnessReport } from '../../../shared/domain/fairness'
import { measuresInOrder } from '../../../shared/domain/fairnessFigures'
import { gapSentence } from '../../../shared/domain/fairnessSentences'
import { fairnessWords } from '../../../shared/domain/fairnessWords'
import { Mark } from '../../charts/marks'
import { Button } from '../../ui/Button'
import { Tip } from '../../ui/Tip'
import { GroupPlot } from './GroupPlot'
import { isOfTexts, standingMark, unbroken } from './figures'

/** Charts of a kind shown before all are asked for. */
const FIRST = 4

interface MeasureChartsProps {
  readonly audit: FairnessAudit
  readonly report: FairnessReport
}

/** A chart a measure, first of picks, then of texts; findings stand first. */
export function MeasureCharts({ audit, report }: MeasureChartsProps) {
  const measures = measuresInOrder(report)
  return (
    <>
      <Legend />
      <Kind
        title="Picks, and the histories behind them"
        measures={measures.filter((one) => !isOfTexts(one))}
        {...{ audit, report }}
      />
      <Kind title="Texts" measures={measures.filter(isOfTexts)} {...{ audit, report }} />
    </>
  )
}

function Legend() {
  const looks = [
    { look: standingMark('differs', false), says: 'differs from all others beyond chance' },
    { look: standingMark('alike', false), says: 'may be chance' },
    { look: standingMark('alike', true), says: 'hollow: fewer than 30' },
  ]
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-12 text-ink-3">
      {looks.map(({ look, says }) => (
        <span key={says} className="flex items-center gap-1.5">
          <Mark look={look} />
          {says}
        </span>
      ))}
      <span>Whiskers: 95 %, cut at the axis. A click on a group shows its shoppers.</span>
    </div>
  )
}

interface KindProps extends MeasureChartsProps {
  readonly title: string
  readonly measures: readonly FairnessMeasure[]
}

function Kind({ title, measures, audit, report }: KindProps) {
  const [all, setAll] = useState(false)
  if (measures.length === 0) return null
  return (
    <section aria-label={title} className="mt-6">
      <h3 className="mb-3 text-13 font-medium">{title}</h3>
      <div className="grid grid-cols-2 gap-x-10 gap-y-6 @max-[760px]:grid-cols-1">
        {(all ? measures : measures.slice(0, FIRST)).map((metric) => (
          <MeasureChart key={metric} metric={metric} audit={audit} report={report} />
        ))}
      </div>
      {measures.length > FIRST && (
        <Button small className="mt-3" onClick={() => setAll(!all)}>
          {all ? 'Fewer measures' : `All ${measures.length} measures`}
        </Button>
      )}
    </section>
  )
}

interface MeasureChartProps extends MeasureChartsProps {
  readonly metric: FairnessMeasure
}

function MeasureChart({ metric, audit, report }: MeasureChartProps) {
  const gap = report.gaps.find((one) => one.metric === metric)
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1">
        <Defined metric={metric} />
        {gap && (
          <p className="mt-0.5 text-12 text-pretty text-ink-2">
            {unbroken(gapSentence(gap, audit.currency))}
          </p>
        )}
      </figcaption>
      <GroupPlot report={report} metric={metric} currency={audit.currency} />
    </figure>
  )
}

/** A measure's name; its definition on focus. */
export function Defined({ metric }: { readonly metric: FairnessMeasure }) {
  const { label, meaning } = fairnessWords(metric)
  return (
    <Tip text={meaning}>
      <span
        tabIndex={0}
        className="rounded-[3px] text-13 font-medium underline decoration-line-strong decoration-dotted underline-offset-4"
      >
        {label}
      </span>
    </Tip>
  )
}
