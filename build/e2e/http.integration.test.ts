/** Browser mode over real sockets, with canned services. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import superjson from 'superjson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpServer } from '../../electron/transports/http'
import { serveHttp } from '../../electron/transports/http'
import { narrativeReply } from '../../electron/transports/rest/replies'
import { ROUTES } from '../../electron/transports/rest/routes'
import type { Services } from '../../shared/contract/services'
import { fakeServices } from './fakeServices'

let root: string
let server: HttpServer
let at: string
let persona: string
let stopped = 0

/** The fake, counting streams that were stopped before their end. */
function watched(): Services {
  const services = fakeServices({ wordMs: 4 })
  const write: Services['write'] = async function* (request, signal) {
    try {
      yield* services.write(request, signal)
    } finally {
      if (signal.aborted) stopped += 1
    }
  }
  return { ...services, write }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'shelftalk-http-'))
  const window = join(root, 'window')
  mkdirSync(join(window, 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.json'), '{}')
  writeFileSync(join(window, 'index.html'), '<!doctype html><title>Shelftalk</title>')
  writeFileSync(join(window, '.stamp'), 'x')
  writeFileSync(join(window, 'assets/index-1234.js'), 'export {}')
  server = await serveHttp({ services: watched(), window })
  at = `http://127.0.0.1:${server.port}`
  const { personas } = (await (await call('/v1/personas')).json()) as { personas: { id: string }[] }
  persona = personas[0]?.id ?? ''
})
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true })
})

function call(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(at + path, {
    ...init,
    headers: {
      authorization: `Bearer ${server.token}`,
      ...(init.headers as Record<string, string> | undefined),
    },
  })
}

function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })
}

