/** The HTTP API as one table: what is there, what it takes, what it answers. The description is made from it too. */
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { ShelftalkError } from '../../../shared/contract/errors'
import { personaSchema, searchSchema } from '../../../shared/contract/schemas'
import type { Services } from '../../../shared/contract/services'
import { compare, evaluateNarratives, importFile, narrate } from '../operations'
import {
  strictCompareSchema,
  strictEvaluateNarrativesSchema,
  strictImportSchema,
  strictWriteSchema,
} from '../validate'
import {
  adapterReply,
  catalogueReply,
  importReply,
  modelReply,
  narrativeEvaluationReply,
  narrativeReply,
  shopperReply,
  templateReply,
} from './replies'

/** What a route needs to answer. */
export interface RestContext {
  readonly services: Services
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal
}

/** One route. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly reply: z.ZodType
  /** Answers; `input` is the checked query or body. */
  readonly run: (input: unknown, context: RestContext) => Promise<unknown>
}

type Parts<Input extends z.ZodType> = Omit<Route, 'run' | 'query' | 'body'> & {
  readonly run: (input: z.output<Input>, context: RestContext) => Promise<unknown>
}

function get(parts: Omit<Parts<z.ZodUndefined>, 'method'>): Route {
  return { ...parts, method: 'GET', run: (_, context) => parts.run(undefined, context) }
}

function search<Query extends z.ZodObject>(query: Query, parts: Omit<Parts<Query>, 'method'>): Route {
  return {
    ...parts,
    method: 'GET',
    query,
    run: (input, context) => parts.run(input as z.output<Query>, context),
  }
}

function post<Body extends z.ZodType>(body: Body, parts: Omit<Parts<Body>, 'method'>): Route {
  return {
    ...parts,
    method: 'POST',
    body,
    run: (input, context) => parts.run(input as z.output<Body>, context),
  }
}

const numeral = (schema: z.ZodType) =>
  z.preprocess((value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value), schema)

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
  get({
    path: '/v1/templates',
    summary: 'Templates, the latest version of each',
    reply: z.object({ templates: z.array(templateReply) }),
    run: async (_, { services }) => ({ templates: await services.templates() }),
  }),
  get({
    path: '/v1/adapters',
    summary: 'Adapters that can be used in a narrative',
    reply: z.object({ adapters: z.array(adapterReply) }),
    run: async (_, { services }) => ({ adapters: await services.adapters() }),
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
  post(strictImportSchema, {
    path: '/v1/import',
    summary: 'Imports a catalogue file that lies on this machine, by its absolute path',
    reply: importReply,
    run: (request, { services, signal }) => {
      if (!isAbsolute(request.path)) {
        throw new ShelftalkError(
          'BAD_INPUT',
          `"${request.path}" is not an absolute path.`,
          'Give the whole path of the file on the machine that Shelftalk runs on.',
        )
      }
      return importFile(services, request, signal)
    },
  }),
]
