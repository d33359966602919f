/**
 * Lets another instruction-tuned model answer the cases of a narrative evaluation with a plain prompt:
 *
 *   npx shelftalk evaluate narratives --count 200 --save cases.jsonl
 *   npx tsx build/bench/peer.ts --model FOLDER --cases cases.jsonl --out peer.jsonl [--seed 1] [--threads N]
 *   npx shelftalk evaluate narratives --count 200 --texts peer.jsonl
 *
 * FOLDER is a model in Hugging Face layout that knows ChatML, such as `models/pretrain/peer.py` writes. The prompt tells everything that our
 * own model is told and all directives in words; decoding is as our own, without guard, verifier or stand-ins.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { write } from '../../models/language/generate'
import { LanguageModel } from '../../models/language/model'
import { readTemplate } from '../../models/narrative/template'
import { decodingSchema } from '../../shared/contract/schemas'
import type { EvaluatedText } from '../../shared/domain/evaluation'
import { factKind, isFactKind } from '../../shared/domain/facts'
import type { Directives } from '../../shared/domain/template'
import { CHANNEL_WORDS, voiceLabel } from '../../shared/domain/voices'

const SYSTEM =
  'You write short, personal product recommendations for a shop. You use only the facts you are given and invent nothing.'
const TOKENS_A_WORD = 1.7

const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    cases: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string' },
  },
})
if (!values.model || !values.cases || !values.out)
  throw new Error('Say which model, which cases and where to: --model FOLDER --cases FILE --out FILE')

const cases = readFileSync(values.cases, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as EvaluatedText)
const model = await LanguageModel.load(
  values.model,
  values.threads ? { threads: Number(values.threads) } : {},
)
const stop = new Set([idOf('<|im_end|>'), idOf('<|endoftext|>')])
const started = performance.now()
writeFileSync(values.out, '')
for (const [done, one] of cases.entries()) {
  appendFileSync(values.out, `${JSON.stringify({ case: one.case, text: await answer(one) })}\n`)
  process.stderr.write(`\r${done + 1} of ${cases.length}`)
}
await model.dispose()
process.stderr.write(`\r${Math.round((performance.now() - started) / cases.length)} ms a text\n`)

function idOf(token: string): number {
  const id = model.tokenizer.idOf(token)
  if (id === undefined) throw new Error(`The model has no ${token}: it does not know ChatML`)
  return id
}

async function answer(one: EvaluatedText): Promise<string> {
  const { directives } = readTemplate(one.template)
  if (!directives) throw new Error(`The template of case ${one.case} cannot be read`)
  const prompt = chat(instruction(one, directives))
  const decoder = await model.open([{}])
  await decoder.feed([{ row: 0, tokens: model.tokenizer.encode(prompt) }])
  const { seed, ...sampling } = decodingSchema.parse({ seed: Number(values.seed) + one.case })
  const tokensMax =
    Math.ceil((directives.words ?? CHANNEL_WORDS[directives.channel]).max * TOKENS_A_WORD) + 16
  const tokens = await write(decoder, { row: 0, sampling, seed, stop, tokensMax })
  return plain(model.tokenizer.decode(tokens.filter((token) => !stop.has(token))))
}

function chat(user: string): string {
  return `<|im_start|>system\n${SYSTEM}<|im_end|>\n<|im_start|>user\n${user}<|im_end|>\n<|im_start|>assistant\n`
}

/**
 * One paragraph without marks of layout, as a card shows it, without the sentence that the limit of tokens cut off; a text of nothing still
 * has to be judged.
 */
function plain(text: string): string {
  const line = text
    .replace(/[*#_`>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const whole = /^.*[.!?]["”’')]?(?=\s|$)/.exec(line)?.[0] ?? line
  return whole || '...'
}

function instruction(
  { interests, owned, occasion, products }: EvaluatedText,
  directives: Directives,
): string {
  const { min, max } = directives.words ?? CHANNEL_WORDS[directives.channel]
  const label = (kind: string) =>
    isFactKind(kind) ? factKind(kind).label.toLowerCase() : `the word "${kind}"`
  const listed = (kinds: readonly string[]) => kinds.map(label).join(' and ')
  const shopper = [
    interests.length > 0 ? `Her interests: ${interests.join(', ')}.` : '',
    owned.length > 0 ? `She owns: ${owned.slice(0, 3).join(', ')}.` : '',
    occasion === '' ? '' : `She is shopping for: ${occasion}.`,
  ]
  const wishes = [
    `Write ${min} to ${max} words as one paragraph${directives.voice ? ` in this voice: ${voiceLabel(directives.voice)}` : ''}.`,
    `Name ${products.length === 1 ? 'the product' : 'both products'}.`,
    directives.leadWith ? `Begin with the ${directives.leadWith}.` : '',
    directives.mustMention.length > 0 ? `Mention the ${listed(directives.mustMention)}.` : '',
    directives.avoid.length > 0 ? `Do not mention ${listed(directives.avoid)}.` : '',
    directives.close === 'call' ? 'End with a call to action.' : 'Do not end with a call to action.',
  ]
  const rows = products.map(({ title, facts }) => `${title}\n${facts.map((fact) => `- ${fact}`).join('\n')}`)
  return [
    `Recommend ${products.length === 1 ? 'this product' : 'these two products'} to this shopper.`,
    ['Shopper:', ...shopper].filter(Boolean).join(' '),
    ...rows,
    wishes.filter(Boolean).join(' '),
  ].join('\n\n')
}
