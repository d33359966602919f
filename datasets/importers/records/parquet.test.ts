import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { ColumnSource } from 'hyparquet-writer'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, describe, expect, it } from 'vitest'
import { all, importAll, outline, scratch } from '../testing'
import { parquetRecords } from './parquet'

const files = scratch()
afterAll(files.remove)

type Options = Omit<Parameters<typeof parquetWriteBuffer>[0], 'columnData'>
let count = 0
const bytesOf = (columnData: ColumnSource[], options: Options = {}) =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...options }))
const write = (bytes: Uint8Array) => files.write(`table${(count += 1)}.parquet`, bytes)
const read = (path: string) => all(parquetRecords(path, () => undefined))

describe('parquetRecords', () => {
  it('reads every kind of cell as text', async () => {
    const path = write(
      bytesOf([
        { name: 'title', data: ['Oak Table', 'Pine Desk'], type: 'STRING' },
        { name: 'price', data: [12.5, 8], type: 'DOUBLE' },
        { name: 'stock', data: [3n, 9007199254740993n], type: 'INT64' },
        {
          name: 'listedOn',
          data: [new Date('2024-05-06T00:00:00Z'), new Date('2024-05-06T10:30:00Z')],
          type: 'TIMESTAMP',
        },
        {
          name: 'detail',
          data: [{ colour: 'oak', tags: ['a', 'b'] }, { reviews: [{ stars: 5 }] }],
          type: 'JSON',
        },
        { name: 'picture', data: ['PNG\u0000\u0001', null], type: 'STRING', nullable: true },
      ]),
    )
    expect(await read(path)).toEqual([
      {
        row: 1,
        fields: {
          title: 'Oak Table',
          price: '12.5',
          stock: '3',
          listedOn: '2024-05-06',
          'detail.colour': 'oak',
          'detail.tags': 'a, b',
          picture: '',
        },
        fractions: ['price'],
      },
      {
        row: 2,
        fields: {
          title: 'Pine Desk',
          price: '8',
          stock: '9007199254740993',
          listedOn: '2024-05-06T10:30:00.000Z',
          picture: '',
        },
      },
    ])
  })

  it('reads a row group from disk once, however many stretches it has', async () => {
    const data = Array.from({ length: 100_000 }, (_, at) => `Oak Table ${at}`)
    const bytes = bytesOf([{ name: 'title', data }], { rowGroupSize: 100_000, codec: 'UNCOMPRESSED' })
    let read = 0
    expect(await all(parquetRecords(write(bytes), (size) => (read += size)))).toHaveLength(100_000)
    expect(read).toBeLessThan(1.5 * bytes.length)
  })

  it('reads row group after row group, and tells what it read', async () => {
    const titles = Array.from({ length: 50_000 }, (_, i) => `Oak Table ${i}`)
    const path = write(bytesOf([{ name: 'title', data: titles }], { rowGroupSize: [30_000, 20_000] }))
    let bytes = 0
    const records = await all(parquetRecords(path, (size) => (bytes += size)))
    expect(records).toHaveLength(50_000)
    expect(records.at(-1)).toEqual({ row: 50_000, fields: { title: 'Oak Table 49999' } })
    expect(bytes).toBeGreaterThan(10_000)
  })

  it('unpacks other codecs than its own', async () => {
    const titles = ['Oak Table', 'Pine Desk']
    const compressors = { GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)) }
    const path = write(bytesOf([{ name: 'title', data: titles }], { codec: 'GZIP', compressors }))
    expect((await read(path)).map((record) => 'fields' in record && record.fields['title'])).toEqual(titles)
  })

  it('unpacks LZ4, also of a column that is empty', async () => {
    /** A block of literals alone: its length in the token's upper half and the bytes after it. */
    const literals = (bytes: Uint8Array) => {
      const rest = bytes.length - 15
      const more = rest < 0 ? [] : [...Array.from({ length: Math.floor(rest / 255) }, () => 255), rest % 255]
      return Uint8Array.from([Math.min(15, bytes.length) << 4, ...more, ...bytes])
    }
    const path = write(
      bytesOf(
        [
          { name: 'title', data: ['Oak Table', 'Pine Desk'] },
          { name: 'note', data: [null, null], type: 'STRING', nullable: true },
        ],
        { codec: 'LZ4_RAW', compressors: { LZ4_RAW: literals } },
      ),
    )
    expect(await read(path)).toEqual([
      { row: 1, fields: { title: 'Oak Table', note: '' } },
      { row: 2, fields: { title: 'Pine Desk', note: '' } },
    ])
  })

  const whole = bytesOf([{ name: 'title', data: ['Oak Table'] }])
  it.each([
    ['cut off', whole.subarray(0, 20)],
    ['without an end', Buffer.concat([whole, Buffer.from('xxxx')])],
    ['nothing but its mark', Buffer.from('PAR1PAR1')],
    [
      'of a footer that is noise',
      Buffer.concat([
        Buffer.from('PAR1'),
        Buffer.alloc(64, 0x8f),
        Buffer.from([64, 0, 0, 0]),
        Buffer.from('PAR1'),
      ]),
    ],
  ])('says that a file is damaged that is %s', async (_, bytes) => {
    await expect(read(write(bytes))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(/is a Parquet file that cannot be read: \w/) as unknown,
    })
  })

  it('never says anything but that, whatever byte is wrong', async () => {
    for (let at = 4; at < whole.length; at++) {
      const bytes = Uint8Array.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0xff
      const failure: unknown = await read(write(bytes)).then(
        () => undefined,
        (cause: unknown) => cause,
      )
      if (failure !== undefined) expect(failure, `byte ${at}`).toMatchObject({ code: 'BAD_INPUT' })
    }
  })
})

describe('Parquet as an import', () => {
  const products: ColumnSource[] = [
    { name: 'item_id', data: ['1', '2'] },
    { name: 'name', data: ['Oak Table', 'Pine Desk'] },
    { name: 'price_eur', data: [12.5, 8] },
    { name: 'weight_kg', data: [14.5, 9] },
  ]

  it('makes a product of every row', async () => {
    const items = await importAll(write(bytesOf(products)))
    expect(items).toMatchObject([
      {
        type: 'product',
        product: {
          id: '1',
          title: 'Oak Table',
          price: { minor: 1250, currency: 'EUR' },
          facts: expect.arrayContaining([
            expect.objectContaining({ kind: 'weight', text: '14.5 kg' }),
          ]) as unknown,
        },
      },
      { type: 'product', product: { id: '2', title: 'Pine Desk' } },
    ])
  })

  it('joins the three files of a set', async () => {
    const folder = join(dirname(files.write('here', 'x')), 'set')
    mkdirSync(folder)
    const put = (name: string, columns: ColumnSource[]) => writeFileSync(join(folder, name), bytesOf(columns))
    put('items.parquet', products)
    put('users.parquet', [
      { name: 'user_id', data: ['u1'] },
      { name: 'age', data: [34] },
      { name: 'gender', data: ['F'] },
    ])
    put('interactions.parquet', [
      { name: 'user_id', data: ['u1', 'u1'] },
      { name: 'item_id', data: ['2', '3'] },
      {
        name: 'timestamp',
        data: [new Date('2024-05-06T10:30:00Z'), new Date('2024-05-07T10:30:00Z')],
        type: 'TIMESTAMP',
      },
    ])
    expect(await outline(folder)).toEqual([
      'Oak Table',
      'Pine Desk',
      'Shopper u1',
      'u1 purchase 2',
      '2 item_id: there is no product "3"',
    ])
  })
})
