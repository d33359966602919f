/** The prompt of a model that plans for itself: it says which facts there are to choose from, as in training. */
import type { PromptInput } from '../../shared/domain/prompt'
import type { PlanRequest } from './planner'
import { rankedFacts } from './relevance'
import { subjectPrompt } from './subjectPrompt'
import type { Subject } from './values'

/** What the prompt depends on. */
type Ground = Pick<PlanRequest, 'subject' | 'directives' | 'affinity'>

/** Facts of a product: fewer where three or four products share the prompt. */
const factsShown = (products: number) => (products > 2 ? 3 : 6)

/** The subject as it is shown: of every product the facts that must be said, then those that serve this shopper best. */
export function freeSubject({ subject, directives, affinity }: Ground): Subject {
  const { products } = subject
  return {
    ...subject,
    products: products.map((product, index) => {
      const ranked = rankedFacts(product, subject, directives, affinity)
      const isDue = (kind: string) => index === 0 && directives.mustMention.includes(kind)
      const facts = [
        ...ranked.filter(({ kind }) => isDue(kind)),
        ...ranked.filter(({ kind }) => !isDue(kind)),
      ]
      return { ...product, facts: facts.slice(0, factsShown(products.length)) }
    }),
  }
}

/** The prompt, marked `<free>`. */
export function freePrompt(ground: Ground): PromptInput {
  const { subject, directives } = ground
  const manner = { voice: directives.voice ?? subject.persona.voice, channel: directives.channel }
  return { ...subjectPrompt(freeSubject(ground), manner, []), free: true }
}
