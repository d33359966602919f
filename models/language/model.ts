import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { countParameters } from '../onnx/shape'
import type { AdapterMix } from './adapterFeeds'
import { readAdapter } from './adapters'
import type { Adapter } from './adapters'
import { readConfig } from './config'
import type { ModelConfig } from './config'
import type { Decoder } from './decoder'
import { Network } from './network'
import type { NetworkSettings } from './network'
import { Tokenizer } from './tokenizer'
import { readWeights } from './weights'

/** What identifies a model. */
export interface ModelDescription {
  readonly name: string
  readonly parameters: number
  /** SHA-256 over names and contents of its config, tokenizer and weights, hexadecimal. */
  readonly sha: string
}

/** What one row of a decoder runs with. */
export interface RowOptions {
  /** Adapters that act on the row; none when absent. */
  readonly adapters?: AdapterMix
}

/** A language model, loaded and ready to decode. */
export class LanguageModel {
  readonly folder: string
  readonly config: ModelConfig
  readonly tokenizer: Tokenizer
  private readonly network: Network
  private description: Promise<ModelDescription> | null = null

  private constructor(
    folder: string,
    parts: { config: ModelConfig; tokenizer: Tokenizer; network: Network },
  ) {
    this.folder = folder
    this.config = parts.config
    this.tokenizer = parts.tokenizer
    this.network = parts.network
  }

  /**
   * Loads a model folder in Hugging Face layout: `config.json`, `tokenizer.json` and safetensors, 8-bit or plain. Throws
   * ModelFolderError when something in it is missing, damaged or unsupported.
   */
  static async load(folder: string, settings: NetworkSettings = {}): Promise<LanguageModel> {
    const config = await readConfig(folder)
    const tokenizer = await Tokenizer.read(folder)
    const network = new Network(config.shape, () => readWeights(folder, config.shape), settings)
    await network.load(false)
    return new LanguageModel(folder, { config, tokenizer, network })
  }

  /** Opens a decoder with one row for each of `rows`. The first one with an adapter loads a second graph, which takes a moment. */
  async open(rows: readonly RowOptions[]): Promise<Decoder> {
    return this.network.open(rows.map(({ adapters }) => adapters ?? []))
  }

  /** Reads an adapter folder for this model. Throws AdapterFolderError when it is damaged or does not fit. */
  async readAdapter(folder: string): Promise<Adapter> {
    return readAdapter(folder, this.config.shape)
  }

  /** Name, size and content hash; the files are read through once, the first time. */
  async describe(): Promise<ModelDescription> {
    this.description ??= this.inspect()
    return this.description
  }

  /** Gives all memory back. Decoders of this model cannot run afterwards. */
  async dispose(): Promise<void> {
    await this.network.dispose()
  }

  private async inspect(): Promise<ModelDescription> {
    return {
      name: this.config.name ?? basename(this.folder),
      parameters: countParameters(this.config.shape),
      sha: await hashFolder(this.folder),
    }
  }
}

async function hashFolder(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const names = (await readdir(folder)).filter((name) => /\.(json|safetensors)$/.test(name)).sort()
  for (const name of names) {
    hash.update(`${name}\n`)
    for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}
