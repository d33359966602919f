/** Templates: directives one a line, read into `Directives` or into a list of problems by line. */
import type { Directives, LeadWith } from '../../shared/domain/template'
import type { TemplateCheck, TemplateProblem } from '../../shared/contract/services'
import { FACT_KINDS, isFactKind } from '../../shared/domain/facts'
import { MOVES } from '../../shared/domain/beats'
import type { Channel, Voice } from '../../shared/domain/voices'
import { CHANNELS, VOICES } from '../../shared/domain/voices'

type Draft = { -readonly [Key in keyof Directives]: Directives[Key] }
type Reader = (value: string, draft: Draft) => { readonly message: string; readonly hint: string } | undefined

const leads: readonly LeadWith[] = ['history', 'occasion', 'interest', 'price', 'product']

const oneOf = <Word extends string>(words: readonly Word[], value: string): Word | undefined =>
  words.find((word) => word === value)
const list = (value: string) =>
  value
    .split(',')
    .map((item) => item.trim().toLowerCase())
    .filter(Boolean)
/** Values are read in lower case; two-word kinds are written `wasPrice`. */
const kindOf = (word: string) => FACT_KINDS.find((kind) => kind.toLowerCase() === word)
const choices = (words: readonly string[]) => `Use one of: ${words.join(', ')}.`

function readLength(value: string, draft: Draft): ReturnType<Reader> {
  const match =
    /^(\d{1,3})\s*(?:-|to|–)\s*(\d{1,3})(?:\s*words)?$/.exec(value) ?? /^(\d{1,3})(?:\s*words)?$/.exec(value)
  const min = Number(match?.[1])
  const max = Number(match?.[2] ?? match?.[1])
  if (!match || min < 8 || max > 160 || min > max) {
    return {
      message: `length "${value}" is not a number of words`,
      hint: 'Write a range between 8 and 160, for example: length: 40-60',
    }
  }
  draft.words = { min: max === min ? Math.max(8, min - 6) : min, max: max === min ? min + 6 : max }
  return undefined
}

function readKinds(value: string, key: string): ReturnType<Reader> {
  const unknown = list(value).find((word) => !kindOf(word))
  return unknown === undefined
    ? undefined
    : { message: `${key} names the unknown slot "${unknown}"`, hint: `Slots are: ${FACT_KINDS.join(', ')}.` }
}

function readBeats(value: string, draft: Draft): ReturnType<Reader> {
  const beats = list(value).map((beat) => {
    const [move = '', kind, ...rest] = beat.split(/\s+/)
    return [move, ...(kind === undefined ? [] : [kindOf(kind) ?? kind]), ...rest].join(' ')
  })
  const bad = beats.find((beat) => {
    const [move, kind, ...rest] = beat.split(' ')
    return (
      !oneOf(MOVES, (move ?? '') as (typeof MOVES)[number]) ||
      (kind !== undefined && !isFactKind(kind)) ||
      rest.length > 0
    )
  })
  if (bad !== undefined) {
    return {
      message: `beats has the unknown beat "${bad}"`,
      hint: `A beat is a move, or "fact" and a slot. Moves are: ${MOVES.join(', ')}.`,
    }
  }
  draft.beats = beats
  return undefined
}

/** Kinds of facts, or plain words, to stay away from; the two spellings of the directive add up. */
function avoid(value: string, draft: Draft): ReturnType<Reader> {
  draft.avoid = [...draft.avoid, ...list(value).map((word) => kindOf(word) ?? word)]
  return undefined
}

