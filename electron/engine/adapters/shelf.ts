/** The adapters at hand: those that ship and those of the home folder, listed, loaded, taken in and taken off. */
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AdapterMix } from '../../../models/language/adapterFeeds'
import type { Adapter } from '../../../models/language/adapters'
import type { LanguageModel } from '../../../models/language/model'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { AdapterPart, ImportAdapterRequest } from '../../../shared/contract/schemas'
import type { AdapterInfo } from '../../../shared/domain/adapter'
import type { Place } from './describe'
import { describeAdapter } from './describe'
import type { Host } from './fit'
import { fitAdapter, lookInto } from './fit'
import { AdapterFolder, folderOf } from './folder'

/** What a shelf is made of. */
export interface ShelfParts {
  /** The home's own folder of adapters; made with the first import. */
  readonly own: string
  /** The folder of those that ship. */
  readonly shipped: string
  /** The model that adapters must fit. */
  readonly host: () => Promise<Host>
}

/** The adapters of two folders of folders, by name. Of two with one name the home's own counts. */
export class AdapterShelf {
  private readonly parts: ShelfParts
  private readonly own: AdapterFolder
  private readonly loaded = new Map<string, { readonly stamp: string; readonly adapter: Promise<Adapter> }>()
  private readonly judged = new Map<
    string,
    { readonly stamp: string; readonly misfit: Promise<string | undefined> }
  >()

  constructor(parts: ShelfParts) {
    this.parts = parts
    this.own = new AdapterFolder(parts.own)
  }

  /** Every folder with an `adapter_config.json`, its own first, each kind by name; what is wrong with one is said in its entry. */
  async list(): Promise<readonly AdapterInfo[]> {
    const infos: AdapterInfo[] = []
    for (const place of (await this.places()).values()) {
      const info = await this.describe(place)
      if (info) infos.push(info)
    }
    return infos
  }

  /** Loads a mix for a model. Throws NOT_FOUND for a name there is no folder of, ADAPTER_UNREADABLE for one that does not fit. */
  async mix(
    model: LanguageModel,
    uses: readonly { readonly name: string; readonly scale: number }[],
  ): Promise<AdapterMix> {
    if (uses.length === 0) return []
    const places = await this.places()
    return Promise.all(
      uses.map(async ({ name, scale }) => {
        const place = places.get(name)
        if (!place) throw unknownAdapter(name, [...places.keys()])
        return { adapter: await this.load(model, place), scale }
      }),
    )
  }

  /** Takes a copy of a folder. Throws BAD_INPUT for a path or name that cannot be used, ADAPTER_UNREADABLE saying what is wrong inside. */
  async take({ path, upload, name }: ImportAdapterRequest): Promise<AdapterInfo> {
    try {
      const source = upload === undefined ? await folderOf(path ?? '') : this.own.uploadOf(upload)
      const wanted = name ?? nameOf(source)
      const taken = (await this.places()).get(wanted)
      if (taken) throw nameTaken(taken)
      // What lies beside the four files, such as weights of another form, is seen only here.
      await lookInto(source)
      const host = await this.parts.host()
      const folder = await this.own.take(source, wanted, (staged) => fitAdapter(staged, host))
      const info = await this.describe({ name: wanted, folder, origin: 'imported' })
      if (!info) throw new Error(`The imported adapter ${folder} cannot be read back`)
      return info
    } finally {
      if (upload !== undefined) await this.own.forget(upload)
    }
  }

  /** Receives a piece of an upload. */
  async receive(part: AdapterPart): Promise<void> {
    await this.own.append(part)
  }

  /** Takes an imported adapter off. Throws NOT_FOUND for an unknown name, BAD_INPUT for one that ships. */
  async remove(name: string): Promise<void> {
    const places = await this.places()
    const place = places.get(name)
    if (!place) throw unknownAdapter(name, [...places.keys()])
    if (place.origin === 'shipped')
      throw new ShelftalkError(
        'BAD_INPUT',
        `"${name}" ships with Shelftalk and stays.`,
        'Leave it out of the mix; only imported adapters can be removed.',
      )
    await this.own.remove(name)
  }

  /** Puts a removed adapter back. Throws NOT_FOUND when none is kept under that name. */
  async restore(name: string): Promise<AdapterInfo> {
    if (!/^[^./\\][^/\\]*$/.test(name)) throw unknownAdapter(name, [])
    await this.own.restore(name)
    const place = (await this.places()).get(name)
    const info = place && (await this.describe(place))
    if (!info) throw unknownAdapter(name, [])
    return info
  }

  private async describe(place: Place): Promise<AdapterInfo | undefined> {
    const host = await this.parts.host().catch(() => undefined)
    return describeAdapter(place, host?.name ?? '', await this.misfit(place.folder))
  }

  /** Why the model cannot take a folder; looked at again only when its files have changed. */
  private async misfit(folder: string): Promise<string | undefined> {
    const stamp = await stampOf(folder)
    const known = this.judged.get(folder)
    if (known?.stamp === stamp) return known.misfit
    const misfit = this.parts
      .host()
      .then((host) => fitAdapter(folder, host))
      .then(
        () => undefined,
        (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
      )
    this.judged.set(folder, { stamp, misfit })
    return misfit
  }

  /** Reads an adapter once, and again when its files have changed: one of the same name may be trained anew. */
  private async load(model: LanguageModel, { name, folder }: Place): Promise<Adapter> {
    const stamp = await stampOf(folder)
    const known = this.loaded.get(name)
    if (known?.stamp === stamp) return known.adapter
    const reading = model.readAdapter(folder).catch((cause: unknown) => {
      this.loaded.delete(name)
      const detail = cause instanceof Error ? cause.message : String(cause)
      throw new ShelftalkError(
        'ADAPTER_UNREADABLE',
        `The adapter "${name}" cannot be used: ${detail}`,
        'Train it for this model, or take it out of the mix.',
        { cause },
      )
    })
    this.loaded.set(name, { stamp, adapter: reading })
    return reading
  }

  private async places(): Promise<ReadonlyMap<string, Place>> {
    const places = new Map<string, Place>()
    for (const [folder, origin] of [
      [this.own.path, 'imported'],
      [this.parts.shipped, 'shipped'],
    ] as const) {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
      const names = entries
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
      for (const name of names.sort()) {
        if (!places.has(name)) places.set(name, { name, folder: join(folder, name), origin })
      }
    }
    return places
  }
}

/** Changes when an adapter's folder is another or its files are. */
async function stampOf(folder: string): Promise<string> {
  const files = ['adapter_config.json', 'adapter_model.safetensors'].map(async (name) => {
    const found = await stat(join(folder, name)).catch(() => undefined)
    return `${found?.mtimeMs ?? ''}/${found?.size ?? ''}`
  })
  return [folder, ...(await Promise.all(files))].join(' ')
}

/** `My Winter (v2)` gives `my-winter-v2`. */
function nameOf(folder: string): string {
  const words = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return words || 'adapter'
}

function nameTaken({ name, origin }: Place): ShelftalkError {
  const [whose, more] =
    origin === 'shipped' ? ['ships with Shelftalk', ''] : ['is among your own', ', or remove that one first']
  return new ShelftalkError(
    'BAD_INPUT',
    `There is already an adapter "${name}"; it ${whose}.`,
    `Give the import another name${more}.`,
  )
}

function unknownAdapter(name: string, known: readonly string[]): ShelftalkError {
  const hint =
    known.length > 0 ? `Adapters are: ${known.join(', ')}.` : 'There is none yet: import a PEFT folder.'
  return new ShelftalkError('NOT_FOUND', `There is no adapter "${name}".`, hint)
}
