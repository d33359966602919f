/** Writes safetensors files. Format: https://github.com/huggingface/safetensors#format */
import type { TensorType } from './safetensors'

/** A tensor to be stored; 16-bit types as their bit patterns. */
export interface StoredTensor {
  readonly type: TensorType
  readonly shape: readonly number[]
  readonly data: Float32Array | Uint8Array | Uint16Array
}

/** Bytes of a safetensors file. Throws RangeError when a tensor's values do not fill its shape. */
export function encodeTensors(
  tensors: Readonly<Record<string, StoredTensor>>,
  metadata?: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = metadata ? { __metadata__: metadata } : {}
  let end = 0
  for (const [name, { type, shape, data }] of Object.entries(tensors)) {
    const count = shape.reduce((product, dim) => product * dim, 1)
    if (count !== data.length)
      throw new RangeError(`${name} has ${data.length} values, its shape needs ${count}`)
    header[name] = { dtype: type, shape, data_offsets: [end, end + data.byteLength] }
    end += data.byteLength
  }
  return join(header, Object.values(tensors), end)
}

/** Header length, header padded with spaces to a multiple of eight, data. */
function join(header: object, tensors: readonly StoredTensor[], dataBytes: number): Uint8Array<ArrayBuffer> {
  const json = JSON.stringify(header)
  const text = new TextEncoder().encode(
    json + ' '.repeat((8 - (new TextEncoder().encode(json).length % 8)) % 8),
  )
  const file = new Uint8Array(8 + text.length + dataBytes)
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true)
  file.set(text, 8)
  let offset = 8 + text.length
  for (const { data } of tensors) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset)
    offset += data.byteLength
  }
  return file
}
