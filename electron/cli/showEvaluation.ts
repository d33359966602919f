/** An evaluation in words, for a terminal. */
import type { NarrativeEvaluation, NarrativeMetrics } from '../../shared/domain/evaluation'
import { counted, tableText } from './show'

type Form = 'count' | 'share' | 'figure'

const rows: readonly (readonly [keyof NarrativeMetrics, string, Form])[] = [
  ['inventedFacts', 'invented figures and names', 'count'],
  ['unsupportedClaimNarratives', 'narratives with an unsupported claim', 'share'],
  ['factsPerNarrative', 'facts a narrative', 'figure'],
  ['factsPerLongNarrative', 'facts a narrative of 60 words and more', 'figure'],
  ['personaIdentification', 'readers told among ten', 'share'],
  ['directiveObedience', 'directives obeyed', 'share'],
  ['worstDirective', 'the worst directive', 'share'],
  ['voiceRecognition', 'voices recognised', 'share'],
  ['openingRepetition', 'same first four words, at most', 'share'],
  ['selfBleu4', 'self-BLEU-4', 'figure'],
  ['distinct2', 'distinct-2', 'figure'],
  ['fallbackSentences', 'sentences from the stand-in', 'share'],
  ['resampledSentences', 'sentences drawn again', 'share'],
  ['grammarErrorsPer100', 'grammar faults a hundred sentences', 'figure'],
  ['rougeL', 'ROUGE-L against authored', 'figure'],
  ['perplexity', 'perplexity a token', 'figure'],
  ['meanWords', 'words', 'figure'],
  ['readingGrade', 'reading grade', 'figure'],
  ['latencyP50Ms', 'milliseconds, p50', 'count'],
]

function shown(value: number | null, form: Form): string {
  if (value === null) return '-'
  if (form === 'share') return `${(100 * value).toFixed(1)} %`
  return form === 'count' ? String(Math.round(value)) : value.toFixed(2)
}

/** Every measure beside that of authored sentences for the same plans, then directives and the first failures. */
export function evaluationText(result: NarrativeEvaluation): string {
  const { counts, directives, failures, perplexityHeldOut } = result
  const table = rows.map(([key, label, form]) => [
    label,
    shown(result.metrics[key], form),
    shown(result.authored[key], form),
  ])
  const obeyed = directives.map(({ directive, applied, obeyed: kept }) => [
    `  ${directive}`,
    shown(kept / applied, 'share'),
    `of ${applied}`,
  ])
  return [
    `${counted(counts.texts, 'narrative')} over "${result.catalogue}"${result.heldOut ? ', held-out products alone' : ''}${result.free ? ', planned by the model' : ''}, seed ${result.seed}, by ${result.source}`,
    `${counted(counts.people, 'person')}, ${counted(counts.products, 'product')}, ${counted(counts.openings, 'opening')}`,
    '',
    tableText([['', 'written', 'authored'], ...table, ...obeyed], ''),
    `perplexity of composed held-out documents: ${shown(perplexityHeldOut, 'figure')}`,
    ...(failures.length > 0 ? ['', `${counted(failures.length, 'failure')}:`] : []),
    ...failures.slice(0, 10).map(({ case: index, reason }) => `  case ${index}: ${reason}`),
    ...(failures.length > 10 ? [`  and ${failures.length - 10} more; --json lists them`] : []),
  ].join('\n')
}
