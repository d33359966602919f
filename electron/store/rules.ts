/**
 * Business rules. Every change of a catalogue's rules adds a version of the whole list, so that what a change took away can be had back; a
 * version that cannot be read hides none but itself, and the newest must be readable.
 */
import { z } from 'zod'
import type { SavedRules } from '../../shared/contract/parts/rules'
import type { RuleDraft } from '../../shared/contract/ruleSchemas'
import { RULES_MAX, ruleDraftSchema, ruleSchema } from '../../shared/contract/ruleSchemas'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Rule } from '../../shared/domain/rules'
import type { Documents } from './documents'
import { notFound, unavailable } from './errors'
import type { Lock } from './lock'
import { waitForLock } from './lock'

/** A version of a catalogue's rules; its key is the catalogue's name. */
export const storedRulesSchema = z.object({
  rules: z.array(ruleSchema),
  savedAtMs: z.number(),
})

/** The longest that one change waits for those of other processes, milliseconds. */
const WAIT_MS = 10_000
/** Versions of a catalogue's rules that are kept. */
const KEPT = 100

/** A catalogue's rules as they stand. */
export interface StoredRules {
  /** 0 while no rule was ever saved. */
  readonly version: number
  readonly rules: readonly Rule[]
}

/** Rules by catalogue name; whether there is such a catalogue is nobody's business here. */
export interface RuleStore {
  /** Throws STORE_UNAVAILABLE when they cannot be read. */
  readonly of: (catalogue: string) => Promise<StoredRules>
  /** Rules that versions still kept hold and the newest does not, last deleted first. */
  readonly deleted: (catalogue: string) => Promise<readonly Rule[]>
  /** Keeps a rule in its place, a new one at the end. Throws BAD_INPUT, NOT_FOUND. */
  readonly save: (catalogue: string, draft: RuleDraft) => Promise<Rule>
  /** Keeps all drafts in one change or none, as `RuleServices.saveRules` says. Throws BAD_INPUT. */
  readonly saveAll: (catalogue: string, drafts: readonly RuleDraft[]) => Promise<SavedRules>
  /** Throws NOT_FOUND. */
  readonly remove: (catalogue: string, id: string) => Promise<void>
  /** Puts a deleted rule back where it stood, or at the end of a list that is shorter now. Throws NOT_FOUND. */
  readonly restore: (catalogue: string, id: string) => Promise<void>
  /** Throws BAD_INPUT where `ids` are not those there are, each once. */
  readonly order: (catalogue: string, ids: readonly string[]) => Promise<void>
}

/** Every catalogue's rules. */
export class Rules implements RuleStore {
  private readonly documents: Documents<typeof storedRulesSchema>
  private readonly takeLock: () => Promise<Lock | undefined>

  /** `takeLock` keeps other processes out for the time of one change; undefined while one of them is at it. */
  constructor(documents: Documents<typeof storedRulesSchema>, takeLock: () => Promise<Lock | undefined>) {
    this.documents = documents
    this.takeLock = takeLock
  }

  async of(catalogue: string): Promise<StoredRules> {
    const [newest] = await this.versions(catalogue)
    return newest ?? { version: 0, rules: [] }
  }

  async deleted(catalogue: string): Promise<readonly Rule[]> {
    const [newest, ...older] = await this.versions(catalogue)
    const seen = new Set(newest?.rules.map(({ id }) => id))
    const gone: Rule[] = []
    for (const rule of older.flatMap(({ rules }) => rules)) {
      if (!seen.has(rule.id)) gone.push(rule)
      seen.add(rule.id)
    }
    return gone
  }

