/** From a variant to directives: the text being edited, else the stored template, else the first of the starters. */
import { defaultDirectives, readTemplate } from '../../models/narrative/template'
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

/** The directives of a variant. Throws NOT_FOUND for a template that is not there, TEMPLATE_INVALID naming the line. */
export async function directivesOf(store: Store, variant: Variant): Promise<Directives> {
  const text =
    variant.templateText ??
    (variant.templateId === undefined ? undefined : (await storedTemplate(store, variant.templateId)).text)
  const directives = text === undefined ? defaultDirectives : readDirectives(text)
  return {
    ...directives,
    ...(variant.voice ? { voice: variant.voice } : {}),
    ...(variant.channel ? { channel: variant.channel } : {}),
  }
}

async function storedTemplate(store: Store, id: string): Promise<Template> {
  const templates = await store.templates()
  const found = templates.find((template) => template.id === id)
  if (found) return found
  const known = templates.map((template) => template.id).join(', ')
  throw new ShelftalkError('NOT_FOUND', `There is no template "${id}".`, `Templates are: ${known}.`)
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
