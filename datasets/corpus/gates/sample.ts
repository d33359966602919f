/** Expansions of authored patterns with example values, the same for the same seed. */
import type { SlotName } from '../../../shared/domain/beats'
import { splitSlot } from '../../../shared/domain/beats'
import { factKind, isFactKind } from '../../../shared/domain/facts'
import { expandPattern, patternVariants } from '../../../shared/domain/pattern'
import { readPage } from '../../../shared/domain/phrasebook'
import type { Pattern } from '../../../shared/domain/phrasebook'
import { seededRandom } from '../../../shared/util/random'
import { namedPages } from '../pages'

/** A pattern with the page it stands on and the expansions the gates look at. */
export interface Sampled {
  readonly page: string
  readonly pattern: Pattern
  /** Sentences with slot tokens, all different; at least one. */
  readonly sentences: readonly string[]
}

const SHOPPER: Readonly<Record<string, string>> = {
  occasion: 'a rainy week in the hills',
  interest: 'birdwatching',
  recipient: 'your sister',
  name: 'Asha',
}
/** Second products and history items have other names than the first, as they would. */
const TITLES: Readonly<Record<string, string>> = {
  p1: 'Fenmoor Roll-top Pack',
  p2: 'Larkspur Day Bag',
  p3: 'Mittivan Satchel',
  p4: 'Petalwold Tote',
  h1: 'Bagicha Pocket Umbrella',
  h2: 'Potterell Rain Cape',
}
const TOKEN = /<((?:p[1-4]|h[12]|u)\.[a-zA-Z]+)>/g
const determined = /\b(the|your|this|that|these|its|their|a|an|one|no|each|every)\s*$/i

/** Every pattern of every page (or of the one named) with up to `count` different expansions. Throws when no page has the name. */
export function samplePages(count: number, seed: number, page?: string): readonly Sampled[] {
  const chosen = Object.entries(namedPages).filter(([name]) => page === undefined || name === page)
  if (chosen.length === 0)
    throw new Error(`No page is called "${page ?? ''}"; pages are files in datasets/corpus/pages.`)
  return chosen.flatMap(([name, { ...content }]) =>
    readPage(content).map((pattern, index) => ({
      page: name,
      pattern,
      sentences: expansions(pattern, count, seed + index),
    })),
  )
}

/** Up to `count` different sentences of a pattern, half of them spoken of one thing and half of several. */
function expansions(pattern: Pattern, count: number, seed: number): readonly string[] {
  const random = seededRandom(seed)
  const found = new Set<string>()
  const tries = Math.min(count, 2 * patternVariants(pattern.text)) * 2
  for (let turn = 0; turn < tries && found.size < count; turn++)
    found.add(
      expandPattern(pattern.text, turn % 2 === 0 ? 'one' : 'many', (options) => random.below(options)),
    )
  return [...found]
}

/** The sentence with example values in its slots, articles and capitals as the realiser would set them. */
export function withExamples(sentence: string): string {
  const text = sentence.replace(TOKEN, (_, slot: SlotName, at: number) => {
    const { owner, field } = splitSlot(slot)
    const value = exampleOf(owner, field)
    const bare = determined.test(sentence.slice(0, at))
    return isFactKind(field) && factKind(field).form === 'np' && !bare ? `a ${value}` : value
  })
  return text.replace(
    /(^|[.!?] )([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}

function exampleOf(owner: string, field: string): string {
  if (owner === 'u') return SHOPPER[field] ?? field
  if (field === 'title') return TITLES[owner] ?? field
  if (field === 'noun') return owner.startsWith('h') ? 'umbrella' : 'backpack'
  return isFactKind(field) ? factKind(field).example : field
}
