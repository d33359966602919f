import { describe, expect, it } from 'vitest'
import type { InventoryEntry } from '../../shared/domain/inventory'
import { VOICES } from '../../shared/domain/voices'
import { asha, pack, trousers } from './fixtures'
import type { PlanRequest } from './planner'
import { planBeats } from './planner'
import { defaultDirectives } from './template'

const entry = (
  move: InventoryEntry['move'],
  slots: string[],
  more: Partial<InventoryEntry> = {},
): InventoryEntry => ({
  move,
  slots,
  voices: [...VOICES],
  aisles: [],
  patterns: 4,
  lengths: ['short', 'medium'],
  ...more,
})

const inventory = [
  entry('hook', []),
  entry('hook', ['u.occasion']),
  entry('history', ['p1.title', 'h1.title'], { relation: 'same' }),
  entry('occasion', ['u.occasion']),
  entry('introduce', ['p1.title']),
  entry('introduce', ['p1.title', 'p1.brand']),
  entry('fact', ['p1.material']),
  entry('fact', ['p1.weight'], { relation: 'low' }),
  entry('fact', ['p1.weight']),
  entry('fact', ['p1.feature']),
  entry('fact', ['p1.title', 'p1.colour']),
  entry('price', ['p1.price'], { relation: 'near' }),
  entry('price', ['p1.price'], { relation: 'over' }),
  entry('compare', ['p1.title', 'p2.title'], { relation: 'dearer' }),
  entry('compare', ['p1.title', 'p2.title'], { relation: 'cheaper' }),
  entry('choose', ['p1.title', 'p2.title']),
  entry('limit', [], { relation: 'stock' }),
  entry('close', [], { relation: 'call' }),
  entry('close', [], { relation: 'quiet' }),
  entry('gift', ['u.recipient', 'p1.title']),
  entry('rating', ['p1.rating']),
]

const request = (more: Partial<PlanRequest> = {}): PlanRequest => ({
  subject: { persona: asha, occasion: 'a rainy week in the hills', products: [pack] },
  directives: defaultDirectives,
  inventory,
  ranges: new Map(),
  affinity: () => 0.5,
  seed: 3,
  ...more,
})

const shape = (more: Partial<PlanRequest> = {}) =>
  planBeats(request(more)).map((beat) => [beat.move, beat.relation, ...beat.slots].filter(Boolean).join(' '))

describe('planBeats', () => {
  it('is the same for the same seed and varies with it', () => {
    expect(shape()).toEqual(shape())
    expect(new Set(Array.from({ length: 12 }, (_, seed) => shape({ seed }).join('; '))).size).toBeGreaterThan(
      3,
    )
  })

  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'names the product before it speaks of it, and says no fact twice (seed %i)',
    (seed) => {
      const beats = planBeats(request({ seed }))
      const first = beats.findIndex((beat) => beat.slots.some((slot) => slot.startsWith('p1.')))
      expect(beats[first]?.slots).toContain('p1.title')
      const facts = beats.flatMap((beat) => Object.values(beat.factIds ?? {}))
      expect(new Set(facts).size).toBe(facts.length)
    },
  )

  it('obeys the directives', () => {
    const directives = {
      ...defaultDirectives,
      mustMention: ['weight'],
      avoid: ['material'],
      close: 'call' as const,
      leadWith: 'history' as const,
      voice: 'crisp' as const,
    }
    for (let seed = 0; seed < 10; seed++) {
      const beats = planBeats(request({ directives, seed }))
      expect(beats[0]?.move).toBe('history')
      expect(beats.at(-1)).toMatchObject({ move: 'close', relation: 'call' })
      expect(beats.flatMap((beat) => beat.slots)).toContain('p1.weight')
      expect(beats.flatMap((beat) => beat.slots)).not.toContain('p1.material')
      expect(beats.every((beat) => beat.voice === 'crisp')).toBe(true)
    }
  })

  it('only says relations that are true', () => {
    for (let seed = 0; seed < 20; seed++) {
      const relations = planBeats(
        request({
          subject: { ...request().subject, products: [pack, trousers] },
          directives: { ...defaultDirectives, products: 2 },
          seed,
        }),
      ).map((beat) => beat.relation)
      expect(relations).not.toContain('cheaper')
      expect(relations).not.toContain('over')
      expect(relations).not.toContain('low')
    }
  })

  it('writes the beats a template lists, in their order', () => {
    const directives = { ...defaultDirectives, beats: ['hook', 'introduce', 'fact weight', 'price'] }
    expect(planBeats(request({ directives })).map((beat) => beat.move)).toEqual([
      'hook',
      'introduce',
      'fact',
      'price',
    ])
  })

  it('says what is missing when nothing fits', () => {
    expect(() => planBeats(request({ inventory: [] }))).toThrow('no beat that fits')
  })

  it('names every one of three products', () => {
    const products = [pack, trousers, { ...pack, id: 'third' }]
    const beats = shape({
      subject: { persona: asha, occasion: '', products },
      directives: { ...defaultDirectives, channel: 'email', products: 3 },
    })
    for (const owner of ['p1', 'p2', 'p3'])
      expect(beats.some((beat) => beat.includes(`${owner}.title`))).toBe(true)
  })

  it('asks for easy sentences where the model has learnt them', () => {
    const learnt = inventory.map((one) =>
      one.move === 'introduce' ? { ...one, easyLengths: ['short' as const] } : one,
    )
    const directives = { ...defaultDirectives, readingLevel: 'easy' as const, leadWith: 'product' as const }
    const beats = planBeats(request({ directives, inventory: learnt }))
    expect(beats.filter((beat) => beat.move === 'introduce')).toEqual([
      expect.objectContaining({ level: 'easy', length: 'short' }),
    ])
    expect(beats.filter((beat) => beat.move === 'price').every((beat) => beat.level === undefined)).toBe(true)
  })
})

