import { useMutation } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import type { ChangeEvent, DragEvent, FormEvent } from 'react'
import { useRef, useState } from 'react'
import { CATALOGUE_UPLOAD_BYTES } from '../../../shared/domain/importing'
import { pathsOf, sendFiles } from '../../api/catalogueFiles'
import { desktop } from '../../api/desktop'
import { errorWords } from '../../api/errors'
import type { ImportState } from '../../api/imports'
import { useDesk } from '../../api/useDesk'
import { Button } from '../../ui/Button'
import { Field, Input } from '../../ui/Field'
import { Trouble } from '../../ui/Notices'
import { Select } from '../../ui/Select'
import { classes } from '../../ui/classes'
import { AUTO, lookAt, useImportSetup } from './importSetup'

const formats = [
  { value: AUTO, label: 'Found by content' },
  { value: 'csv', label: 'CSV' },
  { value: 'tsv', label: 'TSV' },
  { value: 'shopify', label: 'Shopify export' },
  { value: 'merchant-feed', label: 'Product feed (XML)' },
  { value: 'json', label: 'JSON' },
  { value: 'jsonl', label: 'JSON lines' },
  { value: 'yaml', label: 'YAML' },
  { value: 'parquet', label: 'Parquet' },
  { value: 'tables', label: 'Several tables' },
] as const

/** What is to be imported: dropped, chosen or its path typed. */
export function ChooseFiles({ before }: { readonly before: ImportState | undefined }) {
  const path = useImportSetup((setup) => setup.path)
  const [format, setFormat] = useState<string>(AUTO)
  const [share, setShare] = useState<number>()
  const desk = useDesk()
  const send = useMutation({
    networkMode: 'always',
    mutationFn: (files: readonly File[]) => sendFiles(desk.client, files, setShare),
    onMutate: () => setShare(0),
    onSuccess: (place) => lookAt(place, format),
  })
  const take = (files: readonly File[]) => {
    if (files.length === 0 || send.isPending) return
    const place = pathsOf(files)
    if (place) lookAt(place, format)
    else send.mutate(files)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const plain = unquoted(path)
    if (plain !== '' && !send.isPending) lookAt({ path: plain, others: [] }, format)
  }
  return (
    <form onSubmit={submit} className="mt-2 space-y-4">
      <p className="text-13 text-ink-2">
        The first rows are shown before anything is stored: what each column becomes, and what cannot be
        taken. A folder, or several files, may bring shoppers and what they bought.
      </p>
      {before?.error && <Trouble error={before.error} />}
      {before?.phase === 'stopped' && <p className="text-13 text-ink-2">Stopped. Nothing was stored.</p>}
      {send.error && <Trouble error={errorWords(send.error)} />}
      <DropZone
        onFiles={take}
        onPath={(chosen) => lookAt({ path: chosen, others: [] }, format)}
        busy={send.isPending}
        share={share}
      />
      <div className="grid grid-cols-[1fr_176px] gap-4">
        <Field
          label="File or folder"
          note="The whole path on this machine; .gz and .zip are read as they are."
        >
          <Input
            autoFocus
            value={path}
            maxLength={4096}
            onChange={(event) => useImportSetup.setState({ path: event.target.value })}
            className="font-mono text-12"
          />
        </Field>
        <div>
          <div aria-hidden className="mb-1 text-12 text-ink-3">
            Format
          </div>
          <Select label="Format" value={format} choices={[...formats]} onChange={setFormat} />
        </div>
      </div>
      <Button kind="primary" type="submit" disabled={path.trim() === '' || send.isPending}>
        Look at it
      </Button>
    </form>
  )
}

/** A path copied from a file manager often comes in quotes. */
const unquoted = (path: string) => path.trim().replace(/^(["'])(.*)\1$/, '$2')

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly onPath: (path: string) => void
  readonly busy: boolean
  readonly share: number | undefined
}

function DropZone({ onFiles, onPath, busy, share }: DropZoneProps) {
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classes(
        'flex items-center gap-3 rounded-md border border-dashed p-4',
        over ? 'border-accent-text bg-accent-soft' : 'border-line-strong',
      )}
    >
      <ChooseButton onFiles={onFiles} onPath={onPath} busy={busy} />
      <span className="text-13 text-ink-3" aria-live="polite">
        {busy ? `Sending, ${Math.round((share ?? 0) * 100)} %` : hint()}
      </span>
    </div>
  )
}

const hint = () =>
  desktop()
    ? 'or drop files here, or write where they are'
    : `or drop files here, ${Math.round(CATALOGUE_UPLOAD_BYTES / 1e6)} MB at most, or write where they are`

/** The shell's chooser, which tells the path; in a browser its own, which hands over the files. */
function ChooseButton({ onFiles, onPath, busy }: Omit<DropZoneProps, 'share'>) {
  const input = useRef<HTMLInputElement>(null)
  const shell = desktop()
  const choose = async () => {
    const path = await shell?.chooseFile()
    if (path !== undefined) onPath(path)
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    event.target.value = ''
  }
  return (
    <>
      <input ref={input} type="file" multiple tabIndex={-1} aria-hidden hidden onChange={onChange} />
      <Button disabled={busy} onClick={() => (shell ? void choose() : input.current?.click())}>
        <FileUp className="size-3.5" aria-hidden />
        {shell ? 'Choose a file…' : 'Choose files…'}
      </Button>
    </>
  )
}
