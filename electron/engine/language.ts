/** The model in use, loaded once: language model, writer, the beats it has learnt, its adapters. */
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DraftTable } from '../../models/language/draftTable'
import { LanguageModel } from '../../models/language/model'
import type { Adapter } from '../../models/language/adapters'
import type { AdapterMix } from '../../models/language/adapterFeeds'
import { Writer } from '../../models/narrative/writer'
import { ShelftalkError } from '../../shared/contract/errors'
import type { AdapterInfo, ModelInfo } from '../../shared/contract/services'
import type { InventoryEntry } from '../../shared/domain/inventory'
import { inventorySchema } from '../../shared/domain/inventory'

/** A loaded model with all that writing needs. */
export interface Language {
  readonly model: LanguageModel
  readonly writer: Writer
  readonly inventory: readonly InventoryEntry[]
}

/** Loads a model folder. Throws MODEL_UNREADABLE saying which file is wrong and how. */
export async function loadLanguage(folder: string, threads?: number): Promise<Language> {
  try {
    const [model, inventory, drafts] = await Promise.all([
      LanguageModel.load(folder, threads === undefined ? {} : { threads }),
      readInventory(folder),
      DraftTable.read(folder),
    ])
    return { model, writer: new Writer(model, drafts), inventory }
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    const hint = 'Put the whole model folder back, or choose another one; nothing stored was changed.'
    throw new ShelftalkError('MODEL_UNREADABLE', `The model in ${folder} cannot be used: ${detail}`, hint, {
      cause,
    })
  }
}

async function readInventory(folder: string): Promise<readonly InventoryEntry[]> {
  const text = await readFile(join(folder, 'beats.json'), 'utf8')
  return inventorySchema.parse(JSON.parse(text)).entries
}

/** What the window and the command line say about a model. */
export async function modelInfo({ model }: Language): Promise<ModelInfo> {
  const { name, parameters, sha } = await model.describe()
  const { layers, context, vocabulary } = model.config.shape
  return { name, parameters, layers, contextTokens: context, vocabulary, digest: sha.slice(0, 12) }
}

const adapterConfigSchema = z.object({
  r: z.number().int().positive(),
  lora_alpha: z.number().positive(),
  target_modules: z
    .union([z.array(z.string()), z.string()])
    .transform((modules) => (typeof modules === 'string' ? [modules] : modules)),
  description: z.string().max(600).optional(),
})

/** The adapters of one or more folders of folders, by name. */
export class AdapterShelf {
  private readonly folders: readonly string[]
  private readonly loaded = new Map<string, { readonly stamp: string; readonly adapter: Promise<Adapter> }>()

  constructor(folders: readonly string[]) {
    this.folders = folders
  }

  /** Every folder with a readable `adapter_config.json`; of two places with one name the first counts. */
  async list(): Promise<readonly AdapterInfo[]> {
    const found = [...(await this.places()).entries()]
    const infos = await Promise.all(found.map(([name, folder]) => describe(name, folder)))
    return infos.filter((info) => info !== undefined)
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
        const folder = places.get(name)
        if (folder === undefined) throw unknownAdapter(name, [...places.keys()])
        return { adapter: await this.load(model, name, folder), scale }
      }),
    )
  }

  /** Reads an adapter once, and again when its files have changed: one of the same name may be trained anew. */
  private async load(model: LanguageModel, name: string, folder: string): Promise<Adapter> {
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

  private async places(): Promise<ReadonlyMap<string, string>> {
    const places = new Map<string, string>()
    for (const folder of this.folders) {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
      for (const entry of entries) {
        if (entry.isDirectory() && !places.has(entry.name)) places.set(entry.name, join(folder, entry.name))
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

function unknownAdapter(name: string, known: readonly string[]): ShelftalkError {
  const hint =
    known.length > 0
      ? `Adapters are: ${known.join(', ')}.`
      : 'There is none yet: put a PEFT folder into "adapters" in the home folder.'
  return new ShelftalkError('NOT_FOUND', `There is no adapter "${name}".`, hint)
}

async function describe(name: string, folder: string): Promise<AdapterInfo | undefined> {
  try {
    const config = adapterConfigSchema.parse(
      JSON.parse(await readFile(join(folder, 'adapter_config.json'), 'utf8')),
    )
    return {
      name,
      rank: config.r,
      alpha: config.lora_alpha,
      targetModules: config.target_modules,
      description: config.description ?? '',
    }
  } catch {
    return undefined
  }
}
