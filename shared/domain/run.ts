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
  /** What was asked, flat: `protocol: leave-last-out`. */
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
