/** The store: one LanceDB database in the home folder, or behind a URI when a team outgrows one machine. */
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection } from '@lancedb/lancedb'
import { connect } from '@lancedb/lancedb'
import { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import { importRequestSchema, personaSchema } from '../../shared/contract/schemas'
import type { UnreadableItem } from '../../shared/contract/services'
import type { CatalogueSummary } from '../../shared/domain/catalogue'
import type { Persona } from '../../shared/domain/persona'
import type { ProductFate, VersionDiff } from '../../shared/domain/versions'
import type { StoredCatalogue } from './catalogue'
import { openCatalogue } from './catalogue'
import { Documents } from './documents'
import { guarded, notFound, unavailable } from './errors'
import type { Lock } from './lock'
import { noLock, tryLock } from './lock'
import type { DiffPage, VersionPair } from './diff'
import { Comparisons, countsOf, fieldChanges, pageOf } from './diff'
import type { RuleStore } from './rules'
import { Rules, storedRulesSchema } from './rules'
import type { RunStore } from './runs'
import { Runs, storedRunSchema } from './runs'
import { RunValueTable } from './runValues'
import { stage } from './staging'
import { documentTable, openOrCreate, runValueTable } from './tables'
import { Templates, storedTemplateSchema } from './templates'
import type { Catalogue, ImportMeta, ImportedWith, StagedImport, Store, TemplateDraft } from './types'
import type { VersionEntry } from './versions'
import { Versions, begunMs, isPartName, versionSchema } from './versions'

/** Version of the layout; a store of a later one is not touched. */
const FORMAT = 1
const formatSchema = z.object({ format: z.number().int() })
/** No import takes longer. */
const IMPORT_MS_MAX = 24 * 3_600_000
const OTHER_FOLDER = 'Choose another --home folder; an empty one or one that does not exist yet will do.'

/**
 * Opens the store of a home folder, making both when they are not there, or a store behind a URI (`s3://`, `gs://`, `az://`, `db://`).
 * Sweeps what a crashed import left. Throws STORE_UNAVAILABLE for a folder that is not ours, is damaged, or cannot be written to.
 */
export async function openStore(home: string): Promise<Store> {
  const remote = /^[a-z0-9+]{2,}:\/\//i.test(home)
  const place = remote ? home : await prepare(home)
  const connection = await guarded('Opening the store', () => connect(place, { readConsistencyInterval: 0 }))
  const takeLock = (file: string) => (remote ? async () => noLock : () => tryLock(join(home, file)))
  const documents = async <Schema extends z.ZodType>(name: string, schema: Schema, what: string) =>
    new Documents(await openOrCreate(connection, name, documentTable), schema, what)
  try {
    await checkFormat(await documents('format', formatSchema, 'format'), home)
    const store = new LanceStore({
      connection,
      versions: new Versions(await documents('catalogues', versionSchema, 'catalogue')),
      personas: await documents('personas', personaSchema, 'persona'),
      templates: new Templates(
        await documents('templates', storedTemplateSchema, 'template'),
        takeLock('templates.lock'),
      ),
      rules: new Rules(await documents('rules', storedRulesSchema, 'rule'), takeLock('rules.lock')),
      runs: new Runs(
        await documents('runs', storedRunSchema, 'run'),
        new RunValueTable(await openOrCreate(connection, 'run-values', runValueTable)),
        takeLock('runs.lock'),
      ),
      takeLock: takeLock('writer.lock'),
      spareMs: remote ? IMPORT_MS_MAX : 0,
    })
    await store.tidy()
    return store
  } catch (cause) {
    connection.close()
    if (cause instanceof ShelftalkError) throw cause
    throw unavailable(`The store in ${home} is damaged or is none of ours.`, OTHER_FOLDER, cause)
  }
}

/** Makes the folders of a local store; refuses what clearly is something else. */
async function prepare(home: string): Promise<string> {
  const place = join(home, 'store')
  const found = await stat(home).catch(() => undefined)
  if (found && !found.isDirectory()) throw unavailable(`${home} is a file, not a folder.`, OTHER_FOLDER)
  try {
    await mkdir(place, { recursive: true })
  } catch (cause) {
    throw unavailable(`The folder ${home} cannot be made or written to.`, OTHER_FOLDER, cause)
  }
  const names = (await readdir(place)).filter((name) => !/^[._]/.test(name))
  if (names.length > 0 && !names.includes('format.lance')) {
    throw unavailable(`The folder ${place} holds other things, for example ${names[0] ?? ''}.`, OTHER_FOLDER)
  }
  return place
}

async function checkFormat(documents: Documents<typeof formatSchema>, home: string): Promise<void> {
  const [found] = await documents.all()
  if (!found) await documents.add('format', 0, { format: FORMAT })
  else if (found.format > FORMAT) {
    throw unavailable(
      `${home} was written by a newer Shelftalk.`,
      'Update Shelftalk, or choose another --home folder.',
    )
  }
  documents.close()
}

interface Parts {
  readonly connection: Connection
  readonly versions: Versions
  readonly personas: Documents<typeof personaSchema>
  readonly templates: Templates
  readonly rules: Rules
  readonly runs: Runs
  /** Undefined while another holds it. */
  readonly takeLock: () => Promise<Lock | undefined>
  /** Tables begun this recently are never swept: without a lock they may be those of an import under way elsewhere. */
  readonly spareMs: number
}

class LanceStore implements Store {
  private readonly parts: Parts
  /** Opened versions by `name@version`, newest use last. */
  private readonly opened = new Map<string, Promise<StoredCatalogue>>()
  private readonly comparisons: Comparisons

  constructor(parts: Parts) {
    this.parts = parts
    this.comparisons = new Comparisons((name) => parts.connection.openTable(name))
  }

  /**
   * Drops what a crashed import left and tidies up small tables; leaves that to the writer while one is at work. What cannot be tidied up
   * is left for the next time, and no reason not to open: whoever reads what is damaged is told so.
   */
  async tidy(): Promise<void> {
    const lock = await this.parts.takeLock()
    if (!lock) return
    const { personas, templates, rules, runs } = this.parts
    try {
      await this.sweep().catch(() => undefined)
      for (const part of [personas, templates, rules, runs]) await part.tidy().catch(() => undefined)
    } finally {
      await lock.release()
    }
  }

  async catalogues(): Promise<readonly CatalogueSummary[]> {
    return (await this.parts.versions.current()).map((entry) => entry.summary)
  }

  async catalogue(name?: string, version?: number): Promise<Catalogue> {
    const entry = await this.parts.versions.find(name, version)
    // Versions of a deleted catalogue may come again under the same number.
    const key = entry.tables.ranks
    const known = this.opened.get(key)
    if (known && (await known).summary.version === entry.summary.version) return known
    const opening = openCatalogue(this.parts.connection, entry)
    this.opened.set(key, opening)
    opening.catch(() => this.opened.delete(key))
    return opening
  }

  async versions(name: string): Promise<readonly CatalogueSummary[]> {
    return (await this.parts.versions.of(name)).map((entry) => entry.summary)
  }

  async rollBack(name: string, version: number): Promise<CatalogueSummary> {
    return this.writing(async () => {
      const old = await this.parts.versions.find(name, version)
      const newest = await this.parts.versions.find(name)
      const summary = { ...old.summary, version: newest.summary.version + 1, createdAtMs: Date.now() }
      const entry: VersionEntry = { ...old, summary }
      await this.parts.versions.commit(entry)
      return summary
    })
  }

  async deleteCatalogue(name: string): Promise<void> {
    await this.writing(async () => {
      await this.parts.versions.find(name)
      // First its rules: left behind, they would act on the next catalogue of that name.
      await this.parts.rules.forget(name)
      await this.parts.versions.remove(name)
      await this.sweep()
    })
  }

  async diffVersions(name: string, { before, after }: VersionPair, page: DiffPage): Promise<VersionDiff> {
    const [former, later] = await Promise.all([
      this.parts.versions.find(name, before),
      this.parts.versions.find(name, after),
    ])
    const fates = await this.comparisons.of(former, later)
    const { ids, total } = pageOf(fates, page)
    const [old, current] = await Promise.all([this.catalogue(name, before), this.catalogue(name, after)])
    const byId = async (catalogue: Catalogue, but: ProductFate) => {
      const wanted = ids.filter(({ fate }) => fate !== but).map(({ id }) => id)
      return new Map((await catalogue.products(wanted)).map((product) => [product.id, product]))
    }
    const [was, is] = await Promise.all([byId(old, 'added'), byId(current, 'removed')])
    const items = ids.map(({ id, fate }) => {
      const [a, b] = [was.get(id), is.get(id)]
      const title = (b ?? a)?.title ?? id
      return { id, title, fate, fields: a && b ? fieldChanges(a, b) : [] }
    })
    return { before: former.summary, after: later.summary, counts: countsOf(fates), items, total }
  }

  async importRequests(name: string, version?: number): Promise<readonly ImportedWith[]> {
    return (await this.parts.versions.find(name, version)).requests ?? []
  }

  async beginImport(name: string, meta: ImportMeta): Promise<StagedImport> {
    const parsed = importRequestSchema.shape.name.unwrap().safeParse(name)
    if (!parsed.success) {
      const message = `"${name}" cannot be the name of a catalogue.`
      throw new ShelftalkError(
        'BAD_INPUT',
        message,
        'Use lower-case letters, digits and hyphens, 40 at most.',
      )
    }
    const { connection, versions } = this.parts
    const lock = await this.lock()
    const sweep = () => this.afterCommit(parsed.data)
    try {
      return await stage({ connection, versions, lock, sweep }, parsed.data, meta)
    } catch (cause) {
      await lock.release()
      throw cause
    }
  }

  async personas(): Promise<readonly Persona[]> {
    const { found } = await this.parts.personas.read()
    return found.map(({ value }) => value).sort((a, b) => a.name.localeCompare(b.name))
  }

  async savePersona(persona: Persona): Promise<Persona> {
    const parsed = personaSchema.safeParse(persona)
    if (!parsed.success) {
      throw new ShelftalkError(
        'BAD_INPUT',
        `The persona is not usable: ${z.prettifyError(parsed.error)}`,
        'Correct the fields named.',
      )
    }
    return this.parts.personas.inTurn(async () => {
      await this.parts.personas.put(parsed.data.id, parsed.data)
      return parsed.data
    })
  }

  async deletePersona(id: string): Promise<void> {
    await this.parts.personas.inTurn(async () => {
      const { found, unreadable } = await this.parts.personas.read(id)
      if (found.length + unreadable.length === 0) throw notFound('persona', id)
      await this.parts.personas.remove(id)
    })
  }

  get rules(): RuleStore {
    return this.parts.rules
  }

  get runs(): RunStore {
    return this.parts.runs
  }

  readonly templates: Store['templates'] = () => this.parts.templates.latest()
  readonly deletedTemplates: Store['deletedTemplates'] = () => this.parts.templates.deleted()
  readonly templateVersions: Store['templateVersions'] = (id) => this.parts.templates.versions(id)
  readonly saveTemplate: Store['saveTemplate'] = (draft: TemplateDraft) => this.parts.templates.save(draft)
  readonly deleteTemplate: Store['deleteTemplate'] = (id) => this.parts.templates.remove(id)
  readonly undeleteTemplate: Store['undeleteTemplate'] = (id) => this.parts.templates.undelete(id)

  async unreadable(): Promise<readonly UnreadableItem[]> {
    const [personas, templates, runs] = await Promise.all([
      this.parts.personas.read(),
      this.parts.templates.unreadable(),
      this.parts.runs.unreadable(),
    ])
    return [
      ...personas.unreadable.map(({ id, reason }) => ({ kind: 'persona' as const, id, reason })),
      ...templates.map((one) => ({ kind: 'template' as const, ...one })),
      ...runs.map(({ id, reason }) => ({ kind: 'run' as const, id, reason })),
    ]
  }

  async close(): Promise<void> {
    for (const catalogue of this.opened.values()) (await catalogue.catch(() => undefined))?.close()
    this.opened.clear()
    this.parts.connection.close()
  }

  /** What follows a commit. */
  private async afterCommit(name: string): Promise<void> {
    try {
      await this.parts.versions.prune(name)
      await this.sweep()
    } catch {
      // The import stands. What could not be dropped now goes when the store is next opened.
    }
  }

  /** Drops tables of catalogues that no version names. Only while holding the lock. */
  private async sweep(): Promise<void> {
    const used = await this.parts.versions.tables()
    for (const name of await this.parts.connection.tableNames()) {
      if (!isPartName(name) || used.has(name) || Date.now() - begunMs(name) < this.parts.spareMs) continue
      const open = this.opened.get(name)
      this.opened.delete(name)
      if (open) (await open).close()
      await this.parts.connection.dropTable(name)
    }
  }

  private async writing<Result>(run: () => Promise<Result>): Promise<Result> {
    const lock = await this.lock()
    try {
      return await guarded('Changing the catalogues', run)
    } finally {
      await lock.release()
    }
  }

  private async lock(): Promise<Lock> {
    const lock = await this.parts.takeLock()
    if (lock) return lock
    throw unavailable('Another import is running.', 'Wait until it is done, or stop it, then try again.')
  }
}
