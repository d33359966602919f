/** Who is set against whom by a word that compares. */
import type { Comparative, Manner } from './comparatives'
import type { Mention, Reading } from './reading'
import { subjectAt } from './reading'

/** A word that compares, in its place. */
export interface Place {
  readonly form: Comparative['form']
  readonly start: number
  readonly end: number
  readonly text: string
  readonly denied: boolean
  /** `verb` takes the other product as its object; `beside` compares only next to two names; `equal` is "not as heavy as". */
  readonly how: Manner
}

/** 0-based products, the first against the second. */
export interface Sides {
  readonly subject: number
  readonly object: number
}

/** `unclear`: it cannot be told; `any`: one of them, whichever; undefined: it compares with something else, or nothing. */
export type Compared = Sides | 'unclear' | 'any' | undefined

const BESIDE =
  /\b(?:next to|beside|against|compared (?:with|to)|unlike|versus|over|set against|where)\s+(?:the )?$/i
const THAN = /^[^.!?;:]*?\b(?:than|as)\b\s*/i
const PREDICATE = /(?:\b(?:is|are|was|were|be|looks?|comes?)\b[^.,;:!?]{0,24}|[,;:]\s*(?:and )?(?:the )?)$/i
const CLOSES =
  /^(?:\s+(?:here|of (?:the )?(?:two|pair|three|these|both)|one|choice|option|buy|pick|too|now))?\s*(?:[.,;:!?]|$|\b(?:and|but|by)\b)/i
/** "Something lighter", "if you like the newer one", "others are lighter": of no shown product. */
const ELSE =
  /(?:\b(?:something|anything|nothing|a|an|any)\s+$|\b(?:(?:if|when|where|should|in case) (?:you|one)|others?|most|many|the rest|the (?:bill|total|price|load|bag|purse))\b[^.;:!?]{0,50}$)/i
const RATES = /^(?:rates?|puts?|scores?|scored|rated)$/i

interface Scene {
  readonly place: Place
  readonly text: string
  /** Names in the same sentence. */
  readonly here: readonly Mention[]
  readonly subject: readonly number[]
  readonly count: number
  /** The end of the sentence. */
  readonly until: number
}

/** Reads who is compared with whom. `count` is the number of shown products. */
export function sidesOf(place: Place, reading: Reading, count: number): Compared {
  const { text, mentions, sentences } = reading
  const sentence = sentences.find(({ start, end }) => place.start >= start && place.start < end)
  if (!sentence) return undefined
  const here = mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const scene = { place, text, here, subject: subjectAt(reading, place.start), count, until: sentence.end }
  if (place.how === 'verb') return byVerb(scene)
  if (RATES.test(place.text)) return inOrder(here.filter(({ start }) => start >= place.end))
  return byThan(scene) ?? byBeside(scene)
}

const otherOf = (one: number, count: number) => (count === 2 ? 1 - one : undefined)

function inOrder([a, b]: readonly Mention[]): Compared {
  return a && b && a.product !== b.product ? { subject: a.product, object: b.product } : undefined
}

/** The furthest a name may stand from its "than" or verb: "than in the", "undercuts what the". */
const NEAR = 14

function byVerb({ place, here, count }: Scene): Compared {
  const object = here.find(({ start }) => start >= place.end && start - place.end < NEAR)?.product
  if (object === undefined) return undefined
  const subject = here.filter(({ end }) => end <= place.start).at(-1)?.product ?? otherOf(object, count)
  return subject === undefined || object === subject ? 'unclear' : { subject, object }
}

/** "X is lighter than Y", "more for X than for Y", "lighter than Y, X ..."; null where there is no "than". */
function byThan(scene: Scene): Compared | null {
  const { place, text, here, subject, count, until } = scene
  const than = THAN.exec(text.slice(place.end, until))
  if (!than) return null
  const at = place.end + than[0].length
  const object = here.find(({ start }) => start >= at && start - at < NEAR)
  if (!object) return /\bthan\b/i.test(than[0]) ? undefined : null
  const candidates = [
    here.find(({ start, end }) => start >= place.end && end <= at),
    ...here.filter(({ end }) => end <= place.start).reverse(),
    ...here.filter(({ start }) => start > object.end),
  ]
  const named = candidates.find((mention) => mention && mention.product !== object.product)?.product
  const carried = subject.filter((one) => one !== object.product)
  const first = named ?? (carried.length === 1 ? carried[0] : otherOf(object.product, count))
  return first === undefined ? 'unclear' : { subject: first, object: object.product }
}

/** "Next to Y, X is lighter." */
function byBeside(scene: Scene): Compared {
  const { place, text, here } = scene
  const object = here.find(({ start }) => BESIDE.test(text.slice(Math.max(0, start - 24), start)))
  const nearest = here
    .filter((mention) => mention.product !== object?.product)
    .sort((a, b) => Math.abs(a.start - place.start) - Math.abs(b.start - place.start))[0]
  return object && nearest ? { subject: nearest.product, object: object.product } : alone(scene)
}

/** Nobody to compare with is named: the other of two. */
function alone(scene: Scene): Compared {
  const { place, text, here, subject, count } = scene
  const before = text.slice(Math.max(0, place.start - 60), place.start)
  const after = text.slice(place.end)
  if (ELSE.test(before)) return undefined
  const inverted =
    /^ (?:one )?(?:of the (?:two|pair) )?(?:is|are)\b/i.test(after) && /\bthe\s*$/i.test(before)
  const named = inverted ? here.find(({ start }) => start >= place.end) : undefined
  if (named) return againstOther([named.product], count)
  const announced = /^[^.;:!?,]{0,12}:\s*(?:the )?/i.exec(after)
  const heralded =
    announced && here.find(({ start }) => Math.abs(start - place.end - announced[0].length) < 5)
  if (heralded) return againstOther([heralded.product], count)
  const between = here.length > 0 && count > 1 ? againstOther(subject, count) : undefined
  if (place.how === 'beside') return between
  const predicate = PREDICATE.test(before) || /^(?:costs?|weighs?)\b/i.test(place.text)
  const closes = CLOSES.test(after)
  if (!predicate || !(closes || place.form.dimension === 'price')) return closes ? between : undefined
  if (/\b(?:one|either)\b(?! of)[^.]{0,8}$/i.test(before) && here.length === 0)
    return count > 1 ? 'any' : 'unclear'
  return againstOther(subject, count)
}

function againstOther([subject, more]: readonly number[], count: number): Compared {
  const object = subject === undefined ? undefined : otherOf(subject, count)
  return subject === undefined || more !== undefined || object === undefined ? 'unclear' : { subject, object }
}
