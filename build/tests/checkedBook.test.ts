/**
 * The checker over the phrasebook: authored sentences filled with true values stand, and comparisons whose two products are exchanged do
 * not. The book was written by others and is full of turns of phrase, so it shows false alarms that judged sentences do not.
 */
import { describe, expect, it } from 'vitest'
import { openPhrasebook } from '../../datasets/corpus/library'
import { readWorld } from '../../datasets/world/read'
import { checkText } from '../../models/narrative/checker'
import { realiseSentence } from '../../models/narrative/realise'
import { beatIsTrue } from '../../models/narrative/relations'
import type { SlotFill } from '../../models/narrative/values'
import { beatFills } from '../../models/narrative/values'
import type { Beat, SlotName } from '../../shared/domain/beats'
import type { Product } from '../../shared/domain/catalogue'
import { typicalRanges } from '../../shared/domain/measures'
import { expandPattern } from '../../shared/domain/pattern'
import type { Pattern } from '../../shared/domain/phrasebook'
import { seededRandom } from '../../shared/util/random'

const random = seededRandom(20)
const { products, personas } = await readWorld()
const ranges = typicalRanges(products)
const { patterns } = openPhrasebook()
const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T

interface Filled {
  readonly template: string
  readonly fills: ReadonlyMap<SlotName, SlotFill>
  readonly shown: readonly Product[]
  readonly shopper: readonly string[]
}

/** A pattern with values that make it true; undefined where a few dozen draws find none. */
function filled(pattern: Pattern): Filled | undefined {
  const shelf = products.filter(({ aisle }) => pattern.aisles.length === 0 || pattern.aisles.includes(aisle))
  for (let draw = 0; draw < 40 && shelf.length > 0; draw++) {
    const first = pick(shelf)
    const mates = products.filter((one) => one.aisle === first.aisle && one !== first)
    const shown = pattern.slots.some((slot) => slot.startsWith('p2')) ? [first, pick(mates)] : [first]
    const persona = { ...pick(personas), interests: ['birdwatching'], recipient: 'my sister' }
    const subject = { persona, occasion: 'a rainy week in the hills', products: shown }
    const { move, slots, relation } = pattern
    const beat: Beat = {
      id: 'b',
      voice: 'warm',
      length: 'medium',
      move,
      slots,
      ...(relation ? { relation } : {}),
    }
    try {
      const fills = beatFills(subject, beat)
      const factIds = Object.fromEntries(
        [...fills].flatMap(([slot, { factId }]) => (factId ? [[slot, factId]] : [])),
      )
      if (!beatIsTrue({ subject, ranges }, { ...beat, factIds })) continue
      const history = persona.history.flatMap(({ title, noun }) => [title, noun ?? ''])
      return {
        template: expandPattern(pattern.text, first.titleNumber === 'many' ? 'many' : 'one', (options) =>
          random.below(options),
        ),
        fills,
        shown,
        shopper: [subject.occasion, persona.name, persona.recipient, ...persona.interests, ...history],
      }
    } catch {
      // A value that this product or shopper has not: draw again.
    }
  }
  return undefined
}

const check = (text: string, { shown, shopper }: Filled) =>
  checkText(text, { products: shown, shopper, ranges })

describe('the checker over the phrasebook', () => {
  it('finds hardly anything in authored sentences with true values', () => {
    const sample = patterns.filter((_, index) => index % 5 === 0).flatMap((pattern) => filled(pattern) ?? [])
    const alarms = sample.flatMap((one) => {
      const { text } = realiseSentence(one.template, one.fills)
      return check(text, one).map((found) => `${found.kind} "${found.text}" in: ${text}`)
    })
    expect(sample.length).toBeGreaterThan(600)
    expect(alarms.length / sample.length, alarms.join('\n')).toBeLessThan(0.006)
  }, 60_000)

  it('sees most comparisons whose products were exchanged', () => {
    const sample = patterns
      .filter(
        ({ move, slots }) => move === 'compare' && slots.includes('p1.title') && slots.includes('p2.title'),
      )
      .flatMap((pattern) => filled(pattern) ?? [])
    const caught = sample.filter((one) => {
      const swapped = new Map(one.fills)
      const [a, b] = [one.fills.get('p1.title'), one.fills.get('p2.title')]
      if (a && b) swapped.set('p1.title', b).set('p2.title', a)
      return check(realiseSentence(one.template, swapped).text, one).length > 0
    })
    expect(sample.length).toBeGreaterThan(80)
    expect(caught.length / sample.length).toBeGreaterThan(0.65)
  }, 60_000)
})
