/** Templates with versions, in memory: what the store does, for looking at the window without an engine. */
import { ShelftalkError } from '../../../shared/contract/errors'
import type { Services } from '../../../shared/contract/services'
import type { Template } from '../../../shared/domain/template'
import { readDirectives } from '../../../electron/engine/templates'

const first = (id: string, name: string, text: string): Template => ({ id, name, version: 1, text })
const starters: readonly (readonly Template[])[] = [
  [first('page', 'Product page', 'channel: page\nproducts: 1\nlead with: occasion\nclose: quiet')],
  [
    {
      id: 'card',
      name: 'Shelf card',
      version: 2,
      text: 'channel: card\nproducts: 1\nmust mention: price\nclose: none',
      savedAtMs: Date.UTC(2025, 10, 4, 9, 30),
      savedBy: 'asha',
    },
    first('card', 'Shelf card', 'channel: card\nproducts: 1\nclose: quiet'),
  ],
  [first('pair', 'Two side by side', 'channel: page\nproducts: 2\nlead with: history\nclose: call')],
]

type TemplateServices = Pick<
  Services,
  | 'templates'
  | 'deletedTemplates'
  | 'templateVersions'
  | 'template'
  | 'saveTemplate'
  | 'restoreTemplate'
  | 'deleteTemplate'
  | 'undeleteTemplate'
  | 'unreadable'
>

const missing = (message: string) => new ShelftalkError('NOT_FOUND', message, 'Pick one from the list.')

/** The services that keep templates; what is saved stays until the process ends. */
export function fakeTemplates(): TemplateServices {
  const kept = new Map(starters.map((versions) => [versions[0]?.id ?? '', versions]))
  const deleted = new Map<string, readonly Template[]>()
  const versionsOf = (id: string) => {
    const versions = kept.get(id)
    if (!versions) throw missing(`There is no template "${id}".`)
    return versions
  }
  const latest = (from: ReadonlyMap<string, readonly Template[]>) =>
    [...from.values()].flatMap((versions) => versions.slice(0, 1))
  const versionOf = (id: string, version?: number) => {
    const found = versionsOf(id).find((one) => version === undefined || one.version === version)
    if (!found) throw missing(`The template "${id}" has no version ${version}.`)
    return found
  }
  const save = (draft: Omit<Template, 'version'>) => {
    readDirectives(draft.text)
    const before = kept.get(draft.id) ?? []
    const saved = {
      ...draft,
      version: (before[0]?.version ?? 0) + 1,
      savedAtMs: Date.now(),
      savedBy: 'you',
    }
    kept.set(draft.id, [saved, ...before])
    return saved
  }
  const move = (id: string, from: typeof deleted, to: typeof deleted) => {
    const versions = from.get(id)
    if (!versions?.[0]) throw missing(`There is no template "${id}".`)
    from.delete(id)
    to.set(id, versions)
    return versions[0]
  }
  return {
    templates: async () => latest(kept),
    deletedTemplates: async () => latest(deleted),
    templateVersions: async (id) => versionsOf(id),
    template: async (id, version) => versionOf(id, version),
    saveTemplate: async ({ id, name, text }) =>
      save({ id: id ?? name.toLowerCase().replace(/\W+/g, '-'), name, text }),
    restoreTemplate: async (id, version) =>
      save({ id, name: versionOf(id).name, text: versionOf(id, version).text, restoredFrom: version }),
    deleteTemplate: async (id) => void move(id, kept, deleted),
    undeleteTemplate: async (id) => move(id, deleted, kept),
    unreadable: async () => [],
  }
}
