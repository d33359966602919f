/** The one contract: a tRPC router over `Services`, the same for MessagePort and HTTP. */
import { z } from 'zod'
import { fairnessRoutes } from './parts/fairness'
import { recommendRoutes } from './parts/recommend'
import { previewRoutes } from './parts/previews'
import { ruleRoutes } from './parts/rules'
import { runRoutes } from './parts/runs'
import { productSearchSchema, versionRoutes } from './parts/versions'
import { procedure, t } from './procedure'
import {
  adapterPartSchema,
  adapterRefSchema,
  audienceSchema,
  compareRequestSchema,
  evaluateNarrativesSchema,
  evaluateRetrievalSchema,
  importAdapterSchema,
  importRequestSchema,
  personaSchema,
  productRefSchema,
  searchSchema,
  templateIdSchema,
  templateSaveSchema,
  templateVersionSchema,
  writeRequestSchema,
} from './schemas'

/** The contract's router. */
export const router = t.router({
  status: procedure.subscription(async function* ({ ctx, signal }) {
    yield* ctx.services.status(signal ?? new AbortController().signal)
  }),
  model: procedure.query(({ ctx }) => ctx.services.model()),
  catalogues: procedure.query(({ ctx }) => ctx.services.catalogues()),
  product: procedure
    .input(productRefSchema)
    .query(({ ctx, input }) => ctx.services.product(input.catalogue, input.id)),
  searchProducts: procedure
    .input(productSearchSchema)
    .query(({ ctx, input }) => ctx.services.searchProducts(input)),
  searchShoppers: procedure.input(searchSchema).query(({ ctx, input }) => ctx.services.searchShoppers(input)),
  personas: procedure.query(({ ctx }) => ctx.services.personas()),
  audience: procedure
    .input(z.object({ catalogue: z.string().max(80).optional(), audience: audienceSchema }))
    .query(({ ctx, input }) => ctx.services.audience(input.catalogue, input.audience)),
  savePersona: procedure.input(personaSchema).mutation(({ ctx, input }) => ctx.services.savePersona(input)),
  deletePersona: procedure
    .input(z.object({ id: z.string().max(80) }))
    .mutation(({ ctx, input }) => ctx.services.deletePersona(input.id)),
  templates: procedure.query(({ ctx }) => ctx.services.templates()),
  saveTemplate: procedure
    .input(templateSaveSchema)
    .mutation(({ ctx, input }) => ctx.services.saveTemplate(input)),
  deletedTemplates: procedure.query(({ ctx }) => ctx.services.deletedTemplates()),
  templateVersions: procedure
    .input(templateIdSchema)
    .query(({ ctx, input }) => ctx.services.templateVersions(input.id)),
  template: procedure
    .input(templateVersionSchema.partial({ version: true }))
    .query(({ ctx, input }) => ctx.services.template(input.id, input.version)),
  restoreTemplate: procedure
    .input(templateVersionSchema)
    .mutation(({ ctx, input }) => ctx.services.restoreTemplate(input.id, input.version)),
  deleteTemplate: procedure
    .input(templateIdSchema)
    .mutation(({ ctx, input }) => ctx.services.deleteTemplate(input.id)),
  undeleteTemplate: procedure
    .input(templateIdSchema)
    .mutation(({ ctx, input }) => ctx.services.undeleteTemplate(input.id)),
  unreadable: procedure.query(({ ctx }) => ctx.services.unreadable()),
  checkTemplate: procedure
    .input(z.object({ text: z.string().max(4000) }))
    .query(({ ctx, input }) => ctx.services.checkTemplate(input.text)),
  adapters: procedure.query(({ ctx }) => ctx.services.adapters()),
  importAdapter: procedure
    .input(importAdapterSchema)
    .mutation(({ ctx, input }) => ctx.services.importAdapter(input)),
  uploadAdapterPart: procedure
    .input(adapterPartSchema)
    .mutation(({ ctx, input }) => ctx.services.uploadAdapterPart(input)),
  removeAdapter: procedure
    .input(adapterRefSchema)
    .mutation(({ ctx, input }) => ctx.services.removeAdapter(input.name)),
  restoreAdapter: procedure
    .input(adapterRefSchema)
    .mutation(({ ctx, input }) => ctx.services.restoreAdapter(input.name)),
  preview: procedure.input(writeRequestSchema).query(({ ctx, input }) => ctx.services.preview(input)),
  write: procedure.input(writeRequestSchema).subscription(async function* ({ ctx, input, signal }) {
    yield* ctx.services.write(input, signal ?? new AbortController().signal)
  }),
  compare: procedure.input(compareRequestSchema).subscription(async function* ({ ctx, input, signal }) {
    yield* ctx.services.compare(input, signal ?? new AbortController().signal)
  }),
  importFile: procedure.input(importRequestSchema).subscription(async function* ({ ctx, input, signal }) {
    yield* ctx.services.importFile(input, signal ?? new AbortController().signal)
  }),
  evaluateRetrieval: procedure
    .input(evaluateRetrievalSchema)
    .mutation(({ ctx, input, signal }) =>
      ctx.services.evaluateRetrieval(input, signal ?? new AbortController().signal),
    ),
  evaluateNarratives: procedure.input(evaluateNarrativesSchema).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    yield* ctx.services.evaluateNarratives(input, signal ?? new AbortController().signal)
  }),
  ...runRoutes,
  ...recommendRoutes,
  ...fairnessRoutes,
  ...ruleRoutes,
  ...versionRoutes,
  ...previewRoutes,
})

/** The contract as a type, for clients. */
export type Router = typeof router