  async save(catalogue: string, draft: RuleDraft): Promise<Rule> {
    const { id, ...rest } = checkedDraft(draft)
    let saved: Rule | undefined
    await this.change(catalogue, (rules, versions) => {
      // The schema's own order of fields, in which it is read again, so that what is alike reads alike.
      const rule = ruleSchema.parse({ ...rest, id: id ?? freeId(rest.name, versions) })
      saved = rule
      const at = rules.findIndex((one) => one.id === rule.id)
      if (at < 0 && id !== undefined) throw notFound('rule', id)
      if (at < 0 && rules.length >= RULES_MAX) throw tooMany(catalogue)
      return at < 0 ? [...rules, rule] : rules.with(at, rule)
    })
    if (!saved) throw new Error('A change that ended well was never made')
    return saved
  }

  async saveAll(catalogue: string, drafts: readonly RuleDraft[]): Promise<SavedRules> {
    const wanted = drafts.map(checkedDraft)
    checkIds(wanted)
    let done: SavedRules | undefined
    await this.change(catalogue, (rules, versions) => {
      const merged = mergedRules(rules, wanted, versions)
      if (merged.rules.length > RULES_MAX) throw tooManyTogether(catalogue, merged.rules.length)
      done = { saved: merged.saved, unchanged: merged.unchanged }
      return merged.rules
    })
    if (!done) throw new Error('A change that ended well was never made')
    return done
  }

  async remove(catalogue: string, id: string): Promise<void> {
    await this.change(catalogue, (rules) => {
      if (!rules.some((rule) => rule.id === id)) throw notFound('rule', id)
      return rules.filter((rule) => rule.id !== id)
    })
  }

  async restore(catalogue: string, id: string): Promise<void> {
    await this.change(catalogue, (rules, [, ...older]) => {
      const last = older.find((version) => version.rules.some((rule) => rule.id === id))
      const at = last?.rules.findIndex((rule) => rule.id === id) ?? -1
      const rule = last?.rules[at]
      if (!rule || rules.some((one) => one.id === id)) throw notFound('deleted rule', id)
      if (rules.length >= RULES_MAX) throw tooMany(catalogue)
      return rules.toSpliced(at, 0, rule)
    })
  }

  async order(catalogue: string, ids: readonly string[]): Promise<void> {
    await this.change(catalogue, (rules) => {
      const ordered = ids.flatMap((id) => rules.find((rule) => rule.id === id) ?? [])
      if (new Set(ordered).size === rules.length && ids.length === rules.length) return ordered
      const message = `The order names ${ids.length} rules and does not name each of the ${rules.length} there are once.`
      throw new ShelftalkError('BAD_INPUT', message, 'Look at the rules as they are now, then order them.')
    })
  }

  /** Forgets every version of a catalogue's rules. */
  async forget(catalogue: string): Promise<void> {
    await this.alone(() => this.documents.remove(catalogue))
  }

  /** Tidies up the table; left for another time while a process writes to it. */
  async tidy(): Promise<void> {
    const lock = await this.takeLock()
    if (!lock) return
    try {
      await this.documents.tidy()
    } finally {
      await lock.release()
    }
  }

  /** Newest first. Older ones that cannot be read are passed over: they only serve to bring deleted rules back. */
  private async versions(catalogue: string): Promise<readonly StoredRules[]> {
    const { found, unreadable } = await this.documents.read(catalogue)
    const newest = Math.max(0, ...found.map(({ version }) => version))
    const bad = unreadable.find(({ version }) => version > newest)
    if (bad) {
      const hint = 'Update Shelftalk, or restore the folder from a copy.'
      throw unavailable(`The rules of "${catalogue}" cannot be read: ${bad.reason}.`, hint)
    }
    return found
      .map(({ version, value }) => ({ version, rules: value.rules }))
      .sort((a, b) => b.version - a.version)
  }

