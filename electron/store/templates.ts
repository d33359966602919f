/** Templates with all their versions. */
import { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import { templateSaveSchema } from '../../shared/contract/schemas'
import type { Template } from '../../shared/domain/template'
import type { Documents } from './documents'
import { notFound } from './errors'
import type { TemplateDraft } from './types'

/** A stored template. */
export const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number().int().positive(),
  text: z.string(),
}) satisfies z.ZodType<Template>

/** Every version of every template. */
export class Templates {
  private readonly documents: Documents<typeof templateSchema>

  constructor(documents: Documents<typeof templateSchema>) {
    this.documents = documents
  }

  /** The latest version of each, by name. */
  async latest(): Promise<readonly Template[]> {
    const latest = new Map<string, Template>()
    for (const template of newestFirst(await this.documents.all())) {
      if (!latest.has(template.id)) latest.set(template.id, template)
    }
    return [...latest.values()].sort((a, b) => a.name.localeCompare(b.name))
  }

  /** Versions of one, newest first. Throws NOT_FOUND. */
  async versions(id: string): Promise<readonly Template[]> {
    const versions = await this.documents.all(id)
    if (versions.length === 0) throw notFound('template', id)
    return newestFirst(versions)
  }

  /** Saves a version; nothing new when neither name nor text changed. Throws BAD_INPUT. */
  async save(draft: TemplateDraft): Promise<Template> {
    const parsed = templateSaveSchema.safeParse(draft)
    if (!parsed.success) {
      const message = `The template is not usable: ${z.prettifyError(parsed.error)}`
      throw new ShelftalkError('BAD_INPUT', message, 'Give it a name, and at most 4,000 characters of text.')
    }
    const { name, text } = parsed.data
    return this.documents.inTurn(async () => {
      const id = parsed.data.id || (await this.freeId(name))
      const [newest] = newestFirst(await this.documents.all(id))
      if (newest?.name === name && newest.text === text) return newest
      const template: Template = { id, name, version: (newest?.version ?? 0) + 1, text }
      await this.documents.add(id, template.version, template)
      return template
    })
  }

  /** Tidies up the table. */
  async tidy(): Promise<void> {
    await this.documents.tidy()
  }

  /** The name in kebab case, with a number when it is taken. */
  private async freeId(name: string): Promise<string> {
    const plain =
      name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'template'
    const taken = new Set((await this.documents.all()).map((template) => template.id))
    let id = plain
    for (let number = 2; taken.has(id); number++) id = `${plain}-${number}`
    return id
  }
}

function newestFirst(templates: readonly Template[]): readonly Template[] {
  return [...templates].sort((a, b) => b.version - a.version)
}
