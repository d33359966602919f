/** Small files of an adapter folder, read with a bound: a folder is whatever a person put there. */
import { open, stat } from 'node:fs/promises'

/** Characters of text are read up to this many bytes. */
const TEXT_BYTES_MAX = 64 * 1024

/** The beginning of a text file, 64 KiB at most; undefined when it is missing or no regular file. */
export async function readShort(file: string): Promise<string | undefined> {
  // Opening a named pipe waits for whoever writes into it.
  const found = await stat(file).catch(() => undefined)
  const handle = found?.isFile() ? await open(file, 'r').catch(() => undefined) : undefined
  if (!handle) return undefined
  try {
    const buffer = Buffer.alloc(TEXT_BYTES_MAX)
    const { bytesRead } = await handle.read(buffer, 0, TEXT_BYTES_MAX, 0)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } finally {
    await handle.close()
  }
}
