/** An evaluation of nothing: canned figures after a few steps of progress. */
import type { EvaluateNarrativesEvent } from '../../../shared/contract/events'
import type { EvaluateNarrativesRequest } from '../../../shared/contract/schemas'
import type { NarrativeMetrics } from '../../../shared/domain/evaluation'

const metrics: NarrativeMetrics = {
  inventedFacts: 0,
  unsupportedClaimNarratives: 0.005,
  factsPerNarrative: 4.2,
  factsPerLongNarrative: 5.1,
  personaIdentification: 0.8,
  directiveObedience: 0.9,
  worstDirective: 0.7,
  voiceRecognition: 0.75,
  openingRepetition: 0.02,
  selfBleu4: 0.5,
  distinct2: 0.6,
  fallbackSentences: 0.004,
  resampledSentences: 0.05,
  grammarErrorsPer100: 1.5,
  rougeL: 0.4,
  perplexity: 4.4,
  meanWords: 61,
  readingGrade: 6.2,
  latencyP50Ms: 480,
}

/** Counts to `count` and gives figures that were never measured; stops between two cases when `signal` aborts. */
export async function* evaluateFake(
  request: EvaluateNarrativesRequest,
  signal: AbortSignal,
): AsyncGenerator<EvaluateNarrativesEvent> {
  const { count, seed, strategy, adapters, heldOut, free } = request
  for (let done = 1; done <= count; done++) {
    if (signal.aborted) return
    await new Promise((resolve) => setTimeout(resolve, 0))
    yield { type: 'progress', stage: 'writing', done, total: count }
  }
  const text = 'A text with a fault in it.'
  yield {
    type: 'done',
    result: {
      ...{
        catalogue: request.catalogue ?? 'shelf',
        source: request.texts ? 'texts' : 'shelftalk-base@3f9a1c07be42',
      },
      ...{
        count,
        seed,
        strategy,
        adapters,
        heldOut,
        free,
        metrics,
        authored: metrics,
        perplexityHeldOut: 4.1,
      },
      directives: [{ directive: 'avoid', applied: 10, obeyed: 7 }],
      counts: {
        texts: count,
        sentences: count * 4,
        words: count * 61,
        people: 1,
        products: 1,
        occasions: 1,
        openings: 1,
      },
      failures: [{ case: 0, text, reason: 'Disobeys "avoid"' }],
      texts: [
        {
          ...{
            case: 0,
            persona: 'asha',
            interests: [],
            owned: [],
            occasion: '',
            template: 'voice: warm',
            text,
          },
          products: [{ id: 'pack', title: 'Pack', facts: ['Material: canvas'] }],
        },
      ],
    },
  }
}
