/** Files on their way to the engine, cut to what a request carries. */

/** The pieces of a file of `size` bytes, in order, none above `partBytes`: where each begins and ends, bytes. An empty file is one piece. */
export function piecesOf(
  size: number,
  partBytes: number,
): readonly { readonly start: number; readonly end: number }[] {
  const count = Math.max(1, Math.ceil(size / partBytes))
  return Array.from({ length: count }, (_, index) => ({
    start: index * partBytes,
    end: Math.min(size, (index + 1) * partBytes),
  }))
}

/** Bytes as base64, a stretch at a time: a call takes only so many arguments. */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
