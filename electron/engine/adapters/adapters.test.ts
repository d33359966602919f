/** The shelf over real folders, and folders that are broken in every way a person could meet. */
import { cp, mkdir, mkdtemp, readFile, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeTensors } from '../../../models/language/safetensorsWriter'
import type { StoredTensor } from '../../../models/language/safetensorsWriter'
import { SMALL_SHAPE } from '../../../models/onnx/randomWeights'
import { siteSizes } from '../../../models/onnx/shape'
import { cardText, firstParagraph } from './describe'
import { AdapterShelf } from './shelf'

type Tensors = Record<string, StoredTensor>

const RANK = 2
const NAME = 'base_model.model.model.layers.0.mlp.down_proj'
const CONFIG = {
  peft_type: 'LORA',
  task_type: 'CAUSAL_LM',
  base_model_name_or_path: 'small',
  r: RANK,
  lora_alpha: 4,
  target_modules: ['down_proj'],
  bias: 'none',
}
const TRAINING = {
  adapter: 'winter',
  base: 'small',
  rank: RANK,
  alpha: 4,
  targetModules: ['down_proj'],
  parameters: 384,
  documents: 20,
  steps: 4,
  tokens: 900,
  seconds: 1.5,
  heldOutLoss: { before: 1.5, after: 1.25 },
  seed: 1,
}
const CARD = '---\nlicense: apache-2.0\n---\n\n# Winter\n\nFor the *cold*\nmonths.\n'

let root: string
let shelf: AdapterShelf
const own = () => join(root, 'home/adapters')
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shelftalk-shelf-'))
  await folder(join(root, 'shipped/warm'))
  shelf = new AdapterShelf({
    own: own(),
    shipped: join(root, 'shipped'),
    host: async () => ({ name: 'small', shape: SMALL_SHAPE }),
  })
})
afterEach(() => rm(root, { recursive: true }))

function tensors(rank = RANK, name = NAME): Tensors {
  const { inputs, outputs } = siteSizes(SMALL_SHAPE).down
  const filled = (rows: number, columns: number): StoredTensor => ({
    type: 'F32',
    shape: [rows, columns],
    data: new Float32Array(rows * columns).fill(0.01),
  })
  return { [`${name}.lora_A.weight`]: filled(rank, inputs), [`${name}.lora_B.weight`]: filled(outputs, rank) }
}

async function folder(path: string, config: object = CONFIG, weights: Tensors = tensors()): Promise<string> {
  await mkdir(path, { recursive: true })
  await writeFile(join(path, 'adapter_config.json'), JSON.stringify(config))
  await writeFile(join(path, 'adapter_model.safetensors'), encodeTensors(weights))
  return path
}

/** Every name below the home's adapters, hidden ones too. */
const left = () => readdir(own()).catch((): string[] => [])

interface Fault {
  readonly code: string
  readonly message: string
  readonly hint: string
}
const faultOf = (work: Promise<unknown>): Promise<Fault | undefined> =>
  work.then(
    () => undefined,
    (cause: unknown) => cause as Fault,
  )

