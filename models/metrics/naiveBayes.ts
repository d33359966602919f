/** Multinomial naive Bayes over word 1-grams and 2-grams (McCallum and Nigam 1998), for telling voices apart. */
import { ngramCounts, tokensOf } from './text'

/** A text with its class. */
export interface LabelledText<Label extends string> {
  readonly label: Label
  readonly text: string
}

/** Added to every count, so that a gram never seen with a class does not rule it out. */
const SMOOTHING = 0.2

const gramsOf = (text: string): ReadonlyMap<string, number> =>
  new Map([1, 2].flatMap((n) => [...ngramCounts(tokensOf(text), n)]))

interface ClassCounts {
  texts: number
  grams: number
  readonly byGram: Map<string, number>
}

/** Tells which class a text belongs to. */
export type Classifier<Label extends string> = (text: string) => Label

/**
 * Trains on labelled texts. The classifier gives the class with the greatest posterior; of equals, the one seen first in training. Grams
 * that training never saw say nothing. Throws RangeError without any text.
 */
export function trainClassifier<Label extends string>(
  texts: readonly LabelledText<Label>[],
): Classifier<Label> {
  if (texts.length === 0) throw new RangeError('There is nothing to train a classifier on')
  const classes = new Map<Label, ClassCounts>()
  const vocabulary = new Set<string>()
  for (const { label, text } of texts) {
    const counts = classes.get(label) ?? { texts: 0, grams: 0, byGram: new Map<string, number>() }
    classes.set(label, counts)
    counts.texts += 1
    for (const [gram, count] of gramsOf(text)) {
      vocabulary.add(gram)
      counts.grams += count
      counts.byGram.set(gram, (counts.byGram.get(gram) ?? 0) + count)
    }
  }
  return (text) => {
    const grams = [...gramsOf(text)].filter(([gram]) => vocabulary.has(gram))
    const scored = [...classes].map(([label, counts]) => {
      const total = Math.log(counts.grams + SMOOTHING * vocabulary.size)
      const likelihood = grams.reduce(
        (sum, [gram, count]) => sum + count * (Math.log((counts.byGram.get(gram) ?? 0) + SMOOTHING) - total),
        Math.log(counts.texts / texts.length),
      )
      return { label, likelihood }
    })
    return scored.reduce((best, one) => (one.likelihood > best.likelihood ? one : best)).label
  }
}
