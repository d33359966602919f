/** The list of catalogue versions. One row added to it makes an import visible; nothing else does. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CatalogueSummary } from '../../shared/domain/catalogue'
import type { Documents } from './documents'
import { notFound } from './errors'

const tableName = z.string().regex(/^[A-Za-z0-9._-]+$/)

/** A version as it is kept: its summary and the tables it is made of. */
export const versionSchema = z.object({
  summary: z.object({
    name: z.string(),
    version: z.number().int().positive(),
    products: z.number().int(),
    shoppers: z.number().int(),
    interactions: z.number().int(),
    invented: z.boolean(),
    currency: z.string(),
    createdAtMs: z.number(),
    origin: z.string(),
  }) satisfies z.ZodType<CatalogueSummary>,
  /** Width of the product vectors. */
  dimensions: z.number().int().positive(),
  tables: z.object({ products: tableName, shoppers: tableName, interactions: tableName, ranks: tableName }),
  /** The requests it was imported with, in order, as they were then; versions of before do not say. */
  requests: z.array(z.record(z.string(), z.unknown())).optional(),
})

/** One version of a catalogue. */
export type VersionEntry = z.infer<typeof versionSchema>

/** Characters of a time in base 36. */
const STAMP = 8
/** Versions of each catalogue that are kept. */
const KEPT = 5

/** Table names of the parts of a version, before the dot of the part. */
const stemPattern = /^cat\.[a-z0-9-]+\.[a-z0-9]+\.(products|shoppers|interactions|ranks)$/

/** True for the name of a table that belongs to some catalogue version, committed or not. */
export function isPartName(name: string): boolean {
  return stemPattern.test(name)
}

/** What sets a version's tables apart from all others: when they were begun, in base 36, and chance. */
export function versionToken(nowMs: number): string {
  return nowMs.toString(36).padStart(STAMP, '0') + randomUUID().replaceAll('-', '').slice(0, 12)
}

/** When the tables of a part name were begun, in milliseconds since 1970. */
export function begunMs(name: string): number {
  return Number.parseInt(name.split('.')[2]?.slice(0, STAMP) ?? '', 36)
}

/** Names of a new version's tables. `token` makes them its own. */
export function partNames(name: string, token: string): VersionEntry['tables'] {
  const part = (of: string) => `cat.${name}.${token}.${of}`
  return {
    products: part('products'),
    shoppers: part('shoppers'),
    interactions: part('interactions'),
    ranks: part('ranks'),
  }
}

/** What is kept of every catalogue. */
export class Versions {
  private readonly documents: Documents<typeof versionSchema>

  constructor(documents: Documents<typeof versionSchema>) {
    this.documents = documents
  }

  /** Versions of one catalogue, newest first; empty where there is none. */
  async of(name: string): Promise<readonly VersionEntry[]> {
    return newestFirst(await this.documents.all(name))
  }

  /** The current version of each catalogue: invented shops first, then by name. */
  async current(): Promise<readonly VersionEntry[]> {
    const newest = new Map<string, VersionEntry>()
    for (const entry of newestFirst(await this.documents.all())) {
      if (!newest.has(entry.summary.name)) newest.set(entry.summary.name, entry)
    }
    return [...newest.values()].sort(
      (a, b) =>
        Number(b.summary.invented) - Number(a.summary.invented) || compare(a.summary.name, b.summary.name),
    )
  }

  /** One version; the current one of the first catalogue by default. Throws NOT_FOUND. */
  async find(name?: string, version?: number): Promise<VersionEntry> {
    const candidates = name === undefined ? await this.current() : await this.of(name)
    const entry =
      version === undefined ? candidates[0] : candidates.find((one) => one.summary.version === version)
    if (entry) return entry
    throw notFound(
      'catalogue',
      [name ?? 'any', ...(version === undefined ? [] : [`version ${version}`])].join(', '),
    )
  }

  /** Adds a version: the one commit of an import. */
  async commit(entry: VersionEntry): Promise<void> {
    await this.documents.add(entry.summary.name, entry.summary.version, entry)
  }

  /** Forgets versions beyond those kept. */
  async prune(name: string): Promise<void> {
    const oldest = (await this.of(name))[KEPT - 1]
    if (oldest) await this.documents.remove(name, oldest.summary.version)
  }

  /** Forgets a catalogue. */
  async remove(name: string): Promise<void> {
    await this.documents.remove(name)
  }

  /** Every table that some version is made of. */
  async tables(): Promise<ReadonlySet<string>> {
    return new Set((await this.documents.all()).flatMap((entry) => Object.values(entry.tables)))
  }
}

function newestFirst(entries: readonly VersionEntry[]): readonly VersionEntry[] {
  return [...entries].sort((a, b) => b.summary.version - a.summary.version)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
