import { expect, it, vi } from 'vitest'
import { CATALOGUE_UPLOAD_BYTES } from '../../shared/domain/importing'
import { sendFiles } from './catalogueFiles'
import type { EngineClient } from './client'

const file = (name: string, size: number) => new File([new Uint8Array(size).fill(7)], name)

function client(fails = false) {
  const said: string[] = []
  const engine = {
    uploadCataloguePart: {
      mutate: vi.fn(async (part: { upload: string; file: string; offset: number; data: string }) => {
        said.push(`${part.file}@${part.offset}+${atob(part.data).length}`)
        if (fails) throw new Error('gone')
        return { path: `up/${part.file}` }
      }),
    },
    dropCatalogueUpload: {
      mutate: vi.fn(async () => {
        said.push('drop')
      }),
    },
  }
  return { said, engine: engine as unknown as EngineClient }
}

it('sends every piece of every file in order, and says where they are', async () => {
  const { said, engine } = client()
  const shares: number[] = []
  const place = await sendFiles(engine, [file('a.csv', 512 * 1024 + 10), file('b.csv', 0)], (share) =>
    shares.push(share),
  )
  expect(said).toEqual(['a.csv@0+524288', 'a.csv@524288+10', 'b.csv@0+0'])
  expect(place).toMatchObject({
    path: 'up/a.csv',
    others: ['up/b.csv'],
    upload: expect.any(String) as unknown,
  })
  expect(shares.map((share) => Math.round(share * 1000))).toEqual([1000, 1000, 1000])
})

it('sends nothing of what is too large, and says what to do instead', async () => {
  const { said, engine } = client()
  const huge = Object.defineProperty(file('a.csv', 1), 'size', { value: CATALOGUE_UPLOAD_BYTES + 1e6 })
  await expect(sendFiles(engine, [huge], () => undefined)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: 'That is 251 MB; a window sends 250 MB at most.',
    hint: expect.stringContaining('Write the path instead') as unknown,
  })
  expect(said).toEqual([])
})

it('forgets an upload that breaks off', async () => {
  const { said, engine } = client(true)
  await expect(sendFiles(engine, [file('a.csv', 3)], () => undefined)).rejects.toThrow('gone')
  expect(said).toEqual(['a.csv@0+3', 'drop'])
})
