import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Refuse } from './errors'
import { readJson } from './jsonFile'
import { TensorFile } from './safetensors'
import type { TensorEntry } from './safetensors'

const plainFileName = z
  .string()
  .regex(/^[^/\\]+\.safetensors$/, 'must name a .safetensors file of the same folder')
const indexSchema = z.object({ weight_map: z.record(z.string(), plainFileName) })

/** A tensor and the file it is in. */
export interface FoundTensor {
  readonly name: string
  readonly file: TensorFile
  readonly entry: TensorEntry
}

/** The tensors of a folder, over one safetensors file or several with an index. */
export class TensorFolder {
  readonly folder: string
  private readonly files: readonly TensorFile[]
  private readonly tensors = new Map<string, FoundTensor>()
  private readonly refuse: Refuse

  private constructor(folder: string, files: readonly TensorFile[], refuse: Refuse) {
    this.folder = folder
    this.files = files
    this.refuse = refuse
    for (const file of files)
      for (const [name, entry] of file.entries) this.tensors.set(name, { name, file, entry })
  }

  /** Opens `STEM.safetensors`, or the files `STEM.safetensors.index.json` lists. Refuses missing, truncated or damaged files. */
  static async open(folder: string, stem: string, refuse: Refuse): Promise<TensorFolder> {
    const names = await fileNames(folder, stem, refuse)
    const files: TensorFile[] = []
    try {
      for (const name of names) files.push(await TensorFile.open(join(folder, name), refuse))
    } catch (cause) {
      await closeAll(files)
      throw cause
    }
    return new TensorFolder(folder, files, refuse)
  }

  /** Names of all tensors. */
  get names(): readonly string[] {
    return [...this.tensors.keys()]
  }

  /** Whether there is a tensor of this name. */
  has(name: string): boolean {
    return this.tensors.has(name)
  }

  /** The tensor of this name; refuses when it is absent, or of another shape than `shape`. */
  find(name: string, shape: readonly number[]): FoundTensor {
    const found = this.tensors.get(name)
    if (!found)
      throw this.fault('TENSOR_MISSING', this.folder, `The tensor ${name} is in none of the weight files`)
    const { entry, file } = found
    if (entry.shape.join() === shape.join()) return found
    const message = `${basename(file.file)} holds ${name} as ${sizes(entry.shape)}, where ${sizes(shape)} was expected`
    throw this.fault('TENSOR_WRONG', file.file, message)
  }

  /** Reads a tensor of floats into `target`. Refuses a tensor of bytes. */
  async readFloats(found: FoundTensor, target: Float32Array): Promise<void> {
    if (found.entry.type === 'U8') throw this.wrongType(found, 'floats')
    await found.file.readFloats(found.entry, target)
  }

  /** Reads a tensor of bytes into `target`. Refuses a tensor of floats. */
  async readBytes(found: FoundTensor, target: Uint8Array): Promise<void> {
    if (found.entry.type !== 'U8') throw this.wrongType(found, 'bytes')
    await found.file.readInto(found.entry, target)
  }

  /** Closes every file. */
  async close(): Promise<void> {
    await closeAll(this.files)
  }

  private wrongType({ name, file, entry }: FoundTensor, wanted: string): Error {
    return this.fault(
      'TENSOR_WRONG',
      file.file,
      `${basename(file.file)} holds ${name} as ${entry.type}, where ${wanted} were expected`,
    )
  }

  private fault(fault: 'TENSOR_MISSING' | 'TENSOR_WRONG', file: string, message: string): Error {
    return this.refuse({
      fault,
      file,
      message,
      hint: 'The weights and config.json must come from the same model.',
    })
  }
}

async function fileNames(folder: string, stem: string, refuse: Refuse): Promise<readonly string[]> {
  const index = join(folder, `${stem}.safetensors.index.json`)
  if (!existsSync(index)) return [`${stem}.safetensors`]
  const { weight_map: map } = await readJson(index, indexSchema, refuse)
  return [...new Set(Object.values(map))].sort()
}

async function closeAll(files: readonly TensorFile[]): Promise<void> {
  await Promise.all(files.map((file) => file.close()))
}

function sizes(shape: readonly number[]): string {
  return shape.length === 0 ? 'a single value' : shape.join(' x ')
}
