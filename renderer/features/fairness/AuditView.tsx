import { FlaskConical } from 'lucide-react'
import type { FairnessAudit, FairnessFinding, FairnessReport } from '../../../shared/domain/fairness'
import { segmentWords } from '../../../shared/domain/fairnessWords'
import { Part } from '../../ui/Part'
import { Button } from '../../ui/Button'
import { Tabs } from '../../ui/Tabs'
import { count, duration, plural } from '../../ui/format'
import { strategyLabel } from '../../ui/StrategyMark'
import { Exposures } from './Exposures'
import { ExportMenu } from './ExportMenu'
import { GapTable } from './GapTable'
import { MeasureCharts } from './MeasureCharts'
import { OtherCatalogue } from './OtherCatalogue'
import { Pairs } from './Pairs'
import { useOpenRun } from './actions'
import { capital, unbroken } from './figures'
import { lookBehind, showSegment, useFairnessSession } from './session'

/** An audit: what it says, then each segment in charts and tables, then what one must know of it. */
export function AuditView({ audit }: { readonly audit: FairnessAudit }) {
  return (
    <article aria-label="Fairness audit" className="max-w-[1000px] px-6 pt-4 pb-12">
      <Head audit={audit} />
      <Findings findings={audit.findings} reports={audit.reports} />
      <Segments audit={audit} />
      {audit.notes.length > 0 && (
        <Part title="What to know">
          <ul className="max-w-[72ch] list-disc space-y-1 pl-4 text-13 text-ink-2">
            {audit.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Part>
      )}
    </article>
  )
}

function Head({ audit }: { readonly audit: FairnessAudit }) {
  const openRun = useOpenRun()
  const { run } = audit
  return (
    <header>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h2 className="min-w-64 max-w-[60ch] flex-1 font-serif text-20 leading-7 text-pretty">
          {unbroken(audit.headline)}
        </h2>
        <div className="-mr-3 flex items-center gap-1">
          {run !== undefined && (
            <Button kind="quiet" onClick={() => openRun(run)}>
              <FlaskConical className="size-3.5" aria-hidden />
              Its run
            </Button>
          )}
          <ExportMenu audit={audit} />
        </div>
      </div>
      <p className="mt-1.5 text-12 text-ink-3 tabular">{factsOf(audit).join(' · ')}</p>
      <OtherCatalogue of={audit} />
    </header>
  )
}

/** What the figures are about: whose, of what, how made. */
function factsOf(audit: FairnessAudit): readonly string[] {
  const { catalogue, version, invented, strategy, k, shoppers, texts, rules, adapters, seed, ms } = audit
  const mix = adapters.map(({ name, scale }) => `${name} × ${scale}`).join(' + ')
  return [
    `${catalogue}, version ${version}${invented ? ', invented shop' : ''}`,
    `${strategyLabel(strategy)}, first ${k}`,
    `${count(shoppers)} shoppers`,
    ...(texts > 0 ? [`${plural(texts, 'text')}${mix === '' ? '' : ` with ${mix}`}`] : []),
    rules.length > 0 ? `rules: ${rules.join(', ')}` : 'no rules',
    `seed ${seed}`,
    `took ${duration(ms)}`,
  ]
}

/** Findings shown before all are asked for. */
const FIRST = 3

interface FindingsProps {
  readonly findings: readonly FairnessFinding[]
  readonly reports: readonly FairnessReport[]
}

/** What chance does not explain besides the headline, the protected attributes first. */
function Findings({ findings, reports }: FindingsProps) {
  const others = findings.slice(1)
  if (others.length === 0) return null
  const list = (some: readonly FairnessFinding[]) => (
    <ul className="mt-1 max-w-[84ch]">
      {some.map((one) => (
        <Finding key={keyOf(one)} finding={one} reports={reports} />
      ))}
    </ul>
  )
  return (
    <section aria-label="Findings" className="mt-4">
      <p className="text-12 text-ink-3">
        {plural(others.length, 'more difference')} that chance does not explain, corrected for every test on
        protected attributes, which come first, and for every test on others.
      </p>
      {list(others.slice(0, FIRST))}
      {others.length > FIRST && (
        <details className="mt-1">
          <summary className="w-fit text-12 text-ink-2">{count(others.length - FIRST)} more</summary>
          {list(others.slice(FIRST))}
        </details>
      )}
    </section>
  )
}

const keyOf = ({ segment, group, metric }: FairnessFinding) => `${segment} ${group} ${metric}`

function Finding({
  finding: { sentence, segment, group, metric, n, small },
  reports,
}: {
  readonly finding: FairnessFinding
  readonly reports: readonly FairnessReport[]
}) {
  const fields = reports.find((one) => one.segment === segment)?.fields ?? [segment]
  const show = () => {
    showSegment(segment)
    lookBehind({ segment: fields, group, metric })
  }
  return (
    <li>
      <button
        type="button"
        onClick={show}
        className="-mx-2 flex w-full items-baseline gap-3 rounded-md px-2 py-1 text-left text-13 hover:bg-hover"
      >
        <span className="min-w-0 flex-1 text-pretty">{unbroken(sentence)}</span>
        <span className="shrink-0 text-12 text-ink-3 tabular">
          n {count(n)}
          {small && ', small'}
        </span>
      </button>
    </li>
  )
}

function Segments({ audit }: { readonly audit: FairnessAudit }) {
  const chosen = useFairnessSession((state) => state.segment)
  const { reports, findings } = audit
  const report = reports.find(({ segment }) => segment === chosen) ?? reports[0]
  if (!report) return null
  return (
    <div className="mt-6">
      <Tabs
        label="Segments"
        value={report.segment}
        tabs={reports.map(({ segment, fields }) => ({
          ...{ value: segment, label: capital(segmentWords(fields)) },
          ...foundIn(findings, segment),
        }))}
        onChange={showSegment}
        className="flex-wrap gap-y-1"
      >
        <Segment key={report.segment} audit={audit} report={report} />
      </Tabs>
    </div>
  )
}

const foundIn = (findings: readonly FairnessFinding[], segment: string) => {
  const found = findings.filter((one) => one.segment === segment).length
  return found > 0 ? { note: count(found) } : {}
}

function Segment({ audit, report }: { readonly audit: FairnessAudit; readonly report: FairnessReport }) {
  return (
    <>
      <MeasureCharts audit={audit} report={report} />
      <Part title="Who is shown what">
        <Exposures report={report} />
      </Part>
      <Part title="Gaps between groups">
        <GapTable report={report} currency={audit.currency} />
        <Pairs report={report} />
      </Part>
    </>
  )
}
