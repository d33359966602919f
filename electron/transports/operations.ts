/** Operations as programs want them: a stream's last word as one value. Used by the HTTP API and by the command line. */
import { ShelftalkError } from '../../shared/contract/errors'
import type { EvaluateNarrativesEvent, ImportEvent, ImportResult } from '../../shared/contract/events'
import type {
  AuditFairnessEvent,
  AuditFairnessRequest,
  ProbeFairnessEvent,
  ProbeFairnessRequest,
  TradeOffEvent,
  TradeOffRequest,
} from '../../shared/contract/parts/fairness'
import type { EvaluateRecommendEvent, EvaluateRecommendRequest } from '../../shared/contract/parts/recommend'
import type {
  CompareRequest,
  EvaluateNarrativesRequest,
  ImportRequest,
  WriteRequest,
} from '../../shared/contract/schemas'
import type { Services } from '../../shared/contract/services'
import type { NarrativeEvaluation } from '../../shared/domain/evaluation'
import type { FairnessAudit, FairnessProbe, TradeOff } from '../../shared/domain/fairness'
import type { Narrative } from '../../shared/domain/narrative'
import type { RecommendEvaluation } from '../../shared/domain/recommendEvaluation'

/** Throws CANCELLED where a stream ended because it was asked to, INTERNAL where it ended early by itself. */
function unfinished(signal: AbortSignal, what: string): ShelftalkError {
  if (signal.aborted)
    return new ShelftalkError(
      'CANCELLED',
      `The ${what} was stopped before it was finished.`,
      'Start it again if you still need it.',
    )
  return new ShelftalkError(
    'INTERNAL',
    `The ${what} ended before it was finished.`,
    'Try again; if it happens again, report it with the log.',
  )
}

/** One narrative. */
export async function narrate(
  services: Services,
  request: WriteRequest,
  signal: AbortSignal,
): Promise<Narrative> {
  for await (const event of services.write(request, signal)) if (event.type === 'done') return event.narrative
  throw unfinished(signal, 'narrative')
}

/** The narratives of a comparison, in the order of its variants. */
export async function compare(
  services: Services,
  request: CompareRequest,
  signal: AbortSignal,
): Promise<{ readonly variants: readonly Narrative[] }> {
  const done = new Map<number, Narrative>()
  for await (const { column, event } of services.compare(request, signal))
    if (event.type === 'done') done.set(column, event.narrative)
  const variants = request.variants.flatMap((_, column) => done.get(column) ?? [])
  if (variants.length < request.variants.length) throw unfinished(signal, 'comparison')
  return { variants }
}

/** Is told of everything before an import's end. */
export type OnImport = (event: Exclude<ImportEvent, { readonly type: 'done' }>) => void

/** An import; `onProgress` is told of everything before its end. */
export async function importFile(
  services: Services,
  request: ImportRequest,
  signal: AbortSignal,
  onProgress?: OnImport,
): Promise<ImportResult> {
  return imported(services.importFile(request, signal), signal, onProgress)
}

/** An import of what a catalogue was imported from before; `onProgress` is told of everything before its end. */
export async function importAgain(
  services: Services,
  catalogue: string,
  signal: AbortSignal,
  onProgress?: OnImport,
): Promise<ImportResult> {
  return imported(services.importAgain({ catalogue }, signal), signal, onProgress)
}

async function imported(
  events: AsyncIterable<ImportEvent>,
  signal: AbortSignal,
  onProgress: OnImport = () => undefined,
): Promise<ImportResult> {
  for await (const event of events) {
    if (event.type === 'done') return event.result
    onProgress(event)
  }
  throw unfinished(signal, 'import')
}

/** An evaluation of narratives; `onProgress` is told of everything before its end. */
export async function evaluateNarratives(
  services: Services,
  request: EvaluateNarrativesRequest,
  signal: AbortSignal,
  onProgress: (event: Exclude<EvaluateNarrativesEvent, { readonly type: 'done' }>) => void = () => undefined,
): Promise<NarrativeEvaluation> {
  for await (const event of services.evaluateNarratives(request, signal)) {
    if (event.type === 'done') return event.result
    onProgress(event)
  }
  throw unfinished(signal, 'evaluation')
}

/** An evaluation of recommenders; `onProgress` is told of everything before its end. */
export async function evaluateRecommend(
  services: Services,
  request: EvaluateRecommendRequest,
  signal: AbortSignal,
  onProgress: (event: Exclude<EvaluateRecommendEvent, { readonly type: 'done' }>) => void = () => undefined,
): Promise<RecommendEvaluation> {
  for await (const event of services.evaluateRecommend(request, signal)) {
    if (event.type === 'done') return event.result
    onProgress(event)
  }
  throw unfinished(signal, 'evaluation')
}

type Told<Event extends { readonly type: string }> = (
  event: Exclude<Event, { readonly type: 'done' }>,
) => void

/** An audit; `onProgress` is told of everything before its end. */
export async function auditFairness(
  services: Services,
  request: AuditFairnessRequest,
  signal: AbortSignal,
  onProgress: Told<AuditFairnessEvent> = () => undefined,
): Promise<FairnessAudit> {
  for await (const event of services.auditFairness(request, signal)) {
    if (event.type === 'done') return event.result
    onProgress(event)
  }
  throw unfinished(signal, 'audit')
}

/** A trade-off; `onProgress` is told of everything before its end. */
export async function fairnessTradeOff(
  services: Services,
  request: TradeOffRequest,
  signal: AbortSignal,
  onProgress: Told<TradeOffEvent> = () => undefined,
): Promise<TradeOff> {
  for await (const event of services.fairnessTradeOff(request, signal)) {
    if (event.type === 'done') return event.result
    onProgress(event)
  }
  throw unfinished(signal, 'trade-off')
}

/** A probe; `onProgress` is told of everything before its end. */
export async function probeFairness(
  services: Services,
  request: ProbeFairnessRequest,
  signal: AbortSignal,
  onProgress: Told<ProbeFairnessEvent> = () => undefined,
): Promise<FairnessProbe> {
  for await (const event of services.probeFairness(request, signal)) {
    if (event.type === 'done') return event.result
    onProgress(event)
  }
  throw unfinished(signal, 'probe')
}
