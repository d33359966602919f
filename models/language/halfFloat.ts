/** Widens IEEE 754 binary16 values to 32 bits. */
export function halvesToFloats(halves: Uint16Array, into: Float32Array): void {
  for (let i = 0; i < halves.length; i++) into[i] = halfToFloat(halves[i]!)
}

/** Widens bfloat16 values, which are the upper halves of 32-bit floats. */
export function brainHalvesToFloats(halves: Uint16Array, into: Float32Array): void {
  const bits = new Uint32Array(into.buffer, into.byteOffset, into.length)
  for (let i = 0; i < halves.length; i++) bits[i] = halves[i]! << 16
}

const SUBNORMAL_STEP = 2 ** -24

function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 0) return sign * fraction * SUBNORMAL_STEP
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
