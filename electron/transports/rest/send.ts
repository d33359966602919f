/** Answers of the HTTP API. */
import type { ServerResponse } from 'node:http'
import type { ErrorCode } from '../../../shared/contract/errors'

/** Sends `value` as JSON and ends the response. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}

/** The HTTP status of an error code. */
export const ERROR_STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_INPUT: 400,
  NOT_FOUND: 404,
  IMPORT_REFUSED: 422,
  TEMPLATE_INVALID: 422,
  ADAPTER_UNREADABLE: 422,
  CANCELLED: 499,
  MODEL_UNREADABLE: 500,
  INTERNAL: 500,
  STORE_UNAVAILABLE: 503,
  ENGINE_DOWN: 503,
  SERVER_AWAY: 502,
}
