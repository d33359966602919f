import { useMutation } from '@tanstack/react-query'
import { FolderOpen, X } from 'lucide-react'
import type { ChangeEvent, DragEvent, FormEvent } from 'react'
import { useCallback, useState } from 'react'
import { toast } from 'sonner'
import type { AdapterInfo } from '../../../shared/domain/adapter'
import type { ChosenFolder } from '../../api/adapterFolder'
import { droppedFolder, folderOf, nameOf, pathOf, uploadFolder } from '../../api/adapterFolder'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useDesk } from '../../api/useDesk'
import { Button, IconButton } from '../../ui/Button'
import { Field, Input } from '../../ui/Field'
import { Trouble } from '../../ui/Notices'
import { classes } from '../../ui/classes'
import { bytes, plural } from '../../ui/format'
import { useAdapterSession } from './session'

/** What is to be imported: a folder by its path, or its files where the window knows no paths. */
interface Wanted {
  readonly path: string
  readonly folder?: ChosenFolder | undefined
  readonly name: string
}

/** Choosing a folder, naming it, and what is wrong with it. */
export function ImportAdapter() {
  const [wanted, setWanted] = useState<Wanted>({ path: '', name: '' })
  const [share, setShare] = useState<number>()
  const start = useImport(setShare)
  const ready = wanted.folder !== undefined || wanted.path.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !start.isPending) start.mutate(wanted)
  }
  return (
    <div className="h-full overflow-y-auto">
      <form onSubmit={submit} className="max-w-2xl space-y-4 px-6 py-5">
        <div>
          <h2 className="font-serif text-20">Import an adapter</h2>
          <p className="mt-1 max-w-[64ch] text-13 text-ink-2">
            A LoRA in PEFT form: <code className="font-mono text-12">adapter_config.json</code> and{' '}
            <code className="font-mono text-12">adapter_model.safetensors</code>, and a card where there is
            one. Everything in it is checked against the model before a copy is kept; the folder itself stays
            as it is.
          </p>
        </div>
        {start.error && <Trouble error={errorWords(start.error)} />}
        <FolderField wanted={wanted} onChange={(change) => setWanted({ ...wanted, ...change })} />
        <Field label="Name" note="Lower-case letters, digits, hyphens. Empty: from the folder.">
          <Input
            value={wanted.name}
            pattern="[a-z0-9][a-z0-9\-]{0,39}"
            maxLength={40}
            placeholder={wanted.folder ? nameOf(wanted.folder.title) : ''}
            onChange={(event) => setWanted({ ...wanted, name: event.target.value })}
            className="max-w-64"
          />
        </Field>
        <div className="flex items-center gap-2">
          <Button kind="primary" type="submit" disabled={!ready || start.isPending}>
            {start.isPending ? words(share) : 'Import'}
          </Button>
          <Button kind="quiet" onClick={() => useAdapterSession.setState({ importing: false })}>
            Cancel
          </Button>
        </div>
      </form>
    </div>
  )
}

const words = (share: number | undefined) =>
  share === undefined || share >= 1 ? 'Checking…' : `Sending, ${Math.round(share * 100)} %`

function useImport(onShare: (share: number | undefined) => void) {
  const desk = useDesk()
  const engine = useEngine()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ path, folder, name }: Wanted): Promise<AdapterInfo> => {
      const given = name.trim() || undefined
      onShare(undefined)
      if (folder) return uploadFolder(desk.client, folder, given, onShare)
      // A path copied from a file manager often comes in quotes.
      const plain = path.trim().replace(/^(["'])(.*)\1$/, '$2')
      return desk.client.importAdapter.mutate({ path: plain, name: given })
    },
    onSuccess: async (info) => {
      await desk.queries.invalidateQueries({ queryKey: engine.adapters.queryKey() })
      useAdapterSession.setState({ chosen: info.name, importing: false })
      toast(`Imported “${info.name}”`, { description: `Rank ${info.rank}, ${bytes(info.bytes)}.` })
    },
  })
}

interface FolderFieldProps {
  readonly wanted: Wanted
  readonly onChange: (change: Partial<Wanted>) => void
}

/** The folder: dropped, chosen or its path typed. */
function FolderField({ wanted, onChange }: FolderFieldProps) {
  const [over, setOver] = useState(false)
  const take = (folder: ChosenFolder) => {
    const path = pathOf(folder)
    onChange(path === undefined ? { folder, path: '' } : { folder: undefined, path })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    droppedFolder(event.dataTransfer.items).then(
      (folder) =>
        folder
          ? take(folder)
          : toast('Drop the whole folder', { description: 'One file alone is no adapter.' }),
      () => toast.error('The folder cannot be read', { description: 'Write its path instead.' }),
    )
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
        'space-y-3 rounded-md border border-dashed p-4',
        over ? 'border-accent-text bg-accent-soft' : 'border-line-strong',
      )}
    >
      {wanted.folder ? (
        <Chosen folder={wanted.folder} onClear={() => onChange({ folder: undefined })} />
      ) : (
        <div className="flex items-center gap-3">
          <ChooseFolder onChosen={take} />
          <span className="text-13 text-ink-3">or drop it here, or write where it is</span>
        </div>
      )}
      {!wanted.folder && (
        <Field label="Path of the folder">
          <Input
            autoFocus
            value={wanted.path}
            maxLength={4096}
            placeholder="~/adapters/winter"
            onChange={(event) => onChange({ path: event.target.value })}
            className="font-mono text-12"
          />
        </Field>
      )}
    </div>
  )
}

function Chosen({ folder, onClear }: { readonly folder: ChosenFolder; readonly onClear: () => void }) {
  const size = folder.files.reduce((sum, { file }) => sum + file.size, 0)
  return (
    <div className="flex items-center gap-3">
      <FolderOpen className="size-4 shrink-0 text-ink-3" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-13 font-medium">{folder.title}</span>
        <span className="block text-12 text-ink-3 tabular">
          {folder.files.length === 0
            ? 'no file of an adapter in it'
            : `${plural(folder.files.length, 'file')} of an adapter, ${bytes(size)}`}
        </span>
      </span>
      <IconButton label="Choose another" onClick={onClear}>
        <X className="size-4" aria-hidden />
      </IconButton>
    </div>
  )
}

/** The browser's own chooser, for a folder; the shell then tells the path, a browser hands over the files. */
function ChooseFolder({ onChosen }: { readonly onChosen: (folder: ChosenFolder) => void }) {
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  const mount = useCallback((element: HTMLInputElement | null) => {
    element?.setAttribute('webkitdirectory', '')
    setInput(element)
  }, [])
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    if (files.length > 0) onChosen(folderOf(files.map((file) => ({ path: file.webkitRelativePath, file }))))
    event.target.value = ''
  }
  return (
    <>
      <input ref={mount} type="file" tabIndex={-1} aria-hidden hidden onChange={onChange} />
      <Button onClick={() => input?.click()}>
        <FolderOpen className="size-3.5" aria-hidden />
        Choose a folder…
      </Button>
    </>
  )
}
