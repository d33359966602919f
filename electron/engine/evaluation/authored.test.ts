import { describe, expect, it } from 'vitest'
import { inventoryOf } from '../../../datasets/corpus/inventory'
import { openPhrasebook } from '../../../datasets/corpus/library'
import { isHeldOut } from '../../../datasets/world/products'
import { readWorldProducts } from '../../../datasets/world/read'
import { trainClassifier } from '../../../models/metrics/naiveBayes'
import { MASK } from '../../../models/metrics/text'
import { checkText } from '../../../models/narrative/checker'
import { fallbackSentence } from '../../../models/narrative/fallback'
import { planBeats } from '../../../models/narrative/planner'
import { defaultDirectives } from '../../../models/narrative/template'
import { typicalRanges } from '../../../shared/domain/measures'
import type { Persona } from '../../../shared/domain/persona'
import { VOICES } from '../../../shared/domain/voices'
import { AuthoredText } from './authored'

const products = await readWorldProducts()
const authored = new AuthoredText(products)
const persona: Persona = {
  ...{ id: 'asha', name: 'Asha', summary: '', interests: ['trekking'], voice: 'crisp', segments: {} },
  history: [{ title: 'Kestrel Daypack', noun: 'backpack' }],
  ...{ locale: 'en-GB', currency: 'GBP' },
}

describe('authored text', () => {
  it('is about held-out products, and the same for the same seed', async () => {
    const documents = await authored.documents(6, 3)
    expect(await authored.documents(6, 3)).toEqual(documents)
    expect(await authored.documents(6, 4)).not.toEqual(documents)
    const titles = documents.map((document) => /<p1\.title> ([^<]+) </.exec(document)?.[1])
    const unseen = products.filter(({ id }) => isHeldOut(id)).map(({ title }) => title)
    // Prompts cut long titles.
    expect(titles.filter((title) => !unseen.some((one) => title && one.startsWith(title)))).toEqual([])
  })

  it('teaches a classifier to tell voices it has not seen, from words alone', async () => {
    const texts = await authored.voiced(500, 1)
    expect(texts.filter(({ text }) => /[<>]/.test(text))).toEqual([])
    expect(texts.some(({ text }) => text.includes(MASK))).toBe(true)
    const recognise = trainClassifier(texts)
    const fresh = await authored.voiced(100, 2)
    const right = fresh.filter(({ label, text }) => recognise(text) === label).length
    expect(right).toBeGreaterThan((2 * fresh.length) / VOICES.length)
  })

  it('says for a plan what the plan says, in authored sentences that the rows support', () => {
    const inventory = inventoryOf(openPhrasebook().patterns).entries
    const ranges = typicalRanges(products)
    for (const [seed, product] of products
      .filter(({ id }) => isHeldOut(id))
      .slice(0, 40)
      .entries()) {
      const subject = { persona, occasion: 'a rainy week', products: [product, products[seed] ?? product] }
      const directives = {
        ...defaultDirectives,
        products: 2 as const,
        voice: VOICES[seed % VOICES.length] ?? 'warm',
      }
      const beats = planBeats({ subject, directives, inventory, ranges, affinity: () => 0.5, seed })
      const reference = authored.reference(subject, beats, seed)
      const shopper = ['a rainy week', 'Asha', 'trekking', 'Kestrel Daypack', 'backpack']
      expect(checkText(reference, { products: subject.products, shopper }).map(({ text }) => text)).toEqual(
        [],
      )
      const plain = beats.filter(({ slots }) => slots.length === 0).map((beat) => fallbackSentence(beat, []))
      expect(plain.filter((sentence) => reference.includes(sentence))).toEqual([])
    }
  })
})
