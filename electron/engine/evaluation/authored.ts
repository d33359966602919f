/** Authored text to measure against: documents about products that training never saw, and sentences for a given plan. */
import { compose, scenePrompt } from '../../../datasets/corpus/compose'
import type { Composition } from '../../../datasets/corpus/compose'
import type { Phrasebook } from '../../../datasets/corpus/library'
import { openPhrasebook } from '../../../datasets/corpus/library'
import type { Scene } from '../../../datasets/corpus/scene'
import { drawScene, openStock } from '../../../datasets/corpus/scene'
import { isHeldOut } from '../../../datasets/world/products'
import type { LabelledText } from '../../../models/metrics/naiveBayes'
import { MASK } from '../../../models/metrics/text'
import { fallbackSentence } from '../../../models/narrative/fallback'
import { joinSentences, realiseSentence } from '../../../models/narrative/realise'
import type { Subject } from '../../../models/narrative/values'
import { beatFills } from '../../../models/narrative/values'
import type { Beat, SlotName } from '../../../shared/domain/beats'
import { splitSlot } from '../../../shared/domain/beats'
import type { Product } from '../../../shared/domain/catalogue'
import { canonicalSlots } from '../../../shared/domain/inventory'
import { typicalRanges } from '../../../shared/domain/measures'
import { expandPattern } from '../../../shared/domain/pattern'
import type { Pattern } from '../../../shared/domain/phrasebook'
import { beatProduct, documentText, lengthBand } from '../../../shared/domain/prompt'
import type { Voice } from '../../../shared/domain/voices'
import type { Random } from '../../../shared/util/random'
import { seededRandom } from '../../../shared/util/random'
import { breathe } from '../breath'

/** Sentences drawn at the most, until one has the length of its beat. */
const LENGTH_DRAWS = 12
const SLOT = /<(?:p[1-4]|h[12]|u)\.[a-zA-Z]+>/g

interface Draft {
  readonly scene: Scene
  readonly composition: Composition
}

/** Composes from the phrasebook; the same seed gives the same text. */
export class AuthoredText {
  private readonly book: Phrasebook = openPhrasebook()
  private readonly products: readonly Product[]
  private patterns: ReadonlyMap<string, readonly Pattern[]> | undefined

  /** `products` are the invented shop's, all of them. */
  constructor(products: readonly Product[]) {
    this.products = products
  }

  /** Whole documents about held-out products, in the form the model is trained on. */
  async documents(count: number, seed: number): Promise<readonly string[]> {
    return (await this.drafts(count, seed)).map(({ scene, composition }) =>
      documentText(scenePrompt(scene, false), composition.beats, composition.sentences),
    )
  }

  /** Texts about held-out products with their voice, every value masked. */
  async voiced(count: number, seed: number): Promise<readonly LabelledText<Voice>[]> {
    return (await this.drafts(count, seed)).map(({ scene, composition }) => ({
      label: scene.voice,
      text: composition.sentences.join(' ').replace(SLOT, MASK),
    }))
  }

  /**
   * A text for the same plan: for every beat an authored sentence of its move, voice, relation, slots, aisle and,
   * where one is soon found, length, drawn by `seed`, with the
   * products' own values; the plain stand-in where the phrasebook has none any more.
   */
  reference(subject: Subject, beats: readonly Beat[], seed: number): string {
    const random = seededRandom(seed)
    const sentences = beats.map((beat) =>
      realiseSentence(this.sentence(subject, beat, random), beatFills(subject, beat)),
    )
    return joinSentences(sentences).text
  }

  private sentence({ products }: Subject, beat: Beat, random: Random): string {
    const product = products[beatProduct(beat) - 1] ?? products[0]
    const fitting = (this.byBeat().get(keyOf(beat, singleProduct(beat))) ?? []).filter(
      ({ voices, aisles }) =>
        voices.includes(beat.voice) && (aisles.length === 0 || (product && aisles.includes(product.aisle))),
    )
    if (fitting.length === 0)
      return fallbackSentence(
        beat,
        products.map(({ titleNumber }) => titleNumber),
      )
    const draw = () =>
      expandPattern(random.pick(fitting).text, product?.titleNumber ?? 'one', (options) =>
        random.below(options),
      )
    let sentence = draw()
    for (let more = 1; more < LENGTH_DRAWS && lengthBand(sentence) !== beat.length; more++) sentence = draw()
    return singleProduct(beat) ? sentence.replaceAll('<p1.', `<p${beatProduct(beat)}.`) : sentence
  }

  private byBeat(): ReadonlyMap<string, readonly Pattern[]> {
    if (this.patterns) return this.patterns
    const groups = new Map<string, Pattern[]>()
    for (const pattern of this.book.patterns) {
      const key = keyOf(pattern, false)
      groups.set(key, [...(groups.get(key) ?? []), pattern])
    }
    return (this.patterns = groups)
  }

  /** With a breath after each. */
  private async drafts(count: number, seed: number): Promise<readonly Draft[]> {
    const stock = openStock(
      this.products.filter(({ id }) => isHeldOut(id)),
      typicalRanges(this.products),
    )
    const random = seededRandom(seed)
    const drafts: Draft[] = []
    while (drafts.length < count) {
      const scene = drawScene(stock, random)
      const composition = compose(scene, this.book, random)
      if (composition) drafts.push({ scene, composition })
      await breathe()
    }
    return drafts
  }
}

/** Beats about one product are authored for the first. */
const singleProduct = ({ move }: Beat) => move !== 'compare' && move !== 'choose'

function keyOf(
  { move, relation, slots }: Pick<Beat, 'move' | 'relation' | 'slots'>,
  toFirst: boolean,
): string {
  const own = toFirst
    ? slots.map((slot) => (slot.startsWith('p') ? (`p1.${splitSlot(slot).field}` as SlotName) : slot))
    : slots
  return `${move}|${relation ?? ''}|${canonicalSlots(own).join(',')}`
}
