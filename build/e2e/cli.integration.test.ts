/** The command line with canned services: what it prints, and how it ends. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { CliContext } from '../../electron/cli/command'
import { runCli } from '../../electron/cli/run'
import {
  narrativeEvaluationReply,
  narrativeReply,
  retrievalEvaluationReply,
} from '../../electron/transports/rest/replies'
import type { Services } from '../../shared/contract/services'
import { evaluateFake } from './fake/evaluation'
import { evaluateRetrievalFake } from './fake/retrieval'
import { fakeServices } from './fakeServices'

let folder: string
let persona: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shelftalk-cli-'))
  writeFileSync(join(folder, 'things.csv'), 'id,title\n1,Thing\n')
  writeFileSync(join(folder, 'picture.png'), 'not a table')
  writeFileSync(join(folder, 'broken.json'), '{"id": ')
  writeFileSync(
    join(folder, 'texts.jsonl'),
    '{"case": 0, "text": "Zero.", "more": 1}\n\n{"case": 2, "text": "Two."}\n',
  )
  writeFileSync(join(folder, 'nameless.jsonl'), '{"case": 0}\n')
  writeFileSync(join(folder, 'incomplete.json'), '{"id": "me", "name": "Me"}')
  const [first] = await fakeServices().personas()
  persona = first?.id ?? ''
  writeFileSync(join(folder, 'profile.json'), JSON.stringify({ ...first, id: 'me', name: 'Me' }))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
  /** Engines opened, and how many of them were closed. */
  readonly opened: number
  readonly closed: number
}

async function run(
  argv: readonly string[],
  overrides: Partial<CliContext> & { readonly services?: Partial<Services> } = {},
): Promise<Ran> {
  let [out, err, opened, closed] = ['', '', 0, 0]
  const { services, ...context } = overrides
  const status = await runCli([...argv], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    progress: undefined,
    signal: new AbortController().signal,
    open: async () => {
      opened += 1
      return {
        services: { ...fakeServices({ wordMs: 0 }), ...services },
        close: async () => void (closed += 1),
      }
    },
    ...context,
  })
  return { status, out, err, opened, closed }
}

const json = ({ out }: Ran): unknown => JSON.parse(out)

