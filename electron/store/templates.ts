/**
 * Templates with all their versions. The table only grows: a save, a restore and a deletion each add a row, and a deletion is undone by
 * taking its row away again.
 */
import { userInfo } from 'node:os'
import { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import { templateSaveSchema } from '../../shared/contract/schemas'
import type { Template } from '../../shared/domain/template'
import type { Documents, UnreadableDocument } from './documents'
import { notFound } from './errors'
import type { Lock } from './lock'
import { waitForLock } from './lock'
import type { TemplateDraft } from './types'

/** A row of the table. Homes of before kept the first four fields alone. */
export const storedTemplateSchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number().int().positive(),
  text: z.string(),
  savedAtMs: z.number().optional(),
  savedBy: z.string().optional(),
  restoredFrom: z.number().int().positive().optional(),
  /** This row says that the template was deleted. */
  deleted: z.literal(true).optional(),
})

type Row = z.output<typeof storedTemplateSchema>

/** Letters of an id that come from the name; the number after them has room in the 80 that an id may have. */
const ID_LETTERS = 70
/** The longest that one save waits for those of other processes, milliseconds. */
const WAIT_MS = 10_000

/** Everything stored under one id; rows newest first. */
interface Story {
  readonly id: string
  readonly rows: readonly Row[]
  readonly unreadable: readonly UnreadableDocument[]
  /** The highest version there is, readable or not. */
  readonly newest: number
}

/** Every version of every template. */
export class Templates {
  private readonly documents: Documents<typeof storedTemplateSchema>
  private readonly takeLock: () => Promise<Lock | undefined>

  /** `takeLock` keeps other processes out for the time of one write; undefined while one of them is at it. */
  constructor(documents: Documents<typeof storedTemplateSchema>, takeLock: () => Promise<Lock | undefined>) {
    this.documents = documents
    this.takeLock = takeLock
  }

  /** The latest version of each that is not deleted, by name. */
  async latest(): Promise<readonly Template[]> {
    return byName((await this.stories()).filter((story) => !isDeleted(story)))
  }

  /** The last version of each that is deleted, by name. */
  async deleted(): Promise<readonly Template[]> {
    return byName((await this.stories()).filter(isDeleted))
  }

  /** Versions of one, newest first. Throws NOT_FOUND. */
  async versions(id: string): Promise<readonly Template[]> {
    return saved(existing(await this.story(id), id)).map(asTemplate)
  }

  /** Versions that cannot be read, of templates that are not deleted. */
  async unreadable(): Promise<readonly UnreadableDocument[]> {
    return (await this.stories()).filter((story) => !isDeleted(story)).flatMap((story) => story.unreadable)
  }

  /** Saves a version; nothing new when neither name nor text changed. Throws BAD_INPUT, and NOT_FOUND for a deleted one. */
  async save(draft: TemplateDraft): Promise<Template> {
    const parsed = templateSaveSchema.safeParse(draft)
    if (!parsed.success) {
      const message = `The template is not usable: ${z.prettifyError(parsed.error)}`
      throw new ShelftalkError('BAD_INPUT', message, 'Give it a name, and at most 4,000 characters of text.')
    }
    const { name, text } = parsed.data
    const restored = draft.restoredFrom === undefined ? {} : { restoredFrom: draft.restoredFrom }
    return this.alone(async () => {
      const id = parsed.data.id || (await this.freeId(name))
      return asTemplate(
        await this.append(id, (story) => {
          if (isDeleted(story)) throw deletedError(id)
          const [last] = story.rows
          return last?.name === name && last.text === text ? last : { name, text, ...restored }
        }),
      )
    })
  }

  /** Takes a template out of the lists. Throws NOT_FOUND. */
  async remove(id: string): Promise<void> {
    await this.alone(() =>
      this.append(id, (story) => {
        const [last] = existing(story, id).rows
        return { name: last?.name ?? id, text: last?.text ?? '', deleted: true }
      }),
    )
  }

  /** Brings a deleted template back as it was. Throws NOT_FOUND. */
  async undelete(id: string): Promise<Template> {
    return this.alone(async () => {
      const story = await this.story(id)
      const [last] = saved(story)
      if (!last || !isDeleted(story)) {
        const hint = 'The list of deleted templates says which can be brought back.'
        throw new ShelftalkError('NOT_FOUND', `There is no deleted template "${id}".`, hint)
      }
      for (const { version } of story.rows.filter((row) => row.deleted && row.version > last.version))
        await this.documents.removeVersion(id, version)
      return asTemplate(last)
    })
  }

