import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DragEvent, FormEvent } from 'react'
import { toast } from 'sonner'
import type { ImportResult } from '../../../shared/contract/events'
import { desktop } from '../../api/desktop'
import type { ImportState } from '../../api/imports'
import { clearImport, startImport, useImport } from '../../api/imports'
import { useDesk } from '../../api/useDesk'
import { useBrief } from '../../state/brief'
import { Button } from '../../ui/Button'
import { Field, Input } from '../../ui/Field'
import { Trouble } from '../../ui/Notices'
import { Select } from '../../ui/Select'
import { count, duration, plural } from '../../ui/format'
import { RefusedRows } from './RefusedRows'
import { useCatalogueSession } from './session'

/** Setting an import up, watching it, and what it ended with. */
export function ImportPanel() {
  const state = useImport()
  return (
    <div className="h-full overflow-y-auto">
      <div className="max-w-2xl px-6 py-5">
        <h2 className="font-serif text-20">Import a catalogue</h2>
        {state === undefined || state.phase === 'failed' || state.phase === 'stopped' ? (
          <Form before={state} />
        ) : (
          <Progress state={state} />
        )}
      </div>
    </div>
  )
}

const auto = 'auto'
const formats = [
  { value: auto, label: 'Found by content' },
  { value: 'csv', label: 'CSV, Shopify too' },
  { value: 'tsv', label: 'TSV, Merchant feeds too' },
  { value: 'json', label: 'JSON' },
  { value: 'jsonl', label: 'JSON lines' },
  { value: 'yaml', label: 'YAML' },
] as const

function Form({ before }: { readonly before: ImportState | undefined }) {
  const desk = useDesk()
  const [path, setPath] = useState(before?.path ?? '')
  const [title, setTitle] = useState('')
  const [format, setFormat] = useState<string>(auto)
  const start = (event: FormEvent) => {
    event.preventDefault()
    const done = (result: ImportResult) => {
      void desk.queries.invalidateQueries()
      toast(`Imported ${plural(result.products, 'product')} into “${result.catalogue}”`)
    }
    const input = {
      path: path.trim(),
      name: title.trim() || undefined,
      format: format === auto ? undefined : format,
    }
    useCatalogueSession.setState({ stop: startImport(desk, input, done) })
  }
  return (
    <form onSubmit={start} className="mt-2 space-y-4">
      <p className="text-13 text-ink-2">
        A table of products is read row by row. What cannot be taken is listed with its reason, and the rest
        becomes a new version; nothing stored before is touched.
      </p>
      {before?.error && <Trouble error={before.error} />}
      {before?.phase === 'stopped' && <p className="text-13 text-ink-2">Stopped. Nothing was stored.</p>}
      <FileField path={path} onChange={setPath} />
      <div className="grid grid-cols-2 gap-4">
        <Field label="Name" note="Lower-case letters, digits, hyphens. Empty: from the file.">
          <Input
            value={title}
            pattern="[a-z0-9][a-z0-9\-]{0,39}"
            maxLength={40}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <div>
          <div aria-hidden className="mb-1 text-12 text-ink-3">
            Format
          </div>
          <Select label="Format" value={format} choices={[...formats]} onChange={setFormat} />
        </div>
      </div>
      <Button kind="primary" type="submit" disabled={path.trim() === ''}>
        Import
      </Button>
    </form>
  )
}

interface FileFieldProps {
  readonly path: string
  readonly onChange: (path: string) => void
}

/** The path, typed; in the desktop window also chosen or dropped. */
function FileField({ path, onChange }: FileFieldProps) {
  const shell = desktop()
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    const file = event.dataTransfer.files[0]
    if (file && shell) onChange(shell.pathOf(file))
  }
  const choose = async () => {
    const chosen = await shell?.chooseFile()
    if (chosen !== undefined) onChange(chosen)
  }
  const note = shell
    ? 'Drop a file here, choose one, or write its path; .gz files are read as they are.'
    : 'The whole path on this machine; .gz files are read as they are.'
  return (
    <div className="flex items-start gap-2" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <div className="min-w-0 flex-1">
        <Field label="File" note={note}>
          <Input
            required
            autoFocus
            value={path}
            maxLength={4096}
            onChange={(event) => onChange(event.target.value)}
            className="font-mono text-12"
          />
        </Field>
      </div>
      {shell && (
        <Button className="mt-5" onClick={() => void choose()}>
          Choose…
        </Button>
      )}
    </div>
  )
}

function Progress({ state }: { readonly state: ImportState }) {
  const { phase, rows, refused, share, result, path } = state
  const percent = share === undefined ? undefined : Math.round(share * 100)
  if (phase === 'done' && result) return <Outcome result={result} />
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

function Outcome({ result }: { readonly result: ImportResult }) {
  const queries = useQueryClient()
  const choose = useBrief((state) => state.setCatalogue)
  const show = () => {
    choose(result.catalogue)
    clearImport(queries)
    useCatalogueSession.setState({ importing: false, chosen: result.catalogue })
  }
  return (
    <div className="mt-3">
      <p className="text-14">
        “{result.catalogue}”, version {result.version}: {plural(result.products, 'product')},{' '}
        {plural(result.shoppers, 'shopper')} and {plural(result.interactions, 'interaction')} in{' '}
        {duration(result.ms)}.
      </p>
      <div className="mt-3 flex gap-2">
        <Button kind="primary" onClick={show}>
          Use this catalogue
        </Button>
        <Button onClick={() => clearImport(queries)}>Import another</Button>
      </div>
      <RefusedRows refused={result.refused} total={result.refusedTotal} />
    </div>
  )
}