/** A request with headers that `fetch` does not let one set. */
function raw(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(at + path, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

const narration = () => ({ audience: { kind: 'persona', id: persona }, occasion: 'a rainy weekend' })

describe('the page', () => {
  it('is served with a strict policy and needs no token', async () => {
    const response = await fetch(`${at}/`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>Shelftalk</title>'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
  it.each([
    ['/assets/index-1234.js', 200],
    ['/assets/none.js', 404],
    ['/.stamp', 404],
    ['/%2e%2e/secret.json', 404],
    ['/..%2fsecret.json', 404],
    ['/assets%00/index-1234.js', 404],
    ['/%zz', 404],
  ])('answers %s with %i', async (path, status) => {
    expect(await raw(path, {})).toBe(status)
  })
  it('has its token in the fragment, which browsers keep to themselves', () => {
    expect(server.url).toBe(`${at}/#token=${server.token}`)
    expect(server.token).toMatch(/^[\w-]{43}$/)
  })
})

describe('the gate', () => {
  it.each(['/v1/personas', '/v1/nothing', '/trpc/personas'])('asks for the token at %s', async (path) => {
    const none = await fetch(at + path)
    const wrong = await fetch(at + path, { headers: { authorization: `Bearer ${'x'.repeat(43)}` } })
    expect([none.status, wrong.status, none.headers.get('www-authenticate')]).toEqual([401, 401, 'Bearer'])
  })
  it('tells a client of the contract in its own shape', async () => {
    const { error } = (await (await fetch(`${at}/trpc/personas`)).json()) as {
      error: Parameters<typeof superjson.deserialize>[0]
    }
    expect(superjson.deserialize(error)).toMatchObject({
      data: { code: 'UNAUTHORIZED' },
      shelftalk: { code: 'BAD_INPUT' },
    })
  })
  it('turns away a name that was rebound to this machine, whatever is asked for', async () => {
    const headers = { host: `evil.example:${server.port}`, authorization: `Bearer ${server.token}` }
    expect(
      await Promise.all(['/', '/v1/personas', '/openapi.json'].map((path) => raw(path, headers))),
    ).toEqual([403, 403, 403])
    expect(await raw('/v1/personas', { ...headers, host: `localhost:${server.port}` })).toBe(200)
  })
  it('turns away pages of other origins', async () => {
    const status = async (origin: string) => (await call('/v1/personas', { headers: { origin } })).status
    expect([await status('https://evil.example'), await status('null'), await status(at)]).toEqual([
      403, 403, 200,
    ])
  })
})

/** Event names of a stream of the contract, as they arrive. */
async function* streamed(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    for (const match of decoder.decode(chunk as Uint8Array).matchAll(/"type":"(\w+)"/g)) yield match[1] ?? ''
  }
}

describe('the contract', () => {
  it('streams a narrative as server-sent events to its end', async () => {
    const response = await call('/trpc/write', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(superjson.serialize(narration())),
    })
    const types: string[] = []
    for await (const type of streamed(response)) types.push(type)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(new Set(types)).toEqual(new Set(['picked', 'planned', 'partial', 'beat', 'done']))
  })
  it('stops the stream when the client goes away', async () => {
    const before = stopped
    const controller = new AbortController()
    const response = await call('/trpc/write', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(superjson.serialize(narration())),
      signal: controller.signal,
    })
    for await (const type of streamed(response)) if (type === 'partial') break
    controller.abort()
    await expect.poll(() => stopped, { timeout: 5000 }).toBe(before + 1)
  })
  it('refuses a body that is too long', async () => {
    expect((await post('/trpc/savePersona', superjson.serialize({ id: 'x'.repeat(1_100_000) }))).status).toBe(
      413,
    )
  })
})

async function errorOf(response: Promise<Response>): Promise<readonly [number, string]> {
  const settled = await response
  const { error } = (await settled.json()) as { error: { code: string; message: string; hint: string } }
  expect(error.message).not.toBe('')
  expect(error.hint).not.toBe('')
  return [settled.status, error.code]
}

describe('the API', () => {
  it('writes a narrative as it is described', async () => {
    const response = await post('/v1/narrate', narration())
    const body: unknown = await response.json()
    expect(response.status).toBe(200)
    expect(narrativeReply.strict().safeParse(body).error?.issues).toBeUndefined()
  })
  it('compares variants in their order', async () => {
    const variants = [{ strategy: 'random' }, { strategy: 'popularity' }]
    const { variants: written } = (await (
      await post('/v1/compare', { ...narration(), variants })
    ).json()) as { variants: { strategy: string }[] }
    expect(written.map(({ strategy }) => strategy)).toEqual(['random', 'popularity'])
  })
  it.each([
    '/v1/model',
    '/v1/catalogues',
    '/v1/personas',
    '/v1/shoppers?search=a&limit=2',
    '/v1/templates',
    '/v1/adapters',
  ])('answers %s', async (path) => {
    const response = await call(path)
    const route = ROUTES.find((one) => one.path === path.split('?')[0])
    expect(response.status).toBe(200)
    expect(route?.reply.safeParse(await response.json()).error?.issues).toBeUndefined()
  })
  it('imports, removes and restores an adapter', async () => {
    const reply = ROUTES.find(({ path }) => path === '/v1/adapters/import')?.reply
    const imported = await (await post('/v1/adapters/import', { path: '/folders/winter' })).json()
    expect(reply?.parse(imported)).toMatchObject({ name: 'winter', origin: 'imported' })
    expect(await (await post('/v1/adapters/remove', { name: 'winter' })).json()).toEqual({
      removed: 'winter',
    })
    expect(await (await post('/v1/adapters/restore', { name: 'winter' })).json()).toEqual(imported)
    const refusals = await Promise.all([
      errorOf(post('/v1/adapters/import', { path: '/folders/broken' })),
      errorOf(post('/v1/adapters/import', { path: '/folders/a', upload: 'x' })),
      errorOf(post('/v1/adapters/import', {})),
      errorOf(post('/v1/adapters/remove', { name: 'none' })),
    ])
    expect(refusals).toEqual([
      [422, 'ADAPTER_UNREADABLE'],
      [400, 'BAD_INPUT'],
      [400, 'BAD_INPUT'],
      [404, 'NOT_FOUND'],
    ])
  })
  it('says what is wrong with a request by its own status', async () => {
    expect(await errorOf(call('/v1/nothing'))).toEqual([404, 'NOT_FOUND'])
    expect(await errorOf(call('/v1/narrate'))).toEqual([405, 'BAD_INPUT'])
    expect(await errorOf(call('/v1/narrate', { method: 'POST', body: 'x' }))).toEqual([415, 'BAD_INPUT'])
    expect(
      await errorOf(
        call('/v1/narrate', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }),
      ),
    ).toEqual([400, 'BAD_INPUT'])
    expect(await errorOf(post('/v1/narrate', { ...narration(), ocasion: 'misspelt' }))).toEqual([
      400,
      'BAD_INPUT',
    ])
    expect(
      await errorOf(post('/v1/narrate', { ...narration(), variant: { decoding: { temprature: 1 } } })),
    ).toEqual([400, 'BAD_INPUT'])
    expect(await errorOf(post('/v1/narrate', { audience: { kind: 'persona', id: 'nobody' } }))).toEqual([
      404,
      'NOT_FOUND',
    ])
    expect(await errorOf(post('/v1/import', { path: 'relative.csv' }))).toEqual([400, 'BAD_INPUT'])
    expect(await errorOf(post('/v1/import', { path: '/tmp/picture.png' }))).toEqual([422, 'IMPORT_REFUSED'])
    expect(await errorOf(call('/v1/shoppers?limit=many'))).toEqual([400, 'BAD_INPUT'])
    expect(await errorOf(post('/v1/narrate', { occasion: 'x'.repeat(1_100_000) }))).toEqual([
      413,
      'BAD_INPUT',
    ])
  })
  it('stops writing when the client goes away', async () => {
    const before = stopped
    const controller = new AbortController()
    const asking = post('/v1/narrate', narration(), controller.signal)
    setTimeout(() => controller.abort(), 100)
    await expect(asking).rejects.toThrow()
    await expect.poll(() => stopped, { timeout: 5000 }).toBe(before + 1)
  })
})

describe('the description', () => {
  it('names every route with what it takes and answers', async () => {
    const document = (await (await fetch(`${at}/openapi.json`)).json()) as {
      openapi: string
      paths: Record<
        string,
        Record<string, { requestBody?: object; responses: Record<string, { content: object }> }>
      >
    }
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(document.openapi).toBe('3.1.0')
    expect(described.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort())
    const narrate = JSON.stringify(document.paths['/v1/narrate'])
    for (const word of ['audience', 'occasion', 'strategy', 'temperature', 'spans', 'sourceField'])
      expect(narrate).toContain(`"${word}"`)
  })
})

describe('starting and stopping', () => {
  it('says that a port is taken', async () => {
    await expect(serveHttp({ services: fakeServices(), port: server.port })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('is taken') as string,
    })
  })
  it('stops although a stream is open', async () => {
    const own = await serveHttp({ services: fakeServices() })
    const response = await fetch(`http://127.0.0.1:${own.port}/trpc/status`, {
      headers: { authorization: `Bearer ${own.token}`, accept: 'text/event-stream' },
    })
    const reading = response.text().catch(() => 'cut')
    await own.close()
    await reading
    await expect(fetch(`http://127.0.0.1:${own.port}/`)).rejects.toThrow()
  })
})
