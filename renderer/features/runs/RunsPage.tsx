import { useEffect, useMemo } from 'react'
import type { Command } from '../../state/commands'
import { usePageCommands } from '../../state/commands'
import { takeRun } from '../../state/runHandover'
import { Button } from '../../ui/Button'
import { Empty, SkeletonLines } from '../../ui/Notices'
import { Panes } from '../../ui/Panes'
import { CompareRuns } from './CompareRuns'
import { RunDetail } from './RunDetail'
import { RunList } from './RunList'
import { StartEvaluation } from './StartEvaluation'
import { deleteWithUndo, exportFile } from './actions'
import { NO_FILTER, openRun, openStart, useRunSession, useRunSettings } from './session'
import { useRunDesk } from './useRunDesk'
import { useRuns, useShownRun } from './useRuns'

/** Runs: what was recorded on the left; one of them, several side by side, or a new evaluation on the right. */
export function RunsPage() {
  usePageCommands(useRunCommands())
  useEffect(() => {
    const id = takeRun()
    if (id !== undefined) openRun(id)
  }, [])
  return (
    <Panes
      id="runs"
      main="detail"
      panes={[
        { id: 'list', label: 'Runs', size: 320, min: 250, max: 460, content: <RunList /> },
        { id: 'detail', label: 'Run', min: 460, content: <Detail /> },
      ]}
    />
  )
}

function useRunCommands(): readonly Command[] {
  const desk = useRunDesk()
  const { run } = useShownRun()
  const checked = useRunSession((state) => state.checked)
  return useMemo(() => {
    const group = 'Runs'
    const ofRun: readonly Command[] = run
      ? [
          {
            id: 'delete-run',
            group,
            label: `Delete “${run.name}”`,
            run: () => void deleteWithUndo(desk, run),
          },
          {
            ...{ id: 'export-run', group, label: `Export “${run.name}” as CSV` },
            run: () => void exportFile(desk, [run.id], { format: 'csv', values: false }),
          },
        ]
      : []
    const compare: readonly Command[] =
      checked.length > 1
        ? [
            {
              ...{ id: 'compare-runs', group, label: `Compare ${checked.length} runs` },
              run: () => useRunSession.setState({ view: 'compare' }),
            },
          ]
        : []
    return [
      {
        ...{ id: 'evaluate', group, label: 'Start an evaluation', primary: true, keys: 'mod+enter' },
        words: 'measure recommenders narratives search',
        run: openStart,
      },
      ...compare,
      ...ofRun,
    ]
  }, [desk, run, checked])
}

function Detail() {
  const view = useRunSession((state) => state.view)
  const checked = useRunSession((state) => state.checked)
  const { run, isPending } = useShownRun()
  if (view === 'start') return <StartEvaluation />
  if (view === 'compare' && checked.length > 1) return <CompareRuns ids={checked} />
  if (run) return <RunDetail key={run.id} run={run} />
  if (isPending) return <SkeletonLines lines={6} className="p-6" />
  return <NothingYet />
}

function NothingYet() {
  const list = useRuns()
  const filter = useRunSettings((state) => state.filter)
  const setFilter = useRunSettings((state) => state.setFilter)
  if (list.isError) return null
  if (filter.kind !== 'all' || filter.catalogue !== '' || filter.text !== '') {
    return (
      <Empty title="No run fits" action={<Button onClick={() => setFilter(NO_FILTER)}>Show all runs</Button>}>
        The list is narrowed down by kind, catalogue or words.
      </Empty>
    )
  }
  return (
    <Empty
      title="No runs yet"
      action={
        <Button kind="primary" onClick={openStart}>
          Start an evaluation
        </Button>
      }
    >
      Every evaluation is kept here with its figures, what was asked and under which versions, so that it can
      be compared with the next. In a terminal:{' '}
      <code className="font-mono text-12">npx shelftalk evaluate retrieval</code>
    </Empty>
  )
}
