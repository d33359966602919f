/**
 * The grammar of heads: of all the heads that may come next, which token may. The model then writes its own plan and cannot write one that
 * is not among them.
 */
import type { Beat } from '../../shared/domain/beats'
import type { GrammaticalNumber } from '../../shared/domain/facts'
import { headText } from '../../shared/domain/prompt'

/** A head as it would be written. */
export interface Head<Choice> {
  readonly choice: Choice
  /** From the move to `<say>`. */
  readonly tokens: readonly number[]
}

/** Tokens of a beat's head. `numbers` holds every product's grammatical number; throws for a token the tokenizer lacks. */
export function headTokens(
  beat: Omit<Beat, 'id'>,
  numbers: readonly GrammaticalNumber[],
  id: (token: string) => number,
): readonly number[] {
  return headText(beat, numbers).split(' ').map(id)
}

/**
 * Follows a head as it is written. `<say>` ends every head and stands nowhere else in it, so none is the beginning of another. Heads of the
 * same tokens count as one, the first.
 */
export class HeadGrammar<Choice> {
  private readonly ending: number | undefined
  private open: readonly Head<Choice>[]
  private depth = 0
  private ended = false

  /** `ending` is the token that stands in a head's place where the narrative may end. */
  constructor(heads: readonly Head<Choice>[], ending?: number) {
    this.open = heads
    this.ending = ending
  }

  /** Tokens that may come next; empty when the head is written or the narrative has ended. */
  next(): ReadonlySet<number> {
    if (this.ended) return new Set()
    const tokens = new Set(this.open.flatMap(({ tokens: own }) => own[this.depth] ?? []))
    if (this.depth === 0 && this.ending !== undefined) tokens.add(this.ending)
    return tokens
  }

  /** Notes a token as written. Throws RangeError for one that may not come next. */
  push(token: number): void {
    if (!this.next().has(token)) throw new RangeError(`Token ${token} may not come next in a head`)
    if (this.depth === 0 && token === this.ending) {
      this.ended = true
      return
    }
    this.open = this.open.filter(({ tokens }) => tokens[this.depth] === token)
    this.depth++
  }

  /** What the written head stands for; undefined before `<say>` and where the narrative has ended. */
  chosen(): Choice | undefined {
    const first = this.open[0]
    return !this.ended && first?.tokens.length === this.depth ? first.choice : undefined
  }

  /** A copy of the model's logits, [vocabulary], with every token that may not come next at -Infinity. */
  masked(logits: Float32Array): Float32Array {
    const copy = new Float32Array(logits.length).fill(-Infinity)
    for (const token of this.next()) copy[token] = logits[token] ?? -Infinity
    return copy
  }
}
