/** Closed rules for faults of agreement and verb form: each names its words, so that none can misfire on a word it does not know. */

/** One fault: where it stands (UTF-16 units, end exclusive), the words, and what is wrong. */
export interface AgreementFault {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly message: string
}

/** Verbs that product sentences use, base form; "needs" for "need" by rule. */
const VERBS =
  'ask|begin|belong|bring|carry|close|come|cost|cover|deserve|earn|fit|give|go|hang|have|help|hold|keep|know|last|leave|live|look|make|mean|measure|need|open|pay|run|save|say|shut|sit|smell|stand|start|stay|stop|suit|take|taste|turn|want|wash|wear|weigh|work'
const INFLECTED = VERBS.split('|')
  .map((verb) =>
    verb === 'have'
      ? 'has'
      : /(sh|ss|go)$/.test(verb)
        ? `${verb}es`
        : /[^aeiou]y$/.test(verb)
          ? `${verb.slice(0, -1)}ies`
          : `${verb}s`,
  )
  .join('|')
const MODALS =
  "can|cannot|can't|could|may|might|must|shall|should|will|won't|would|wouldn't|couldn't|shouldn't"

const RULES: readonly { readonly find: RegExp; readonly message: string }[] = [
  {
    find: new RegExp(`(?<=^|[.;:!?] )(?:It|it|He|he|She|she) (?:are|were|do|don't|${VERBS})\\b`, 'g'),
    message: 'One thing takes a verb with -s.',
  },
  {
    find: new RegExp(
      `(?<=^|[.;:!?,] )(?:They|they|We|we|You|you) (?:is|was|does|doesn't|${INFLECTED})\\b`,
      'g',
    ),
    message: 'They, we and you take the verb without -s.',
  },
  {
    find: new RegExp(
      `(?<!\\b(?:what|whatever|whichever|all|everything|nothing) (?:you|it|we|they|she|he) |\\b(?:a|the|your|watering) )\\b(?:${MODALS}) (?:(?:not|also|even|still|just|hardly|easily|simply) )?(?:is|are|was|were|has|does|${INFLECTED})\\b`,
      'gi',
    ),
    message: 'After a modal the verb stands in its base form.',
  },
  {
    find: new RegExp(`\\b(?:do|does|did|don't|doesn't|didn't)(?: not)? (?:${INFLECTED})\\b`, 'gi'),
    message: 'After "do" the verb stands in its base form.',
  },
  {
    find: /(?<!\b(?:back|come|comes|coming|down|go|goes|listen|look|up) )\bto (?:is|are|was|were|has|does|brings|carries|comes|fits|gives|goes|holds|keeps|knows|makes)\b/gi,
    message: 'After "to" the verb stands in its base form.',
  },
  {
    find: /\bthere(?: is|'s) (?:a few|few|many|several|two|three|four|both)\b/gi,
    message: 'Several things take "there are".',
  },
  {
    find: /\b(?:this|that) (?:ones|things|days|sums|figures|people)\b/gi,
    message: 'Several things take "these" or "those".',
  },
  {
    find: /\b(?:these|those) (?:one|thing|day|sum|figure|person|is|was)\b/gi,
    message: '"These" and "those" take several things.',
  },
  { find: /\bof one (?:ones|things)\b/gi, message: 'One is not several.' },
  { find: /\b(?:a|an) (?:the|a|an|your|our|its|their|set of \w+ of)\b/gi, message: 'Two articles in a row.' },
  {
    find: /\b(?:the|your|our|its|their) (?:the|a|an|your|our|its|their)\b/gi,
    message: 'Two determiners in a row.',
  },
]

/** Faults in `text`, rule by rule, in order of appearance within a rule. */
export function agreementFaults(text: string): readonly AgreementFault[] {
  return RULES.flatMap(({ find, message }) =>
    [...text.matchAll(find)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      message,
    })),
  )
}