  /** Tidies up the table; left for another time while a process writes to it. */
  async tidy(): Promise<void> {
    const lock = await this.takeLock()
    if (!lock) return
    try {
      await this.documents.tidy()
    } finally {
      await lock.release()
    }
  }

  /** Reads and writes while nobody else writes, in this process or in another. */
  private alone<Result>(run: () => Promise<Result>): Promise<Result> {
    return this.documents.inTurn(async () => {
      const lock = await waitForLock(this.takeLock, WAIT_MS)
      if (!lock) throw savedElsewhere()
      try {
        return await run()
      } finally {
        await lock.release()
      }
    })
  }

  /** Adds a row after the newest; a row that `next` gives back as it was is left alone. */
  private async append(
    id: string,
    next: (story: Story) => Row | Omit<Row, 'id' | 'version' | 'savedAtMs' | 'savedBy'>,
  ): Promise<Row> {
    const story = await this.story(id)
    const body = next(story)
    if ('version' in body) return body
    const row: Row = { id, version: story.newest + 1, ...body, savedAtMs: Date.now(), ...author() }
    if (await this.documents.addNew(id, row.version, row)) return row
    // Behind a URI there is no lock: the database says that somebody was faster.
    throw savedElsewhere()
  }

  private async story(id: string): Promise<Story> {
    return storyOf(id, await this.documents.read(id))
  }

  private async stories(): Promise<readonly Story[]> {
    const read = await this.documents.read()
    const ids = new Set([...read.found, ...read.unreadable].map(({ id }) => id))
    return [...ids].map((id) => storyOf(id, read))
  }

  /** The name in kebab case, with a number when it is or was taken; short enough to be asked for (`templateIdSchema`). */
  private async freeId(name: string): Promise<string> {
    const plain =
      name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, ID_LETTERS)
        .replace(/^-|-$/g, '') || 'template'
    const taken = new Set((await this.stories()).map((story) => story.id))
    let id = plain
    for (let number = 2; taken.has(id); number++) id = `${plain}-${number}`
    return id
  }
}

type Read = Awaited<ReturnType<Documents<typeof storedTemplateSchema>['read']>>

/** Where two processes made the same version at once, before versions were guarded, the row that comes first counts. */
function storyOf(id: string, { found, unreadable }: Read): Story {
  const versions = new Map<number, Row>()
  for (const one of found)
    if (one.id === id && !versions.has(one.version)) versions.set(one.version, one.value)
  const bad = unreadable.filter((one) => one.id === id)
  const rows = [...versions.values()].sort((a, b) => b.version - a.version)
  return {
    id,
    rows,
    unreadable: bad,
    newest: Math.max(0, ...versions.keys(), ...bad.map(({ version }) => version)),
  }
}

const isDeleted = ({ rows }: Story): boolean => rows[0]?.deleted === true
const saved = ({ rows }: Story): readonly Row[] => rows.filter((row) => !row.deleted)

function existing(story: Story, id: string): Story {
  if (isDeleted(story)) throw deletedError(id)
  if (story.rows.length + story.unreadable.length === 0) throw notFound('template', id)
  return story
}

function deletedError(id: string): ShelftalkError {
  const hint = 'Bring it back first, or choose another template.'
  return new ShelftalkError('NOT_FOUND', `The template "${id}" was deleted.`, hint)
}

function savedElsewhere(): ShelftalkError {
  const hint = 'Nothing was saved here. Try again in a moment.'
  return new ShelftalkError('STORE_UNAVAILABLE', 'Templates are being saved elsewhere.', hint)
}

function byName(stories: readonly Story[]): readonly Template[] {
  return stories
    .flatMap((story) => saved(story).slice(0, 1))
    .map(asTemplate)
    .sort((a, b) => a.name.localeCompare(b.name))
}

function asTemplate({ deleted: _, ...template }: Row): Template {
  return template
}

/** Who is at the machine; nobody where the system does not know the user. */
function author(): { readonly savedBy?: string } {
  try {
    return { savedBy: userInfo().username }
  } catch {
    return {}
  }
}
