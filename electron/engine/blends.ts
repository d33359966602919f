/** The weights behind personal picks, fitted once for each version of a catalogue and kept in one small file. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { TrainingSet } from '../../models/recommend/algorithm'
import type { Blend } from '../../models/recommend/blend'
import { BLEND_PARTS } from '../../models/recommend/blend'
import { fittingBlend } from '../../models/recommend/blendFit'
import type { CatalogueSummary } from '../../shared/domain/catalogue'
import { breathing } from './breath'

/** Most versions whose weights are kept; the oldest are forgotten. */
const KEPT_MAX = 100
/** Edition of the fit: what an older one found is fitted anew. */
export const BLEND_EDITION = 2

const weight = z.number().min(0).max(1)
const keptSchema = z.object({
  version: z.string(),
  weights: z.partialRecord(z.enum(BLEND_PARTS), weight),
  users: z.int().min(0),
})
const fileSchema = z.object({ edition: z.literal(BLEND_EDITION), blends: z.array(z.unknown()) })

type Kept = z.output<typeof keptSchema>

/** One version of one catalogue; a name that was deleted and given again is told by its date. */
const versionOf = ({ name, version, createdAtMs }: CatalogueSummary) => `${name} ${version} ${createdAtMs}`

type Shipped = (summary: CatalogueSummary) => Promise<Blend | undefined>

/** Weights by version. */
export class Blends {
  private readonly file: string
  private readonly shipped: Shipped
  /** Writes come one after the other. */
  private last: Promise<void> = Promise.resolve()

  /** @param shipped weights that come with a catalogue; undefined where none do */
  constructor(file: string, shipped: Shipped = () => Promise.resolve(undefined)) {
    this.file = file
    this.shipped = shipped
  }

  /** The weights for a version; fitted, in steps between which other work is done, where they are not known. */
  async of(summary: CatalogueSummary, training: TrainingSet): Promise<Blend> {
    const own = await this.shipped(summary)
    if (own) return own
    const version = versionOf(summary)
    const known = (await this.read()).find((one) => one.version === version)
    if (known) return { weights: known.weights, users: known.users }
    const blend = await breathing(fittingBlend(training))
    const write = this.last.then(() => this.put({ version, ...blend, weights: { ...blend.weights } }))
    // Weights that could not be written down are found again the next time; the picks are the same.
    this.last = write.catch(() => undefined)
    await this.last
    return blend
  }

  private async put(entry: Kept): Promise<void> {
    const others = (await this.read()).filter(({ version }) => version !== entry.version)
    const text = JSON.stringify({ edition: BLEND_EDITION, blends: [entry, ...others].slice(0, KEPT_MAX) })
    const staged = `${this.file}.${randomUUID()}`
    await mkdir(dirname(this.file), { recursive: true })
    try {
      await writeFile(staged, text)
      await rename(staged, this.file)
    } finally {
      await rm(staged, { force: true })
    }
  }

  private async read(): Promise<readonly Kept[]> {
    try {
      const { blends } = fileSchema.parse(JSON.parse(await readFile(this.file, 'utf8')))
      // One that cannot be used is fitted anew and takes no other with it.
      return blends.flatMap((one) => keptSchema.safeParse(one).data ?? [])
    } catch {
      // Nothing was kept yet, or nothing that can be used: the weights are fitted anew.
      return []
    }
  }
}
