/** The HTTP API as one table: what is there, what it takes, what it answers. The description is made from it too. */
import { z } from 'zod'
import { adapterRefSchema, personaSchema, searchSchema } from '../../../shared/contract/schemas'
import { compare, evaluateNarratives, importFile, narrate } from '../operations'
import {
  strictCompareSchema,
  strictEvaluateNarrativesSchema,
  strictEvaluateRetrievalSchema,
  strictImportAdapterSchema,
  strictImportSchema,
  strictWriteSchema,
} from '../validate'
import {
  adapterReply,
  catalogueReply,
  importReply,
  modelReply,
  narrativeEvaluationReply,
  retrievalEvaluationReply,
  narrativeReply,
  shopperReply,
} from './replies'
import { mustBeAbsolute } from './absolute'
import type { Route } from './route'
import { get, numeral, post, search } from './route'
import { RUN_ROUTES } from './runRoutes'
import { FAIRNESS_ROUTES } from './fairnessRoutes'
import { RECOMMEND_ROUTES } from './recommendRoutes'
import { RULE_ROUTES } from './ruleRoutes'
import { VERSION_ROUTES } from './versionRoutes'
import { PREVIEW_ROUTES } from './previewRoutes'
import { TEMPLATE_ROUTES } from './templateRoutes'

/** A search as an address carries it. */
const shopperQuery = z.strictObject({
  search: z.string().max(200).optional().describe('Words of the name, id, interests or segments'),
  catalogue: searchSchema.shape.catalogue,
  limit: numeral(searchSchema.shape.limit).optional().describe('1 to 200; 30 when left out'),
  offset: numeral(searchSchema.shape.offset).optional().describe('0 when left out'),
})

/** Every route. */
export const ROUTES: readonly Route[] = [
  get({
    path: '/v1/model',
    summary: 'The model in use',
    reply: modelReply,
    run: (_, { services }) => services.model(),
  }),
  get({
    path: '/v1/catalogues',
    summary: 'Stored catalogues',
    reply: z.object({ catalogues: z.array(catalogueReply) }),
    run: async (_, { services }) => ({ catalogues: await services.catalogues() }),
  }),
  get({
    path: '/v1/personas',
    summary: 'Personas',
    reply: z.object({ personas: z.array(personaSchema) }),
    run: async (_, { services }) => ({ personas: await services.personas() }),
  }),
  search(shopperQuery, {
    path: '/v1/shoppers',
    summary: 'Shoppers of a catalogue, by name',
    reply: z.object({ shoppers: z.array(shopperReply), total: z.number().int() }),
    run: async ({ search: text, ...rest }, { services }) => {
      const { items, total } = await services.searchShoppers(searchSchema.parse({ ...rest, text }))
      return { shoppers: items, total }
    },
  }),
  ...TEMPLATE_ROUTES,
  get({
    path: '/v1/adapters',
    summary: 'Adapters that can be used in a narrative',
    reply: z.object({ adapters: z.array(adapterReply) }),
    run: async (_, { services }) => ({ adapters: await services.adapters() }),
  }),
  post(strictImportAdapterSchema, {
    path: '/v1/adapters/import',
    summary: 'Imports a PEFT folder that lies on this machine, by its absolute path',
    reply: adapterReply,
    run: ({ path, name }, { services }) =>
      services.importAdapter({ path, ...(name === undefined ? {} : { name }) }),
  }),
  post(adapterRefSchema.strict(), {
    path: '/v1/adapters/remove',
    summary: 'Takes an imported adapter off; it can be restored',
    reply: z.object({ removed: z.string() }),
    run: async ({ name }, { services }) => {
      await services.removeAdapter(name)
      return { removed: name }
    },
  }),
  post(adapterRefSchema.strict(), {
    path: '/v1/adapters/restore',
    summary: 'Puts a removed adapter back',
    reply: adapterReply,
    run: ({ name }, { services }) => services.restoreAdapter(name),
  }),
  post(strictWriteSchema, {
    path: '/v1/narrate',
    summary: 'Writes one narrative',
    reply: narrativeReply,
    run: (request, { services, signal }) => narrate(services, request, signal),
  }),
  post(strictCompareSchema, {
    path: '/v1/compare',
    summary: 'Writes the same brief in several variants',
    reply: z.object({ variants: z.array(narrativeReply) }),
    run: (request, { services, signal }) => compare(services, request, signal),
  }),
  post(strictEvaluateNarrativesSchema, {
    path: '/v1/evaluate/narratives',
    summary: 'Writes many narratives and measures them, or measures texts for the same cases; takes minutes',
    reply: narrativeEvaluationReply,
    run: (request, { services, signal }) => evaluateNarratives(services, request, signal),
  }),
  post(strictEvaluateRetrievalSchema, {
    path: '/v1/evaluate/retrieval',
    summary: 'Measures the search of a catalogue on judged queries',
    reply: retrievalEvaluationReply,
    run: (request, { services, signal }) => services.evaluateRetrieval(request, signal),
  }),
  ...RUN_ROUTES,
  ...FAIRNESS_ROUTES,
  ...RECOMMEND_ROUTES,
  ...RULE_ROUTES,
  ...VERSION_ROUTES,
  ...PREVIEW_ROUTES,
  post(strictImportSchema, {
    path: '/v1/import',
    summary:
      'Imports a catalogue that lies on this machine: a file, a folder or several files, by absolute path',
    reply: importReply,
    run: (request, { services, signal }) => {
      mustBeAbsolute(request)
      return importFile(services, request, signal)
    },
  }),
]
