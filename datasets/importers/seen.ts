/** A set of texts that were seen, as 53-bit hashes: 16 bytes an entry at most instead of the text itself, so that millions of rows fit. */

/** Most slots, 128 MB: texts beyond some eleven million are compared with those, but not noted. */
const SLOTS_MAX = 2 ** 24
/** Share of the slots that may be taken before the table doubles. */
const FULL = 0.7

/** FNV-1a over UTF-16 units in two lanes, as a whole number from 1 to 2^53 - 1; 0 marks an empty slot. */
function hash53(text: string): number {
  let low = 0x811c9dc5
  let high = 0xc2b2ae35
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13)
  }
  return ((high >>> 0) & 0x1fffff) * 4294967296 + (low >>> 0) || 1
}

/**
 * Texts seen before. Two different texts count as one with odds of n² / 2^54 over all n entries: one in a hundred for eleven million, one in
 * twenty thousand for one million.
 */
export class Seen {
  private slots = new Float64Array(1024)
  private count = 0

  /** Notes a text; true when it was there before. */
  again(text: string): boolean {
    const full = this.count >= this.slots.length * FULL
    if (full && this.slots.length < SLOTS_MAX) this.grow()
    const hash = hash53(text)
    const at = place(this.slots, hash)
    if (this.slots[at] === hash) return true
    if (full && this.slots.length >= SLOTS_MAX) return false
    this.slots[at] = hash
    this.count += 1
    return false
  }

  private grow(): void {
    const wider = new Float64Array(this.slots.length * 2)
    for (const hash of this.slots) if (hash !== 0) wider[place(wider, hash)] = hash
    this.slots = wider
  }
}

/** The slot that holds `hash`, or the empty one where it belongs; linear probing. */
function place(slots: Float64Array, hash: number): number {
  const mask = slots.length - 1
  let at = (hash ^ (hash / 4294967296)) & mask
  while (slots[at] !== 0 && slots[at] !== hash) at = (at + 1) & mask
  return at
}
