/** The HTTP API described as OpenAPI 3.1, made from the routes and their schemas. */
import { z } from 'zod'
import { errorReply } from './replies'
import type { Route } from './route'
import { ROUTES } from './routes'

type Json = Readonly<Record<string, unknown>>

/** Custom checks have no form in JSON Schema; the slot names are strings. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const made: Record<string, unknown> = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: part }) => {
      if (zodSchema._zod.def.type === 'custom') part.type = 'string'
    },
  })
  delete made['$schema']
  return made
}

const jsonContent = (schema: Json): Json => ({ 'application/json': { schema } })
const failure = (description: string): Json => ({
  description,
  content: jsonContent({ $ref: '#/components/schemas/Error' }),
})

function parameters(query: z.ZodObject): readonly Json[] {
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as {
    readonly properties?: Readonly<Record<string, Json>>
    readonly required?: readonly string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function operation({ method, path, summary, query, body, reply }: Route): Json {
  const takes = query !== undefined || body !== undefined
  return {
    operationId: `${method.toLowerCase()}${path.replace(/^\/v1/, '').replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    ...(query ? { parameters: parameters(query) } : {}),
    ...(body ? { requestBody: { required: true, content: jsonContent(jsonSchema(body, 'input')) } } : {}),
    responses: {
      200: { description: 'Done', content: jsonContent(jsonSchema(reply, 'output')) },
      ...(takes ? { 400: failure('The request is not usable') } : {}),
      401: failure('The token is missing or not that of this server'),
      ...(method === 'POST'
        ? {
            404: failure('Something the request names does not exist'),
            413: failure('The body is too long'),
            415: failure('The body is not JSON'),
            422: failure('The file, template or adapter cannot be used'),
          }
        : {}),
      503: failure('The engine is restarting or its store cannot be reached; try again'),
    },
  }
}

/** The description, for a server at `url`. */
export function openApi(url: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of ROUTES)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shelftalk',
      version: '1',
      description: 'Short, personal, grounded product narratives, written on this machine.',
    },
    servers: [{ url }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: jsonSchema(errorReply, 'output') },
    },
  }
}
