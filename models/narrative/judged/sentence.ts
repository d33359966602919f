/** A sentence about some rows with what a careful reader would say of it. */
import type { Unsupported } from '../../../shared/domain/narrative'
import type { RowName } from './rows'

/** What makes a sentence hard to judge. */
export const TRICKS = ['negation', 'entailment', 'direction', 'attachment', 'name', 'idiom'] as const

/** One kind of difficulty. */
export type Trick = (typeof TRICKS)[number]

/** What the checker may find. */
export type Kind = Unsupported['kind']

/** One judged sentence (at times two or three). */
export interface JudgedSentence {
  /** Shown rows, in order. */
  readonly rows: readonly RowName[]
  readonly text: string
  /** The kinds of fault a careful person finds; empty for a sentence that stands. */
  readonly faults: readonly Kind[]
  readonly trick?: Trick
}

/** A line of the tables: rows (one or more, a space between), text, kinds (a space between, "-" for none), and what is hard about it. */
export type Line = readonly [rows: string, text: string, faults: string, trick?: Trick]

/** Reads table lines. */
export function sentences(lines: readonly Line[]): readonly JudgedSentence[] {
  return lines.map(([rows, text, faults, trick]) => ({
    rows: rows.split(' ') as RowName[],
    text,
    faults: faults === '-' ? [] : (faults.split(' ') as Kind[]),
    ...(trick ? { trick } : {}),
  }))
}
