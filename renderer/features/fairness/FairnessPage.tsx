import { useMemo } from 'react'
import type { TradeOff } from '../../../shared/domain/fairness'
import type { FairnessTask } from '../../api/fairness'
import { useTask } from '../../api/fairness'
import type { Command } from '../../state/commands'
import { usePageCommands } from '../../state/commands'
import { Button } from '../../ui/Button'
import { Empty, Trouble } from '../../ui/Notices'
import { Panes } from '../../ui/Panes'
import { AuditView } from './AuditView'
import { BehindDrawer } from './BehindDrawer'
import { EvenOutView } from './EvenOutView'
import { ProbeView } from './ProbeView'
import { SetUpPane } from './SetUpPane'
import { useStart } from './actions'
import { saveReport } from './exporting'
import { useSetUp } from './session'

/** Fairness: what is asked on the left; what came out on the right, with the shoppers behind it a click away. */
export function FairnessPage() {
  usePageCommands(useFairnessCommands())
  return (
    <>
      <Panes
        id="fairness"
        main="result"
        panes={[
          { id: 'setup', label: 'Set up', size: 300, min: 270, max: 400, content: <SetUpPane /> },
          { id: 'result', label: 'Result', min: 440, content: <Result /> },
        ]}
      />
      <BehindDrawer />
    </>
  )
}

const labels: Readonly<Record<FairnessTask, string>> = {
  audit: 'Audit these shoppers',
  probe: 'Probe',
  tradeOff: 'Draw the curve',
}

function useFairnessCommands(): readonly Command[] {
  const task = useSetUp((state) => state.task)
  const start = useStart(task)
  const audit = useTask('audit')?.result
  return useMemo(() => {
    const group = 'Fairness'
    const begin: readonly Command[] = start
      ? [{ id: 'fairness-start', group, label: labels[task], primary: true, keys: 'mod+enter', run: start }]
      : []
    const others = (['audit', 'probe', 'tradeOff'] as const)
      .filter((one) => one !== task)
      .map((one) => ({
        ...{ id: `fairness-${one}`, group, label: `Go to: ${labels[one].toLowerCase()}` },
        run: () => useSetUp.getState().change({ task: one }),
      }))
    const save: readonly Command[] = audit
      ? [
          {
            ...{ id: 'fairness-report', group, label: 'Save the fairness report', words: 'export html' },
            run: () => saveReport(audit, 'html'),
          },
          {
            ...{ id: 'fairness-csv', group, label: 'Save the fairness figures', words: 'export csv table' },
            run: () => saveReport(audit, 'csv'),
          },
        ]
      : []
    return [...begin, ...others, ...save]
  }, [task, start, audit])
}

function Result() {
  const task = useSetUp((state) => state.task)
  return (
    <div className="@container h-full overflow-y-auto" tabIndex={-1}>
      <Ended task={task} />
      <Shown task={task} />
    </div>
  )
}

/** How the last try ended, where it ended badly; what came before it stays below. */
function Ended({ task }: { readonly task: FairnessTask }) {
  const state = useTask(task)
  const start = useStart(task)
  if (state?.phase === 'failed' && state.error)
    return (
      <Trouble
        error={state.error}
        className="mx-6 mt-4 max-w-[64ch]"
        {...(start ? { onRetry: start } : {})}
      />
    )
  if (state?.phase === 'stopped')
    return (
      <p role="status" className="px-6 pt-4 text-13 text-ink-2">
        Stopped. {state.result ? 'What came out before is below.' : 'Nothing was kept.'}
      </p>
    )
  return null
}

function Shown({ task }: { readonly task: FairnessTask }) {
  const audit = useTask('audit')
  const probe = useTask('probe')
  const tradeOff = useTask('tradeOff')
  if (task === 'audit' && audit?.result) return <AuditView audit={audit.result} />
  if (task === 'probe' && probe?.result) return <ProbeView key={probe.result.flipped} probe={probe.result} />
  if (task === 'tradeOff' && tradeOff?.result)
    return <EvenOutView key={keyOf(tradeOff.result)} tradeOff={tradeOff.result} />
  const running = { audit, probe, tradeOff }[task]?.phase === 'running'
  return running ? <UnderWay /> : <Nothing task={task} />
}

/** What a trade-off is of; another one begins with a name of its own. */
const keyOf = ({ segment: { field, value }, by }: TradeOff) => `${field} ${value} ${by}`

function UnderWay() {
  return (
    <Empty title="Under way">
      The left side says how far it is. You can go on working: the result waits here.
    </Empty>
  )
}

const nothing: Readonly<Record<FairnessTask, readonly [title: string, text: string, verb: string]>> = {
  audit: [
    'Are your shoppers served alike?',
    'An audit ranks products for every shopper, splits them by attributes such as an age band, and says what differs beyond chance: quality, prices, variety, and the texts.',
    'Audit',
  ],
  probe: [
    'Would she be shown the same?',
    'A probe changes one attribute, or the name, of the same people, holds all else and the seed, and shows how picks and texts change, beside what another seed changes by itself.',
    'Probe',
  ],
  tradeOff: [
    'What does parity cost?',
    'One group’s lists are led, step by step, towards the shares that all others see. The curve shows what closes of the gap and what it costs in quality.',
    'Draw the curve',
  ],
}

function Nothing({ task }: { readonly task: FairnessTask }) {
  const start = useStart(task)
  const [title, text, verb] = nothing[task]
  return (
    <Empty
      title={title}
      action={
        <Button kind="primary" disabled={start === undefined} onClick={() => start?.()}>
          {verb}
        </Button>
      }
    >
      {text}
    </Empty>
  )
}