  /** Adds a version made from the newest, which `next` is given with all of them, newest first; none where nothing changes. */
  private async change(
    catalogue: string,
    next: (rules: readonly Rule[], versions: readonly StoredRules[]) => readonly Rule[],
  ): Promise<void> {
    await this.alone(async () => {
      const versions = await this.versions(catalogue)
      const { version, rules } = versions[0] ?? { version: 0, rules: [] }
      const changed = [...next(rules, versions)]
      if (JSON.stringify(changed) === JSON.stringify(rules)) return
      const value = { rules: changed, savedAtMs: Date.now() }
      // Behind a URI there is no lock: the database says that somebody was faster.
      if (!(await this.documents.addNew(catalogue, version + 1, value))) throw busy()
      if (versions.length >= KEPT) await this.documents.remove(catalogue, version + 2 - KEPT)
    })
  }

  /** Reads and writes while nobody else writes, in this process or in another. */
  private alone<Result>(run: () => Promise<Result>): Promise<Result> {
    return this.documents.inTurn(async () => {
      const lock = await waitForLock(this.takeLock, WAIT_MS)
      if (!lock) throw busy()
      try {
        return await run()
      } finally {
        await lock.release()
      }
    })
  }
}

function checkedDraft(draft: RuleDraft): RuleDraft {
  const parsed = ruleDraftSchema.safeParse(draft)
  if (parsed.success) return parsed.data
  const message = `The rule is not usable: ${z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ')}`
  throw new ShelftalkError('BAD_INPUT', message, 'Correct what is named and save it again.')
}

function checkIds(drafts: readonly RuleDraft[]): void {
  const ids = drafts.flatMap(({ id }) => id ?? [])
  const twice = ids.find((id, at) => ids.indexOf(id) < at)
  if (twice === undefined) return
  const message = `Two of the rules have the id "${twice}".`
  throw new ShelftalkError('BAD_INPUT', message, 'Give each its own, or leave the id out of new ones.')
}

/** The rules with those wanted among them: known ids in their place, the others at the end. */
function mergedRules(
  kept: readonly Rule[],
  wanted: readonly RuleDraft[],
  versions: readonly StoredRules[],
): SavedRules & { readonly rules: readonly Rule[] } {
  const rules = [...kept]
  const [saved, unchanged]: [Rule[], Rule[]] = [[], []]
  const given = wanted.flatMap(({ id }) => id ?? [])
  for (const { id, ...rest } of wanted) {
    const made = (of: string) => ruleSchema.parse({ ...rest, id: of })
    const alike = (rule: Rule) => JSON.stringify(rule) === JSON.stringify(made(rule.id))
    const at = id === undefined ? rules.findIndex(alike) : rules.findIndex((rule) => rule.id === id)
    const before = rules[at]
    if (before && alike(before)) {
      unchanged.push(before)
      continue
    }
    const rule = made(id ?? freeId(rest.name, versions, [...given, ...rules.map((one) => one.id)]))
    saved.push(rule)
    if (at < 0) rules.push(rule)
    else rules[at] = rule
  }
  return { rules, saved, unchanged }
}

/** The name in kebab case, with a number when it is or was taken, or is among `others`. */
function freeId(name: string, versions: readonly StoredRules[], others: readonly string[] = []): string {
  const plain =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-|-$/g, '') || 'rule'
  const taken = new Set([...others, ...versions.flatMap(({ rules }) => rules.map(({ id }) => id))])
  let id = plain
  for (let number = 2; taken.has(id); number++) id = `${plain}-${number}`
  return id
}

function tooMany(catalogue: string): ShelftalkError {
  const message = `"${catalogue}" has ${RULES_MAX} rules, which is the most.`
  return new ShelftalkError('BAD_INPUT', message, 'Delete one that is over first.')
}

function tooManyTogether(catalogue: string, count: number): ShelftalkError {
  const message = `Together "${catalogue}" would have ${count} rules; ${RULES_MAX} is the most.`
  return new ShelftalkError(
    'BAD_INPUT',
    message,
    'Nothing was saved. Delete rules that are over, or save fewer.',
  )
}

function busy(): ShelftalkError {
  const hint = 'Nothing was saved here. Try again in a moment.'
  return new ShelftalkError('STORE_UNAVAILABLE', 'Rules are being saved elsewhere.', hint)
}
