import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import type { Refuse } from './errors'

const COPY_AGAIN = 'Copy the folder again from where it came from.'

/** Reads a JSON file and checks it against `schema`. Refuses a missing file, broken JSON and a wrong shape, naming the fields. */
export async function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  refuse: Refuse,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parse(await readText(file, refuse), file, refuse))
  if (parsed.success) return parsed.data
  const message = `${basename(file)} is not usable: ${z.prettifyError(parsed.error)}`
  throw refuse({
    fault: 'FILE_INVALID',
    file,
    message,
    hint: 'Use a folder in Hugging Face form, made for a Llama model.',
  })
}

async function readText(file: string, refuse: Refuse): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const why =
      cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'is missing' : 'cannot be read'
    throw refuse({
      fault: 'FILE_MISSING',
      file,
      message: `${basename(file)} ${why} in the folder`,
      hint: COPY_AGAIN,
    })
  }
}

function parse(text: string, file: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const message = `${basename(file)} is not JSON, or ends early`
    throw refuse({ fault: 'FILE_INVALID', file, message, hint: COPY_AGAIN })
  }
}
