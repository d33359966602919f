/** One case answered: written by the model in use, or by somebody else and placed beside what was asked. */
import type { NarrativeCase } from '../../../models/metrics/cases'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { EvaluateNarrativesRequest, WriteRequest } from '../../../shared/contract/schemas'
import { writeRequestSchema } from '../../../shared/contract/schemas'
import type { Beat } from '../../../shared/domain/beats'
import type { Product } from '../../../shared/domain/catalogue'
import type { NarrativeFailure } from '../../../shared/domain/evaluation'
import type { Narrative } from '../../../shared/domain/narrative'
import type { Persona } from '../../../shared/domain/persona'
import { readDirectives } from '../templates'
import type { Turns } from '../turns'
import type { Workbench } from '../writing'
import { previewOf, writeOne } from '../writing'
import type { AuthoredText } from './authored'
import type { Judged } from './judge'
import type { Crowd } from './people'
import type { ShownProducts } from './shown'

/** What cases are answered with. */
export interface Study {
  readonly bench: Workbench & { readonly turns: Turns }
  readonly request: EvaluateNarrativesRequest
  readonly crowd: Crowd
  readonly shown: ShownProducts
  readonly authored: AuthoredText
  readonly catalogue: string
  readonly signal: AbortSignal
}

interface Answer {
  readonly text: string
  readonly products: readonly Product[]
  readonly beats: readonly Beat[]
  readonly narrative?: Narrative
}

/** Answers one case, in its turn; with `text` undefined it is written. What cannot be planned under its directives is a failure with its reason; anything else is thrown. */
export async function answer(
  study: Study,
  one: NarrativeCase,
  text: string | undefined,
): Promise<Judged | NarrativeFailure> {
  const { bench, crowd, authored, signal } = study
  const persona = await crowd.persona(one.audience)
  const directives = readDirectives(one.template)
  const end = await bench.turns.take(signal)
  try {
    const request = await requestOf(study, one, persona)
    const made = text === undefined ? await written(study, request) : await placed(study, request, text)
    const subject = { persona, occasion: one.occasion, products: made.products }
    return {
      ...made,
      ...{ index: one.index, persona, occasion: one.occasion, template: one.template, directives },
      voice: directives.voice ?? persona.voice,
      reference: authored.reference(subject, made.beats, one.seed),
    }
  } catch (cause) {
    if (!(cause instanceof ShelftalkError) || cause.code !== 'BAD_INPUT') throw cause
    return { case: one.index, text: '', reason: `Could not be written: ${cause.message}` }
  } finally {
    end()
  }
}

async function written({ bench, signal }: Study, request: WriteRequest): Promise<Answer> {
  let products: readonly Product[] = []
  for await (const event of writeOne(bench, request, signal)) {
    if (event.type === 'picked') products = event.products
    if (event.type !== 'done') continue
    const { narrative } = event
    return { text: narrative.text, products, beats: narrative.beats.map(({ beat }) => beat), narrative }
  }
  signal.throwIfAborted()
  throw new Error('The stream ended before the narrative was finished')
}

async function placed({ bench }: Study, request: WriteRequest, text: string): Promise<Answer> {
  const { products, beats } = await previewOf(bench, request)
  return { text, products, beats }
}

async function requestOf(study: Study, one: NarrativeCase, persona: Persona): Promise<WriteRequest> {
  const { strategy, adapters, temperature, free } = study.request
  return writeRequestSchema.parse({
    catalogue: study.catalogue,
    audience: { kind: 'profile', profile: persona },
    occasion: one.occasion,
    productIds: await study.shown.choose(one, persona),
    variant: {
      templateText: one.template,
      ...(free ? { plan: 'free' } : {}),
      strategy,
      adapters,
      decoding: { seed: one.seed, ...(temperature === undefined ? {} : { temperature }) },
    },
  })
}
