import { useQueryClient } from '@tanstack/react-query'
import type { ImportResult } from '../../../shared/contract/events'
import type { ImportState } from '../../api/imports'
import { clearImport, useImport } from '../../api/imports'
import { useBrief } from '../../state/brief'
import { Button } from '../../ui/Button'
import { count, duration, plural } from '../../ui/format'
import { ChooseFiles } from './ChooseFiles'
import { chooseAnother, useImportSetup } from './importSetup'
import { MapImport } from './MapImport'
import { RefusedRows } from './RefusedRows'
import { useCatalogueSession } from './session'

/** An import: choosing a file, saying what its columns are, watching it, and what it ended with. */
export function ImportPanel() {
  const state = useImport()
  const place = useImportSetup((setup) => setup.place)
  const settingUp = state === undefined || state.phase === 'failed' || state.phase === 'stopped'
  if (settingUp && place) return <MapImport key={place.path} place={place} before={state} />
  return (
    <div className="h-full overflow-y-auto">
      <div className="max-w-2xl px-6 py-5">
        <h2 className="font-serif text-20">Import a catalogue</h2>
        {settingUp ? <ChooseFiles before={state} /> : <Progress state={state} />}
      </div>
    </div>
  )
}

function Progress({ state }: { readonly state: ImportState }) {
  const { phase, rows, refused, share, result, path } = state
  const percent = share === undefined ? undefined : Math.round(share * 100)
  if (phase === 'done' && result) return <Outcome result={result} path={path} />
  return (
    <div className="mt-3 space-y-3" aria-live="polite">
      <p className="font-mono text-12 break-all text-ink-2">{path}</p>
      <div
        role="progressbar"
        aria-label="Import"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-100"
          style={{ width: `${percent ?? 4}%` }}
        />
      </div>
      <p className="text-13 text-ink-2 tabular">
        {phase === 'indexing' ? 'Building the search index' : `${count(rows)} rows read`}
        {refused > 0 && `, ${count(refused)} refused`}
      </p>
      <Button onClick={() => useCatalogueSession.getState().stop()}>Stop, store nothing</Button>
    </div>
  )
}

interface OutcomeProps {
  readonly result: ImportResult
  /** What was imported. */
  readonly path: string
}

function Outcome({ result, path }: OutcomeProps) {
  const queries = useQueryClient()
  const choose = useBrief((state) => state.setCatalogue)
  const done = () => {
    clearImport(queries)
    // Another file that was being set up meanwhile still is.
    if (useImportSetup.getState().place?.path === path) chooseAnother()
  }
  const show = () => {
    choose(result.catalogue)
    done()
    useCatalogueSession.setState({ importing: false, chosen: result.catalogue })
  }
  return (
    <div className="mt-3">
      <p className="text-14">
        “{result.catalogue}”, version {result.version}: {plural(result.products, 'product')},{' '}
        {plural(result.shoppers, 'shopper')} and {plural(result.interactions, 'interaction')} in{' '}
        {duration(result.ms)}.
      </p>
      {result.currency && <p className="mt-1 text-13 text-ink-2">{result.currency.note}</p>}
      <div className="mt-3 flex gap-2">
        <Button kind="primary" onClick={show}>
          Use this catalogue
        </Button>
        <Button onClick={done}>Import another</Button>
      </div>
      <RefusedRows refused={result.refused} total={result.refusedTotal} />
    </div>
  )
}
