/** The prompt as rows: every special token that opens something, with the values that follow it. */
import type { ShownToken } from '../../shared/contract/events'

/** One special token and its values. */
export interface TokenRow {
  readonly special: ShownToken
  readonly values: readonly ShownToken[]
  /** 0-based position of the special token in the prompt. */
  readonly at: number
}

/** Groups a prompt; values before the first special token, which the format does not have, are dropped. */
export function tokenRows(prompt: readonly ShownToken[]): readonly TokenRow[] {
  const rows: { special: ShownToken; values: ShownToken[]; at: number }[] = []
  for (const [at, token] of prompt.entries()) {
    if (token.kind === 'special') rows.push({ special: token, values: [], at })
    else rows.at(-1)?.values.push(token)
  }
  return rows
}