describe('what the directives demand', () => {
  it('says a brand where the product is named', () => {
    const made = {
      persona: asha,
      occasion: 'a rainy week in the hills',
      products: [{ ...pack, brand: 'Kolhara' }],
    }
    const beats = shape({ subject: made, directives: { ...defaultDirectives, mustMention: ['brand'] } })
    expect(beats.filter((beat) => beat.includes('p1.brand'))).toHaveLength(1)
    expect(beats[0]).not.toContain('p1.')
  })

  it('leaves a brand to the name that says it', () => {
    const beats = shape({ directives: { ...defaultDirectives, mustMention: ['brand'] } })
    expect(beats.filter((beat) => beat.includes('p1.title'))).toHaveLength(1)
  })

  it('says what it must in the sentence that names the product where there is one and the text is short', () => {
    const learnt = [...inventory, entry('introduce', ['p1.title', 'p1.material'])]
    const directives = { ...defaultDirectives, channel: 'card' as const, mustMention: ['material' as const] }
    const beats = shape({ inventory: learnt, directives })
    expect(beats).toContain('introduce p1.title p1.material')
    expect(beats).not.toContain('fact p1.material')
    const push = shape({ inventory: learnt, directives: { ...directives, channel: 'push' as const } })
    expect(push[0]).toBe('introduce p1.title p1.material')
  })

  it('does not insist on what nobody has', () => {
    const subject = { persona: asha, occasion: '', products: [pack] }
    const directives = { ...defaultDirectives, channel: 'push' as const, leadWith: 'occasion' as const }
    expect(shape({ subject, directives: { ...directives, mustMention: ['scent'] } })[0]).toContain('p1.title')
  })

  it('draws plans until one fits the length', () => {
    const long = { ...pack, title: 'Fenmoor Roll-top Pack with the Five Pockets' }
    const learnt = [
      entry('introduce', ['p1.title'], { lengths: ['medium'] }),
      entry('introduce', ['p1.title', 'p1.brand'], { lengths: ['short'] }),
    ]
    const close = [entry('close', [], { relation: 'call', lengths: ['short'] })]
    const directives = { ...defaultDirectives, channel: 'push' as const, close: 'call' as const }
    const subject = { persona: { ...asha, interests: [], history: [] }, occasion: '', products: [long] }
    const first = (seed: number) => shape({ subject, directives, inventory: [...learnt, ...close], seed })[0]
    for (let seed = 0; seed < 20; seed++) expect(first(seed)).toBe('introduce p1.title p1.brand')
  })

  it('leads with history even where it is far from the product', () => {
    const far = { directives: { ...defaultDirectives, leadWith: 'history' as const }, affinity: () => 0 }
    expect(shape(far)[0]).toContain('h1.title')
  })

  it('keeps facts in reserve for a text that stays short', () => {
    const facts = Array.from({ length: 12 }, (_, index) => ({
      ...pack.facts[0]!,
      id: `feature.${index}`,
      kind: 'feature' as const,
      text: `pocket ${index}`,
    }))
    const beats = planBeats(
      request({ subject: { persona: asha, occasion: '', products: [{ ...pack, facts }] } }),
    )
    expect(beats.filter((beat) => beat.need === 'spare').length).toBeGreaterThan(0)
    expect(beats.find((beat) => beat.move === 'price')?.need).toBeUndefined()
  })

  it.each(['none', 'optional', 'both'] as const)(
    'speaks of "it" only after naming it, whichever beats are left out: %s written',
    (written) => {
      const facts = Array.from({ length: 6 }, (_, index) => ({
        ...pack.facts[0]!,
        id: `feature.${index}`,
        kind: 'feature' as const,
        text: `pocket ${index}`,
      }))
      const products = [
        { ...pack, facts },
        { ...trousers, facts },
      ]
      const kept = { none: [], optional: ['optional'], both: ['optional', 'spare'] }[written] as string[]
      for (let seed = 1; seed <= 30; seed++) {
        const directives = { ...defaultDirectives, channel: 'email' as const, products: 2 as const }
        const wide = [...inventory, entry('fact', ['p1.title', 'p1.feature'])]
        const subject = { persona: asha, occasion: 'a rainy week', products }
        const beats = planBeats(request({ subject, directives, inventory: wide, seed }))
        let focus: string | undefined
        for (const { move, slots } of beats.filter(({ need }) => !need || kept.includes(need))) {
          const owners = [
            ...new Set(slots.filter((slot) => slot.startsWith('p')).map((slot) => slot.slice(0, 2))),
          ]
          const [owner] = owners
          if (move === 'compare' || move === 'choose') focus = undefined
          else if (owner !== undefined) {
            if (!slots.some((slot) => slot === `${owner}.title`))
              expect([seed, move, focus]).toEqual([seed, move, owner])
            focus = owner
          }
        }
      }
    },
  )
})
