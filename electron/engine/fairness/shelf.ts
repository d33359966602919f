/** The last audits and rankings, remembered for questions who stands behind a figure, and for the next audit. */
import type { AuditedTexts } from '../../../models/fairness/audit'
import type { PickColumns } from '../../../models/fairness/listMeasures'
import type { Ranking } from '../../../models/evaluate/rankUsers'
import type { CatalogueSummary, CurrencyCode } from '../../../shared/domain/catalogue'
import type { ProductColumns } from '../../../shared/domain/columns'
import type { Strategy } from '../../../shared/domain/narrative'
import type { Tiers } from '../tiers'
import type { Segments } from './tasks'

/** Audits and rankings that are remembered. */
const REMEMBERED = 3

/** Lists before any rule. */
export interface RankedLists {
  readonly strategy: Strategy
  readonly seed: number
  /** Tested users, by their numbers. */
  readonly users: Int32Array
  /** What each took, held out: its row. */
  readonly taken: Int32Array
  /** [users x DEPTH] product rows, best first; -1 where there are no more. */
  readonly lists: Int32Array
  readonly standIn?: NonNullable<Ranking['standIn']>
}

/** A text of an audit. */
export interface AuditText {
  readonly occasion: string
  readonly text: string
  readonly voice: string
}

/** What an audit measured, shopper by shopper in the order of `Study.users`. */
export interface RememberedAudit {
  readonly id: string
  /** Its name. */
  readonly catalogue: string
  readonly k: number
  readonly currency: CurrencyCode
  readonly people: readonly { readonly id: string; readonly name: string; readonly segments: Segments }[]
  readonly taken: Int32Array
  /** [people x DEPTH], after rules. */
  readonly lists: Int32Array
  readonly columns: PickColumns
  readonly profilePopularity: Float64Array
  readonly products: Pick<ProductColumns, 'ids' | 'titles'>
  /** By product row, minor units; NaN where not known. */
  readonly priceMinor: Float64Array
  readonly tiers: Tiers
  readonly texts?: AuditedTexts & { readonly written: readonly AuditText[] }
}

/** A ranking, and of what. */
interface Shelved {
  readonly of: CatalogueSummary
  readonly lists: RankedLists
}

/** One shelf an engine. */
export class AuditShelf {
  private readonly rankings = new Map<string, Shelved>()
  private readonly audits = new Map<string, RememberedAudit>()

  /** What was ranked of just this version. */
  ranked(of: CatalogueSummary, { strategy, seed }: Pick<RankedLists, 'strategy' | 'seed'>) {
    return this.rankings.get(keyOf(of, strategy, seed))?.lists
  }

  keepRanked(of: CatalogueSummary, lists: RankedLists): void {
    keep(this.rankings, keyOf(of, lists.strategy, lists.seed), { of, lists })
  }

  audit(id: string): RememberedAudit | undefined {
    return this.audits.get(id)
  }

  keepAudit(audit: RememberedAudit): void {
    keep(this.audits, audit.id, audit)
  }

  /** Forgets everything of a catalogue, which is no more: who shopped in it with it. */
  forget(catalogue: string): void {
    for (const [key, { of }] of this.rankings) if (of.name === catalogue) this.rankings.delete(key)
    for (const [id, audit] of this.audits) if (audit.catalogue === catalogue) this.audits.delete(id)
  }
}

/** A catalogue that was deleted and made anew begins at version 1 again, but at another time. */
const keyOf = ({ name, version, createdAtMs }: CatalogueSummary, strategy: Strategy, seed: number) =>
  JSON.stringify([name, version, createdAtMs, strategy, seed])

/** As the newest; the oldest makes room. */
function keep<Value>(all: Map<string, Value>, key: string, value: Value): void {
  all.delete(key)
  all.set(key, value)
  const [oldest] = all.keys()
  if (all.size > REMEMBERED && oldest !== undefined) all.delete(oldest)
}
