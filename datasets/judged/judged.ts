/** Judged queries: what somebody typed, and how well each product answers it. */

/** 2 is just what was asked for, 1 will do; a product that is not listed answers nothing. */
export type Grade = 1 | 2

/** One query with its judgements. */
export interface JudgedQuery {
  readonly query: string
  /** By product id. */
  readonly grades: ReadonlyMap<string, Grade>
}
