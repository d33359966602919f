/** The model in use, loaded once: language model, writer, the beats it has learnt. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DraftTable } from '../../models/language/draftTable'
import { LanguageModel } from '../../models/language/model'
import { Writer } from '../../models/narrative/writer'
import { ShelftalkError } from '../../shared/contract/errors'
import type { ModelInfo } from '../../shared/contract/services'
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
