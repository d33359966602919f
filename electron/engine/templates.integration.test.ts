/** From a variant to directives over a real store: versions, texts being edited, and every way a template can be wrong. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { variantSchema } from '../../shared/contract/schemas'
import { openStore } from '../store/store'
import type { Store } from '../store/types'
import { directivesOf, restoreTemplate, saveReadable, storedTemplate } from './templates'

let home: string
let store: Store

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'shelftalk-directives-'))
  store = await openStore(home)
  await store.saveTemplate({ id: 'card', name: 'Card', text: 'channel: loud' })
  await saveReadable(store, { id: 'card', name: 'Card', text: 'channel: card\nproducts: 2' })
  await saveReadable(store, { id: 'card', name: 'Card', text: 'channel: push' })
})
afterAll(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

it.each([
  { name: 'nothing named', variant: {}, want: ['page', 1] },
  { name: 'the latest', variant: { templateId: 'card' }, want: ['push', 1] },
  { name: 'an older version', variant: { templateId: 'card', templateVersion: 2 }, want: ['card', 2] },
  {
    name: 'a text being edited wins',
    variant: { templateId: 'card', templateVersion: 2, templateText: 'channel: email' },
    want: ['email', 1],
  },
  { name: 'an empty text is a text', variant: { templateId: 'card', templateText: '' }, want: ['page', 1] },
])('$name', async ({ variant, want }) => {
  const { channel, products } = await directivesOf(store, variantSchema.parse(variant))
  expect([channel, products]).toEqual(want)
})

it.each([
  [{ templateId: 'none' }, 'NOT_FOUND', 'There is no template "none".', 'Templates are: card.'],
  [
    { templateId: 'card', templateVersion: 9 },
    'NOT_FOUND',
    'The template "card" has no version 9.',
    'It has versions 1, 2, 3.',
  ],
  [
    { templateVersion: 2 },
    'BAD_INPUT',
    'Version 2 of which template is not said.',
    'Name the template beside its version.',
  ],
  [
    { templateId: 'card', templateVersion: 1 },
    'TEMPLATE_INVALID',
    'Line 1 of the template: channel "loud" is unknown.',
    'Use one of: push, card, page, email.',
  ],
] as const)('refuses %j', async (variant, code, message, hint) => {
  await expect(directivesOf(store, variantSchema.parse(variant))).rejects.toMatchObject({
    code,
    message,
    hint,
  })
})

it('saves no text that cannot be read, also not an old one', async () => {
  await expect(saveReadable(store, { name: 'X', text: 'channel: card\nvoice: loud' })).rejects.toMatchObject({
    code: 'TEMPLATE_INVALID',
    message: 'Line 2 of the template: voice "loud" is unknown.',
  })
  await expect(restoreTemplate(store, 'card', 1)).rejects.toMatchObject({ code: 'TEMPLATE_INVALID' })
  expect((await storedTemplate(store, 'card')).version).toBe(3)
  expect(await restoreTemplate(store, 'card', 2)).toMatchObject({
    version: 4,
    text: 'channel: card\nproducts: 2',
    restoredFrom: 2,
  })
})