describe('the list', () => {
  it('tells origin, card, training and size of each', async () => {
    const path = await folder(join(own(), 'winter'))
    await writeFile(join(path, 'README.md'), CARD)
    await writeFile(join(path, 'training.json'), JSON.stringify(TRAINING))
    const [winter, warm] = await shelf.list()
    expect(winter).toMatchObject({
      name: 'winter',
      origin: 'imported',
      rank: RANK,
      alpha: 4,
      targetModules: ['down_proj'],
      base: 'small',
      description: 'For the cold months.',
      card: '# Winter\n\nFor the *cold*\nmonths.',
      training: TRAINING,
      notes: [],
    })
    expect(winter?.misfit).toBeUndefined()
    expect(winter?.bytes).toBeGreaterThan(2000)
    expect(warm).toMatchObject({ name: 'warm', origin: 'shipped', card: '', description: '' })
  })

  it.each<[string, (path: string) => Promise<unknown>, object]>([
    [
      'a report that is not JSON',
      (path) => writeFile(join(path, 'training.json'), '{'),
      { notes: ['Its training.json is left out: it is not JSON.'] },
    ],
    [
      'a report with a wrong figure',
      (path) =>
        writeFile(join(path, 'training.json'), JSON.stringify({ ...TRAINING, heldOutLoss: { before: 1 } })),
      { notes: ['Its training.json is left out: "heldOutLoss.after" is not usable.'] },
    ],
    ['a card that is a folder', (path) => mkdir(join(path, 'README.md')), { card: '', notes: [] }],
    [
      'a card with broken front matter',
      (path) => writeFile(join(path, 'README.md'), '---\nlicense'),
      { card: '---\nlicense' },
    ],
    [
      'another base that fits',
      (path) => folder(path, { ...CONFIG, base_model_name_or_path: 'other' }),
      { notes: ['It says it was made for "other"; it fits "small", but may act oddly.'] },
    ],
    [
      'its own base under an owner',
      (path) => folder(path, { ...CONFIG, base_model_name_or_path: 'shop/small' }),
      { base: 'shop/small', notes: [] },
    ],
    [
      'a configuration that is not JSON',
      (path) => writeFile(join(path, 'adapter_config.json'), 'x'),
      { rank: 0, misfit: 'Its adapter_config.json is not JSON, or ends early.' },
    ],
    [
      'another rank than its tensors',
      (path) => folder(path, { ...CONFIG, r: 3 }),
      { rank: 3, misfit: expect.stringContaining(`${NAME}.lora_A.weight as 2 x`) as string },
    ],
  ])('goes on with %s', async (_what, spoil, expected) => {
    await spoil(await folder(join(own(), 'winter')))
    const list = await shelf.list()
    expect(list.map(({ name }) => name)).toEqual(['winter', 'warm'])
    expect(list[0]).toMatchObject(expected)
  })

  it('leaves out what is no adapter, and looks again when files change', async () => {
    await mkdir(join(own(), 'notes'), { recursive: true })
    await mkdir(join(own(), '.hidden'))
    const path = await folder(join(own(), 'winter'), { ...CONFIG, r: 3 })
    expect((await shelf.list()).map(({ name, misfit }) => [name, misfit === undefined])).toEqual([
      ['winter', false],
      ['warm', true],
    ])
    await folder(path)
    await utimes(join(path, 'adapter_config.json'), 1, 1)
    expect((await shelf.list())[0]?.misfit).toBeUndefined()
  })
})

