/** Turning what people type into phrases that fit into a sentence. */

const clauseStarts =
  /^(i|we|you|he|she|they|it|there|what|which|who|how|why|when|where|is|are|was|do|does|did|can|could|should|would|please|show|find|give|need|want|help|let)\b/i
const clauseVerbs =
  /\b(is|are|was|were|am|will|would|can|could|should|have|has|had|need|needs|want|wants|getting|gets|going to|like|likes|love|loves)\b/i
const properStart =
  /^(Diwali|Christmas|Easter|Eid|Holi|Onam|Pongal|Navratri|Lohri|Halloween|Thanksgiving|Valentine|Mother|Father|Raksha|New Year|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/

/** First person becomes second: "my sister's wedding" is "your sister's wedding" in the shop's mouth. */
export function shopWords(text: string): string {
  const swap: Readonly<Record<string, string>> = {
    my: 'your',
    our: 'your',
    mine: 'yours',
    me: 'you',
    us: 'you',
    myself: 'yourself',
  }
  return text.replace(/\b(my|our|mine|me|us|myself)\b/gi, (word) => swap[word.toLowerCase()] ?? word)
}

/**
 * The occasion as a noun phrase for "for ...", or undefined when it is a clause, a question, or longer than twelve words; it then
 * serves retrieval only. "For" at the start is dropped, the first letter lowered unless it begins a name.
 */
export function occasionPhrase(typed: string): string | undefined {
  const text = shopWords(
    typed
      .trim()
      .replace(/[.!?,;:\s]+$/, '')
      .replace(/^(something |gifts? )?for\s+/i, ''),
  )
  const words = text.split(/\s+/)
  if (
    text === '' ||
    words.length > 12 ||
    clauseStarts.test(text) ||
    clauseVerbs.test(text) ||
    /[<>{}[\]|\n]/.test(text)
  )
    return undefined
  if (
    properStart.test(text) ||
    /^[A-Z]{2}/.test(text) ||
    words.slice(0, 2).every((word) => /^[A-Z]/.test(word))
  )
    return text
  return text.charAt(0).toLowerCase() + text.slice(1)
}
