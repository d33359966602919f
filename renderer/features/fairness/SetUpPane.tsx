import { useEffect, useRef } from 'react'
import { STRATEGIES } from '../../../shared/domain/narrative'
import type { FairnessTask } from '../../api/fairness'
import { useTask } from '../../api/fairness'
import { errorWords } from '../../api/errors'
import { ProgressBar } from '../../ui/ProgressBar'
import { Button } from '../../ui/Button'
import { Keys } from '../../ui/Keys'
import { MixDials } from '../../ui/MixDials'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { StrategyMark, strategyLabel, strategyMeaning } from '../../ui/StrategyMark'
import { count } from '../../ui/format'
import { AuditSetUp } from './AuditSetUp'
import { EvenOutSetUp } from './EvenOutSetUp'
import { Labelled, Whole } from './Fields'
import { ProbeSetUp } from './ProbeSetUp'
import { useStart } from './actions'
import { useFairnessSession, useSetUp } from './session'
import { useSegmentFields } from './useGround'

const tasks: readonly { readonly value: FairnessTask; readonly label: string }[] = [
  { value: 'audit', label: 'Audit' },
  { value: 'probe', label: 'Probe' },
  { value: 'tradeOff', label: 'Even out' },
]

const says: Readonly<Record<FairnessTask, string>> = {
  audit: 'How are the shoppers of each group served, and what differs beyond chance?',
  probe: 'Change one thing about a person, hold all else: do picks and text change?',
  tradeOff: 'Lead one group’s lists towards what all others are shown. What does it cost?',
}

/** What is asked, of whom and how; the button that asks it stays in view. */
export function SetUpPane() {
  const { task, change } = useSetUp()
  const fields = useSegmentFields()
  return (
    <div className="flex h-full flex-col">
      <div className="min-h-0 flex-1 space-y-4 overflow-y-auto px-3 pt-3 pb-4">
        <Segmented
          label="What to do"
          value={task}
          choices={tasks}
          onChange={(next: FairnessTask) => change({ task: next })}
        />
        <p className="text-13 text-pretty text-ink-2">{says[task]}</p>
        {fields.isPending && <SkeletonLines lines={4} />}
        {fields.isError && <Trouble error={errorWords(fields.error)} onRetry={() => void fields.refetch()} />}
        {fields.data && <OfTask task={task} />}
        <Common task={task} />
      </div>
      <Start task={task} />
    </div>
  )
}

function OfTask({ task }: { readonly task: FairnessTask }) {
  switch (task) {
    case 'audit':
      return <AuditSetUp />
    case 'probe':
      return <ProbeSetUp />
    case 'tradeOff':
      return <EvenOutSetUp />
  }
}

/** What all three share. */
function Common({ task }: { readonly task: FairnessTask }) {
  const { strategy, adapters, k, seed, texts, probe, change } = useSetUp()
  const writes = task === 'audit' ? texts.trim() !== '0' : task === 'probe' && probe.texts
  return (
    <>
      <Labelled label="Products picked by">
        <Select
          label="Products picked by"
          value={strategy}
          choices={STRATEGIES.map((value) => ({
            ...{ value, label: strategyLabel(value), note: strategyMeaning(value) },
            mark: <StrategyMark strategy={value} />,
          }))}
          onChange={(next) => change({ strategy: next })}
        />
      </Labelled>
      {writes && (
        <Labelled label="Adapters of the texts">
          <MixDials mix={adapters} onChange={(next) => change({ adapters: next })} />
        </Labelled>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Whole label="Picks a list" kind="k" value={k} onChange={(next) => change({ k: next })} />
        <Whole label="Seed" kind="seed" value={seed} onChange={(next) => change({ seed: next })} />
      </div>
    </>
  )
}

const verbs: Readonly<Record<FairnessTask, string>> = {
  audit: 'Audit',
  probe: 'Probe',
  tradeOff: 'Draw the curve',
}

function Start({ task }: { readonly task: FairnessTask }) {
  const state = useTask(task)
  const start = useStart(task)
  const box = useHeldFocus(state?.phase === 'running')
  return (
    <div ref={box} className="shrink-0 border-t border-line px-3 py-3">
      {state?.phase === 'running' ? (
        <Progress task={task} />
      ) : (
        <Button kind="primary" className="w-full" disabled={start === undefined} onClick={() => start?.()}>
          {verbs[task]}
          <Keys keys="mod+enter" className="opacity-80" />
        </Button>
      )}
    </div>
  )
}

/** Where the button that was pressed gives way to another, the focus goes on to that one instead of being lost. */
function useHeldFocus(running: boolean) {
  const box = useRef<HTMLDivElement>(null)
  const was = useRef(running)
  useEffect(() => {
    if (was.current === running) return
    was.current = running
    if (document.activeElement === document.body) box.current?.querySelector('button')?.focus()
  }, [running])
  return box
}

function Progress({ task }: { readonly task: FairnessTask }) {
  const state = useTask(task)
  const stop = useFairnessSession((session) => session.stop[task])
  if (!state) return null
  const { stage, done, total } = state
  return (
    <>
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p role="status" className="truncate text-12 text-ink-2">
            {stage}
          </p>
          <p className="text-12 text-ink-3 tabular">
            {total > 0 ? `${count(done)} of ${count(total)}` : 'You can go on working meanwhile'}
          </p>
        </div>
        <Button small onClick={stop} disabled={stop === undefined}>
          Stop
        </Button>
      </div>
      <ProgressBar label="How far it is" done={done} total={total} />
    </>
  )
}
