import { join } from 'node:path'
import { Tokenizer as Encoder } from '@huggingface/tokenizers'
import { z } from 'zod'
import { spelledBytes } from './byteLevel'
import { ModelFolderError, refuseModel } from './errors'
import { readJson } from './jsonFile'

const tokenizerSchema = z.looseObject({
  added_tokens: z
    .array(z.looseObject({ id: z.number().int().min(0), content: z.string().min(1) }))
    .default([]),
  decoder: z.looseObject({ type: z.literal('ByteLevel') }),
  model: z.looseObject({ type: z.literal('BPE'), vocab: z.record(z.string(), z.number().int().min(0)) }),
})
type TokenizerFile = z.output<typeof tokenizerSchema>

/** Text to token ids and back, for byte-level BPE in Hugging Face's `tokenizer.json`. */
export class Tokenizer {
  private readonly encoder: Encoder
  private readonly ids: ReadonlyMap<string, number>
  private readonly bytes: readonly Uint8Array[]
  private readonly special: ReadonlyMap<number, string>

  private constructor(file: TokenizerFile, bytes: readonly Uint8Array[]) {
    this.encoder = new Encoder(file, {})
    this.bytes = bytes
    this.special = new Map(file.added_tokens.map(({ id, content }) => [id, content]))
    this.ids = new Map([
      ...Object.entries(file.model.vocab),
      ...file.added_tokens.map(({ id, content }) => [content, id] as const),
    ])
  }

  /** Reads `tokenizer.json` of a model folder. Throws ModelFolderError for a missing, broken or other kind of tokenizer. */
  static async read(folder: string): Promise<Tokenizer> {
    const path = join(folder, 'tokenizer.json')
    const file = await readJson(path, tokenizerSchema, refuseModel)
    return new Tokenizer(file, tokenBytes(file, path))
  }

  /** Number of token ids. */
  get size(): number {
    return this.bytes.length
  }

  /**
   * Token ids of a text. Special tokens spelled in it become their ids, and those declared `lstrip` swallow the white space before them:
   * text that is not ours must have its angle brackets taken out first.
   */
  encode(text: string): number[] {
    return text === '' ? [] : this.encoder.encode(text, { add_special_tokens: false }).ids
  }

  /** The text of token ids, special tokens spelled out. Bytes that are no UTF-8 become U+FFFD. Throws RangeError for unknown ids. */
  decode(ids: readonly number[]): string {
    const stream = this.stream()
    return ids.map((id) => stream.push(id)).join('') + stream.end()
  }

  /** Decodes token by token. */
  stream(): TextStream {
    return new TextStream(this)
  }

  /** Id of a special token or vocabulary entry, as `tokenizer.json` spells it; undefined when there is none. */
  idOf(token: string): number | undefined {
    return this.ids.get(token)
  }

  /** The bytes a token adds to the text. Throws RangeError for an unknown id. */
  bytesOf(id: number): Uint8Array {
    const bytes = this.bytes[id]
    if (!bytes) throw new RangeError(`Token id ${id} is outside the vocabulary of ${this.bytes.length}`)
    return bytes
  }

  /** The text of one token; U+FFFD where it is only a part of a character. Throws RangeError for an unknown id. */
  textOf(id: number): string {
    return new TextDecoder().decode(this.bytesOf(id))
  }

  /** Whether a token is special: a slot, a beat or control token, which stands for more than its letters. */
  isSpecial(id: number): boolean {
    return this.special.has(id)
  }

  /** Every special token, id to spelling. */
  get specialTokens(): ReadonlyMap<number, string> {
    return this.special
  }
}

/** Turns tokens into text as they come, holding back a character until its last byte is there. */
export class TextStream {
  private readonly tokenizer: Tokenizer
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true })

  constructor(tokenizer: Tokenizer) {
    this.tokenizer = tokenizer
  }

  /** The characters that `id` completes; may be empty. Throws RangeError for an unknown id. */
  push(id: number): string {
    return this.decoder.decode(this.tokenizer.bytesOf(id), { stream: true })
  }

  /** What is held back, as U+FFFD, if anything. The stream starts afresh. */
  end(): string {
    return this.decoder.decode()
  }
}

/** Bytes of every token by id; ids without a token are empty. */
function tokenBytes(file: TokenizerFile, path: string): Uint8Array[] {
  const utf8 = new TextEncoder()
  const special = new Map(file.added_tokens.map(({ id, content }) => [id, utf8.encode(content)]))
  const entries = Object.entries(file.model.vocab)
  const size = Math.max(-1, ...special.keys(), ...entries.map(([, id]) => id)) + 1
  const bytes: Uint8Array[] = Array.from({ length: size }, () => new Uint8Array())
  for (const [entry, id] of entries) bytes[id] = special.get(id) ?? spelledBytes(entry) ?? refuse(entry, path)
  for (const [id, content] of special) bytes[id] = content
  return bytes
}

function refuse(entry: string, path: string): never {
  throw new ModelFolderError({
    fault: 'UNSUPPORTED',
    file: path,
    message: `tokenizer.json spells the token ${JSON.stringify(entry)} in no byte-level alphabet`,
    hint: 'Use a model with a byte-level BPE tokenizer.',
  })
}