describe('bad input', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['narrate', 'whom'],
    ['narrate --persona a --shopper b', 'Only one'],
    ['narrate --persona a --seed 1.5', '--seed'],
    ['narrate --persona a --seed -1', '--seed'],
    ['narrate --persona a --temperature hot', '--temperature'],
    ['narrate --persona a --temperature 9', 'temperature'],
    ['narrate --persona a --strategy best', 'strategy'],
    ['narrate --persona a --adapter warm:much', '--adapter'],
    ['narrate --persona a --adapter a,b,c,d,e', 'adapters'],
    ['narrate --persona a --products 1,2,3,4,5', 'productIds'],
    ['narrate --profile FOLDER/none.json', 'does not exist'],
    ['narrate --profile FOLDER/broken.json', 'not JSON'],
    ['narrate --profile FOLDER/incomplete.json', 'interests'],
    ['narrate --persona', 'argument missing'],
    ['narrate --persona a --occassion b', '--occassion'],
    ['narrate --persona a --home=', '--home'],
    ['narate', 'narate'],
    ['compare --persona a --variant {', 'not JSON'],
    ['compare --persona a --variant []', 'not a JSON object'],
    ['compare --persona a --variant {"strateggy":"random"}', 'strateggy'],
    ['compare --persona a --variant {"decoding":{"temperature":5}}', 'decoding.temperature'],
    ['compare --persona a --variant {"diversity":2}', 'diversity'],
    ['narrate --persona a --calibration 1.5', 'calibration'],
    ['narrate --persona a --diversity much', '--diversity takes a number'],
    ['shoppers --limit 0', 'limit'],
    ['import', 'path'],
    ['import FOLDER/none.csv', 'none.csv'],
    ['import FOLDER/things.csv --name Not%A%Name', 'lower-case'],
    ['import FOLDER/things.csv --map title', '--map'],
    ['serve --port 70000', '70000'],
    ['serve --port x', '--port'],
    ['bench --count 3', 'p95'],
    ['adapters mend', 'import, remove and restore'],
    ['adapters import', 'path'],
    ['adapters import FOLDER/none', 'There is no folder'],
    ['adapters import FOLDER --name Not%A', 'lower-case'],
    ['adapters remove', 'name'],
    ['adapters import FOLDER --nam winter', '--nam'],
    ['evaluate', 'narratives'],
    ['evaluate naratives', 'naratives'],
    ['evaluate retrieval --seed x', '--seed'],
    ['evaluate retrieval --queries mine', '--queries'],
    ['evaluate narratives --count 0', 'count'],
    ['evaluate narratives --count many', '--count'],
    ['evaluate narratives --strategy best', 'strategy'],
    ['evaluate narratives --texts FOLDER/none.jsonl', 'none.jsonl'],
    ['evaluate narratives --texts FOLDER/broken.json', 'Line 1'],
    ['evaluate narratives --texts FOLDER/things.csv', 'Line 1'],
    ['evaluate narratives --texts FOLDER/nameless.jsonl', 'texts.0.text'],
    ['evaluate narratives --texts', 'argument missing'],
  ]
  it.each(cases)('%s ends with 2, one line and nothing opened', async (line, word) => {
    const argv = line.split(' ').map((part) => part.replace('FOLDER', folder).replaceAll('%', ' '))
    const plain = await run(argv)
    expect([plain.status, plain.out, plain.opened]).toEqual([2, '', 0])
    expect(plain.err).toMatch(/^shelftalk: [^\n]+\n$/)
    expect(plain.err).toContain(word)
    const asJson = await run([...argv, '--json'])
    expect([asJson.status, asJson.err, asJson.opened]).toEqual([2, '', 0])
    expect(json(asJson)).toEqual({
      error: {
        code: 'BAD_INPUT',
        message: expect.stringMatching(/./) as string,
        hint: expect.stringMatching(/./) as string,
      },
    })
  })

  it('of the kind that only the engine can tell ends alike, with the engine closed', async () => {
    const unknown = await run(['narrate', '--persona', 'nobody', '--json'])
    expect(unknown).toMatchObject({ status: 2, err: '', opened: 1, closed: 1 })
    expect(json(unknown)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    const picture = await run(['import', join(folder, 'picture.png')])
    expect(picture).toMatchObject({ status: 2, out: '', closed: 1 })
    expect(picture.err).toMatch(/^shelftalk: [^\n]+\n$/)
  })
})

