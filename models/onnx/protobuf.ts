/**
 * Writes protocol buffers, as far as ONNX files need them: varints, 32-bit floats and length-delimited fields.
 * Format: https://protobuf.dev/programming-guides/encoding
 */

const VARINT = 0
const DELIMITED = 2
const FIXED32 = 5
const utf8 = new TextEncoder()

/** One message under construction. Large byte fields are kept by reference until `finish`, so nothing is copied twice. */
export class MessageWriter {
  private readonly parts: Uint8Array[] = []
  private size = 0

  /** Bytes the finished message takes. */
  get byteLength(): number {
    return this.size
  }

  /** A signed or unsigned integer field; negative values take ten bytes, as the format has it. */
  integer(field: number, value: number | bigint): this {
    this.tag(field, VARINT)
    return this.append(varint(BigInt(value)))
  }

  /** A 32-bit float field. */
  float(field: number, value: number): this {
    this.tag(field, FIXED32)
    const bytes = new Uint8Array(4)
    new DataView(bytes.buffer).setFloat32(0, value, true)
    return this.append(bytes)
  }

  /** A byte-string field. The bytes must not change until `finish`. */
  bytes(field: number, value: Uint8Array): this {
    this.tag(field, DELIMITED)
    this.append(varint(BigInt(value.byteLength)))
    return this.append(value)
  }

  /** A text field. */
  text(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value))
  }

  /** A nested message, complete when it is added. */
  message(field: number, value: MessageWriter): this {
    this.tag(field, DELIMITED)
    this.append(varint(BigInt(value.size)))
    for (const part of value.parts) this.append(part)
    return this
  }

  /** The message in one buffer. */
  finish(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.size)
    let offset = 0
    for (const part of this.parts) {
      whole.set(part, offset)
      offset += part.byteLength
    }
    return whole
  }

  private tag(field: number, wireType: number): void {
    this.append(varint(BigInt(field * 8 + wireType)))
  }

  private append(bytes: Uint8Array): this {
    this.parts.push(bytes)
    this.size += bytes.byteLength
    return this
  }
}

function varint(value: bigint): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Uint8Array.from(bytes)
}
