import { describe, expect, it } from 'vitest'
import { MessageWriter } from './protobuf'

const hex = (message: MessageWriter): string => Buffer.from(message.finish()).toString('hex')

describe('MessageWriter', () => {
  it.each([
    ['small integer', new MessageWriter().integer(1, 5), '0805'],
    ['two-byte integer', new MessageWriter().integer(1, 150), '089601'],
    ['negative integer', new MessageWriter().integer(1, -1), '08ffffffffffffffffff01'],
    ['field above 15', new MessageWriter().integer(20, 1), 'a00101'],
    ['float', new MessageWriter().float(2, 1), '150000803f'],
    ['text', new MessageWriter().text(2, 'testing'), '120774657374696e67'],
    ['nested message', new MessageWriter().message(3, new MessageWriter().integer(1, 150)), '1a03089601'],
    ['empty message', new MessageWriter(), ''],
  ])('%s', (_name, message, expected) => {
    expect(hex(message)).toBe(expected)
    expect(message.byteLength).toBe(expected.length / 2)
  })
})
