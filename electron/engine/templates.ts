/** From a variant to directives: the text being edited, else the stored template, else the first of the starters. */
import { TWO_PLANS, defaultDirectives, readTemplate } from '../../models/narrative/template'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Variant } from '../../shared/contract/schemas'
import type { Directives, Template } from '../../shared/domain/template'
import type { Store, TemplateDraft } from '../store/types'

/** Templates a fresh home starts with. */
export const STARTERS: readonly (TemplateDraft & { readonly id: string })[] = [
  { id: 'page', name: 'Product page', text: 'channel: page\nproducts: 1\nclose: quiet' },
  { id: 'card', name: 'Shelf card', text: 'channel: card\nproducts: 1\nclose: none' },
  { id: 'push', name: 'Push notification', text: 'channel: push\nproducts: 1\nclose: none' },
  {
    id: 'email',
    name: 'Email paragraph',
    text: 'channel: email\nproducts: 1\nmust mention: price\nclose: call',
  },
  { id: 'pair', name: 'Two side by side', text: 'channel: email\nproducts: 2\nclose: quiet' },
]

/** The directives of a variant. Throws BAD_INPUT where the model should plan and the template has, NOT_FOUND for a template or version that is not there, TEMPLATE_INVALID naming the line. */
export async function directivesOf(store: Store, variant: Variant): Promise<Directives> {
  const text = variant.templateText ?? (await storedText(store, variant))
  const { plan, ...directives } = text === undefined ? defaultDirectives : readDirectives(text)
  const isFree = (variant.plan ?? plan) === 'free'
  if (isFree && directives.beats)
    throw new ShelftalkError('BAD_INPUT', `${capitalised(TWO_PLANS.message)}.`, TWO_PLANS.hint)
  return {
    ...directives,
    ...(isFree ? { plan: 'free' as const } : {}),
    ...(variant.voice ? { voice: variant.voice } : {}),
    ...(variant.channel ? { channel: variant.channel } : {}),
  }
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

async function storedText(store: Store, { templateId, templateVersion }: Variant) {
  if (templateId !== undefined) return (await storedTemplate(store, templateId, templateVersion)).text
  if (templateVersion === undefined) return undefined
  const message = `Version ${templateVersion} of which template is not said.`
  throw new ShelftalkError('BAD_INPUT', message, 'Name the template beside its version.')
}

/** One version of a template, the latest when none is named. Throws NOT_FOUND naming what there is instead. */
export async function storedTemplate(store: Store, id: string, version?: number): Promise<Template> {
  const versions = await store.templateVersions(id).catch(async (cause: unknown) => {
    if (!(cause instanceof ShelftalkError) || cause.code !== 'NOT_FOUND') throw cause
    const known = (await store.templates()).map((template) => template.id).join(', ')
    throw new ShelftalkError('NOT_FOUND', cause.message, `Templates are: ${known}.`, { cause })
  })
  const found = version === undefined ? versions[0] : versions.find((one) => one.version === version)
  if (found) return found
  if (version === undefined) {
    const hint = 'Save it anew, or delete it.'
    throw new ShelftalkError('NOT_FOUND', `No version of the template "${id}" can be read.`, hint)
  }
  const known = versions.map((one) => one.version).reverse()
  throw new ShelftalkError(
    'NOT_FOUND',
    `The template "${id}" has no version ${version}.`,
    `It has ${known.length === 1 ? 'version' : 'versions'} ${known.join(', ')}.`,
  )
}

/** Saves a text that can be read. Throws TEMPLATE_INVALID naming the line. */
export async function saveReadable(store: Store, draft: TemplateDraft): Promise<Template> {
  readDirectives(draft.text)
  return store.saveTemplate(draft)
}

/** Saves an old version's text as the newest. Throws NOT_FOUND, TEMPLATE_INVALID. */
export async function restoreTemplate(store: Store, id: string, version: number): Promise<Template> {
  const { name } = await storedTemplate(store, id)
  const { text } = await storedTemplate(store, id, version)
  return saveReadable(store, { id, name, text, restoredFrom: version })
}

/** Directives of a text. Throws TEMPLATE_INVALID with the first problem's line, reason and hint. */
export function readDirectives(text: string): Directives {
  const { directives, problems } = readTemplate(text)
  if (directives) return directives
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  throw new ShelftalkError(
    'TEMPLATE_INVALID',
    `Line ${first?.line ?? 1} of the template: ${first?.message ?? 'cannot be read'}${more}.`,
    first?.hint ?? 'Write one directive a line.',
  )
}
