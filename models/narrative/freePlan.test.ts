import { describe, expect, it } from 'vitest'
import type { Beat } from '../../shared/domain/beats'
import type { InventoryEntry } from '../../shared/domain/inventory'
import type { Directives } from '../../shared/domain/template'
import { VOICES } from '../../shared/domain/voices'
import { asha, fact, pack, trousers } from './fixtures'
import type { FreeBeat } from './freePlan'
import { FREE_BEATS_MAX, FreePlan } from './freePlan'
import type { PlanRequest } from './planner'
import { beatIsTrue } from './relations'
import { defaultDirectives } from './template'

const entry = (
  move: InventoryEntry['move'],
  slots: string[],
  more: Partial<InventoryEntry> = {},
): InventoryEntry => ({
  ...{ move, slots, voices: [...VOICES], aisles: [], patterns: 4, lengths: ['short', 'medium'] },
  ...more,
})

const inventory = [
  entry('hook', []),
  entry('hook', ['u.occasion']),
  entry('hook', ['u.name']),
  entry('history', ['p1.title', 'h1.title'], { relation: 'same' }),
  entry('history', ['p1.title', 'h1.title'], { relation: 'goes' }),
  entry('occasion', ['u.occasion']),
  entry('interest', ['p1.title', 'u.interest']),
  entry('introduce', ['p1.title'], { easyLengths: ['short'] }),
  entry('introduce', ['p1.title', 'p1.brand']),
  entry('fact', ['p1.material'], { easyLengths: ['short'] }),
  entry('fact', ['p1.weight'], { relation: 'low' }),
  entry('fact', ['p1.feature']),
  entry('fact', ['p1.title', 'p1.colour']),
  entry('price', ['p1.price'], { relation: 'near' }),
  entry('price', ['p1.price'], { relation: 'over' }),
  entry('price', ['p1.title', 'p1.price']),
  entry('rating', ['p1.rating']),
  entry('compare', ['p1.title', 'p2.title'], { relation: 'dearer' }),
  entry('compare', ['p1.title', 'p2.title'], { relation: 'cheaper' }),
  entry('limit', [], { relation: 'stock' }),
  entry('close', [], { relation: 'call' }),
  entry('close', [], { relation: 'quiet' }),
]

const request = (directives: Partial<Directives> = {}, more: Partial<PlanRequest> = {}): PlanRequest => ({
  subject: { persona: asha, occasion: 'a rainy week in the hills', products: [pack] },
  directives: { ...defaultDirectives, ...directives },
  inventory,
  ranges: new Map(),
  affinity: () => 0.5,
  seed: 3,
  ...more,
})
const hemp = { ...trousers, facts: [fact('material', 'hemp'), fact('weight', '400 g')] }
const two = { subject: { persona: asha, occasion: 'a picnic', products: [pack, hemp] } }

/** A beat without its length, readable. */
const shape = ({ move, relation, slots }: Beat) => [move, relation, ...slots].filter(Boolean).join(' ')
const shapes = (beats: readonly FreeBeat[]) => [...new Set(beats.map(({ beat }) => shape(beat)))]

/** The plan after beats of these shapes, each the shortest there is, of `words` each. */
function after(made: readonly string[], asked: PlanRequest, words = 0) {
  const plan = new FreePlan(asked)
  made.forEach((wanted, index) => {
    const found = plan.options(words * index).beats.find(({ beat }) => shape(beat) === wanted)
    if (!found)
      throw new Error(`${wanted} may not come: ${shapes(plan.options(words * index).beats).join('; ')}`)
    plan.take(found)
  })
  return plan
}

const NAMED = ['introduce p1.title']
const OWN = ['occasion u.occasion', ...NAMED]
const BOTH = [...NAMED, 'introduce p2.title']

