import { expect, it, vi } from 'vitest'
import type { EngineClient } from './client'
import { folderOf, nameOf, uploadFolder } from './adapterFolder'

const file = (size: number) => new File([new Uint8Array(size).fill(7)], 'x')

it('takes the adapter’s own files of a folder, none from deeper inside', () => {
  const paths = ['Winter/adapter_config.json', 'Winter/optimizer.pt', 'Winter/checkpoint-1/README.md']
  const chosen = folderOf(paths.map((path) => ({ path, file: file(1) })))
  expect([chosen.title, chosen.files.map(({ name }) => name)]).toEqual(['Winter', ['adapter_config.json']])
})

it('sends every piece in order, then asks for the import', async () => {
  const said: string[] = []
  const client = {
    uploadAdapterPart: {
      mutate: vi.fn(async (part: { file: string; offset: number; data: string }) => {
        said.push(`${part.file}@${part.offset}+${atob(part.data).length}`)
      }),
    },
    importAdapter: {
      mutate: vi.fn(async ({ name }: { name: string }) => {
        said.push(`import ${name}`)
      }),
    },
  } as unknown as EngineClient
  const shares: number[] = []
  const files = [
    { name: 'adapter_config.json', file: file(0) },
    { name: 'adapter_model.safetensors', file: file(512 * 1024 + 10) },
  ] as const
  await uploadFolder(client, { title: 'My Winter', files }, undefined, (share) => shares.push(share))
  expect(said).toEqual([
    'adapter_config.json@0+0',
    'adapter_model.safetensors@0+524288',
    'adapter_model.safetensors@524288+10',
    'import my-winter',
  ])
  expect(shares.at(-1)).toBe(1)
})

it('says what is missing of a folder that is no adapter, and sends nothing', async () => {
  const nothing = uploadFolder({} as EngineClient, { title: 'Photos', files: [] }, undefined, () => undefined)
  await expect(nothing).rejects.toThrow('“Photos” has no adapter_config.json.')
})

it.each([
  ['My Winter (v2)', 'my-winter-v2'],
  ['***', 'adapter'],
])('names %j %s', (title, name) => {
  expect(nameOf(title)).toBe(name)
})
