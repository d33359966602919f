import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useEffect } from 'react'
import { toast } from 'sonner'
import type { ImportResult } from '../../../shared/contract/events'
import type { ImportPreview, PreviewTable, RememberedImport } from '../../../shared/domain/importing'
import type { ImportPlace } from '../../api/catalogueFiles'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import type { ImportState } from '../../api/imports'
import { clearImport, startImport } from '../../api/imports'
import { useDesk } from '../../api/useDesk'
import { Button } from '../../ui/Button'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { bytes, count, plural } from '../../ui/format'
import { ColumnTable } from './ColumnTable'
import { ImportFields } from './ImportFields'
import { ImportFindings } from './ImportFindings'
import { dropUpload } from './actions'
import { isNextOf } from './importName'
import { chooseAnother, currencyProblem, requestOf, setUp, useImportSetup } from './importSetup'
import { useCatalogueSession } from './session'

interface MapImportProps {
  readonly place: ImportPlace
  /** The last import if it failed or was stopped, of this place or of another. */
  readonly before: ImportState | undefined
}

/** The first rows of what is to be imported, and what each of its columns is to become. */
export function MapImport({ place, before }: MapImportProps) {
  const engine = useEngine()
  const setup = useImportSetup()
  const preview = useQuery(
    engine.previewImport.queryOptions(requestOf(setup), {
      placeholderData: keepPreviousData,
      networkMode: 'always',
      retry: false,
      // A file may have been mended meanwhile: what is shown must be what would be imported.
      staleTime: 0,
      gcTime: 0,
    }),
  )
  useRemembered(preview.data)
  const start = useStart(place)
  const ready = isReady(preview, setup.currency)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) start()
  }
  return (
    <form onSubmit={submit} className="flex h-full flex-col">
      <Head place={place} preview={preview.data} busy={preview.isFetching} />
      <div className="min-h-0 flex-1 space-y-5 overflow-y-auto px-6 pb-6">
        {before && <Before state={before} elsewhere={before.path !== place.path} />}
        {preview.isError && (
          <Trouble error={errorWords(preview.error)} onRetry={() => void preview.refetch()} />
        )}
        {preview.isPending && <SkeletonLines lines={8} />}
        {preview.data && !preview.isError && <Body preview={preview.data} />}
      </div>
      {preview.data && !preview.isError && <ImportFields preview={preview.data} ready={ready} />}
    </form>
  )
}

/** Whether what is on show is what would be imported, all of it said so that it can be. */
function isReady(preview: UseQueryResult<ImportPreview, unknown>, currency: string): boolean {
  const { data, isError, isPlaceholderData, isFetching } = preview
  if (!data || isError || isPlaceholderData || isFetching) return false
  return data.problem === undefined && (!data.currency || currencyProblem(currency) === undefined)
}

interface BeforeProps {
  readonly state: ImportState
  /** Whether it was an import of other files than those on show. */
  readonly elsewhere: boolean
}

/** How the last import ended, where it stored nothing. */
function Before({ state: { path, phase, error }, elsewhere }: BeforeProps) {
  return (
    <div className="space-y-1 text-13 text-ink-2">
      {elsewhere && <p className="break-all">Import of {path}:</p>}
      {error && <Trouble error={error} />}
      {phase === 'stopped' && <p>Stopped. Nothing was stored.</p>}
    </div>
  )
}

const CHOOSE = 'Choose below what each column becomes; a title and one more column are needed.'
const CHOOSE_DATES = 'Say below, at “Dates”, which of the two figures is the day.'

/** What to do here; the engine's own hint speaks of the command line. */
const hintOf = ({ hint }: { readonly hint: string }) =>
  hint.includes('--map dates=') ? CHOOSE_DATES : CHOOSE

function Body({ preview }: { readonly preview: ImportPreview }) {
  const { problem, tables } = preview
  const [first, ...more] = tables
  return (
    <>
      {problem && <Trouble error={{ message: problem.message, hint: hintOf(problem) }} />}
      {first && <Table table={first} preview={preview} />}
      {!problem && <ImportFindings preview={preview} />}
      {more.map((table) => (
        <Table key={table.file} table={table} preview={preview} />
      ))}
    </>
  )
}

interface TableProps {
  readonly table: PreviewTable
  readonly preview: ImportPreview
}

function Table({ table, preview }: TableProps) {
  const startAll = preview.problem !== undefined
  return <ColumnTable table={table} title={table.file ?? 'First rows'} startAll={startAll} />
}

interface HeadProps {
  readonly place: ImportPlace
  readonly preview: ImportPreview | undefined
  readonly busy: boolean
}