describe('what may come next', () => {
  it.each([
    { name: 'a hook opens', made: [], may: 'hook' },
    { name: 'and only opens', made: ['hook'], not: 'hook u.occasion' },
    { name: 'a name the prompt does not show stays unsaid', made: [], not: 'hook u.name' },
    { name: 'a fact waits for the name', made: [], not: 'fact p1.material' },
    { name: 'and follows it', made: NAMED, may: 'fact p1.material' },
    { name: 'a fact is said once', made: [...NAMED, 'fact p1.material'], not: 'fact p1.material' },
    { name: 'another of its kind may follow', made: [...NAMED, 'fact p1.feature'], may: 'fact p1.feature' },
    {
      name: 'until all are said',
      made: [...NAMED, 'fact p1.feature', 'fact p1.feature'],
      not: 'fact p1.feature',
    },
    { name: 'a name does not come in two beats running', made: NAMED, not: 'price p1.title p1.price' },
    {
      name: 'nor is a product introduced twice',
      made: [...NAMED, 'fact p1.material'],
      not: 'introduce p1.title',
    },
    { name: 'a slot without a value is none', made: NAMED, not: 'fact p1.title p1.colour' },
    { name: 'a relation that is so', made: NAMED, may: 'price near p1.price' },
    { name: 'a relation that is not', made: NAMED, not: 'price over p1.price' },
    { name: 'what is owned is of a kind', made: [], may: 'history same p1.title h1.title' },
    { name: 'or not', made: [], not: 'history goes p1.title h1.title' },
    { name: 'few in stock may be said', made: NAMED, may: 'limit stock' },
  ])('$name', ({ made, may, not }) => {
    const options = shapes(after(made, request()).options(0).beats)
    if (may !== undefined) expect(options).toContain(may)
    if (not !== undefined) expect(options).not.toContain(not)
  })

  it.each([
    { name: 'the second product waits for the first', made: [], not: 'introduce p2.title' },
    { name: 'and may follow', made: NAMED, may: 'introduce p2.title' },
    { name: 'two are weighed when both are named', made: NAMED, not: 'compare dearer p1.title p2.title' },
    { name: 'as it is', made: BOTH, may: 'compare dearer p1.title p2.title' },
    { name: 'and not the other way', made: BOTH, not: 'compare cheaper p1.title p2.title' },
    { name: 'the second has its own facts', made: BOTH, may: 'fact p2.material' },
    { name: 'and nothing but facts and a price', made: BOTH, not: 'rating p2.rating' },
  ])('of two products, $name', ({ made, may, not }) => {
    const options = shapes(after(made, request({ channel: 'email' }, two)).options(0).beats)
    if (may !== undefined) expect(options).toContain(may)
    if (not !== undefined) expect(options).not.toContain(not)
  })

  it('obeys what is to be avoided, led with, easy to read', () => {
    const named = (directives: Partial<Directives>) =>
      shapes(after(NAMED, request(directives)).options(0).beats).join('; ')
    expect(named({})).toMatch(/price/)
    expect(named({ avoid: ['price', 'waxed'] })).not.toMatch(/price|material/)
    const first = (leadWith: NonNullable<Directives['leadWith']>) =>
      shapes(new FreePlan(request({ leadWith })).options(0).beats)
    expect(first('occasion').sort()).toEqual(['hook u.occasion', 'occasion u.occasion'])
    expect(first('history')).toEqual(['history same p1.title h1.title'])
    expect(first('product').sort()).toEqual(['introduce p1.title', 'introduce p1.title p1.brand'])
    const easy = new FreePlan(request({ readingLevel: 'easy' })).options(0).beats
    expect(easy.map(({ beat }) => beat.level)).toEqual(['easy'])
  })

  it('says a brand that must be said where the product is named', () => {
    const subject = { persona: asha, occasion: 'a picnic', products: [{ ...pack, brand: 'Kolhara' }] }
    const options = shapes(new FreePlan(request({ mustMention: ['brand'] }, { subject })).options(0).beats)
    expect(options.filter((one) => one.includes('p1.title'))).toEqual(['introduce p1.title p1.brand'])
  })

  it('shows the facts that must be said before others, and says only what it shows', () => {
    const many = {
      ...pack,
      facts: [...'abcdefgh']
        .map((text) => fact('feature', text, 'one', text))
        .concat(fact('material', 'felt')),
    }
    const asked = request(
      { mustMention: ['material'] },
      { subject: { ...request().subject, products: [many] } },
    )
    expect(shapes(after(NAMED, asked).options(0).beats)).toContain('fact p1.material')
    const all = [...NAMED, ...Array.from({ length: 5 }, () => 'fact p1.feature')]
    expect(shapes(after(all, asked).options(0).beats)).not.toContain('fact p1.feature')
  })
})

