/** Perplexity of narratives and of composed documents, under the model in use. */
import { tokenNats } from '../../../models/language/likelihood'
import type { ScoredTokens } from '../../../models/language/likelihood'
import type { AdapterMix } from '../../../models/language/adapterFeeds'
import type { LanguageModel } from '../../../models/language/model'
import type { Tokenizer } from '../../../models/language/tokenizer'
import { perplexity } from '../../../models/metrics/summary'
import { subjectPrompt } from '../../../models/narrative/subjectPrompt'
import { documentText } from '../../../shared/domain/prompt'
import { END_BEAT, SAY } from '../../../shared/domain/tokens'
import type { Judged } from './judge'

/** Texts that perplexity is taken over; more change the third digit. */
export const PERPLEXITY_TEXTS = 64

/**
 * Perplexity a token over at most 64 documents, the model's own view: sentences with their slots as tokens, given prompt and heads, nothing
 * masked. Documents beyond the model's context are left out; null where none remains.
 */
export async function perplexityOf(
  model: LanguageModel,
  documents: readonly string[],
  { adapters, signal }: { readonly adapters: AdapterMix; readonly signal: AbortSignal },
): Promise<number | null> {
  const scored = documents
    .slice(0, PERPLEXITY_TEXTS)
    .map((document) => scoredDocument(model.tokenizer, document))
    .filter(({ tokens }) => tokens.length <= model.config.shape.context)
  return scored.length === 0 ? null : perplexity(await tokenNats(model, scored, { adapters, signal }))
}

/** A narrative that was written here as one document; undefined for a text from outside. */
export function documentOf({ narrative, persona, occasion, products }: Judged): string | undefined {
  if (!narrative) return undefined
  const beats = narrative.beats.map(({ beat }) => beat)
  return documentText(
    subjectPrompt({ persona, occasion, products }, narrative, beats),
    beats,
    narrative.beats.map(({ template }) => template),
  )
}

/** A document as the model sees it; only the sentences count, each with the token that ends it. */
function scoredDocument(tokenizer: Tokenizer, document: string): ScoredTokens {
  const tokens = [0, ...tokenizer.encode(document)]
  const [say, end] = [tokenizer.idOf(SAY), tokenizer.idOf(END_BEAT)]
  let inside = false
  const counted = tokens.map((token) => {
    const counts = inside
    if (token === say) inside = true
    if (token === end) inside = false
    return counts
  })
  return { tokens, counted }
}
