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

/** Kinds of lint that are faults. The others judge spelling of names, style, regional taste or length. */
const COUNTED: ReadonlySet<string> = new Set([
  'Agreement',
  'BoundaryError',
  'Capitalization',
  'Eggcorn',
  'Grammar',
  'Malapropism',
  'Miscellaneous',
  'Nonstandard',
  'Punctuation',
  'Repetition',
  'Usage',
  'WordOrder',
])

/**
 * Rules within those kinds that were wrong every time they spoke on a sample of three thousand sentences, or that only know names; and
 * the spelling check, whose suggestions for a made-up brand take seconds.
 */
const SILENCED: readonly string[] = [
  'DayOneNames',
  'Holidays',
  'InDetail',
  'ItsPossessive',
  'MassNouns',
  'MissingPreposition',
  'MissingTo',
  'ModalBeAdjective',
  'Months',
  'MultipleSequentialPronouns',
  'NotablePlaces',
  'OrthographicConsistency',
  'Overall',
  'PossessiveYour',
  'ProperNouns',
  'SpellCheck',
  'ThatThan',
  'ThereIsAgreement',
  'ThereToTheir',
  'UseTitleCase',
]

let opened: Promise<LocalLinter> | undefined

async function open(): Promise<LocalLinter> {
  const linter = new LocalLinter({ binary, dialect: Dialect.British })
  const config = await linter.getDefaultLintConfig()
  await linter.setLintConfig({ ...config, ...Object.fromEntries(SILENCED.map((rule) => [rule, false])) })
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
  const found = lints.flatMap((lint): GrammarError[] => {
    const kind = lint.lint_kind()
    const span = lint.span()
    const { start, end } = span
    const error = { start, end, text: text.slice(start, end), kind, message: lint.message() }
    span.free()
    lint.free()
    return COUNTED.has(kind) ? [error] : []
  })
  const house = agreementFaults(text).map((fault) => ({ ...fault, kind: 'House' }))
  return [...found, ...house].sort((a, b) => a.start - b.start)
}