function Head({ place, preview, busy }: HeadProps) {
  const desk = useDesk()
  const name = place.path.split(/[/\\]/).at(-1) ?? place.path
  const more = place.others.length > 0 ? ` and ${plural(place.others.length, 'more file')}` : ''
  const another = () => {
    chooseAnother()
    clearImport(desk.queries)
    void dropUpload(desk, place)
  }
  return (
    <div className="px-6 pt-5 pb-3">
      <div className="flex items-baseline gap-3">
        <h2 className="min-w-0 flex-1 truncate font-serif text-20" title={place.path}>
          {name}
          {more}
        </h2>
        <Button small onClick={another}>
          Choose another
        </Button>
      </div>
      <p className="mt-1 text-13 text-ink-2 tabular" aria-live="polite">
        {preview ? `${kindOf(preview)}. ${countsOf(preview)}` : busy ? 'Reading the first rows…' : ''}
      </p>
      {preview?.remembered && <Remembered remembered={preview.remembered} proposed={preview.name} />}
    </div>
  )
}

const delimiters: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}
const formatNames: Readonly<Record<string, string>> = {
  csv: 'CSV',
  tsv: 'TSV',
  json: 'JSON',
  jsonl: 'JSON lines',
  yaml: 'YAML',
  shopify: 'Shopify export',
  'merchant-feed': 'Product feed',
  parquet: 'Parquet',
  tables: 'Several tables',
}

/** `CSV, UTF-8, cells parted by semicolon, 12 kB`. */
function kindOf({ format, encoding, delimiter, packed, totalBytes }: ImportPreview): string {
  return [
    formatNames[format] ?? format,
    ...(encoding === undefined ? [] : [encoding]),
    ...(delimiter === undefined ? [] : [`separated by ${delimiters[delimiter] ?? delimiter}`]),
    ...(packed === undefined ? [] : [`packed as ${packed}`]),
    bytes(totalBytes),
  ].join(', ')
}

function countsOf({ rowsRead, complete, kept, refused, problem }: ImportPreview): string {
  if (problem) return ''
  const rows = complete ? plural(rowsRead, 'row') : `Of the first ${count(rowsRead)} rows`
  return `${rows}${complete ? ':' : ''} ${count(kept)} can be taken, ${count(refused)} cannot.`
}

/**
 * Takes over how the last file with the same columns was imported, until the person says something herself; its name too, where the file's own
 * says that it is the next of its kind.
 */
function useRemembered(preview: ImportPreview | undefined): void {
  const { remembered, name: proposed = '' } = preview ?? {}
  const touched = useImportSetup((setup) => setup.touched)
  useEffect(() => {
    if (!remembered || touched) return
    const { currency = '', ...mapping } = remembered.map
    const isCode = /^[A-Z]{3}$/.test(currency)
    setUp({
      mapping: isCode || currency === '' ? mapping : remembered.map,
      currency: isCode ? currency : '',
      name: isNextOf(proposed, remembered.name) ? remembered.name : '',
    })
  }, [remembered, proposed, touched])
}

interface RememberedProps {
  readonly remembered: RememberedImport
  /** What the catalogue will be called unless it is given a name. */
  readonly proposed: string
}

function Remembered({ remembered, proposed }: RememberedProps) {
  const { mapping, currency, name } = useImportSetup()
  const mapped = Object.keys(mapping).length > 0 || currency !== ''
  return (
    <p className="mt-1 flex items-center gap-2 text-13 text-ink-2">
      A file with these columns went into “{remembered.name}” before
      {mapped ? '; its mapping was taken over.' : '.'}
      {(mapped || name !== '') && (
        <Button small kind="quiet" onClick={() => setUp({ mapping: {}, currency: '', name: '' })}>
          Start over
        </Button>
      )}
      {(name.trim() || proposed) !== remembered.name && (
        <Button small kind="quiet" onClick={() => setUp({ name: remembered.name })}>
          Into “{remembered.name}” again
        </Button>
      )}
    </p>
  )
}

function useStart(place: ImportPlace): () => void {
  const desk = useDesk()
  return () => {
    const setup = useImportSetup.getState()
    const done = (result: ImportResult) => {
      void desk.queries.invalidateQueries()
      toast(`Imported ${plural(result.products, 'product')} into “${result.catalogue}”`)
      void dropUpload(desk, place)
    }
    const name = setup.name.trim() || undefined
    useCatalogueSession.setState({ stop: startImport(desk, { ...requestOf(setup), name }, done) })
  }
}
