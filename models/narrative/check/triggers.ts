/** Literal words without which a pattern cannot match, so that most patterns need not be run at all. */

/** Splits at the bars that stand in no bracket. */
function alternatives(forms: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const [index, char] of [...forms].entries()) {
    if (char === '(' && forms[index - 1] !== '\\') depth++
    if (char === ')' && forms[index - 1] !== '\\') depth--
    if (char === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}

/** What is left of an alternative without its brackets, from the innermost out. */
function withoutGroups(part: string): string {
  const less = part.replace(/\((?:\?(?:[:=!]|<[=!]))?[^()]*\)[?*+]?/g, ' ')
  return less === part ? part : withoutGroups(less)
}

/**
 * One literal of each alternative, lower case: a text with none of them cannot match. Undefined where an alternative has no literal of
 * three letters.
 */
export function triggersOf(forms: string): readonly string[] | undefined {
  const literals = alternatives(forms).map((part) => {
    const runs = withoutGroups(part)
      .replace(/\[[^\]]*\][?*+]?|\\.[?*+]?/g, ' ')
      .replace(/[^|][?*]/g, ' ')
      .split(/[^\p{L}]+/u)
    return [...runs].sort((a, b) => b.length - a.length)[0]?.toLowerCase() ?? ''
  })
  return literals.every((literal) => literal.length >= 3) ? [...new Set(literals)] : undefined
}
