/** Descriptions: two or three plain sentences that state facts in words, and where in the text each fact stands. */
import type { Fact, FactKind, GrammaticalNumber } from '../../shared/domain/facts'
import { factKind } from '../../shared/domain/facts'
import type { ProductType } from './author'
import type { Random } from './random'
import { pick, shuffle } from './random'

/** A fact before it is known where it is stated. */
export type DraftFact = Omit<Fact, 'source'>

/** A description with the character range of each fact that stands in it, by fact id. */
export interface Description {
  readonly text: string
  readonly ranges: ReadonlyMap<string, readonly [number, number]>
}

/** Verb phrases after "it" or "they". */
const clauses: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  material: ['[is|are] made of {material}'],
  weight: ['[weighs|weigh] {weight}'],
  capacity: ['[holds|hold] {capacity}'],
  battery: ['[runs|run] for {battery} on one charge'],
  power: ['[is|are] rated at {power}'],
  size: ['[measures|measure] {size}'],
  colour: ['[comes|come] in {colour}', '[is|are] {colour}'],
  finish: ['[has|have] {finish}'],
  fit: ['[is|are] {fit} in the fit'],
  closure: ['[closes|close] with {closure}'],
  care: ['[is|are] {care}'],
  origin: ['[comes|come] from {origin}'],
  certification: ['[carries|carry] {certification} certification'],
  compatibility: ['[works|work] with {compatibility}'],
  warranty: ['[is|are] covered for {warranty}'],
  pack: ['[comes|come] as {pack}'],
  flavour: ['[tastes|taste] of {flavour}'],
  scent: ['[smells|smell] of {scent}'],
  skin: ['[suits|suit] {skin}'],
  ages: ['[is|are] meant for {ages}'],
  season: ['[is|are] meant for {season}'],
  room: ['[is|are] at home in {room}'],
  noise: ['[runs|run] at {noise}'],
  water: ['[has|have] {water}'],
  speed: ['[reaches|reach] {speed}'],
  temperature: ['[is|are] rated to {temperature}'],
  connectivity: ['[connects|connect] by {connectivity}'],
  screen: ['[has|have] {screen}'],
  pattern: ['[comes|come] in {pattern}'],
  style: ['[is|are] {style} in style'],
  use: ['[is|are] made for {use}'],
  ingredient: ['[contains|contain] {ingredient}'],
  storage: ['[has|have] {storage} of storage'],
  light: ['[gives|give] {light}'],
  reach: ['[reaches|reach] {reach}'],
  craft: ['[is|are] {craft}'],
  includes: ['[comes|come] with {includes}'],
}

const featureLines = [
  '[It has|They have] {feature.1} and {feature.2}.',
  '[It comes|They come] with {feature.1} and {feature.2}.',
  'You get {feature.1} and {feature.2}.',
]
const singleFeature = [
  '[It has|They have] {feature.1}.',
  '[It comes|They come] with {feature.1}.',
  'You get {feature.1} as well.',
]

/** "a" or "an" before a phrase as it is spoken. */
export function article(phrase: string): 'a' | 'an' {
  const word = phrase.split(/[\s-]/)[0] ?? ''
  if (/^(8|11|18|80)/.test(word)) return 'an'
  if (/^(uni|use|usb|euro|one|u-)/i.test(phrase)) return 'a'
  if (/^(hour|honest|heir)/i.test(word) || /^(LED|LCD|SD|FM|XL|HD|SP|MP|F)(?![a-z])/.test(word)) return 'an'
  return /^[aeiou]/i.test(word) ? 'an' : 'a'
}

const SLOT = /\{([^{}]+)\}/g

/** Writes one pattern out; `offset` is where it will stand. Undefined when a slot has no fact. */
function write(
  pattern: string,
  number: GrammaticalNumber,
  facts: ReadonlyMap<string, DraftFact>,
  offset: number,
) {
  const agreed = pattern.replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_, one: string, many: string) =>
    number === 'many' ? many : one,
  )
  const ranges: [string, readonly [number, number]][] = []
  let text = ''
  let last = 0
  for (const match of agreed.matchAll(SLOT)) {
    const fact = facts.get(match[1] ?? '')
    if (!fact) return undefined
    text += agreed.slice(last, match.index)
    if (factKind(fact.kind).form === 'np' && fact.number === 'one') text += `${article(fact.text)} `
    ranges.push([fact.id, [offset + text.length, offset + text.length + fact.text.length]])
    text += fact.text
    last = match.index + match[0].length
  }
  return { text: text + agreed.slice(last), ranges }
}

/** Describes a product of a type. `facts` are all its drafts, features numbered `feature.1`, `feature.2`, ... */
export function describe(
  type: ProductType,
  number: GrammaticalNumber,
  facts: readonly DraftFact[],
  random: Random,
): Description {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const used = new Set<string>()
  const ranges = new Map<string, readonly [number, number]>()
  let text = ''
  const add = (patterns: readonly string[]): void => {
    const offset = text ? text.length + 1 : 0
    const fresh = patterns.filter((pattern) =>
      [...pattern.matchAll(SLOT)].every((match) => !used.has(match[1] ?? '')),
    )
    const sentence = shuffle(random, fresh)
      .map((pattern) => write(pattern, number, byId, offset))
      .find(Boolean)
    if (!sentence) return
    text = text ? `${text} ${sentence.text}` : sentence.text
    for (const [id, range] of sentence.ranges) {
      ranges.set(id, range)
      used.add(id)
    }
  }
  add(type.openers)
  const statable = shuffle(random, facts).filter((fact) => fact.kind !== 'feature' && !used.has(fact.id))
  const [first, second] = statable
    .map((fact) => verbPhrase(type, fact.kind, random))
    .filter((phrase) => phrase !== undefined)
  const plain = first ? [`[It|They] ${first}${second && random() < 0.7 ? ` and ${second}` : ''}.`] : []
  const features = byId.has('feature.2') ? featureLines : singleFeature
  for (const patterns of random() < 0.5 ? [features, plain] : [plain, features]) add(patterns)
  return { text, ranges }
}

function verbPhrase(type: ProductType, kind: FactKind, random: Random): string | undefined {
  const own = type.clauses?.[kind]
  if (own !== undefined) return own || undefined
  const common = clauses[kind]
  return common ? pick(random, common) : undefined
}
