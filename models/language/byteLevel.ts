/**
 * The printable alphabet in which byte-level BPE vocabularies spell bytes (Radford et al., GPT-2, 2019): printable Latin-1 characters
 * stand for themselves, the other bytes in order for the characters from U+0100 on.
 */

const PRINTABLE: readonly (readonly [number, number])[] = [
  [0x21, 0x7e],
  [0xa1, 0xac],
  [0xae, 0xff],
]
const byteOf = byteTable()

/** The bytes a vocabulary entry spells, or null when a character of it is not of the alphabet. */
export function spelledBytes(entry: string): Uint8Array | null {
  const bytes: number[] = []
  for (const character of entry) {
    const byte = byteOf.get(character)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

function byteTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  let next = 0x100
  for (let byte = 0; byte < 256; byte++) {
    const printable = PRINTABLE.some(([from, to]) => byte >= from && byte <= to)
    table.set(String.fromCodePoint(printable ? byte : next++), byte)
  }
  return table
}
