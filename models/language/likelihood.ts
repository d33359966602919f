/** How likely a model finds texts that are already there. */
import type { AdapterMix } from './adapterFeeds'
import type { LanguageModel } from './model'
import { surprise } from './sampler'

/** Tokens of one text, and which of them are to be predicted. */
export interface ScoredTokens {
  readonly tokens: readonly number[]
  /** By position; the first token is given, whatever stands here. */
  readonly counted: readonly boolean[]
}

/** Texts scored side by side. */
const ROWS = 8

/**
 * Negative log likelihood in nats of every counted token given all before it, by text, in order. Nothing is masked. Throws FeedError for a
 * text longer than the model's context, and the signal's reason when it aborts.
 */
export async function tokenNats(
  model: Pick<LanguageModel, 'open'>,
  texts: readonly ScoredTokens[],
  { adapters, signal }: { readonly adapters: AdapterMix; readonly signal: AbortSignal },
): Promise<readonly (readonly number[])[]> {
  const nats: number[][] = []
  for (let from = 0; from < texts.length; from += ROWS) {
    const batch = texts.slice(from, from + ROWS)
    const decoder = await model.open(batch.map(() => ({ adapters })))
    const rows = batch.map((text, row) => ({ text, row, at: 0, nats: [] as number[] }))
    let live = rows.filter(({ text }) => text.tokens.length > 0)
    while (live.length > 0) {
      const inputs = live.map((one) => {
        const { text, row } = one
        if (one.at > 0 && text.counted[one.at])
          one.nats.push(surprise(decoder.logits(row), text.tokens[one.at]!))
        const start = one.at
        one.at += 1
        while (one.at < text.tokens.length && !text.counted[one.at]) one.at += 1
        return { row, tokens: text.tokens.slice(start, one.at) }
      })
      live = live.filter(({ text, at }) => at < text.tokens.length)
      const going = new Set(live.map(({ row }) => row))
      await decoder.feed(
        inputs.filter(({ row }) => going.has(row)),
        signal,
      )
    }
    nats.push(...rows.map((one) => one.nats))
  }
  return nats
}
