/** A recorded experiment: what was asked, under which versions, what came out. */

/** What a run recorded. */
export const RUN_KINDS = [
  'recommend',
  'narratives',
  'retrieval',
  'comparison',
  'fairness',
  'training',
] as const

/** One of them. */
export type RunKind = (typeof RUN_KINDS)[number]

/** How a run ended. */
export const RUN_STATES = ['finished', 'failed', 'cancelled'] as const

/** One of them. */
export type RunState = (typeof RUN_STATES)[number]

/** One measured figure. */
export interface RunMetric {
  /** The field's own name, `ndcg@10`, `self-bleu-4`. */
  readonly name: string
  /** Whose figure it is where a run measures several systems (`personalised`) or groups; empty for the whole. */
  readonly of: string
  /** Null where it could not be measured. */
  readonly value: number | null
  /** 95 % interval, where there is one. */
  readonly low?: number
  readonly high?: number
  /** Users, queries or texts behind it. */
  readonly n?: number
  /** Which way is better; left out where neither is. */
  readonly better?: 'higher' | 'lower'
}

/** Values one by one (a user, a query, a text), from which two runs are compared in pairs. */
export interface RunValues {
  readonly metric: string
  readonly of: string
  /** What each value belongs to, such as a shopper's id; in one order with `values`. */
  readonly keys: readonly string[]
  readonly values: Float64Array
}

/** Where a run was sent. */
export interface RunPush {
  /** Address of the MLflow server. */
  readonly url: string
  readonly mlflowRunId: string
  readonly atMs: number
}

/** Letters of a run's notes, at most. */
export const RUN_NOTES_MAX = 20_000

/** Runs that are compared or exported at once, at most. */
export const RUNS_AT_ONCE = 8

/** How long a deleted run can be brought back, days; then it is gone, its values too. */
export const DELETED_RUN_DAYS = 30

/** A run as stored. */
export interface Run {
  readonly id: string
  readonly kind: RunKind
  readonly state: RunState
  /** Words of its own making, editable. */
  readonly name: string
  readonly notes: string
  readonly createdAtMs: number
  readonly ms: number
  readonly seed?: number
  readonly catalogue?: { readonly name: string; readonly version: number; readonly invented: boolean }
  /** Name and digest of the language model, where one took part. */
  readonly model?: { readonly name: string; readonly digest: string }
  readonly adapters: readonly { readonly name: string; readonly scale: number }[]
  /** What was asked, flat: `protocol: leave-last-out`. An audit of fairness keeps its first finding here as `found`. */
  readonly params: Readonly<Record<string, string | number | boolean>>
  readonly metrics: readonly RunMetric[]
  /** Why it failed, in words. */
  readonly error?: string
  /** Version of Shelftalk. */
  readonly app: string
  /** Servers that have it, each once. */
  readonly pushed?: readonly RunPush[]
  /** Set while it is deleted and can still be brought back. */
  readonly deletedAtMs?: number
}

/** A run about to be recorded; the store gives it its id. */
export type RunDraft = Omit<Run, 'id' | 'notes' | 'pushed' | 'deletedAtMs'> & {
  readonly notes?: string
  /** Kept beside the run; read only when runs are compared or exported. */
  readonly values?: readonly RunValues[]
}

/** Where the run of an evaluation was kept, or why it was not; neither where nobody asked for it. */
export interface KeptRun {
  /** Its id. */
  readonly run?: string
  /** Why it could not be kept, in words. */
  readonly notKept?: string
}

/** What a difference or a ratio of two means rests on; bounds hold 95 of 100 such figures. */
export interface RunDifference {
  /** The other minus the base. */
  readonly value: number
  readonly low?: number
  readonly high?: number
  /** Cases that both have, where it rests on pairs. */
  readonly pairs?: number
  /** Two-sided, paired bootstrap; absent where there are no pairs. */
  readonly p?: number
  /** The same, corrected for every test of the table (Holm 1979). */
  readonly adjustedP?: number
}

/** One metric of one system in several runs; `figures` and `differences` have a place a run. */
export interface ComparedMetric {
  readonly metric: string
  readonly of: string
  readonly better?: 'higher' | 'lower'
  /** Null where the run has no such figure. */
  readonly figures: readonly (RunMetric | null)[]
  /** Against the first run; null for that one, and where either has no figure. */
  readonly differences: readonly (RunDifference | null)[]
}

/** What was asked differently. */
export interface DifferingParam {
  readonly name: string
  /** A run each, in words; empty where it was not said. */
  readonly values: readonly string[]
}

/** Runs side by side. */
export interface RunComparison {
  readonly runs: readonly Run[]
  readonly metrics: readonly ComparedMetric[]
  readonly differing: readonly DifferingParam[]
  /** Tests that the correction counts. */
  readonly tests: number
}

/** What one system of a run does better or worse than another, case by case. */
export interface RunFinding {
  readonly metric: string
  readonly better?: 'higher' | 'lower'
  /** The system in the lead by rule: `personalised`, else `hybrid`, else what the run measured for itself. */
  readonly of: string
  readonly than: string
  readonly means: readonly [of: number, than: number]
  readonly difference: RunDifference
  /** Of the means; absent where the other mean is 0, or is in one of 40 resamples. */
  readonly ratio?: { readonly value: number; readonly low: number; readonly high: number }
}

/** Forms a run can be exported in. */
export const RUN_EXPORTS = ['csv', 'json', 'parquet'] as const

/** One of them. */
export type RunExport = (typeof RUN_EXPORTS)[number]

/** An exported file. */
export interface ExportedRuns {
  /** With its ending. */
  readonly name: string
  readonly mediaType: string
  readonly encoding: 'utf8' | 'base64'
  readonly data: string
}
