/** An adapter's folder on its way to the engine: by its path where the window knows paths, else piece by piece. */
import { ShelftalkError } from '../../shared/contract/errors'
import { ADAPTER_PART_BYTES } from '../../shared/contract/schemas'
import type { AdapterFile, AdapterInfo } from '../../shared/domain/adapter'
import { ADAPTER_FILES } from '../../shared/domain/adapter'
import type { EngineClient } from './client'
import { desktop } from './desktop'
import { base64, piecesOf } from './pieces'

/** The adapter's own files of a folder that was chosen or dropped. */
export interface ChosenFolder {
  readonly title: string
  readonly files: readonly { readonly name: AdapterFile; readonly file: File }[]
}

/**
 * The adapter's files among those of a chosen folder; ones deeper inside are not its own. `path` is relative to what was chosen, with
 * the folder's own name first.
 */
export function folderOf(chosen: readonly { readonly path: string; readonly file: File }[]): ChosenFolder {
  const files = chosen.flatMap(({ path, file }) => {
    const [, name, ...deeper] = path.split('/')
    const known = ADAPTER_FILES.find((one) => one === name)
    return known !== undefined && deeper.length === 0 ? [{ name: known, file }] : []
  })
  return { title: chosen[0]?.path.split('/')[0] ?? 'the folder', files }
}

/** The path of a chosen folder, where the shell tells paths; undefined in a browser. */
export function pathOf({ files }: ChosenFolder): string | undefined {
  const shell = desktop()
  const first = files[0]
  if (!shell || !first) return undefined
  const path = shell.pathOf(first.file)
  return path === '' ? undefined : path
}

/** Reads the folder that was dropped; undefined for anything else. */
export async function droppedFolder(items: DataTransferItemList): Promise<ChosenFolder | undefined> {
  const entry = items[0]?.webkitGetAsEntry()
  if (!entry?.isDirectory) return undefined
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: { path: string; file: File }[] = []
  for (;;) {
    // Entries come a hundred at a time, and none means the end.
    const batch = await new Promise<FileSystemEntry[]>((settle, fail) => reader.readEntries(settle, fail))
    if (batch.length === 0) return folderOf(found)
    for (const one of batch) {
      if (!one.isFile || !ADAPTER_FILES.some((name) => name === one.name)) continue
      const file = await new Promise<File>((settle, fail) => (one as FileSystemFileEntry).file(settle, fail))
      found.push({ path: `${entry.name}/${one.name}`, file })
    }
  }
}

/** Sends the folder's files and has them imported. `onShare` is told how far it is, 0 to 1. */
export async function uploadFolder(
  client: EngineClient,
  { title, files }: ChosenFolder,
  name: string | undefined,
  onShare: (share: number) => void,
): Promise<AdapterInfo> {
  if (files.length === 0)
    throw new ShelftalkError(
      'ADAPTER_UNREADABLE',
      `“${title}” has no adapter_config.json.`,
      'Choose the folder that PEFT’s save_pretrained wrote.',
    )
  const upload = crypto.randomUUID()
  const total = files.reduce((sum, { file }) => sum + file.size, 0)
  let sent = 0
  for (const { name: part, file } of files) {
    for (const { start, end } of piecesOf(file.size, ADAPTER_PART_BYTES)) {
      const data = base64(new Uint8Array(await file.slice(start, end).arrayBuffer()))
      await client.uploadAdapterPart.mutate({ upload, file: part, offset: start, data })
      sent += end - start
      onShare(total === 0 ? 1 : sent / total)
    }
  }
  return client.importAdapter.mutate({ upload, name: name ?? nameOf(title) })
}

/** `My Winter (v2)` gives `my-winter-v2`. */
export function nameOf(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return words || 'adapter'
}