describe('the end', () => {
  it.each([
    { name: 'too short', words: 40, made: NAMED, mayEnd: false },
    { name: 'long enough', words: 61, made: NAMED, mayEnd: true },
    { name: 'not before there is anything', words: 61, made: [], mayEnd: false },
  ])('$name', ({ words, made, mayEnd }) => {
    expect(after(made, request()).options(words).mayEnd).toBe(mayEnd)
  })

  it('closes only when the text is long enough, and then says no more', () => {
    const closing = 'close quiet'
    expect(shapes(after(OWN, request()).options(30).beats)).not.toContain(closing)
    const plan = after(OWN, request())
    const close = plan.options(70).beats.find(({ beat }) => shape(beat) === closing)
    plan.take(close!)
    expect(plan.options(78)).toEqual({ beats: [], mayEnd: true })
  })

  it.each([
    { close: 'none', expected: [] },
    { close: 'quiet', expected: ['close quiet'] },
    { close: 'call', expected: ['close call'] },
  ] as const)('closes as told: $close', ({ close, expected }) => {
    const { beats } = after(OWN, request({ close })).options(70)
    expect(shapes(beats).filter((one) => one.startsWith('close'))).toEqual(expected)
  })

  it('lets through nothing longer than there is room for', () => {
    for (const words of [0, 40, 60, 75, 80, 84]) {
      const { beats } = after(NAMED, request()).options(words)
      expect(beats.filter((one) => words + one.words > 90)).toEqual([])
    }
    expect(after(OWN, request()).options(88).beats).toEqual([])
  })

  it('first says what must be said when the model wants to end', () => {
    const plan = after(OWN, request({ mustMention: ['rating'], close: 'call' }))
    expect(plan.options(62).mayEnd).toBe(true)
    plan.end()
    const demanded: string[] = []
    for (let options = plan.options(62); options.beats.length > 0; options = plan.options(62)) {
      expect(options.mayEnd).toBe(false)
      demanded.push(...shapes(options.beats))
      plan.take(options.beats[0]!)
    }
    expect(demanded).toEqual(['rating p1.rating', 'close call'])
  })

  it('does not end before it has said something of the shopper, where there is room', () => {
    const own = /[uh]\d?\./
    const impersonal = after(NAMED, request())
    impersonal.end()
    const { beats, mayEnd } = impersonal.options(62)
    expect(mayEnd).toBe(false)
    expect(beats.length).toBeGreaterThan(0)
    expect(shapes(beats).filter((one) => !own.test(one))).toEqual([])
    const personal = after(OWN, request())
    personal.end()
    expect(personal.options(62)).toEqual({ beats: [], mayEnd: true })
    expect(shapes(after(NAMED, request()).options(70).beats)).not.toContain('close quiet')
  })

  it('leaves a second product out where there is no room to name it', () => {
    const plan = new FreePlan(request({ channel: 'push', mustMention: ['price'] }, two))
    const options = shapes(plan.options(0).beats)
    expect(options.length).toBeGreaterThan(0)
    expect(options.join()).not.toContain('p2')
  })
})

describe('whatever is chosen', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed))('is true and ends (choices %i)', (seed) => {
    const asked = request(
      { channel: seed % 2 ? 'email' : 'page', mustMention: ['price'] },
      seed % 3 ? two : {},
    )
    const plan = new FreePlan(asked)
    const beats: Beat[] = []
    let words = 0
    let at = seed
    for (let options = plan.options(0); options.beats.length > 0; options = plan.options(words)) {
      at = (at * 31 + 7) % 1009
      const chosen = options.beats[at % options.beats.length]!
      expect(beatIsTrue(asked, chosen.beat)).toBe(true)
      plan.take(chosen)
      beats.push(chosen.beat)
      words += chosen.words
      expect(beats.length).toBeLessThanOrEqual(FREE_BEATS_MAX)
    }
    const slots = beats.flatMap((beat) => beat.slots)
    const said = beats.flatMap((beat) => beat.slots.map((slot) => `${slot} ${beat.factIds?.[slot] ?? ''}`))
    const once = said.filter((one) => !/\.(title|noun) $/.test(one))
    expect(new Set(once).size).toBe(once.length)
    expect(slots).toEqual(expect.arrayContaining(['p1.title', 'p1.price']))
    expect(new Set(beats.map(({ id }) => id)).size).toBe(beats.length)
    expect(words).toBeLessThanOrEqual(seed % 2 ? 120 : 90)
  })
})
