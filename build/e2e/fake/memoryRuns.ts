/** A store of runs that forgets when the process ends. */
import { ShelftalkError } from '../../../shared/contract/errors'
import type { Run, RunDraft, RunValues } from '../../../shared/domain/run'
import type { RunStore } from '../../../electron/store/runs'

/** Holds `drafts` as runs `r1`, `r2` and so on. */
export function memoryRuns(drafts: readonly RunDraft[]): RunStore {
  const kept = new Map<string, { run: Run; values: readonly RunValues[] }>()
  const add = ({ values = [], ...draft }: RunDraft): Run => {
    const run = { notes: '', ...draft, id: `r${kept.size + 1}` }
    kept.set(run.id, { run, values })
    return run
  }
  for (const draft of drafts) add(draft)
  const one = (id: string) => {
    const found = kept.get(id)
    if (!found)
      throw new ShelftalkError('NOT_FOUND', `There is no run "${id}".`, 'Pick one from the list of runs.')
    return found
  }
  const change = (id: string, next: (run: Run) => Run): Run => {
    const found = one(id)
    found.run = next(found.run)
    return found.run
  }
  return {
    record: async (draft) => add(draft),
    all: async ({ kind, catalogue, text = '', sinceMs = 0, deleted = false } = {}) =>
      [...kept.values()]
        .map(({ run }) => run)
        .filter(
          (run) =>
            (run.deletedAtMs !== undefined) === deleted &&
            (kind === undefined || run.kind === kind) &&
            (catalogue === undefined || run.catalogue?.name === catalogue) &&
            run.createdAtMs >= sinceMs &&
            `${run.name} ${run.notes}`.toLowerCase().includes(text.toLowerCase()),
        )
        .sort((a, b) => b.createdAtMs - a.createdAtMs),
    one: async (id) => one(id).run,
    values: async (id) => one(id).values,
    update: async (id, { name, notes, pushed }) =>
      change(id, (run) => ({
        ...run,
        name: name ?? run.name,
        notes: notes ?? run.notes,
        ...(pushed
          ? { pushed: [...(run.pushed ?? []).filter(({ url }) => url !== pushed.url), pushed] }
          : {}),
      })),
    remove: async (id) => void change(id, (run) => ({ ...run, deletedAtMs: Date.now() })),
    restore: async (id) => change(id, ({ deletedAtMs: _, ...run }) => run),
  }
}
