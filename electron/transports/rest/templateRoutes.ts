/** Routes of templates and their versions. */
import { z } from 'zod'
import { templateIdSchema, templateSaveSchema, templateVersionSchema } from '../../../shared/contract/schemas'
import { templateReply, unreadableReply } from './replies'
import type { Route } from './route'
import { get, numeral, post, search } from './route'

const oneTemplate = z.object({ template: templateReply })
const versionQuery = z.strictObject({
  id: templateIdSchema.shape.id,
  version: numeral(templateVersionSchema.shape.version).optional().describe('The latest when left out'),
})

/** Every route of templates. */
export const TEMPLATE_ROUTES: readonly Route[] = [
  get({
    path: '/v1/templates',
    summary: 'Templates, the latest version of each, and what is stored but cannot be read',
    reply: z.object({ templates: z.array(templateReply), unreadable: z.array(unreadableReply) }),
    run: async (_, { services }) => {
      const [templates, unreadable] = await Promise.all([services.templates(), services.unreadable()])
      return { templates, unreadable: unreadable.filter(({ kind }) => kind === 'template') }
    },
  }),
  get({
    path: '/v1/templates/deleted',
    summary: 'Deleted templates, the last version of each',
    reply: z.object({ templates: z.array(templateReply) }),
    run: async (_, { services }) => ({ templates: await services.deletedTemplates() }),
  }),
  search(z.strictObject(templateIdSchema.shape), {
    path: '/v1/templates/versions',
    summary: 'Every version of one template, newest first',
    reply: z.object({ versions: z.array(templateReply) }),
    run: async ({ id }, { services }) => ({ versions: await services.templateVersions(id) }),
  }),
  search(versionQuery, {
    path: '/v1/template',
    summary: 'One version of a template',
    reply: oneTemplate,
    run: async ({ id, version }, { services }) => ({
      template: await services.template(id, version as number | undefined),
    }),
  }),
  post(templateSaveSchema.strict(), {
    path: '/v1/templates/save',
    summary: 'Saves a new version of a template, or a new template where no id is given',
    reply: oneTemplate,
    run: async (draft, { services }) => ({ template: await services.saveTemplate(draft) }),
  }),
  post(templateVersionSchema.strict(), {
    path: '/v1/templates/restore',
    summary: 'Saves the text of an old version as the newest',
    reply: oneTemplate,
    run: async ({ id, version }, { services }) => ({ template: await services.restoreTemplate(id, version) }),
  }),
  post(templateIdSchema.strict(), {
    path: '/v1/templates/delete',
    summary: 'Takes a template out of the list; its versions stay and it can be brought back',
    reply: z.object({ deleted: z.string() }),
    run: async ({ id }, { services }) => {
      await services.deleteTemplate(id)
      return { deleted: id }
    },
  }),
  post(templateIdSchema.strict(), {
    path: '/v1/templates/undelete',
    summary: 'Brings a deleted template back',
    reply: oneTemplate,
    run: async ({ id }, { services }) => ({ template: await services.undeleteTemplate(id) }),
  }),
  post(z.strictObject({ text: z.string().max(4000) }), {
    path: '/v1/templates/check',
    summary: 'What a template means, or what is wrong with it by line',
    reply: z.object({
      directives: z.record(z.string(), z.unknown()).optional(),
      problems: z.array(z.object({ line: z.number().int(), message: z.string(), hint: z.string() })),
    }),
    run: async ({ text }, { services }) => services.checkTemplate(text),
  }),
]
