/** One beat's sentence: decoded under the guard, verified, tried again when it is wrong, and at last replaced by an authored one. */
import type { Beat } from '../../shared/domain/beats'
import type { Decoding, SentenceOrigin } from '../../shared/domain/narrative'
import type { Foresight, Passage } from '../language/passage'
import type { Random } from '../language/random'
import { xoshiro128 } from '../language/random'
import { sample, surprise } from '../language/sampler'
import type { GuardTables } from './guard'
import { SENTENCE_TOKENS, SentenceGuard } from './guard'
import type { SentenceContext } from './verify'
import { sentenceProblem } from './verify'

/** Sentences tried before the authored one stands in. */
export const ATTEMPTS = 5
/** Tokens drawn for a sentence while no sound one fits the length: short sentences get many tries, long ones few. */
const LENGTH_TOKENS = 220
/** And never more tries than this. */
const LENGTH_ATTEMPTS = 40
/** What is tried after the usual number of tries is drawn from more of the model's words, or the same sentences would come again. */
const WIDER = { topP: 1, minP: 0.02 } as const
/** A sentence tried again is drawn at least this warm, or a greedy one would come out the same. */
const RETRY_TEMPERATURE = 0.7

/** What one sentence is written with. */
export interface SentenceTask {
  /** Ends with the beat's head. */
  readonly passage: Passage
  /** Guesses what follows the sentence's tokens so far; changes nothing but how long it takes. */
  readonly foresee: (written: readonly number[]) => readonly number[]
  readonly tables: GuardTables
  readonly beat: Beat
  readonly context: SentenceContext
  readonly decoding: Decoding
  /** Distinguishes beats of one narrative, so that writing one again does not change the others. */
  readonly position: number
  readonly fallback: string
  /** Words by which a sentence is too long or too short for the text, 0 where it fits; of those that do not, the nearest is taken. */
  readonly misfit?: (template: string) => number
  /** Nothing after this sentence could make up for its length: the authored one stands in where it fits and none of the model's does. */
  readonly last?: boolean
}

/** A sentence, slots as tokens. */
export interface WrittenSentence {
  readonly template: string
  readonly origin: SentenceOrigin
  /** "sentence (what was wrong)". */
  readonly rejected: readonly string[]
  /** Tokens drawn in all attempts. */
  readonly drawn: number
}

/** A template as far as it is written. */
export interface SentenceProgress {
  readonly template: string
}

/** Writes the sentence and yields it as it grows; the passage then ends with its last token, before the end-of-beat token. */
export async function* writeSentence(
  task: SentenceTask,
  signal: AbortSignal,
): AsyncGenerator<SentenceProgress, WrittenSentence, void> {
  const { passage, foresee, decoding, position, beat, context } = task
  await passage.logits(() => foresee([]))
  const start = passage.bookmark()
  const random = xoshiro128((decoding.seed ^ Math.imul(position + 1, 0x9e3779b1)) >>> 0)
  const rejected: string[] = []
  let drawn = 0
  let nearest: { readonly template: string; readonly misfit: number } | undefined
  for (
    let attempt = 0;
    attempt < (nearest && drawn < LENGTH_TOKENS ? LENGTH_ATTEMPTS : ATTEMPTS);
    attempt++
  ) {
    passage.rewind(start)
    const { template, tokens, sure } = yield* drawSentence(
      task,
      { random, warm: attempt > 0, wide: attempt >= ATTEMPTS },
      signal,
    )
    drawn += tokens
    const problem = sentenceProblem(template, context) ?? (sure ? undefined : 'rambles')
    const misfit = problem ? 0 : (task.misfit?.(template) ?? 0)
    if (!problem && misfit === 0)
      return { template, origin: attempt === 0 ? 'model' : 'resampled', rejected, drawn }
    if (!problem && misfit < (nearest?.misfit ?? Infinity)) nearest = { template, misfit }
    rejected.push(`${template} (${problem ?? 'is too long for the room left'})`)
  }
  passage.rewind(start)
  if (nearest && !(task.last && fits(task, task.fallback))) {
    passage.push(task.tables.vocabulary.encode(` ${nearest.template}`))
    yield { template: nearest.template }
    return { template: nearest.template, origin: 'resampled', rejected, drawn }
  }
  passage.push(task.tables.vocabulary.encode(` ${task.fallback}`))
  yield { template: task.fallback }
  return {
    template: task.fallback,
    origin: 'fallback',
    rejected: rejected.map((text) => `${beat.move}: ${text}`),
    drawn,
  }
}

function fits({ context, misfit }: SentenceTask, template: string): boolean {
  return sentenceProblem(template, context) === undefined && misfit?.(template) === 0
}

/** Tokens over which the model's doubt is averaged. */
const DOUBT_TOKENS = 6
/** Nats a token above which the model is making words up: of sentences written well one in two hundred comes near, of ramblings most. */
const DOUBT_MAX = 1.05

/** The greatest mean surprise of any six tokens running; 0 of fewer, which say too little to tell. */
function doubt(surprises: readonly number[]): number {
  let greatest = 0
  let total = 0
  surprises.forEach((nats, at) => {
    total += nats - (surprises[at - DOUBT_TOKENS] ?? 0)
    if (at >= DOUBT_TOKENS - 1) greatest = Math.max(greatest, total / DOUBT_TOKENS)
  })
  return greatest
}

interface Draw {
  readonly random: Random
  readonly warm: boolean
  readonly wide: boolean
}

interface Drawn {
  readonly template: string
  readonly tokens: number
  /** The model seldom doubted what comes next. */
  readonly sure: boolean
}

async function* drawSentence(
  task: SentenceTask,
  { random, warm, wide }: Draw,
  signal: AbortSignal,
): AsyncGenerator<SentenceProgress, Drawn, void> {
  const { passage, tables, decoding, beat, context } = task
  const guard = new SentenceGuard(tables, beat.slots, context.claims, warm)
  const warmer = { ...decoding, temperature: Math.max(decoding.temperature, RETRY_TEMPERATURE) }
  const sampling = wide ? { ...warmer, ...WIDER } : warm ? warmer : decoding
  let template = ''
  const surprises: number[] = []
  const foresee: Foresight = () => task.foresee(guard.tokens)
  while (guard.tokens.length < SENTENCE_TOKENS) {
    signal.throwIfAborted()
    const logits = await passage.logits(foresee)
    if (guard.gaveUp(logits)) break
    const open = guard.masked(logits)
    const token = sample(open, sampling, random, guard.tokens)
    surprises.push(surprise(open, token))
    if (token === tables.endBeat) break
    guard.push(token)
    passage.push([token])
    template = spelled(template, token, tables)
    yield { template }
  }
  return { template: template.trim(), tokens: guard.tokens.length, sure: doubt(surprises) <= DOUBT_MAX }
}

/** Special tokens swallow the space before them; it is put back. */
function spelled(template: string, token: number, tables: GuardTables): string {
  const text = tables.vocabulary.text(token)
  if (!tables.special[token]) return template + text
  return template === '' || /[\s("'-]$/.test(template) ? template + text : `${template} ${text}`
}