describe('an import', () => {
  it('copies the four files and nothing else, under the folder’s name or the one given', async () => {
    const source = await folder(join(root, 'My Winter (v2)'))
    await writeFile(join(source, 'README.md'), CARD)
    await writeFile(join(source, 'optimizer.pt'), 'large')
    const info = await shelf.take({ path: source })
    expect(info).toMatchObject({
      name: 'my-winter-v2',
      origin: 'imported',
      description: 'For the cold months.',
    })
    expect((await readdir(join(own(), 'my-winter-v2'))).sort()).toEqual([
      'README.md',
      'adapter_config.json',
      'adapter_model.safetensors',
    ])
    await shelf.take({ path: join(source, 'adapter_config.json'), name: 'cold' })
    expect((await shelf.list()).map(({ name }) => name)).toEqual(['cold', 'my-winter-v2', 'warm'])
  })

  const sized = (name: string, bytes: number) => async (path: string) => {
    await writeFile(join(path, name), '')
    await truncate(join(path, name), bytes)
  }
  const config = (change: object) => (path: string) => folder(path, { ...CONFIG, ...change })
  const weights = (change: Tensors) => (path: string) => folder(path, CONFIG, change)
  const strange = tensors(RANK, 'base_model.model.transformer.h.0.attn.c_attn')
  const half = Object.fromEntries(Object.entries(tensors()).slice(0, 1))
  const infinite = tensors()
  infinite[`${NAME}.lora_A.weight`]?.data.fill(Number.POSITIVE_INFINITY)

  it.each<[string, (path: string) => Promise<unknown>, RegExp]>([
    ['no configuration', (path) => rm(join(path, 'adapter_config.json')), /has no adapter_config\.json/],
    [
      'a configuration cut short',
      (path) => writeFile(join(path, 'adapter_config.json'), '{"r": '),
      /not JSON, or ends early/,
    ],
    [
      'a list for a configuration',
      (path) => writeFile(join(path, 'adapter_config.json'), '[]'),
      /no JSON object/,
    ],
    ['another method', config({ peft_type: 'IA3' }), /no LoRA: peft_type is "IA3"/],
    ['no method', config({ peft_type: undefined }), /peft_type is missing/],
    ['a translator', config({ task_type: 'SEQ_2_SEQ_LM' }), /another kind of model: task_type/],
    ['DoRA', config({ use_dora: true }), /DoRA/],
    ['biases', config({ bias: 'lora_only' }), /changes biases \(bias is "lora_only"\)/],
    ['ranks by layer', config({ rank_pattern: { q_proj: 8 } }), /different ranks/],
    ['whole layers', config({ modules_to_save: ['lm_head'] }), /replaces whole layers/],
    ['rank 0', config({ r: 0 }), /rank is 0/],
    ['a rank in words', config({ r: 'two' }), /rank is "two"/],
    ['rank 4096', config({ r: 4096 }), /from 1 to 256/],
    ['no alpha', config({ lora_alpha: undefined }), /lora_alpha is missing/],
    [
      'another rank than stated',
      config({ r: 3 }),
      /down_proj\.lora_A\.weight as 2 x \d+, where 3 x \d+ was expected/,
    ],
    [
      'no weights',
      (path) => rm(join(path, 'adapter_model.safetensors')),
      /has no adapter_model\.safetensors/,
    ],
    [
      'weights as a pickle',
      async (path) => {
        await rm(join(path, 'adapter_model.safetensors'))
        await writeFile(join(path, 'adapter_model.bin'), 'x')
      },
      /adapter_model\.bin/,
    ],
    [
      'weights cut short',
      (path) => truncate(join(path, 'adapter_model.safetensors'), 400),
      /^Its adapter_model\.safetensors is cut short/,
    ],
    [
      'weights that are none',
      (path) => writeFile(join(path, 'adapter_model.safetensors'), 'version https://git-lfs'),
      /adapter_model\.safetensors/,
    ],
    [
      'a layer too many',
      weights(tensors(RANK, NAME.replace('layers.0', 'layers.9'))),
      /adapts .*layers\.9\.mlp\.down_proj.*does not have/,
    ],
    [
      'an adapted embedding',
      weights(tensors(RANK, 'base_model.model.model.embed_tokens')),
      /^It adapts .*embed_tokens/,
    ],
    [
      'another architecture',
      weights(strange),
      /another architecture: it adapts base_model\.model\.transformer\.h\.0/,
    ],
    [
      'another architecture that says which',
      (path) => folder(path, { ...CONFIG, base_model_name_or_path: 'gpt2' }, strange),
      /made for "gpt2"; the model here is "small"/,
    ],
    ['half a pair', weights(half), /lora_B\.weight is in none/],
    ['no tensors', weights({}), /holds no tensors/],
    ['values that are no numbers', weights(infinite), /layer 0 \(down\) hold values that are no numbers/],
    [
      'a model in it',
      sized('adapter_model.safetensors', 300_000_000),
      /too large: adapter_model\.safetensors has 300 MB/,
    ],
  ])('refuses %s in words, and leaves nothing behind', async (_what, spoil, message) => {
    const source = await folder(join(root, 'winter'))
    await spoil(source)
    const fault = await faultOf(shelf.take({ path: source }))
    expect(fault?.code).toBe('ADAPTER_UNREADABLE')
    expect(fault?.message).toMatch(message)
    expect(fault?.message).not.toMatch(/\.incoming/)
    expect(fault?.hint).toMatch(/\.$/)
    expect(await left()).toEqual([])
  })

  it.each<[string, () => { path: string; name?: string }, string, RegExp]>([
    ['a path that is not there', () => ({ path: join(root, 'none') }), 'BAD_INPUT', /does not exist/],
    ['a path of part of the way', () => ({ path: 'winter' }), 'BAD_INPUT', /not an absolute path/],
    ['some other file', () => ({ path: join(root, 'note.txt') }), 'BAD_INPUT', /is a file/],
    ['a shipped name', () => ({ path: join(root, 'winter'), name: 'warm' }), 'BAD_INPUT', /"warm"; it ships/],
    [
      'an own name',
      () => ({ path: join(root, 'winter'), name: 'cold' }),
      'BAD_INPUT',
      /"cold"; it is among your own/,
    ],
  ])('refuses %s', async (_what, request, code, message) => {
    await folder(join(root, 'winter'))
    await writeFile(join(root, 'note.txt'), '')
    await folder(join(own(), 'cold'))
    const fault = await faultOf(shelf.take(request()))
    expect([fault?.code, fault?.message]).toEqual([code, expect.stringMatching(message)])
    expect(await left()).toEqual(['cold'])
  })
})