describe('narrate', () => {
  it('prints the whole narrative as JSON, for a persona, a shopper and a profile', async () => {
    const shopper =
      (await fakeServices().searchShoppers({ text: '', limit: 1, offset: 0 })).items[0]?.id ?? ''
    for (const whom of [
      ['--persona', persona],
      ['--shopper', shopper],
      ['--profile', join(folder, 'profile.json')],
    ]) {
      const ran = await run(['narrate', ...whom, '--occasion', 'a rainy weekend', '--seed', '7', '--json'])
      expect(ran).toMatchObject({ status: 0, err: '', opened: 1, closed: 1 })
      expect(narrativeReply.strict().safeParse(json(ran)).error?.issues).toBeUndefined()
    }
  })
  it('hands every flag on', async () => {
    let seen: unknown
    const write: Services['write'] = async function* (request, signal) {
      seen = request
      yield* fakeServices({ wordMs: 0 }).write({ ...request, productIds: undefined }, signal)
    }
    const flags =
      '--catalogue shop --strategy random --diversity 0.5 --calibration 0 --adapter warm:0.5,festive --adapter crisp:2 --template card --products p1,p2 --seed 9 --temperature 0.3 --free'
    await run(['narrate', '--persona', persona, '--occasion', 'tea', ...flags.split(' ')], {
      services: { write },
    })
    expect(seen).toMatchObject({
      audience: { kind: 'persona', id: persona },
      occasion: 'tea',
      catalogue: 'shop',
      productIds: ['p1', 'p2'],
      variant: {
        strategy: 'random',
        ...{ diversity: 0.5, calibration: 0 },
        templateId: 'card',
        plan: 'free',
        adapters: [
          { name: 'warm', scale: 0.5 },
          { name: 'festive', scale: 1 },
          { name: 'crisp', scale: 2 },
        ],
        decoding: { seed: 9, temperature: 0.3, topP: 0.98 },
      },
    })
  })
  it('shows people the text, the products and the checks', async () => {
    const { out } = await run(['narrate', '--persona', persona])
    expect(out).toMatch(/\d+ facts? verified · .*\d+ words?.* · seed 1 · /)
    expect(
      Math.max(
        ...out
          .split('\n')
          .slice(0, 3)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(78)
  })
  it('stopped by Ctrl-C ends with 130, says so and closes the engine', async () => {
    const controller = new AbortController()
    const write: Services['write'] = async function* (request, signal) {
      for await (const event of fakeServices({ wordMs: 0 }).write(request, signal)) {
        yield event
        controller.abort()
        return
      }
    }
    const ran = await run(['narrate', '--persona', persona, '--json'], {
      services: { write },
      signal: controller.signal,
    })
    expect(ran).toMatchObject({ status: 130, closed: 1 })
    expect(json(ran)).toMatchObject({ error: { code: 'CANCELLED' } })
  })
})

describe('evaluate retrieval', () => {
  it('prints what the API replies, or a table with what the hybrid gains', async () => {
    const ran = await run(['evaluate', 'retrieval', '--catalogue', 'demo', '--json'])
    expect(ran).toMatchObject({ status: 0, err: '', closed: 1 })
    expect(retrievalEvaluationReply.strict().safeParse(json(ran)).error?.issues).toBeUndefined()
    const { out } = await run(['evaluate', 'retrieval'])
    expect(out).toMatch(/hybrid +0\.700 \(0\.660-0\.740\)/)
    expect(out).toContain('hybrid over words: +0.200 NDCG@10, p < 0.001')
    expect(out).toContain('hybrid over meaning: +0.100 NDCG@10, p = 0.004')
  })
  it('hands every flag on', async () => {
    let seen: unknown
    const evaluateRetrieval: Services['evaluateRetrieval'] = (request) => {
      seen = request
      return evaluateRetrievalFake(request)
    }
    await run(['evaluate', 'retrieval', '--catalogue', 'demo', '--seed', '7', '--no-keep'], {
      services: { evaluateRetrieval },
    })
    expect(seen).toEqual({ catalogue: 'demo', seed: 7, keep: false })
  })
})

describe('evaluate narratives', () => {
  it('prints figures as JSON, and saves the texts where told', async () => {
    const file = join(folder, 'saved.jsonl')
    const ran = await run(['evaluate', 'narratives', '--count', '3', '--save', file, '--json'])
    expect(ran).toMatchObject({ status: 0, err: '', closed: 1 })
    const { texts, ...figures } = narrativeEvaluationReply.shape
    expect(z.strictObject(figures).safeParse(json(ran)).error?.issues).toBeUndefined()
    const saved = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(saved.map((line) => texts.element.strict().safeParse(JSON.parse(line)).success)).toEqual([true])
  })
  it('hands every flag on', async () => {
    let seen: unknown
    const evaluateNarratives: Services['evaluateNarratives'] = (request, signal) => {
      seen = request
      return evaluateFake(request, signal)
    }
    const flags =
      '--catalogue demo --count 3 --seed 5 --strategy random --adapter warm:0.5 --temperature 0.3 --held-out --free --no-keep'
    await run(['evaluate', 'narratives', ...flags.split(' '), '--texts', join(folder, 'texts.jsonl')], {
      services: { evaluateNarratives },
    })
    expect(seen).toEqual({
      ...{
        catalogue: 'demo',
        count: 3,
        seed: 5,
        strategy: 'random',
        temperature: 0.3,
        heldOut: true,
        free: true,
        keep: false,
      },
      adapters: [{ name: 'warm', scale: 0.5 }],
      texts: [
        { case: 0, text: 'Zero.' },
        { case: 2, text: 'Two.' },
      ],
    })
  })
  it('shows people the measures beside those of authored text, and what failed', async () => {
    const { out } = await run(['evaluate', 'narratives', '--count', '3'])
    expect(out).toMatch(/readers told among ten +80\.0 % +80\.0 %/)
    expect(out).toMatch(/avoid +70\.0 % +of 10/)
    expect(out).toContain('case 0: Disobeys "avoid"')
    expect(out).toMatch(/kept as run r\d+; "shelftalk runs" lists them\n$/)
  })
  it('says how far it is, and stops when told', async () => {
    const controller = new AbortController()
    let progress = ''
    const ran = await run(['evaluate', 'narratives', '--count', '50', '--json'], {
      progress: (text) => {
        progress += text
        if (progress.includes('7 of 50')) controller.abort()
      },
      signal: controller.signal,
    })
    expect(ran).toMatchObject({ status: 130, closed: 1 })
    expect(progress).not.toContain('20 of 50')
  })
})

describe('compare', () => {
  it('writes one narrative a variant, flags holding for all and variants saying otherwise', async () => {
    let seen: unknown
    const compare: Services['compare'] = (request, signal) => {
      seen = request.variants.map(({ strategy, decoding }) => [strategy, decoding.seed, decoding.temperature])
      return fakeServices({ wordMs: 0 }).compare(request, signal)
    }
    const variants = [
      '--variant',
      '{"strategy":"popularity"}',
      '--variant',
      '{"decoding":{"temperature":0.1}}',
    ]
    const ran = await run(['compare', '--persona', persona, '--seed', '4', ...variants, '--json'], {
      services: { compare },
    })
    expect(seen).toEqual([
      ['popularity', 4, 1],
      ['personalised', 4, 0.1],
    ])
    expect((json(ran) as { variants: unknown[] }).variants).toHaveLength(2)
  })
  it('compares the three strategies where no variant is given', async () => {
    const { variants } = json(await run(['compare', '--persona', persona, '--json'])) as {
      variants: { strategy: string }[]
    }
    expect(variants.map(({ strategy }) => strategy)).toEqual(['personalised', 'popularity', 'random'])
  })
})

describe('lists', () => {
  it.each(['personas', 'shoppers', 'catalogues', 'adapters', 'templates'])(
    '%s prints JSON under its own name',
    async (name) => {
      const value = json(await run([name, '--json'])) as Record<string, unknown>
      expect(Array.isArray(value[name])).toBe(true)
    },
  )
  it('print one line an entry for people', async () => {
    const count = (await fakeServices().personas()).length
    expect((await run(['personas'])).out.trim().split('\n')).toHaveLength(count)
  })
})

describe('import', () => {
  it('prints what was taken and refused, progress only where somebody looks on', async () => {
    const lines: string[] = []
    const argv = ['import', join(folder, 'things.csv'), '--name', 'demo', '--map', 'title=Name,price=Cost']
    const quiet = await run([...argv, '--json'])
    expect(json(quiet)).toMatchObject({
      catalogue: 'demo',
      version: 1,
      refusedTotal: 3,
      refused: [{ row: 12, field: 'price' }, {}, {}],
    })
    expect(quiet.err).toBe('')
    const watched = await run(argv, { progress: (text) => lines.push(text) })
    expect(watched.out).toMatch(/^Imported 2,457 products, 0 shoppers, 0 interactions as "demo", version 1/)
    expect(lines.join('')).toContain('100 %')
    expect(lines.at(-1)).toBe('\r\u001b[2K')
  })
})

describe('adapters', () => {
  it('lists, imports, removes and restores, each with --json after it', async () => {
    const services = fakeServices()
    const said = async (...argv: readonly string[]) => run(['adapters', ...argv], { services })
    const info = json(await said('import', folder, '--name', 'winter', '--json'))
    expect(info).toMatchObject({ name: 'winter', origin: 'imported', rank: 4 })
    expect((await said()).out).toMatch(/^winter +imported +rank 4, 0\.8 MB/)
    expect((await said('remove', 'winter')).out).toContain('"shelftalk adapters restore winter"')
    expect(json(await said('--json'))).toMatchObject({
      adapters: [{ name: 'warm', origin: 'shipped' }, {}, {}, {}, {}],
    })
    expect(json(await said('restore', 'winter', '--json'))).toMatchObject({ name: 'winter' })
  })

  it('says what is wrong with a folder, and ends with 2', async () => {
    const { status, err } = await run(['adapters', 'import', folder, '--name', 'broken'])
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/^shelftalk: It is a DoRA .+ Use a plain LoRA .+\n$/),
    ])
  })
})

describe('help', () => {
  it.each([[[]], [['--help']], [['narrate', '--help']]])('%j ends with 0', async (argv) => {
    const ran = await run(argv)
    expect(ran).toMatchObject({ status: 0, err: '', opened: 0 })
    expect(ran.out).toMatch(/^Usage: shelftalk/)
    expect(ran.out.endsWith('\n')).toBe(true)
  })
})