const readers: Readonly<Record<string, Reader>> = {
  voice: (value, draft) => {
    const voice = oneOf<Voice>(VOICES, value)
    if (voice) draft.voice = voice
    return voice ? undefined : { message: `voice "${value}" is unknown`, hint: choices(VOICES) }
  },
  channel: (value, draft) => {
    const channel = oneOf<Channel>(CHANNELS, value)
    if (channel) draft.channel = channel
    return channel ? undefined : { message: `channel "${value}" is unknown`, hint: choices(CHANNELS) }
  },
  length: readLength,
  products: (value, draft) => {
    const count = ([1, 2, 3, 4] as const).find((number) => String(number) === value)
    if (count === undefined)
      return { message: `products "${value}" is not 1, 2, 3 or 4`, hint: 'Write: products: 1' }
    draft.products = count
    return undefined
  },
  'lead with': (value, draft) => {
    const lead = oneOf(leads, value as LeadWith)
    if (lead) draft.leadWith = lead
    return lead ? undefined : { message: `lead with "${value}" is unknown`, hint: choices(leads) }
  },
  'must mention': (value, draft) => {
    draft.mustMention = list(value).flatMap((word) => kindOf(word) ?? [])
    return readKinds(value, 'must mention')
  },
  'must not mention': avoid,
  avoid,
  'reading level': (value, draft) => {
    if (value !== 'easy' && value !== 'any')
      return { message: `reading level "${value}" is unknown`, hint: choices(['easy', 'any']) }
    if (value === 'easy') draft.readingLevel = 'easy'
    return undefined
  },
  close: (value, draft) => {
    if (value !== 'call' && value !== 'quiet' && value !== 'none') {
      return { message: `close "${value}" is unknown`, hint: choices(['call', 'quiet', 'none']) }
    }
    draft.close = value
    return undefined
  },
  plan: (value, draft) => {
    if (value !== 'free' && value !== 'planned')
      return { message: `plan "${value}" is unknown`, hint: choices(['planned', 'free']) }
    if (value === 'free') draft.plan = 'free'
    return undefined
  },
  beats: readBeats,
}

/** Why a list of beats and `plan: free` cannot stand together. */
export const TWO_PLANS = {
  message: 'the beats are listed, so the model cannot plan for itself',
  hint: 'Keep one of the two: the list of beats, or plan: free.',
} as const

/** What a template without any directive means. */
export const defaultDirectives: Directives = {
  channel: 'page',
  products: 1,
  mustMention: [],
  avoid: [],
  close: 'quiet',
}

/**
 * Reads a template. Lines are `directive: value`; blank lines and lines starting with `#` are skipped. Problems name the line; the
 * directives are only given when there is none. A slot in braces (`{material}`) is checked wherever it stands.
 */
export function readTemplate(text: string): TemplateCheck {
  const draft: Draft = { ...defaultDirectives }
  const problems: TemplateProblem[] = []
  const seen = new Set<string>()
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) return
    const problem = readLine(line, draft, seen)
    if (problem) problems.push({ line: index + 1, ...problem })
    else if (draft.plan && draft.beats && !problems.some(({ message }) => message === TWO_PLANS.message))
      problems.push({ line: index + 1, ...TWO_PLANS })
  })
  return problems.length > 0 ? { problems } : { directives: draft, problems }
}

function readLine(line: string, draft: Draft, seen: Set<string>): ReturnType<Reader> {
  const braces = [...line.matchAll(/\{([^}]*)\}/g)]
    .map((match) => match[1] ?? '')
    .find((slot) => !isFactKind(slot))
  if (braces !== undefined)
    return { message: `unknown slot {${braces}}`, hint: `Slots are: ${FACT_KINDS.join(', ')}.` }
  const colon = line.indexOf(':')
  const key = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
  const reader = Object.hasOwn(readers, key) ? readers[key] : undefined
  if (!reader) {
    return {
      message: `"${line.slice(0, 40)}" is not a directive`,
      hint: `Write "directive: value". Directives are: ${Object.keys(readers).join(', ')}.`,
    }
  }
  if (seen.has(key)) return { message: `"${key}" stands twice`, hint: 'Keep one of the two lines.' }
  seen.add(key)
  return reader(
    line
      .slice(colon + 1)
      .replace(/[{}]/g, '')
      .trim()
      .toLowerCase(),
    draft,
  )
}