describe('an upload', () => {
  const part = (
    upload: string,
    file: 'adapter_config.json' | 'adapter_model.safetensors',
    offset: number,
    bytes: Uint8Array,
  ) => shelf.receive({ upload, file, offset, data: Buffer.from(bytes).toString('base64') })

  it('arrives in pieces and is imported like a folder', async () => {
    const source = await folder(join(root, 'winter'))
    const weights = await readFile(join(source, 'adapter_model.safetensors'))
    const upload = randomUUID()
    await part(upload, 'adapter_config.json', 0, await readFile(join(source, 'adapter_config.json')))
    await part(upload, 'adapter_model.safetensors', 0, weights.subarray(0, 700))
    await part(upload, 'adapter_model.safetensors', 700, weights.subarray(700))
    expect(await shelf.take({ upload, name: 'sent' })).toMatchObject({ name: 'sent', rank: RANK })
    expect(await left()).toEqual(['sent'])
    expect(await readFile(join(own(), 'sent/adapter_model.safetensors'))).toEqual(weights)
  })

  it('is forgotten when it is refused, and takes no piece out of order or past the bound', async () => {
    const upload = randomUUID()
    await part(upload, 'adapter_config.json', 0, Buffer.from('{}'))
    expect((await faultOf(part(upload, 'adapter_config.json', 9, Buffer.from('x'))))?.message).toMatch(
      /out of order/,
    )
    expect((await faultOf(shelf.take({ upload, name: 'sent' })))?.code).toBe('ADAPTER_UNREADABLE')
    expect(await left()).toEqual([])
    expect((await faultOf(part(randomUUID(), 'adapter_config.json', 5, Buffer.from('x'))))?.code).toBe(
      'BAD_INPUT',
    )
    expect(
      (await faultOf(part(upload, 'adapter_model.safetensors', 64 * 1024 * 1024, Buffer.from('x'))))?.message,
    ).toMatch(/larger than 67 MB/)
  })
})

describe('removing', () => {
  it('takes an imported one off and puts it back as it was', async () => {
    await cp(await folder(join(root, 'winter')), join(own(), 'winter'), { recursive: true })
    const before = await shelf.list()
    await shelf.remove('winter')
    expect((await shelf.list()).map(({ name }) => name)).toEqual(['warm'])
    await shelf.restore('winter')
    expect(await shelf.list()).toEqual(before)
  })

  it('keeps the last one of a name, and does not put it over another', async () => {
    await folder(join(own(), 'winter'))
    await shelf.remove('winter')
    await folder(join(own(), 'winter'), { ...CONFIG, lora_alpha: 8 })
    expect((await faultOf(shelf.restore('winter')))?.message).toMatch(/"winter" again/)
    await shelf.remove('winter')
    expect((await shelf.restore('winter')).alpha).toBe(8)
  })

  it.each([
    ['remove', 'warm', 'BAD_INPUT', /ships with Shelftalk/],
    ['remove', 'winter', 'NOT_FOUND', /no adapter "winter"/],
    ['restore', 'winter', 'NOT_FOUND', /No removed adapter "winter"/],
    ['restore', '../winter', 'NOT_FOUND', /no adapter/],
  ] as const)('%s %s is refused', async (what, name, code, message) => {
    const fault = await faultOf(shelf[what](name))
    expect([fault?.code, fault?.message]).toEqual([code, expect.stringMatching(message)])
  })
})

it.each([
  ['---\na: 1\n---\n# T\n\nText.', '# T\n\nText.', 'Text.'],
  [
    '# T\n\n- a list\n\n```\ncode\n```\n\nThen `this`.',
    '# T\n\n- a list\n\n```\ncode\n```\n\nThen `this`.',
    'Then this.',
  ],
  ['\uFEFF---\r\na: 1\r\n---\r\nText', 'Text', 'Text'],
  ['', '', ''],
])('reads the card %j', (markdown, card, description) => {
  expect([cardText(markdown), firstParagraph(card)]).toEqual([card, description])
})
