/** What a route of the HTTP API is made of. */
import { z } from 'zod'
import type { Services } from '../../../shared/contract/services'

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

/** A route that takes nothing. */
export function get(parts: Omit<Parts<z.ZodUndefined>, 'method'>): Route {
  return { ...parts, method: 'GET', run: (_, context) => parts.run(undefined, context) }
}

/** A route that takes a query. */
export function search<Query extends z.ZodObject>(query: Query, parts: Omit<Parts<Query>, 'method'>): Route {
  return {
    ...parts,
    method: 'GET',
    query,
    run: (input, context) => parts.run(input as z.output<Query>, context),
  }
}

/** A route that takes a body. */
export function post<Body extends z.ZodType>(body: Body, parts: Omit<Parts<Body>, 'method'>): Route {
  return {
    ...parts,
    method: 'POST',
    body,
    run: (input, context) => parts.run(input as z.output<Body>, context),
  }
}

/** A whole number as an address carries it. */
export const numeral = (schema: z.ZodType) =>
  z.preprocess((value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value), schema)
