/**
 * Grammar lint of finished English: Harper (Apache-2.0, WebAssembly, runs in Node and in a window) reduced to the rules that find faults of
 * grammar, and a few closed rules of our own for agreement faults that Harper 2.10 lets pass. A development tool: corpus gates and the
 * evaluation of narratives use it, the application does not, and `harper.js` is a development dependency.
 */
import { Dialect, LocalLinter } from 'harper.js'
import { binary } from 'harper.js/binary'
import { agreementFaults } from './agreementFaults'

/** One fault found in a text. */
export interface GrammarError {
  /** First character, 0-based, in UTF-16 units. */
  readonly start: number
  /** One past the last character. */
  readonly end: number
  /** The offending words as written. */
  readonly text: string
  /** Harper's kind ("Agreement", "Repetition", ...), or "House" for a rule of ours. */
  readonly kind: string
  /** What is wrong, in words. */
  readonly message: string
}

/**
 * The rules of Harper that count, by its names: agreement, articles, verb forms, doubled words, commas, capitals. Left out are spelling
 * (brands are made up), style, regional taste, set phrases and names, which are most of its 880 rules, and some rules of grammar that were
 * wrong each time they spoke on a sample of three thousand sentences (MissingPreposition, MassNouns, ThereIsAgreement, ItsPossessive).
 */
const RULES = `
  AdjectiveDoubleDegree AnA AnAnother AnotherAn AnotherOnes AnotherThings CapitalizePersonalPronouns CommaFixes
  ComprisesOf CriteriaPhenomena DespiteItIs DespiteOf DidPast DontCan DoubleModal DoubleNegative EverPronounRelPronoun ExceptOf
  FriendOfMe GetUsedTo HadOf HavePronoun HelpedPast InterestedIn InsteadOf IsBeenAuxSequence ItsContraction
  LookForwardTo LookingForwardTo MayOfPronoun MissingDeterminer ModalOf MoreBetter MostNumber NoLongerPronoun OneOfTheSingular
  PluralWrongWordOfPhrase PronounInflectionBe PronounVerbAgreement QuantifierNeedsOf
  QuantifierNumeralConflict RegularIrregulars RepeatedWords SentenceCapitalization SimplePastToPastParticiple SingleBe SomeOfThe
  SomeWithoutArticle Spaces SubjectPronoun TheAnother TheMy ThenThan ThereMissingIsClause ThisTypeOfThing ToTo
  ToTooIdioms TooTo UnclosedQuotes VeryLess WhomSubjectOfVerb WillNonLemma WorthToDo WrongApostrophe
`
  .trim()
  .split(/\s+/)

/** "What decided us was ...": the verb agrees with the clause, not with the pronoun that ends it. */
const CLAUSE =
  /\b(all|everything|nothing|one|part|that|thing|what|whatever|which|who)\b[^.;:!?]*\b(it|them|us|you)\s*$/i

let opened: Promise<LocalLinter> | undefined

async function open(): Promise<LocalLinter> {
  const linter = new LocalLinter({ binary, dialect: Dialect.British })
  const config = await linter.getDefaultLintConfig()
  const unknown = RULES.filter((rule) => !(rule in config))
  if (unknown.length > 0) throw new Error(`Harper has no rule ${unknown.join(', ')}: choose anew in RULES.`)
  await linter.setLintConfig(
    Object.fromEntries(Object.keys(config).map((rule) => [rule, RULES.includes(rule)])),
  )
  return linter
}

/**
 * Faults of grammar in `text` (plain, one sentence or several), in order of appearance; empty when there are none. The first call loads
 * 16 MB of WebAssembly (about a second), later ones take about a millisecond a sentence. The same text always gives the same answer.
 */
export async function grammarErrors(text: string): Promise<readonly GrammarError[]> {
  opened ??= open()
  const linter = await opened
  const lints = await linter.lint(text, { language: 'plaintext' })
  const found = lints.map((lint): GrammarError => {
    const span = lint.span()
    const { start, end } = span
    const error = {
      start,
      end,
      text: text.slice(start, end),
      kind: lint.lint_kind(),
      message: lint.message(),
    }
    span.free()
    lint.free()
    return error
  })
  const house = agreementFaults(text).map((fault) => ({ ...fault, kind: 'House' }))
  const faults = found.filter(({ kind, start }) => kind !== 'Agreement' || !CLAUSE.test(text.slice(0, start)))
  // Harper and we may both see the same fault.
  const ours = house.filter((one) => !faults.some((other) => other.start < one.end && one.start < other.end))
  return [...faults, ...ours].sort((a, b) => a.start - b.start)
}
